import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { requirementsOf } from '../../catalogue.ts';
import type { ClientModule, Driver } from '../../drivers/driver.ts';
import { createModuleDriver } from '../../drivers/module.ts';
import { runClient } from '../../engine/client-run.ts';
import { wholeClient } from '../../mutants/clients/whole-client.ts';
import {
  behind,
  type ClientFault,
  type Report,
  type Wait,
  type Walk,
} from '../../mutants/operators/client/fault.ts';
import { nameOf } from '../../mutants/operators/name.ts';
import { scenarios as allScenarios } from '../../scenarios/index.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { createSandboxPool, type SandboxPool } from '../../scenarios/serving/sandbox-pool.ts';
import { stageScenario } from '../../scenarios/serving/stage.ts';
import { type DeepTrial, subjectOf } from './deep-trial.ts';

export interface ClientBenchOptions {
  /** Of the synthetic data. */
  readonly seed: number;
  readonly signal: AbortSignal;
  /** With the same seed. @default its own sandboxes */
  readonly sandboxes?: SandboxPool;
}

/** Judges clients with one fault each, by the scenario that the fault is in. */
export interface ClientBench {
  judge(fault: ClientFault): Promise<DeepTrial>;
  close(): void;
}

/** Requests per start: a client with one fault sends hardly more than a conforming one. */
const maxRequests = 160;

/** The walk of the conforming client is kept for each scenario, and shows which faults it can meet. */
export function openClientBench(options: ClientBenchOptions): ClientBench {
  const sandboxes = options.sandboxes ?? createSandboxPool(options.seed);
  const walks = new Map<Scenario, Promise<Walk>>();
  return {
    judge: async (fault) => {
      const { scenario } = fault;
      const walk = walks.get(scenario) ?? recordWalk(scenario, { ...options, sandboxes });
      walks.set(scenario, walk);
      return await judgeFault(fault, await walk, { ...options, sandboxes });
    },
    close: () => {
      if (!options.sandboxes) sandboxes.close();
    },
  };
}

type Bench = ClientBenchOptions & { readonly sandboxes: SandboxPool };

async function recordWalk(scenario: Scenario, { seed, sandboxes }: Bench): Promise<Walk> {
  const waits: Wait[] = [];
  let report: Report = { complete: false, ids: [] };
  const client = behind(
    wholeClient(),
    {
      report: (one) => {
        report = one;
        return one;
      },
    },
    (wait) => waits.push(wait),
  );
  const driver = driverOf(client);
  const { exchanges, origin, runs } = await stageScenario(scenario, { driver, seed, maxRequests, sandboxes });
  return {
    requests: exchanges.toSorted((a, b) => a.seq - b.seq),
    waits,
    report,
    starts: runs.length,
    origin,
  };
}

async function judgeFault(
  fault: ClientFault,
  walk: Walk,
  { seed, signal, sandboxes }: Bench,
): Promise<DeepTrial> {
  const subject = subjectOf({ side: 'client', name: nameOf(fault), ...fault });
  if (!fault.fits(walk)) return { ...subject, outcome: 'unreached', killedBy: [] };
  let unfinished: string | undefined;
  // Some claims compare a scenario with a plain walk.
  for (const scenarios of [[fault.scenario], [...new Set([...plain, fault.scenario])]]) {
    const driver = driverOf(wholeClient());
    const faulty = driverOf(behind(wholeClient(), fault.open(walk)));
    const run = await runClient({
      driver: {
        ...driver,
        start: (assignment) =>
          (assignment.scenario === fault.scenario.name ? faulty : driver).start(assignment),
      },
      ids: everyId,
      seed,
      jobs: 1,
      maxRequests,
      signal,
      now: () => 0,
      scenarios,
      sandboxes,
    });
    unfinished = run.unfinished?.message;
    const early = unfinished === undefined ? {} : { unfinished };
    const failed = run.result.outcomes.filter((one) => one.outcome.outcome === 'failed').map((one) => one.id);
    if (failed.length > 0) return { ...subject, outcome: 'killed', killedBy: failed, ...early };
  }
  return {
    ...subject,
    outcome: 'survived',
    killedBy: [],
    ...(unfinished === undefined ? {} : { unfinished }),
  };
}

/** One scenario without a fault. */
const plain = allScenarios.filter((one) => one.rules.length === 0 && one.job.startsWith('sync:')).slice(0, 1);

function driverOf(run: ClientModule): Driver {
  return createModuleDriver(run, 'a module', { silenceMs: 1500 });
}

const everyId: ReadonlySet<ClientRequirementId> = new Set(requirementsOf('client').map(({ id }) => id));
