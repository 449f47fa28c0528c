import { basename, join } from 'node:path';
import { judgeEvidenceFile } from '../../captures/evidence.ts';
import { createTrafficCollector, type Traffic } from '../../captures/formats/captured.ts';
import { unusable } from '../../captures/formats/file.ts';
import { readHar } from '../../captures/formats/har.ts';
import { type FileKind, kindOfFile } from '../../captures/formats/kind.ts';
import { tallyLine } from '../../captures/formats/tally.ts';
import { judgeRecordings } from '../../captures/recordings.ts';
import { type CaptureOptions, type CaptureRun, judgeTraffic } from '../../captures/session.ts';
import { findRequirement } from '../../catalogue.ts';
import { ConformanceError, type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { readRecording } from '../../recordings/reader.ts';
import { escapeTerminal } from '../../report/escape.ts';
import { pointLatest } from '../../report/files/run-folder.ts';
import { runFolderName } from '../../report/files/write.ts';
import type { Io } from '../io.ts';
import { createLeakGuard, type LeakGuard } from '../leak-guard.ts';
import { isDefaultFolder, openFolder } from '../out-folder.ts';
import { endRun } from '../run-ending.ts';
import type { JudgeOptions } from './flags.ts';

/** What was read, judged, and what its reader needs to know of it. */
interface Judged {
  readonly runs: readonly CaptureRun[];
  readonly environment: Readonly<Record<string, string | number>>;
  /** What was left out, for people. */
  readonly told: readonly string[];
  /** Knows what stood in the files. Absent where they had been redacted before. */
  readonly guard?: LeakGuard;
}

/** Judges files, writes a report for each side, prints the summaries and gives the worse exit code. */
export async function judgeFiles(options: JudgeOptions, io: Io): Promise<ExitCode> {
  const startedAtMs = Date.now();
  const { runs, environment, told, guard } = await judgeAll(options);
  if (!options.quiet) for (const line of told) io.stderr.write(`${escapeTerminal(line)}\n`);
  const folder = await openFolder(options.out, runFolderName(startedAtMs, nameOf(options.files)));
  const codes: ExitCode[] = [];
  const faults: unknown[] = [];
  for (const run of runs) {
    const { side } = run.result;
    const own = runs.length > 1 ? join(folder, side) : folder;
    try {
      codes.push(
        await endRun(
          run,
          own,
          { node: process.versions.node, platform: process.platform, ...environment },
          ofSide(options, side),
          io,
          guard,
        ),
      );
    } catch (fault) {
      if (!(fault instanceof ConformanceError)) throw fault;
      faults.push(fault);
    }
  }
  if (runs.length > 1 && isDefaultFolder(folder)) await pointLatest(folder);
  if (faults[0]) throw faults[0];
  return worst(codes);
}

/** An excuse belongs to the side of its requirement; one that nobody knows is refused by the first. */
function ofSide(options: JudgeOptions, side: 'server' | 'client'): JudgeOptions {
  const { baseline } = options;
  if (!baseline || !options.server || !options.client) return options;
  return {
    ...options,
    baseline: baseline.filter((one) => (findRequirement(one.id)?.binds ?? 'server') === side),
  };
}

/** Worst first. That one side had nothing to judge says little where the other one had. */
const order: readonly ExitCode[] = [
  exitCodes.nonConforming,
  exitCodes.inconclusive,
  exitCodes.conforming,
  exitCodes.nothingJudged,
];

function worst(codes: readonly ExitCode[]): ExitCode {
  return order.find((code) => codes.includes(code)) ?? exitCodes.nothingJudged;
}

async function judgeAll(options: JudgeOptions): Promise<Judged> {
  const kinds = new Map<string, FileKind>();
  for (const file of options.files) kinds.set(file, await kindOfFile(file));
  const [first = ''] = options.files;
  const kind = kinds.get(first);
  const other = options.files.find((file) => kinds.get(file) !== kind);
  if (other !== undefined)
    throw new UsageError(
      `${first} and ${other} are of different kinds (${kind} and ${kinds.get(other)}).`,
      'Judge them one after the other.',
    );
  const captured: CaptureOptions = {
    name: nameOf(options.files),
    now: Date.now,
    ...(options.server ? { server: options.server } : {}),
    ...(options.client ? { client: options.client } : {}),
  };
  if (kind === 'evidence') return judgeEvidenceFiles(options.files, captured);
  if (kind === 'recording') return judgeRecordingFiles(options.files, captured);
  const { traffic, creators } = await readHars(options.files);
  const runs = judgeTraffic(traffic, captured);
  const environment = {
    files: options.files.length,
    entries: traffic.tally.entries,
    judged: traffic.exchanges.length,
    ...(creators === '' ? {} : { 'captured by': creators }),
  };
  const told = tallyLine(captured.name, traffic);
  return {
    runs,
    environment,
    told: [told],
    guard: guardOf(traffic, [captured.name, told, ...Object.values(environment).map(String)], runs),
  };
}

/** Why a claim is untested is told in our own words; everything else in a capture is somebody's. */
function guardOf(traffic: Traffic, known: readonly string[], runs: readonly CaptureRun[]): LeakGuard {
  const reasons = runs.flatMap(({ result }) => Object.values(result.evidence.notProvoked));
  const guard = createLeakGuard(['server', 'client'], Date.now(), [...known, ...reasons]);
  for (const exchange of [...traffic.exchanges, ...traffic.strays.map((one) => one.exchange)])
    guard.sawCapture(exchange);
  return guard;
}

async function readHars(
  files: readonly string[],
): Promise<{ readonly traffic: Traffic; readonly creators: string }> {
  const collector = createTrafficCollector();
  const creators = new Set<string>();
  for (const file of files) creators.add((await readHar(file, collector)).creator);
  return { traffic: collector.finish(files.length), creators: [...creators].filter(Boolean).join(', ') };
}

async function judgeEvidenceFiles(files: readonly string[], captured: CaptureOptions): Promise<Judged> {
  const [file = '', more] = files;
  if (more !== undefined)
    throw unusable(more, 'evidence is judged by itself', 'Judge one evidence.json after the other.');
  const run = await judgeEvidenceFile(file, captured);
  return { runs: [run], environment: { judged: run.result.evidence.exchanges.length }, told: [] };
}

async function judgeRecordingFiles(files: readonly string[], captured: CaptureOptions): Promise<Judged> {
  const { server } = captured;
  if (!server) throw new UsageError('Recordings show what a server did.', 'Leave --side client out.');
  const recordings = [];
  for (const file of files) recordings.push(await readRecording(file));
  const run = judgeRecordings(recordings, { ...captured, server });
  return {
    runs: [run],
    environment: { files: files.length, judged: run.result.evidence.exchanges.length },
    told: [],
  };
}

/** `sync.har`, `sync.har and 2 more`. */
function nameOf(files: readonly string[]): string {
  const [first = '', ...more] = files.map((file) => basename(file));
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
