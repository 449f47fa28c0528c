import { availableParallelism } from 'node:os';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { ConformanceError, InconclusiveError, SuiteFault } from '../errors.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { OutcomeValue } from '../outcome.ts';
import type { Observed } from '../redaction/client-redactor.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { type StageOptions, stageScenario } from '../scenarios/serving/stage.ts';
import { createStartGate } from './start-gate.ts';

export interface PoolOptions extends StageOptions {
  /** Maximum concurrent scenarios. */
  readonly jobs: number;
  readonly ids: ReadonlySet<ClientRequirementId>;
  readonly signal: AbortSignal;
  /** Judges one requirement in one scenario, to find timing failures to repeat. @default nothing is repeated */
  readonly judge?: (id: ClientRequirementId, observation: ScenarioObservation) => OutcomeValue;
  /** Starts the client only as the scenarios say: not once before them, and not again where timing failed. @default false */
  readonly startsOnce?: boolean;
  /** Called before scenarios are repeated, alone, because timing failed in them, with how many there are; `onScenario` counts these anew. */
  readonly onRepeat?: (scenarios: number) => void;
  /** Called when a scenario starts and when it ended, with the number of completed ones. */
  readonly onScenario?: (scenario: Scenario, done: number, total: number) => void;
}

/** The observations until the end, or until the run stopped early. */
export interface PoolResult {
  /** In the order of the scenarios as given. */
  readonly observed: readonly Observed[];
  /** Why the run stopped early: the client no longer starts. */
  readonly unfinished?: ConformanceError;
}

/** Honest clients send a quarter of it; more would take hundreds of megabytes, and show nothing new. */
const maxRequestsOfRun = 10_000;
/** Characters of the bodies that the client sends in a run. Honest clients send a hundredth of it. */
const maxSentOfRun = 8 * 1024 * 1024;
/** Scenarios one after the other in which the client sends nothing until the time limit, after which it counts as hung. */
const maxHungScenarios = 10;

/** Runs scenarios concurrently. Those that fail on timing are repeated once afterwards, alone. */
export async function runScenarios(
  scenarios: readonly Scenario[],
  options: PoolOptions,
): Promise<PoolResult> {
  const { signal, jobs, driver } = options;
  const observed = new Map<Scenario, ScenarioObservation>();
  const again = new Map<Scenario, ScenarioObservation>();
  const gate = createStartGate(2 * availableParallelism());
  let next = 0;
  let requests = 0;
  let sent = 0;
  let hung = 0;
  let unfinished: ConformanceError | undefined;
  const stageOne = async (scenario: Scenario, into: Map<Scenario, ScenarioObservation>) => {
    // A listener must be open from the start, and a module has no startup to wait for.
    const leave = driver.kind === 'command' ? await gate.enter() : undefined;
    const onRequest = () => {
      requests++;
      leave?.();
      options.onRequest?.();
    };
    try {
      const seen = await stageScenario(scenario, {
        ...options,
        onRequest,
        isFlooded: () => requests > maxRequestsOfRun || sent > maxSentOfRun,
      });
      for (const { request } of seen.exchanges) sent += request.body?.length ?? 0;
      // A client that sends something shows how it behaves, however long that takes.
      const isHung = seen.exchanges.length === 0 && seen.runs.every(({ claim }) => claim.endedBy === 'time');
      hung = isHung ? hung + 1 : 0;
      if (hung >= maxHungScenarios) unfinished ??= stillRunning(driver.name);
      // An interrupted scenario proves nothing, except with `--listen`, which always ends with an interruption.
      if (!signal.aborted || driver.kind === 'listen') into.set(scenario, seen);
    } catch (error) {
      if (!(error instanceof ConformanceError))
        throw new SuiteFault(
          `The scenario ${scenario.name} failed.`,
          'This is a bug in the suite; please report it.',
          {
            cause: error,
          },
        );
      if (error instanceof SuiteFault) throw error;
      unfinished ??= error;
    } finally {
      leave?.();
    }
  };
  const lane = async () => {
    for (;;) {
      const scenario = scenarios[next++];
      if (!scenario || signal.aborted || unfinished) return;
      options.onScenario?.(scenario, observed.size, scenarios.length);
      await stageOne(scenario, observed);
      options.onScenario?.(scenario, observed.size, scenarios.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, scenarios.length) }, lane));
  const isRepeated = driver.kind === 'command' && !options.startsOnce && !unfinished;
  const repeated = isRepeated ? [...observed].filter(([, seen]) => isTimingFailure(seen, options)) : [];
  if (repeated.length > 0 && !signal.aborted) options.onRepeat?.(repeated.length);
  for (const [number, [scenario]] of repeated.entries()) {
    if (signal.aborted || unfinished) break;
    options.onScenario?.(scenario, number, repeated.length);
    await stageOne(scenario, again);
    options.onScenario?.(scenario, number + 1, repeated.length);
  }
  return {
    observed: scenarios.flatMap((scenario): readonly Observed[] => {
      const first = observed.get(scenario);
      const second = again.get(scenario);
      if (!first) return [];
      return second ? [{ ...first, superseded: true }, second] : [first];
    }),
    ...(unfinished ? { unfinished } : {}),
  };
}

function stillRunning(client: string): InconclusiveError {
  return new InconclusiveError(
    `The client "${client}" sent nothing until the time limit in ${maxHungScenarios} scenarios one after the other.`,
    'Run it on its own first: it has to end when its job is done. For a slow client, raise --timeout or lower --jobs.',
  );
}

/** The requirements that depend on timing, which a loaded machine can distort. */
const timed: readonly ClientRequirementId[] = [
  'rate-limit/client-waits-for-reset',
  'rate-limit/client-paces-at-zero',
  'rate-limit/client-bounded-wait',
  'backoff/client-first-wait-1s',
  'backoff/client-waits-double',
  'backoff/client-backoff-starts-over',
];

function isTimingFailure(seen: ScenarioObservation, { ids, judge }: PoolOptions): boolean {
  // A client that was stopped did not fail because of timing.
  const isOwnEnd = seen.runs.every(({ claim }) => claim.endedBy === 'itself' || claim.endedBy === 'kill');
  if (!judge || seen.timing === 'virtual' || !isOwnEnd) return false;
  return timed.some((id) => {
    if (!ids.has(id)) return false;
    const outcome = judge(id, seen);
    // A wait that a scenario is not about is listed only where it is too short.
    return outcome === 'failed' || (outcome === 'cantTell' && seen.provokes.includes(id));
  });
}
