import { createHash } from 'node:crypto';
import { profiles } from '../../contracts/profiles.ts';
import type { Side } from '../../contracts/requirement.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../catalogue.ts';
import { createVirtualClock } from '../clock.ts';
import type { ClientModule } from '../drivers/driver.ts';
import { createModuleDriver } from '../drivers/module.ts';
import { type ClientRun, type ClientRunOptions, runClient } from '../engine/client-run.ts';
import { runServer, type ServerRun, type ServerRunOptions } from '../engine/server-run.ts';
import type { ServerMutant } from '../mutants/mutant.ts';
import type { OutcomeValue } from '../outcome.ts';
import type { SandboxPool } from '../scenarios/serving/sandbox-pool.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';

/** A run of the whole suite on one implementation, in process and in virtual time. */
export interface TrialOptions<Id extends RequirementId> {
  /** Of the synthetic data. @default 1 */
  readonly seed?: number;
  /** @default all requirements of the side */
  readonly ids?: ReadonlySet<Id>;
  readonly signal?: AbortSignal;
  /** With the same seed. @default its own sandboxes */
  readonly sandboxes?: SandboxPool;
}

export interface ServerTrialOptions extends TrialOptions<ServerRequirementId> {
  /** Of the sandbox behind the mutant. @default 120: two pages, since many faults only show on the second */
  readonly students?: number;
  /** Generated requests. @default none */
  readonly explore?: ServerRunOptions['explore'];
  /** @default all */
  readonly apis?: ServerRunOptions['apis'];
  /** @default all probes of the suite */
  readonly probes?: ServerRunOptions['probes'];
  /** @default full */
  readonly depth?: ServerRunOptions['depth'];
}

export interface ClientTrialOptions extends TrialOptions<ClientRequirementId> {
  /** Requests per start. @default 160, fewer than in a run, so that endless clients end sooner */
  readonly maxRequests?: number;
  /** The version of the Data API. @default v2.0 */
  readonly profile?: ClientRunOptions['profile'];
  readonly scenarios?: ClientRunOptions['scenarios'];
  /** Generated schedules. @default none */
  readonly explore?: ClientRunOptions['explore'];
}

/** The outcomes of one implementation. */
export interface Trial {
  readonly side: Side;
  /** Of the mutant; see `subjects`. */
  readonly name: string;
  /** In the order of the catalogue. */
  readonly failed: readonly RequirementId[];
  /** Neither failed nor passed, with their outcomes. */
  readonly open: Readonly<Partial<Record<RequirementId, OutcomeValue>>>;
  /** SHA-256 in hex over every outcome with all its cases and findings. */
  readonly digest: string;
  /** Why the run ended early. */
  readonly unfinished?: string;
}

/** Judges a sandbox, changed by `tamper` if given, with the server side of the suite. */
export async function tryServer(
  tamper: ServerMutant['tamper'] | undefined,
  options: ServerTrialOptions = {},
): Promise<ServerRun> {
  const { seed = 1, students = 120, ids = allServerIds, signal = never, explore, probes, depth } = options;
  const clock = createVirtualClock();
  const lent = options.sandboxes?.lend(students, clock);
  const target = openSandboxTarget({
    seed,
    students,
    clock,
    ...(tamper ? { tamper } : {}),
    ...(lent ? { lent: lent.sandbox } : {}),
  });
  try {
    const { apis = profiles.map(({ name }) => name) } = options;
    const now = () => 0;
    return await runServer({ target, apis, ids, seed, budgetShare: 1, signal, now, explore, probes, depth });
  } finally {
    await target.close();
    await lent?.giveBack();
  }
}

/** Judges a module with the client side of the suite. */
export async function tryClient(run: ClientModule, options: ClientTrialOptions = {}): Promise<ClientRun> {
  const { seed = 1, ids = allClientIds, maxRequests = 160, signal = never } = options;
  const { scenarios, sandboxes, explore, profile } = options;
  return await runClient({
    // In process, a long silence means that the client is stuck.
    driver: createModuleDriver(run, 'a module', { silenceMs: 1500 }),
    ids,
    seed,
    // Two, so that one continues while the other waits for file I/O.
    jobs: 2,
    maxRequests,
    signal,
    now: () => 0,
    ...(profile ? { profile } : {}),
    ...(scenarios ? { scenarios } : {}),
    ...(explore ? { explore } : {}),
    ...(sandboxes ? { sandboxes } : {}),
  });
}

export function trialOf(side: Side, name: string, run: ServerRun | ClientRun): Trial {
  const { outcomes } = run.result;
  const withId = outcomes.filter((one) => !one.notSelected);
  const isOpen = (one: OutcomeValue) => one !== 'failed' && one !== 'passed';
  return {
    side,
    name,
    failed: withId.filter((one) => one.outcome.outcome === 'failed').map((one) => one.id),
    open: Object.fromEntries(
      withId.filter((one) => isOpen(one.outcome.outcome)).map(({ id, outcome }) => [id, outcome.outcome]),
    ),
    digest: createHash('sha256').update(JSON.stringify(outcomes)).digest('hex'),
    ...(run.unfinished ? { unfinished: run.unfinished.message } : {}),
  };
}

const allServerIds: ReadonlySet<ServerRequirementId> = new Set(requirementsOf('server').map((one) => one.id));
const allClientIds: ReadonlySet<ClientRequirementId> = new Set(requirementsOf('client').map((one) => one.id));
const never = new AbortController().signal;
