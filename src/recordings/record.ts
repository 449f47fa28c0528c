import { createHash, randomBytes } from 'node:crypto';
import type { ApiName } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { disagreements } from '../engine/agreement.ts';
import { NothingJudgedError, SuiteFault } from '../errors.ts';
import type { Journal } from '../evidence/journal.ts';
import type { LeakScanner } from '../leaks/scanner.ts';
import { type Provoked, type ProvokeOptions, provoke } from '../observe/exercise.ts';
import { observe } from '../observe/observe-server.ts';
import type { IndexEntry, ProbeRecording, RecordingOrigin } from '../recording.ts';
import type { Evidence } from '../result.ts';
import type { Target } from '../targets/target.ts';
import { definitionsOf, statesOf } from './definitions.ts';
import { fileOf, indexFile, renderIndex, renderRecording, sha256 } from './file.ts';
import { assertNoLeak } from './leak-check.ts';
import { hasOwnClock, type RehearsedPart, rehearse } from './rehearsal.ts';
import { redactorVersion, rulesDigest } from './rules.ts';
import { tapeTarget } from './tape.ts';
import { type Transcript, type TranscriptPart, transcribe } from './transcript.ts';
import type { RecordingFiles } from './writer.ts';

export interface RecordOptions {
  readonly target: Target;
  readonly apis: readonly ApiName[];
  /** The requirements whose probes are recorded. */
  readonly ids: ReadonlySet<ServerRequirementId>;
  /** Above 0 and at most 1. */
  readonly budgetShare: number;
  /** Key of the sandbox's pseudonyms; a server's key is random. */
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly tool: { readonly name: string; readonly version: string };
  readonly scanner: LeakScanner;
  readonly journal?: Journal;
  readonly onProbe?: NonNullable<ProvokeOptions['onProbe']>;
  /** Sees each exchange before it is redacted. */
  readonly onExchange?: NonNullable<ProvokeOptions['onExchange']>;
}

/** A recording in memory, checked and ready to be written. */
export interface Recorded {
  readonly files: RecordingFiles;
  readonly recordings: readonly ProbeRecording[];
  /** Requests that were recorded. */
  readonly exchanges: number;
}

/** Half a year: covers a school term, but servers change. */
export const keptMs: number = 180 * 86_400_000;

/**
 * Runs the probes against a target, redacts the traffic, verifies that a replay has the same outcomes, and scans every byte
 * for leaks. Writes nothing. Throws what ended the run early, `SuiteFault` if the recording would not replay, and
 * `SafetyStop` for a leak.
 */
export async function recordTarget(options: RecordOptions): Promise<Recorded> {
  const tape = tapeTarget(options.target);
  const provoked = await provoke({ ...options, target: tape.target, depth: 'quick' });
  if (provoked.unfinished) throw provoked.unfinished;
  if (provoked.parts.length === 0)
    throw new NothingJudgedError(
      'The target allows none of the selected checks, so nothing was recorded.',
      'Extend the selection, or allow more (--states, --allow-writes, --exhaust-rate-limit).',
    );
  const transcript = transcribe(provoked, tape, keyFor(options));
  const rehearsal = rehearse(transcript, options.target);
  await assertSameOutcomes(provoked, transcript, rehearsal.target, options);

  const origin = originOf(options, provoked);
  const recordings = transcript.parts.flatMap((part) => {
    const rehearsed = rehearsal.partOf(part.probe);
    const header = {
      format: 'clever-conformance/recording',
      formatVersion: 1,
      probe: part.probe,
      ...origin,
      leaks: { verdict: 'none found' },
      states: statesOf(part, rehearsed),
    } as const;
    const definitions = definitionsOf(part, rehearsed);
    const file = fileOf(part.probe);
    return definitions.length === 0
      ? []
      : [{ file, header, definitions, text: renderRecording(header, definitions) }];
  });
  const files = new Map(recordings.map(({ file, text }) => [file, text]));
  files.set(
    indexFile,
    renderIndex({
      format: 'clever-conformance/recordings',
      formatVersion: 1,
      ...origin,
      allows: [...options.target.allows].sort(),
      hasOwnClock: hasOwnClock(options.target),
      tokens: transcript.tokens,
      probes: transcript.parts.map((part) => entryOf(part, files, rehearsal.partOf(part.probe))),
    }),
  );
  assertNoLeak(options.scanner, provoked.exchanges, tape, files);
  return {
    files,
    recordings: recordings.map(({ file, header, definitions }) => ({
      file,
      header: { ...header, digest: '' },
      definitions,
    })),
    exchanges: recordings.reduce((sum, { definitions }) => sum + definitions.length, 0),
  };
}

function entryOf(part: TranscriptPart, files: RecordingFiles, rehearsed: RehearsedPart): IndexEntry {
  const [name, file] = [part.probe, fileOf(part.probe)];
  const text = files.get(file);
  return text === undefined
    ? { name, states: statesOf(part, rehearsed) }
    : { name, file, sha256: sha256(text) };
}

/** Runs the probes against the redacted recording, which must have the same outcomes. */
async function assertSameOutcomes(
  provoked: Provoked,
  transcript: Transcript,
  target: Target,
  options: RecordOptions,
): Promise<void> {
  const { evidence, unfinished } = await observe({
    target,
    apis: options.apis,
    ids: options.ids,
    budgetShare: options.budgetShare,
    signal: options.signal,
    redactionKey: randomBytes(32),
  });
  if (unfinished) throw unfinished;
  // Preflight and cleanup requests belong to no probe and are not recorded, so they are not judged here.
  const recorded: Evidence = {
    ...evidence,
    notProvoked: provoked.notProvoked,
    exchanges: provoked.parts.flatMap(({ first, end }) => transcript.exchanges.slice(first, end)),
  };
  const [odd, ...more] = disagreements(recorded, evidence, options.ids);
  if (odd === undefined) return;
  throw new SuiteFault(
    `The recording would be judged differently from the server: ${[odd, ...more].slice(0, 5).join(', ')}.`,
    'Nothing was written. This is a bug in the suite; please report it.',
  );
}

/** Reproducible for the sandbox's made-up data; random and discarded for a server. */
function keyFor({ target, seed }: RecordOptions): Uint8Array {
  return target.kind === 'sandbox' ? createHash('sha256').update(`seed ${seed}`).digest() : randomBytes(32);
}

function originOf({ target, apis, tool }: RecordOptions, { exchanges }: Provoked): RecordingOrigin {
  const startMs = exchanges[0]?.request.sentAtMs ?? 0;
  const isOurs = target.kind === 'sandbox';
  return {
    subject: isOurs ? 'sandbox' : 'live',
    apis,
    recordedAt: new Date(startMs).toISOString(),
    expires: isOurs ? null : new Date(startMs + keptMs).toISOString(),
    tool,
    redactor: { version: redactorVersion, rules: rulesDigest() },
  };
}
