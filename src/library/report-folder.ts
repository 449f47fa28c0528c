import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RunResult } from '../claims/run-result.ts';
import { judgeEvidence } from '../engine/judge.ts';
import { InconclusiveError } from '../errors.ts';
import { evidenceFileIn, readEvidence } from '../evidence/store.ts';
import { count } from '../report/escape.ts';
import { readReport } from '../report/files/read.ts';
import { differencesFrom, factsOf } from '../report/files/rebuild.ts';
import type { Report } from '../report/model/report.ts';

/** A report directory, re-judged. */
export interface ReportFolder {
  readonly report: Report;
  /** From the evidence alone. */
  readonly run: RunResult;
  /** SHA-256 of the bytes of the evidence file, in hex. */
  readonly evidenceSha256: string;
}

/** Reads a report directory and re-judges its evidence. Throws `UsageError` if it cannot be read. */
export async function openReportFolder(dir: string): Promise<ReportFolder> {
  const report = await readReport(dir);
  // The file name in the report is ignored: it could point anywhere.
  const file = join(dir, evidenceFileIn(dir));
  const evidence = await readEvidence(file);
  return { report, run: judgeEvidence(evidence, factsOf(report)), evidenceSha256: await digestOfFile(file) };
}

/**
 * Throws `InconclusiveError` if fields were withheld from the evidence and it now gives other outcomes than the report: only the run
 * itself could judge them.
 */
export function assertRejudgeable(dir: string, { report, run, evidenceSha256 }: ReportFolder): void {
  const fields = (run.evidence.withheld ?? []).reduce((sum, one) => sum + one.count, 0);
  if (fields === 0 || differencesFrom(report, run, evidenceSha256).length === 0) return;
  throw new InconclusiveError(
    `${dir} cannot be judged again: ${count(fields, 'field')} of its evidence or report ${fields === 1 ? 'was' : 'were'} withheld as possible leaks.`,
    'Use its report.json, which has the outcomes of the run, or run the suite again.',
  );
}

/** SHA-256 of a file in hex; `undefined` if it is not a regular file. */
export async function digestOfRegularFile(file: string): Promise<string | undefined> {
  const info = await lstat(file).catch(() => undefined);
  return info?.isFile() ? await digestOfFile(file) : undefined;
}

async function digestOfFile(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}
