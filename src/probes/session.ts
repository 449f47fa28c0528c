import type { Depth } from '../../contracts/depths.ts';
import type { Profile } from '../../contracts/profiles.ts';
import type { StateName } from '../../contracts/states.ts';
import { SuiteFault } from '../errors.ts';
import type { Members } from '../exchange.ts';
import type { Recorder } from '../recorder/recorder.ts';
import type { Target } from '../targets/target.ts';
import { ParsedBodies } from '../traffic/body.ts';
import { orInterrupted } from './interruption.ts';
import type { Pacer } from './pacer.ts';
import type { Actor } from './probe.ts';
import type { WriteGuard } from './write-guard.ts';

/** First pages of collections, cached until a state changes the records, and what was served. */
export interface Samples {
  readonly byPath: Map<string, readonly Members[]>;
  /** Paths that the target's own token was served, without queries. */
  readonly served: Set<string>;
  /** Whether a state has changed the records since the last reset. */
  changed: boolean;
  readonly parsed: ParsedBodies;
}

/** Characters of responses that stay parsed for the probes: what is recorded is in memory, too. */
const keptLength = 8 * 1024 * 1024;

export function createSamples(): Samples {
  return { byPath: new Map(), served: new Set(), changed: false, parsed: new ParsedBodies(keptLength) };
}

/** What all probes of a run share. */
export interface ProbeSession {
  readonly target: Target;
  /** The APIs and versions of the run. */
  readonly profiles: readonly Profile[];
  readonly depth: Depth;
  readonly recorder: Recorder;
  readonly pacer: Pacer;
  readonly writes: WriteGuard;
  readonly samples: Samples;
  readonly signal: AbortSignal;
}

/** States that change the records of a collection until a reset. */
const changesRecords: ReadonlySet<StateName> = new Set<StateName>([
  'a district with {students} students',
  'the record {id} is deleted',
  'the record {id} is unshared',
  'a record is created in {collection}',
]);

/** Advances the target's time: virtual time, a state, or a real wait. */
export async function passTime(
  session: Pick<ProbeSession, 'target' | 'signal'>,
  seconds: number,
): Promise<void> {
  const { target } = session;
  if ((target.hasOwnClock ?? target.kind === 'live') && target.setState)
    await target.setState('the clock moves {seconds}', { seconds });
  else await target.clock.sleep(seconds * 1000, session.signal);
}

export async function setState(session: ProbeSession, ...[name, params]: Parameters<Actor['state']>) {
  if (!session.target.setState)
    throw new SuiteFault(
      `A probe requested the state "${name}" of a target without states.`,
      'The probe must declare that it needs states; please report this.',
    );
  const { samples } = session;
  const isReset = name === 'everything is as seeded';
  if (changesRecords.has(name) || (isReset && samples.changed)) samples.byPath.clear();
  samples.changed = changesRecords.has(name) || (samples.changed && !isReset);
  return await orInterrupted(session.target.setState(name, params), session.signal, 0);
}
