import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { catalogueDigest } from '../../catalogue.ts';
import type { RunResult } from '../../claims/run-result.ts';
import { type ExitCode, exitCodes, InconclusiveError } from '../../errors.ts';
import { evidenceFileIn } from '../../evidence/store.ts';
import { assertRejudgeable, digestOfRegularFile, openReportFolder } from '../../library/report-folder.ts';
import { version } from '../../package.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { readSums } from '../../report/files/read.ts';
import { differencesFrom } from '../../report/files/rebuild.ts';
import { sumsFile } from '../../report/files/write.ts';
import { defaultFiles, type ReporterName, reporters } from '../../report/formats/reporters.ts';
import type { Report } from '../../report/model/report.ts';
import type { Io } from '../io.ts';

/**
 * Re-judges the evidence of a report directory and compares outcomes, cases, findings, verdict, and the digests of all files.
 * 0 if everything matches, otherwise 1.
 */
export async function verifyFolder(dir: string, io: Io): Promise<ExitCode> {
  const wrong = await wrongDigests(dir);
  const folder = await openReportFolder(dir);
  const { report, run, evidenceSha256 } = folder;
  if (wrong.length === 0 && report.catalogue.digest !== catalogueDigest())
    throw new InconclusiveError(
      `${dir} was judged with another catalogue (${report.catalogue.version}, clever-conformance ${report.tool.version}).`,
      `This is version ${version}: verify it with the version that wrote it.`,
    );
  if (wrong.length === 0) assertRejudgeable(dir, folder);
  wrong.push(...differencesFrom(report, run, evidenceSha256));
  // Another version may render the same outcomes differently.
  if (report.tool.version === version) wrong.push(...(await wrongTexts(dir, report, run)));
  for (const line of wrong) io.stdout.write(`✗ ${escapeTerminal(line)}\n`);
  io.stdout.write(
    wrong.length > 0
      ? `${escapeTerminal(dir)} is not valid: ${count(wrong.length, 'difference')}.\n`
      : `${escapeTerminal(dir)} is valid: ${report.requirements.length} requirements match the evidence of ` +
          `${count(run.evidence.exchanges.length, 'exchange')}, and all digests match.\n`,
  );
  return wrong.length > 0 ? exitCodes.nonConforming : exitCodes.conforming;
}

/** Files that differ from what the report renders: an edit may have updated the digest, too. */
async function wrongTexts(dir: string, report: Report, run: RunResult): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, file] of Object.entries(defaultFiles)) {
    const found = await digestOfRegularFile(join(dir, file));
    const text = found === undefined ? '' : reporters[name as ReporterName](report, run);
    if (found !== undefined && found !== createHash('sha256').update(text).digest('hex'))
      wrong.push(`${file} does not match report.json`);
  }
  return [...new Set(wrong)];
}

async function wrongDigests(dir: string): Promise<string[]> {
  const sums = await readSums(dir);
  if (!sums) return [`${sumsFile} is missing, so the other files cannot be checked`];
  const wrong: string[] = [];
  for (const needed of [evidenceFileIn(dir), 'report.json'])
    if (!sums.has(needed)) wrong.push(`${sumsFile} does not list ${needed}`);
  for (const [name, sha256] of sums) {
    const found = await digestOfRegularFile(join(dir, name));
    if (found === undefined) wrong.push(`${name} is missing`);
    else if (found !== sha256) wrong.push(`${name} was changed: its SHA-256 is ${found}`);
  }
  return wrong;
}
