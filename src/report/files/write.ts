import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import type { RunResult } from '../../claims/run-result.ts';
import { ConformanceError, SafetyStop, SuiteFault } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { evidenceFile, writeEvidence } from '../../evidence/store.ts';
import { defaultFiles, type OwnReporter, type ReporterChoice, reporters } from '../formats/reporters.ts';
import { buildReport, type Report, type ReportOptions } from '../model/report.ts';
import { ownReportsOf, refuseOwn, type ScreenText } from './own-reports.ts';
import { pointLatest } from './run-folder.ts';

export { createRunFolder, runFolderName } from './run-folder.ts';

export interface WriteOptions extends Omit<ReportOptions, 'evidenceFile'> {
  /** Besides report.json, junit.xml and report.html. @default none */
  readonly reporters?: readonly ReporterChoice[];
  /** Reporters of the user. @default none */
  readonly ownReporters?: readonly OwnReporter[];
  /** The leak scan of what own reporters write: gives another text for one that must not be written. @default none */
  readonly screenText?: ScreenText;
  /** Whether `latest`, next to the directory, should point to it. @default false */
  readonly latest?: boolean;
}

export interface Written {
  readonly report: Report;
  /** Paths of the written files. */
  readonly files: readonly string[];
  /** Output of reporters with the path `-`, in order. */
  readonly stdout: readonly string[];
  /** Everything that could not be written. Throw it after printing the summary: exit code 3. */
  readonly fault?: SuiteFault;
}

export const sumsFile = 'SHA256SUMS';

/** `evidence.sha256` if the evidence could not be written. */
const noDigest = '0'.repeat(64);

/**
 * Writes evidence.json.gz, report.json, junit.xml, report.html and the chosen reporters' files, and last SHA256SUMS (as for
 * `sha256sum --check`) of those in `dir`. Failed writes do not stop the others and are returned as one `fault`; only a
 * `SafetyStop` is thrown.
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
  for (const reporter of options.ownReporters ?? [])
    await attempt(async () => {
      for (const { name, text } of ownReportsOf(reporter, report, options.screenText)) {
        const file = join(dir, name);
        refuseOwn(dir, name, sumsFile, [...sums.keys()]);
        await writeFileAtomic(file, text);
        sums.set(file, createHash('sha256').update(text).digest('hex'));
      }
    });
  const files = [...sums.keys()];
  await attempt(async () => {
    await writeFileAtomic(join(dir, sumsFile), renderSums(dir, sums));
    files.push(join(dir, sumsFile));
  });
  if (options.latest) await attempt(() => pointLatest(dir));
  return { report, files, stdout, ...(failures.length === 0 ? {} : { fault: faultOf(failures) }) };
}

/** A line per file of the directory, sorted by name. */
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
      : 'This is a bug in the suite: please report it with this message.';
  // A fault that explains itself needs no stack; anything else is a bug.
  const bug = failures.find((one) => !(one instanceof ConformanceError));
  return new SuiteFault(
    [...new Set(messages)].join(' '),
    remedy,
    bug === undefined ? undefined : { cause: bug },
  );
}
