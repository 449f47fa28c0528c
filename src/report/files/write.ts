import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import type { RunResult } from '../../claims/run-result.ts';
import { ConformanceError, SafetyStop, SuiteFault } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { evidenceFile, evidencePieces, writeEvidence } from '../../evidence/store.ts';
import { defaultFiles, type ReporterChoice, reporters } from '../formats/reporters.ts';
import { buildReport, type Report, type ReportOptions } from '../model/report.ts';
import { pointLatest } from './run-folder.ts';

export { createRunFolder, runFolderName } from './run-folder.ts';

export interface WriteOptions extends Omit<ReportOptions, 'evidenceFile'> {
  /** Besides report.json, junit.xml and report.html. @default none */
  readonly reporters?: readonly ReporterChoice[];
  /** Sees every text before the first file is written, and what the terminal is going to show; throws to stop it all. */
  readonly guard?: Guard;
  /** Whether `latest` beside the folder should point to it. @default false */
  readonly latest?: boolean;
}

/** Looks at what is about to be written to `file`, and throws `SafetyStop` where it must not be. */
export type Guard = (file: string, content: string | Iterable<string>) => void;

export interface Written {
  readonly report: Report;
  /** Paths of the files that are there now. */
  readonly files: readonly string[];
  /** What reporters with the path `-` have to say on stdout, in their order. */
  readonly stdout: readonly string[];
  /** Names everything that could not be written. Throw it once the summary is out: exit code 3. */
  readonly fault?: SuiteFault;
}

/** The name of the list of digests in a report folder. */
export const sumsFile = 'SHA256SUMS';

/** What stands in `evidence.sha256` when the evidence could not be written: no file has this digest. */
const noDigest = '0'.repeat(64);

/**
 * Writes what a run leaves into `dir`: evidence.json, report.json, junit.xml, report.html and what else was asked for; last
 * SHA256SUMS over those that stand in the folder, in the form that `sha256sum --check` reads.
 * What cannot be written does not stop the rest; it comes back as one `fault`. Throws only when going on could do harm:
 * evidence that is about to leak stops everything (`SafetyStop`).
 */
export async function writeReports(dir: string, run: RunResult, options: WriteOptions): Promise<Written> {
  const sums = new Map<string, string>();
  const stdout: string[] = [];
  const failures: unknown[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SafetyStop) throw error;
      failures.push(error);
      return undefined;
    }
  };

  if (options.guard) guardAll(run, options, options.guard);
  const sha256 = await attempt(() => writeEvidence(dir, run.evidence));
  if (sha256 !== undefined) sums.set(join(dir, evidenceFile), sha256);
  const report = buildReport(run, {
    ...options,
    evidenceFile: { file: evidenceFile, sha256: sha256 ?? noDigest },
  });
  const standard = (['json', 'junit', 'html'] as const).map((name): ReporterChoice => ({ name }));
  for (const { name, path } of [...standard, ...(options.reporters ?? [])]) {
    const file = path ?? join(dir, defaultFiles[name]);
    await attempt(async () => {
      const text = reporters[name](report, run, options.catalogue);
      if (file === '-') return void stdout.push(text);
      await writeFileAtomic(file, text);
      sums.set(file, createHash('sha256').update(text).digest('hex'));
    });
  }
  const files = [...sums.keys()];
  await attempt(async () => {
    await writeFileAtomic(join(dir, sumsFile), renderSums(dir, sums));
    files.push(join(dir, sumsFile));
  });
  if (options.latest) await attempt(() => pointLatest(dir));
  return { report, files, stdout, ...(failures.length === 0 ? {} : { fault: faultOf(failures) }) };
}

/** Renders everything once more than is needed to write it: nothing may be written before all of it was looked at. */
function guardAll(run: RunResult, options: WriteOptions, guard: Guard): void {
  guard(evidenceFile, evidencePieces(run.evidence));
  const report = buildReport(run, { ...options, evidenceFile: { file: evidenceFile, sha256: noDigest } });
  const asked = (options.reporters ?? []).map(({ name }) => name);
  for (const name of new Set(['json', 'junit', 'html', 'text', ...asked] as const))
    guard(defaultFiles[name], reporters[name](report, run, options.catalogue));
}

/** A line per file of the folder, by name. */
function renderSums(dir: string, sums: ReadonlyMap<string, string>): string {
  return [...sums]
    .filter(([file]) => dirname(resolve(file)) === resolve(dir))
    .map(([file, sha256]) => `${sha256}  ${basename(file)}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

function faultOf(failures: readonly unknown[]): SuiteFault {
  const messages = failures.map((one) => (one instanceof Error ? one.message : String(one)));
  const first = failures[0];
  const remedy =
    first instanceof ConformanceError
      ? first.remedy
      : 'This is a fault of ours: please report it with the message.';
  return new SuiteFault([...new Set(messages)].join(' '), remedy, { cause: first });
}
