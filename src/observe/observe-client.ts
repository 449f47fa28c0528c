import { createHash, randomBytes } from 'node:crypto';
import { mainList } from '../../contracts/jobs.ts';
import { profiles as defaultProfiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../catalogue.ts';
import type { Driver } from '../drivers/driver.ts';
import { type ConformanceError, InterruptedError, NothingJudgedError } from '../errors.ts';
import type { ScheduleOptions } from '../explore/client/explore-client.ts';
import { type OnlyJobs, profilesWith } from '../job-list.ts';
import type { Job, ScenarioObservation } from '../observation.ts';
import { redactObservations } from '../redaction/client-redactor.ts';
import type { Evidence, JudgeContext, ShardChoice } from '../result.ts';
import { knownTokens } from '../sandbox/http/tokens.ts';
import { scenariosIn } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { createSandboxPool } from '../scenarios/serving/sandbox-pool.ts';
import { tryDriver } from './first-start.ts';
import { planScenarios } from './plan-scenarios.ts';
import { type PoolOptions, type PoolResult, runScenarios } from './scenario-pool.ts';
import { withShrunk } from './shrink-schedules.ts';

export interface ObserveClientOptions extends Omit<PoolOptions, 'timing'> {
  readonly driver: Driver;
  /** Only scenarios whose name or title contains this; `*` matches any text. */
  readonly pattern?: string;
  /** The jobs that the client does. @default all */
  readonly only?: OnlyJobs | undefined;
  /** Only the scenarios with these names. @default all */
  readonly names?: ReadonlySet<string> | undefined;
  /** Called with the raw observation before redaction. */
  readonly onObserved?: (observed: readonly ScenarioObservation[]) => void;
  /** Runs only this part of the scenarios; see `mergeEvidence`. */
  readonly shard?: ShardChoice;
  /** @default all scenarios of the suite */
  readonly scenarios?: readonly Scenario[];
  /** Generated schedules of faults, besides the scenarios. @default none */
  readonly explore?: ScheduleOptions | undefined;
  /** The token of the server that `lendWorld` serves from: its data are a stranger's. @default the sandbox's */
  readonly worldToken?: string;
}

/** The redacted observation of a client; raw values never leave `observeClient`. */
export interface ClientEvidence {
  readonly evidence: Evidence;
  /** The requirements to judge: all selected ones, or those of the shard. */
  readonly ids: ReadonlySet<ClientRequirementId>;
  /** Why the run ended early: an interruption, or a client that no longer starts. */
  readonly unfinished: ConformanceError | undefined;
}

const subjects: Readonly<Record<Driver['kind'], JudgeContext['subject']>> = {
  command: 'command',
  module: 'module',
  listen: 'live',
};

/**
 * Starts a client in every scenario that the selected requirements need, and returns the redacted evidence.
 * @throws InconclusiveError if the client does not start, NothingJudgedError if no scenario is selected, SuiteFault for a bug of the suite.
 */
export async function observeClient(options: ObserveClientOptions): Promise<ClientEvidence> {
  const { driver, seed, signal, profile } = options;
  const profiles = profile ? profilesWith(profile) : defaultProfiles;
  // Loaded on demand: most runs do not explore.
  const explored = options.explore
    ? (await import('../explore/client/explore-client.ts')).exploredSchedules(options.explore)
    : [];
  const all = [
    ...(options.scenarios ?? scenariosIn(profile ?? defaultProfiles[0])),
    ...explored.map((one) => one.scenario),
  ];
  const plan = planScenarios(all, options);
  if (plan.ids.size === 0)
    throw new NothingJudgedError(
      'No scenario matches the selection, so nothing was judged.',
      'Change --scenario; every client report lists the names.',
    );
  const isTried = driver.kind !== 'listen' && options.startsOnce !== true;
  const done = isTried ? await tryDriver(jobsOf(plan.scenarios), options) : undefined;
  const planned = done === allPeople ? plan.scenarios.map(aboutAllPeople) : plan.scenarios;
  const sandboxes = options.sandboxes ?? createSandboxPool(seed);
  const pool: PoolResult = signal.aborted
    ? { observed: [] }
    : await runScenarios(planned, { ...options, ids: plan.ids, sandboxes })
        .then((ran) => withShrunk(ran, explored, { ...options, ids: plan.ids, sandboxes }))
        .finally(() => {
          if (sandboxes !== options.sandboxes) sandboxes.close();
        });
  const interrupted = signal.aborted && driver.kind !== 'listen' ? wasInterrupted() : undefined;
  const unfinished = interrupted ?? pool.unfinished;

  options.onObserved?.(pool.observed);
  const places = new Map(all.map((one, at) => [one.name as string, at]));
  // In catalogue order, not in execution order.
  const observed = pool.observed.toSorted(
    (a, b) => (places.get(a.scenario) ?? all.length) - (places.get(b.scenario) ?? all.length),
  );
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: subjects[driver.kind], profiles },
    notProvoked: unfinished
      ? Object.fromEntries([...plan.ids].map((id) => [id, unfinished.message]))
      : plan.notProvoked,
    ...(Object.keys(plan.notApplicable).length > 0 ? { notApplicable: plan.notApplicable } : {}),
    ...(plan.ids.size < clientRequirements ? { selected: [...plan.ids] } : {}),
    ...(unfinished ? { inconclusive: unfinished.message } : {}),
    ...(options.shard
      ? {
          shard: {
            ...options.shard,
            ...(plan.wholeIds.size < clientRequirements ? { selected: [...plan.wholeIds] } : {}),
            places: observed.map((one) => places.get(one.scenario) ?? 0),
          },
        }
      : {}),
    ...redactObservations(observed, {
      profiles,
      tokens: [options.worldToken ?? knownTokens.district],
      key: options.lendWorld ? randomBytes(32) : redactionKeyFor(driver, seed),
      ownData: options.lendWorld ? undefined : driver.kind === 'module' ? 'all' : 'links',
    }),
  };
  return { evidence, ids: plan.ids, unfinished };
}

const mainJob: Job = `sync:${mainList}`;
const allPeople: Job = 'sync:people';

/** The jobs of a run, in the order in which a client is tried. */
function jobsOf(scenarios: readonly Scenario[]): readonly Job[] {
  const jobs = new Set(scenarios.map(({ job }) => job));
  return [...new Set([mainJob, allPeople, ...jobs])].filter((job) => jobs.has(job));
}

/** What almost every scenario does to the list of students happens to the list of all people, for a client that reads only that. */
function aboutAllPeople(scenario: Scenario): Scenario {
  return scenario.job === mainJob ? { ...scenario, job: allPeople } : scenario;
}

const clientRequirements = requirementsOf('client').length;

function wasInterrupted(): InterruptedError {
  return new InterruptedError('The run was interrupted.', 'The reports cover the run until then.');
}

/** A module in virtual time produces the same bytes for the same seed; a process may print and send real data. */
function redactionKeyFor(driver: Driver, seed: number): Uint8Array {
  return driver.kind === 'module' ? createHash('sha256').update(`seed ${seed}`).digest() : randomBytes(32);
}
