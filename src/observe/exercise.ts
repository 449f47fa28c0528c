import { type ApiName, type Profile, profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { systemClock } from '../clock.ts';
import { ConformanceError, SuiteFault } from '../errors.ts';
import type { Journal } from '../evidence/journal.ts';
import type { Exchange } from '../exchange.ts';
import { createActor, interrupted, passTime, type Stage } from '../probes/actor.ts';
import { probes as allProbes } from '../probes/index.ts';
import { createPacer } from '../probes/pacer.ts';
import type { Probe } from '../probes/probe.ts';
import { createWriteGuard } from '../probes/write-guard.ts';
import { type Caps, createRecorder, type Recorder } from '../recorder/recorder.ts';
import type { Budget, ShardChoice } from '../result.ts';
import type { Target } from '../targets/target.ts';
import { planProbes } from './plan-probes.ts';
import { preflight } from './preflight.ts';

export interface ProvokeOptions {
  readonly target: Target;
  readonly apis: readonly ApiName[];
  /** The requirements to provoke. */
  readonly ids: ReadonlySet<ServerRequirementId>;
  /** Share of the advertised rate limit, above 0 and at most 1. */
  readonly budgetShare: number;
  readonly journal?: Journal;
  readonly signal: AbortSignal;
  readonly onProbe?: (probe: Probe, index: number, total: number) => void;
  /** Sees every exchange as it was, as soon as it is over. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Only this part of the probes. */
  readonly shard?: ShardChoice;
}

/** The exchanges of one probe, as positions in the run: from `first` up to, but not including, `end`. */
export interface Part {
  readonly probe: string;
  readonly first: number;
  readonly end: number;
}

/** What crossed the wire, as it was: never written anywhere before it is redacted. */
export interface Provoked {
  readonly profiles: readonly Profile[];
  readonly exchanges: readonly Exchange[];
  /** Which of them belong to which probe, in the order in which the probes ran to their end. */
  readonly parts: readonly Part[];
  /** The requirements that are judged: all that were asked for, or those of the shard. */
  readonly ids: ReadonlySet<ServerRequirementId>;
  /** Why a requirement was not provoked, by id. */
  readonly notProvoked: Readonly<Record<string, string>>;
  readonly budget: Budget;
  /** Why the run ended early: the target was lost, a safety stop, an interruption. */
  readonly unfinished?: ConformanceError;
}

/** Runs the probes that the selected requirements need and the target allows. */
export async function provoke(options: ProvokeOptions): Promise<Provoked> {
  const { target, signal } = options;
  const chosen = profiles.filter((profile) => options.apis.includes(profile.name));
  const stage: Stage = {
    target,
    recorder: shown(
      createRecorder({
        fetch: target.fetch,
        clock: target.clock,
        origin: target.origin,
        caps: target.timeoutMs === undefined ? {} : capsOf(target.timeoutMs),
      }),
      options.onExchange,
    ),
    pacer: createPacer({
      share: options.budgetShare,
      nowMs: target.clock.now,
      passTime: (seconds) => passTime({ target, signal }, seconds),
    }),
    writes: createWriteGuard(options.journal),
    samples: { byPath: new Map(), changed: false },
    signal,
  };

  const { runnable, ids, notProvoked } = planProbes(allProbes, options);
  const parts: Part[] = [];
  let unfinished: ConformanceError | undefined;
  try {
    // What is replayed is there, and took its token long ago.
    if (target.kind !== 'replay') unfinished = chosen[0] && (await preflight(stage, chosen[0]));
    if (!unfinished) await runProbes(stage, runnable, options, parts);
  } catch (error) {
    // A fault of ours is thrown on; anything else that stopped us is a result.
    if (!(error instanceof ConformanceError) || error instanceof SuiteFault) throw error;
    unfinished = error;
  } finally {
    await removeLeftovers(stage);
  }

  return {
    profiles: chosen,
    exchanges: stage.recorder.exchanges,
    parts,
    ids,
    notProvoked: unfinished ? whyAll(ids, unfinished.message) : notProvoked,
    budget: stage.pacer.budget(),
    ...(unfinished ? { unfinished } : {}),
  };
}

function shown(recorder: Recorder, show: ProvokeOptions['onExchange']): Recorder {
  if (!show) return recorder;
  return {
    ...recorder,
    send: async (outgoing) => {
      const exchange = await recorder.send(outgoing);
      show(exchange);
      return exchange;
    },
  };
}

/** Longest silence within a body. */
const longestSilenceMs = 20_000;
/** What tidying up at the end may cost in all, in real time, where the target hangs. */
const tidyMs = 10_000;

function capsOf(timeoutMs: number): Caps {
  return { totalMs: timeoutMs, idleMs: Math.min(timeoutMs, longestSilenceMs) };
}

async function runProbes(
  stage: Stage,
  runnable: readonly Probe[],
  options: ProvokeOptions,
  parts: Part[],
): Promise<void> {
  for (const [index, probe] of runnable.entries()) {
    if (options.signal.aborted) throw interrupted();
    options.onProbe?.(probe, index, runnable.length);
    const first = stage.recorder.exchanges.length;
    stage.target.startProbe?.(probe.name);
    // Every probe fetches its own samples: what it sends, and what a recording of it holds, does not depend on the others.
    stage.samples.byPath.clear();
    const profile = profiles.find((one) => one.kind === probe.api && options.apis.includes(one.name));
    if (!profile) continue;
    const changesState = probe.needs.includes('states');
    const actor = createActor(stage, profile);
    if (changesState) await actor.state('everything is as seeded');
    try {
      await probe.run(actor);
    } catch (error) {
      // Why the probe ended is worth more than whether a target that may be gone can still be reset.
      if (changesState) await atMost(tidyMs, stage.target.setState?.('everything is as seeded'));
      if (options.signal.aborted) throw interrupted();
      if (error instanceof ConformanceError) throw error;
      throw new SuiteFault(
        `The probe ${probe.name} failed.`,
        'This is a bug of the suite; please report it.',
        {
          cause: error,
        },
      );
    }
    if (changesState) await actor.state('everything is as seeded');
    parts.push({ probe: probe.name, first, end: stage.recorder.exchanges.length });
  }
}

/** Deletes what the run created and a probe did not remove, even after an interruption. */
async function removeLeftovers(stage: Stage): Promise<void> {
  const profile = profiles.find((one) => one.kind === 'lms');
  if (!profile || stage.writes.leftovers().length === 0) return;
  const actor = createActor({ ...stage, signal: new AbortController().signal }, profile);
  const removeAll = async () => {
    // Unpaced: a budget that is used up would have it wait for a minute. The journal keeps what stays behind.
    for (const path of stage.writes.leftovers())
      await actor.send({ method: 'DELETE', path, unpaced: true }).catch(() => {});
  };
  await atMost(tidyMs, removeAll());
}

/** Waits for work that nobody insists on; how it ends does not matter. */
async function atMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const late = new AbortController();
  await Promise.race([work?.catch(() => {}), systemClock.sleep(ms, late.signal).catch(() => {})]);
  late.abort();
}

function whyAll(ids: ReadonlySet<string>, why: string): Record<string, string> {
  return Object.fromEntries([...ids].map((id) => [id, why]));
}
