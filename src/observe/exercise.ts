import type { Depth } from '../../contracts/depths.ts';
import { type ApiName, type Profile, profiles } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { systemClock } from '../clock.ts';
import { ConformanceError, SuiteFault } from '../errors.ts';
import type { Journal } from '../evidence/journal.ts';
import type { Exchange } from '../exchange.ts';
import type { Exploration, ExploreOptions } from '../explore/explore.ts';
import { createActor } from '../probes/actor.ts';
import { probes as allProbes } from '../probes/index.ts';
import { interrupted } from '../probes/interruption.ts';
import { createPacer } from '../probes/pacer.ts';
import type { Probe } from '../probes/probe.ts';
import { createSamples, type ProbeSession, passTime } from '../probes/session.ts';
import { createWriteGuard } from '../probes/write-guard.ts';
import { type Caps, createRecorder, type Recorder } from '../recorder/recorder.ts';
import type { Budget, ExploredPart, ShardChoice } from '../result.ts';
import type { Target } from '../targets/target.ts';
import { type PlannedProbe, planProbes, profilesNamed } from './plan-probes.ts';
import { preflight } from './preflight.ts';

export interface ProvokeOptions {
  readonly target: Target;
  readonly apis: readonly ApiName[];
  /** The requirements to exercise. */
  readonly ids: ReadonlySet<ServerRequirementId>;
  /** Share of the advertised rate limit, above 0 and at most 1. */
  readonly budgetShare: number;
  /** @default 'full' for the embedded sandbox, 'quick' for a server at a URL and for recordings */
  readonly depth?: Depth | undefined;
  readonly journal?: Journal;
  readonly signal: AbortSignal;
  readonly onProbe?: (probe: PlannedProbe, index: number, total: number) => void;
  /** Called with every raw exchange when it completes. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Runs only this part of the probes. */
  readonly shard?: ShardChoice;
  /** Generated requests, after the probes. @default none */
  readonly explore?: ExploreOptions | undefined;
  /** @default all probes of the suite */
  readonly probes?: readonly Probe[] | undefined;
}

/** The exchanges of one probe, by position in the run: `first` inclusive, `end` exclusive. */
export interface Part {
  readonly probe: string;
  readonly first: number;
  readonly end: number;
}

/** Raw traffic: must be redacted before it is written anywhere. */
export interface Provoked {
  readonly profiles: readonly Profile[];
  readonly exchanges: readonly Exchange[];
  /** Which exchanges belong to which probe, in the order in which the probes completed. */
  readonly parts: readonly Part[];
  /** The requirements to judge: all selected ones, or those of the shard. */
  readonly ids: ReadonlySet<ServerRequirementId>;
  /** Why a requirement was not exercised, by id. */
  readonly notProvoked: Readonly<Record<string, string>>;
  /** The sequences that were explored, if any. */
  readonly explored: readonly ExploredPart[];
  readonly budget: Budget;
  /** Why the run ended early: a lost target, a safety stop, an interruption. */
  readonly unfinished?: ConformanceError;
}

/** A server at a URL, and a recording, get a quick run unless the caller chose otherwise. */
export function depthOf(target: Pick<Target, 'kind'>, chosen: Depth | undefined): Depth {
  return chosen ?? (target.kind === 'sandbox' ? 'full' : 'quick');
}

/** Runs the probes that the selected requirements need and the target allows. */
export async function provoke(options: ProvokeOptions): Promise<Provoked> {
  const { target, signal } = options;
  const chosen = profilesNamed(options.apis);
  const session: ProbeSession = {
    target,
    profiles: chosen,
    depth: depthOf(target, options.depth),
    recorder: withListener(
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
    samples: createSamples(),
    signal,
  };

  const { runnable, ids, notProvoked } = planProbes(options.probes ?? allProbes, options);
  const parts: Part[] = [];
  const exploration: Exploration = { sequences: [], attempts: [] };
  let unfinished: ConformanceError | undefined;
  try {
    // A replay is always reachable and its token was accepted.
    const first = dataIn(chosen) ?? chosen[0];
    if (target.kind !== 'replay') unfinished = first && (await preflight(session, first));
    if (!unfinished) await runProbes(session, { runnable, chosen }, options, parts);
    // Loaded on demand: most runs do not explore.
    if (!unfinished && options.explore)
      await (await import('../explore/play.ts')).exploreTarget(session, chosen, options.explore, exploration);
  } catch (error) {
    // Bugs of the suite are rethrown; any other stop is a result.
    if (!(error instanceof ConformanceError) || error instanceof SuiteFault) throw error;
    unfinished = error;
  } finally {
    await removeLeftovers(session);
  }

  return {
    profiles: chosen,
    exchanges: exchangesKept(session.recorder.exchanges, exploration),
    explored: exploration.sequences.flatMap((one) => partOf(one, session.recorder.exchanges)),
    parts,
    ids,
    notProvoked: unfinished ? withReason(ids, unfinished.message) : notProvoked,
    budget: {
      ...session.pacer.budget(),
      ...(options.shard ? { windows: session.pacer.windows() } : {}),
    },
    ...(unfinished ? { unfinished } : {}),
  };
}

/** Without the attempts to shrink a sequence, which would be most of the evidence. */
function exchangesKept(all: readonly Exchange[], { attempts }: Exploration): readonly Exchange[] {
  if (attempts.length === 0) return all;
  return all.filter((_, at) => !attempts.some(({ first, end }) => at >= first && at < end));
}

function partOf(
  { name, requirement, steps, commands, first, end }: Exploration['sequences'][number],
  exchanges: readonly Exchange[],
): readonly ExploredPart[] {
  const [from, to] = [exchanges[first], exchanges[end - 1]];
  if (!from || !to || end <= first) return [];
  const kept = requirement === undefined ? {} : { requirement };
  return [{ name, ...kept, steps, commands, first: from.seq, last: to.seq }];
}

function withListener(recorder: Recorder, listener: ProvokeOptions['onExchange']): Recorder {
  if (!listener) return recorder;
  return {
    ...recorder,
    send: async (outgoing) => {
      const exchange = await recorder.send(outgoing);
      listener(exchange);
      return exchange;
    },
  };
}

/** Between two parts of a body. */
const maxSilenceMs = 20_000;
/** Time limit for the cleanup, in real time, if the target hangs. */
const cleanupMs = 10_000;

function capsOf(timeoutMs: number): Caps {
  return { totalMs: timeoutMs, idleMs: Math.min(timeoutMs, maxSilenceMs) };
}

async function runProbes(
  session: ProbeSession,
  { runnable, chosen }: { readonly runnable: readonly PlannedProbe[]; readonly chosen: readonly Profile[] },
  options: ProvokeOptions,
  parts: Part[],
): Promise<void> {
  for (const [index, probe] of runnable.entries()) {
    if (options.signal.aborted) throw interrupted();
    options.onProbe?.(probe, index, runnable.length);
    const first = session.recorder.exchanges.length;
    session.target.startProbe?.(probe.name);
    // Every probe fetches its own samples, so its requests and its recording do not depend on other probes.
    if (!sharesSamples(session)) session.samples.byPath.clear();
    const changesState = probe.needs.includes('states');
    const actor = createActor(session, probe.profile, rosterOf(probe, chosen));
    if (changesState) await actor.state('everything is as seeded');
    try {
      await probe.run(actor);
    } catch (error) {
      // Best effort: the target may be gone, and the probe's own error matters more.
      if (changesState) await atMost(cleanupMs, session.target.setState?.('everything is as seeded'));
      if (options.signal.aborted) throw interrupted();
      if (error instanceof ConformanceError) throw error;
      throw new SuiteFault(
        `The probe ${probe.name} failed.`,
        'This is a bug in the suite; please report it.',
        {
          cause: error,
        },
      );
    }
    if (changesState) await actor.state('everything is as seeded');
    parts.push({ probe: probe.name, first, end: session.recorder.exchanges.length });
  }
}

/** The first version of the Data API among these. */
function dataIn(chosen: readonly Profile[]): Profile | undefined {
  return chosen.find((one) => one.kind === 'data');
}

/** The version of the Data API that a probe looks records up in: its own, and for LMS Connect the first. */
function rosterOf({ profile }: PlannedProbe, chosen: readonly Profile[]): Profile | undefined {
  return profile.kind === 'data' ? profile : dataIn(chosen);
}

/** A quick run of a server at a URL saves some thirty requests this way. A target that names its probes is being recorded. */
function sharesSamples({ depth, target }: ProbeSession): boolean {
  return depth === 'quick' && target.kind === 'live' && target.startProbe === undefined;
}

/** Deletes what the run created and a probe did not remove, even after an interruption. */
export async function removeLeftovers(session: ProbeSession): Promise<void> {
  const profile = profiles.find((one) => one.kind === 'lms');
  if (!profile || session.writes.leftovers().length === 0) return;
  const actor = createActor({ ...session, signal: new AbortController().signal }, profile);
  const removeAll = async () => {
    // Unpaced, since a used-up budget would mean waiting a minute. The journal records what could not be removed.
    for (const path of session.writes.leftovers())
      await actor.send({ method: 'DELETE', path, unpaced: true }).catch(() => {});
  };
  await atMost(cleanupMs, removeAll());
}

/** Best effort: waits at most `ms` and ignores the result. */
async function atMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const late = new AbortController();
  await Promise.race([work?.catch(() => {}), systemClock.sleep(ms, late.signal).catch(() => {})]);
  late.abort();
}

function withReason(ids: ReadonlySet<string>, reason: string): Record<string, string> {
  return Object.fromEntries([...ids].map((id) => [id, reason]));
}
