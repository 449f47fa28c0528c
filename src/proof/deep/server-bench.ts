import type { ApiName } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { requirementsOf } from '../../catalogue.ts';
import { createVirtualClock } from '../../clock.ts';
import { runServer } from '../../engine/server-run.ts';
import type { ServerMutant } from '../../mutants/mutant.ts';
import { nameOf } from '../../mutants/operators/name.ts';
import {
  type Answer,
  type Asked,
  answerOf,
  askedBy,
  responseOf,
} from '../../mutants/operators/server/exchange.ts';
import { type ServerFault, tamperOf } from '../../mutants/operators/server/fault.ts';
import { createSandboxPool, type SandboxPool } from '../../scenarios/serving/sandbox-pool.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import { type DeepTrial, subjectOf } from './deep-trial.ts';

export interface ServerBenchOptions {
  readonly apis: readonly ApiName[];
  /** Of the synthetic data. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Judges servers with one fault each, by no more of the suite than can notice it. */
export interface ServerBench {
  judge(fault: ServerFault): Promise<DeepTrial>;
  close(): void;
}

/** Two pages of the default limit: many faults only show on the second. */
const students = 120;

interface Met {
  readonly asked: Asked;
  readonly answer: Answer;
}

/**
 * A whole run costs a second, so thousands of faults need a shorter way. The conforming sandbox is run once, and what each
 * probe sends and gets is kept. Of a fault, only probes run that meet its place, the shortest first, until a claim fails. What
 * a few of them do not notice is judged by all together, since claims compare what different probes read. Redaction and claims
 * are those of any run.
 */
export async function openServerBench(options: ServerBenchOptions): Promise<ServerBench> {
  const pool = createSandboxPool(options.seed);
  const bench: Bench = { ...options, pool };
  const met = await recordHonest(bench);
  return {
    judge: (fault) => judgeFault(fault, met, bench),
    close: () => pool.close(),
  };
}

interface Bench extends ServerBenchOptions {
  readonly pool: SandboxPool;
}

type MetByProbe = ReadonlyMap<string, readonly Met[]>;

async function recordHonest(bench: Bench): Promise<MetByProbe> {
  const met = new Map<string, Met[]>();
  let current: Met[] = [];
  await runOn(
    bench,
    (sandbox) => async (request) => {
      const asked = await askedBy(request, { own: sandbox.token });
      const answer = await answerOf(await sandbox.fetch(request));
      current.push({ asked, answer });
      return responseOf(answer);
    },
    {
      onProbe: (name) => {
        current = [];
        met.set(name, current);
      },
    },
  );
  return met;
}

async function judgeFault(fault: ServerFault, met: MetByProbe, bench: Bench): Promise<DeepTrial> {
  const subject = subjectOf({ side: 'server', name: nameOf(fault), ...fault });
  const probes = [...met]
    .filter(([, all]) => all.some(({ asked, answer }) => fault.touches(asked, answer)))
    .sort(([, one], [, other]) => one.length - other.length)
    .map(([name]) => name);
  if (probes.length === 0) return { ...subject, outcome: 'unreached', killedBy: [] };
  const tally = { changed: 0 };
  const whole = new Set([...met.keys()].filter((name) => probes.includes(name) || !isLong(met.get(name))));
  const alone = probes.slice(0, triedAlone).map((name) => new Set([name]));
  for (const only of [...alone, whole]) {
    // What these few do not change, all together do not change either, where there are no more.
    if (only === whole && tally.changed === 0 && probes.length <= triedAlone) break;
    const { failed, unfinished } = await runOn(bench, tamperOf(fault, tally), { only });
    const early = unfinished === undefined ? {} : { unfinished };
    if (failed.length > 0 && tally.changed === 0)
      throw new Error(
        `the unchanged sandbox fails ${failed.join(', ')} when only ${[...only].join(', ')} run`,
      );
    if (failed.length > 0) return { ...subject, outcome: 'killed', killedBy: failed, ...early };
  }
  return { ...subject, outcome: tally.changed === 0 ? 'unchanged' : 'survived', killedBy: [] };
}

/** Probes that are run alone before all are: after a few, all together find it sooner. */
const triedAlone = 3;

/** A probe that uses up a window takes as long as all others, and shows only counters. */
function isLong(met: readonly Met[] | undefined): boolean {
  return (met?.length ?? 0) > 500;
}

interface RunOptions {
  /** Names of probes. @default all */
  readonly only?: ReadonlySet<string> | undefined;
  readonly onProbe?: (name: string) => void;
}

/** One run of the suite on the sandbox behind a tamper. */
async function runOn(
  { apis, seed, signal, pool }: Bench,
  tamper: ServerMutant['tamper'],
  options: RunOptions,
) {
  const clock = createVirtualClock();
  const { sandbox, giveBack } = pool.lend(students, clock);
  const { only, onProbe } = options;
  const target = {
    ...openSandboxTarget({ seed, students, clock, tamper, lent: sandbox }),
    ...(only ? { probes: only } : {}),
    ...(onProbe ? { startProbe: onProbe } : {}),
  };
  try {
    const run = await runServer({ target, apis, ids: everyId, seed, budgetShare: 1, signal, now: () => 0 });
    const failed = run.result.outcomes.filter((one) => one.outcome.outcome === 'failed').map((one) => one.id);
    return { failed, unfinished: run.unfinished?.message };
  } finally {
    await giveBack();
  }
}

const everyId: ReadonlySet<ServerRequirementId> = new Set(requirementsOf('server').map(({ id }) => id));
