import { join } from 'node:path';
import { ConformanceError, SafetyStop, SuiteFault } from '../errors.ts';
import { writeFileAtomic } from '../evidence/atomic.ts';
import { evidenceFile, writeEvidence } from '../evidence/store.ts';
import type { RunResult } from '../result.ts';
import { buildReport, type Report, type ReportOptions } from './model.ts';
import { defaultFiles, type ReporterChoice, reporters } from './reporters.ts';
import { pointLatest } from './run-folder.ts';

export { createRunFolder, runFolderName } from './run-folder.ts';

export interface WriteOptions extends Omit<ReportOptions, 'evidenceFile'> {
  /** Besides report.json, junit.xml and report.html. @default none */
  readonly reporters?: readonly ReporterChoice[];
  /** Whether `latest` beside the folder should point to it. @default false */
  readonly latest?: boolean;
}

export interface Written {
  readonly report: Report;
  /** Paths of the files that are there now. */
  readonly files: readonly string[];
  /** Names everything that could not be written. Throw it once the summary is out: exit code 3. */
  readonly fault?: SuiteFault;
}

/** What stands in `evidence.sha256` when the evidence could not be written: no file has this digest. */
const noDigest = '0'.repeat(64);

/**
 * Writes what a run leaves into `dir`: evidence.json, report.json, junit.xml, report.html and what else was asked for.
 * What cannot be written does not stop the rest; it comes back as one `fault`. Throws only when going on could do harm:
 * evidence that is about to leak stops everything (`SafetyStop`).
 */
export async function writeReports(dir: string, run: RunResult, options: WriteOptions): Promise<Written> {
  const files: string[] = [];
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
  if (sha256 !== undefined) files.push(join(dir, evidenceFile));
  const report = buildReport(run, {
    ...options,
    evidenceFile: { file: evidenceFile, sha256: sha256 ?? noDigest },
  });
  const standard = (['json', 'junit', 'html'] as const).map((name): ReporterChoice => ({ name }));
  for (const { name, path } of [...standard, ...(options.reporters ?? [])]) {
    const file = path ?? join(dir, defaultFiles[name]);
    await attempt(async () => {
      await writeFileAtomic(file, reporters[name](report, run, options.catalogue));
      if (!files.includes(file)) files.push(file);
    });
  }
  if (options.latest) await attempt(() => pointLatest(dir));
  return failures.length === 0 ? { report, files } : { report, files, fault: faultOf(failures) };
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
