import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { catalogueDigest } from '../../catalogue.ts';
import type { RunResult } from '../../claims/run-result.ts';
import { type ExitCode, exitCodes, InconclusiveError } from '../../errors.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { readSums } from '../../report/files/read.ts';
import { differencesFrom } from '../../report/files/rebuild.ts';
import { sumsFile } from '../../report/files/write.ts';
import { defaultFiles, type ReporterName, reporters } from '../../report/formats/reporters.ts';
import type { Report } from '../../report/model/report.ts';
import type { Io } from '../io.ts';
import { version } from '../package.ts';
import { digestOfRegularFile, openReportFolder } from './folder.ts';

/**
 * Judges the evidence of a report folder again, without a network, and compares: outcomes, cases, findings, verdict, and
 * the digests of all files. 0 when everything agrees, 1 when anything does not.
 */
export async function verifyFolder(dir: string, io: Io): Promise<ExitCode> {
  const wrong = await wrongDigests(dir);
  const { report, run, evidenceSha256 } = await openReportFolder(dir);
  if (wrong.length === 0 && report.catalogue.digest !== catalogueDigest())
    throw new InconclusiveError(
      `${dir} was judged by another catalogue (${report.catalogue.version}, clever-conformance ${report.tool.version}).`,
      `This is ${version}: verify it with the version that made it.`,
    );
  wrong.push(...differencesFrom(report, run, evidenceSha256));
  // Another version may word and lay out the same outcomes differently.
  if (report.tool.version === version) wrong.push(...(await wrongTexts(dir, report, run)));
  for (const line of wrong) io.stdout.write(`✗ ${escapeTerminal(line)}\n`);
  io.stdout.write(
    wrong.length > 0
      ? `${escapeTerminal(dir)} does not hold: ${count(wrong.length, 'difference')}.\n`
      : `${escapeTerminal(dir)} holds: ${report.requirements.length} requirements follow from ` +
          `${count(run.evidence.exchanges.length, 'exchange')}, and the digests are right.\n`,
  );
  return wrong.length > 0 ? exitCodes.nonConforming : exitCodes.conforming;
}

/** Files that are rendered from the report; somebody may have edited one and its digest with it. */
async function wrongTexts(dir: string, report: Report, run: RunResult): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, file] of Object.entries(defaultFiles)) {
    const found = await digestOfRegularFile(join(dir, file));
    const text = found === undefined ? '' : reporters[name as ReporterName](report, run);
    if (found !== undefined && found !== createHash('sha256').update(text).digest('hex'))
      wrong.push(`${file} does not say what the report says`);
  }
  return [...new Set(wrong)];
}

async function wrongDigests(dir: string): Promise<string[]> {
  const sums = await readSums(dir);
  if (!sums) return [`${sumsFile} is missing, so the other files cannot be checked`];
  const wrong: string[] = [];
  for (const needed of ['evidence.json', 'report.json'])
    if (!sums.has(needed)) wrong.push(`${sumsFile} does not list ${needed}`);
  for (const [name, sha256] of sums) {
    const found = await digestOfRegularFile(join(dir, name));
    if (found === undefined) wrong.push(`${name} is missing`);
    else if (found !== sha256) wrong.push(`${name} is not as it was written: its SHA-256 is ${found}`);
  }
  return wrong;
}
