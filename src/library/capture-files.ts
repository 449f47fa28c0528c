import { basename } from 'node:path';
import type { Side } from '../../contracts/requirement.ts';
import { judgeEvidenceFile } from '../captures/evidence.ts';
import { createTrafficCollector, type Traffic, type TrafficCollector } from '../captures/formats/captured.ts';
import { unusable } from '../captures/formats/file.ts';
import { type FileKind, kindOfFile } from '../captures/formats/kind.ts';
import { type CaptureKind, readCapture } from '../captures/formats/read-capture.ts';
import { tallyLine } from '../captures/formats/tally.ts';
import { judgeRecordings } from '../captures/recordings.ts';
import { type CaptureOptions, type CaptureRun, judgePrepared, prepareCapture } from '../captures/session.ts';
import { UsageError } from '../errors.ts';
import { createLeakGuard, type LeakGuard } from '../leak-guard/leak-guard.ts';
import { readRecording } from '../recordings/reader.ts';
import { pause } from './pause.ts';

/** One report. */
export interface JudgedSide {
  readonly side: Side;
  /** Judges it. Both sides of a large capture do not fit into memory, so each is judged only when the other's report is written. */
  judge(): CaptureRun;
}

/** Files to be judged, with what the user needs to know about them. */
export interface Judgeable {
  /** Of the subject. */
  readonly name: string;
  readonly sides: readonly JudgedSide[];
  readonly environment: Readonly<Record<string, string | number>>;
  /** Messages about skipped entries. */
  readonly notices: readonly string[];
  /** Knows the values in the files. Absent if the files were already redacted. */
  readonly guard?: LeakGuard;
}

/** Reads the files of a run, which are of one kind. Captures are redacted, and their raw traffic is not kept. */
export async function openAll(
  options: Pick<CaptureOptions, 'server' | 'client'> & { readonly files: readonly string[] },
  signal: AbortSignal,
): Promise<Judgeable> {
  const kinds = new Map<string, FileKind>();
  for (const file of options.files) kinds.set(file, await kindOfFile(file));
  const [first = ''] = options.files;
  const kind = kinds.get(first) ?? 'har';
  const other = options.files.find((file) => groupOf(kinds.get(file)) !== groupOf(kind));
  if (other !== undefined)
    throw new UsageError(
      `${first} and ${other} are different kinds of files (${kind} and ${kinds.get(other)}).`,
      'Judge them in separate runs.',
    );
  const captured: CaptureOptions = {
    name: nameOf(kind, options.files.length),
    now: Date.now,
    ...(options.server ? { server: options.server } : {}),
    ...(options.client ? { client: options.client } : {}),
  };
  if (kind === 'evidence') return judgeEvidenceFiles(options.files, captured);
  if (kind === 'recording') return judgeRecordingFiles(options.files, captured);
  const { prepared, ...rest } = await prepareCaptures(
    options.files,
    kinds as ReadonlyMap<string, CaptureKind>,
    captured,
    signal,
  );
  return {
    ...rest,
    name: captured.name,
    sides: prepared.sides.map((side) => ({ side, judge: () => judgePrepared(prepared, side, captured) })),
  };
}

/** Reads and redacts captures. The raw traffic is not kept. */
async function prepareCaptures(
  files: readonly string[],
  kinds: ReadonlyMap<string, CaptureKind>,
  captured: CaptureOptions,
  signal: AbortSignal,
) {
  const { traffic, creators } = await readCaptures(kinds, signal);
  const guard = await guardOf(traffic, signal);
  await pause(signal);
  const { entries } = traffic.tally;
  return {
    prepared: prepareCapture(traffic, captured),
    guard,
    environment: {
      files: files.length,
      entries,
      judged: traffic.exchanges.length,
      ...(creators === '' ? {} : { 'captured by': creators }),
    },
    notices: [tallyLine(typedName(files), traffic)],
  };
}

/** The judged origins are named in every report; all else in a capture may be private. */
async function guardOf(traffic: Traffic, signal: AbortSignal): Promise<LeakGuard> {
  const guard = createLeakGuard(Date.now(), traffic.tally.origins);
  const all = [...traffic.exchanges, ...traffic.strays.map((one) => one.exchange)];
  for (const [at, exchange] of all.entries()) {
    guard.sawCapture(exchange);
    if (at % betweenPauses === 0) await pause(signal);
  }
  return guard;
}

/** Captures of all tools can be combined. */
function groupOf(kind: FileKind | undefined): 'capture' | 'evidence' | 'recording' {
  return kind === 'evidence' || kind === 'recording' ? kind : 'capture';
}

/** Entries that are read in some hundredths of a second. */
const betweenPauses = 200;

async function readCaptures(
  kinds: ReadonlyMap<string, CaptureKind>,
  signal: AbortSignal,
): Promise<{ readonly traffic: Traffic; readonly creators: string }> {
  const collector = createTrafficCollector();
  const creators = new Set<string>();
  const into: TrafficCollector = {
    ...collector,
    add: (...entry) => {
      signal.throwIfAborted();
      collector.add(...entry);
    },
  };
  for (const [file, kind] of kinds) {
    await pause(signal);
    for (const creator of await readCapture(file, kind, into).catch(orInterrupted(signal)))
      creators.add(creator);
  }
  return { traffic: collector.finish(kinds.size), creators: [...creators].filter(Boolean).join(', ') };
}

function orInterrupted(signal: AbortSignal): (error: unknown) => Promise<never> {
  return async (error) => {
    await pause(signal);
    throw error;
  };
}

async function judgeEvidenceFiles(files: readonly string[], captured: CaptureOptions): Promise<Judgeable> {
  const [file = '', more] = files;
  if (more !== undefined)
    throw unusable(
      more,
      'evidence files are judged one at a time',
      'Judge each evidence file in a separate run.',
    );
  const run = await judgeEvidenceFile(file, captured);
  const environment = { judged: run.result.evidence.exchanges.length };
  return { ...only(run, captured), environment, notices: [] };
}

async function judgeRecordingFiles(files: readonly string[], captured: CaptureOptions): Promise<Judgeable> {
  const { server } = captured;
  if (!server) throw new UsageError('Recordings contain the responses of a server.', 'Omit --side client.');
  const recordings = [];
  for (const file of files) recordings.push(await readRecording(file));
  const run = judgeRecordings(recordings, { ...captured, server });
  return {
    ...only(run, captured),
    environment: { files: files.length, judged: run.result.evidence.exchanges.length },
    notices: [],
  };
}

function only(run: CaptureRun, { name }: CaptureOptions): Pick<Judgeable, 'name' | 'sides'> {
  return { name, sides: [{ side: run.result.side, judge: () => run }] };
}

/** `capture 1`, `captures 1 to 3`: for reports, which others read. The name of a file may say whose traffic it has. */
function nameOf(kind: FileKind, files: number): string {
  const noun = groupOf(kind);
  return files === 1 ? `${noun} 1` : `${noun}s 1 to ${files}`;
}

/** For the person who typed it: `sync.har`, `sync.har and 2 more`. */
function typedName(files: readonly string[]): string {
  const [first = '', ...more] = files.map((file) => basename(file));
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
