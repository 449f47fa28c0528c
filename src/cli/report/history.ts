import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExitCode, UsageError } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import { historyOf, renderHistoryJson } from '../../report/compare/history.ts';
import { renderHistory } from '../../report/compare/history-html.ts';
import { filesNamed, refuseForeign } from '../../report/files/own-files.ts';
import { readReport } from '../../report/files/read.ts';
import { exitCodeOf, type Report } from '../../report/model/report.ts';
import type { Io } from '../io.ts';
import { readChoice } from '../selection.ts';

const renderers = {
  html: (reports: readonly Report[]) => renderHistory(reports),
  json: (reports: readonly Report[]) => renderHistoryJson(historyOf(reports)),
} as const;

/**
 * Writes the history of several runs; `-` is stdout. A directory without a report of its own stands for the runs in it. Returns
 * the exit code of the newest run.
 */
export async function showHistory(
  dirs: readonly string[],
  file: string,
  format: string,
  io: Io,
): Promise<ExitCode> {
  const name = readChoice('--format', format, Object.keys(renderers) as (keyof typeof renderers)[]);
  const runs = (await Promise.all(dirs.map(runsIn))).flat();
  if (runs.length === 0)
    throw new UsageError('No report directory given.', 'Give those of the runs, or one with all of them.');
  const reports: Report[] = [];
  for (const dir of runs) reports.push(await readReport(dir));
  const [first] = reports;
  const other = reports.findIndex(({ side }) => side !== first?.side);
  if (other > 0)
    throw new UsageError(
      `${runs[0]} judges a ${first?.side}, ${runs[other]} a ${reports[other]?.side}.`,
      'Give runs of the same side.',
    );
  const text = renderers[name](reports);
  if (file === '-') io.stdout.write(text);
  else {
    refuseForeign(filesNamed(file));
    await writeFileAtomic(file, text);
  }
  const newest = reports.reduce((a, b) => (Date.parse(b.startedAt) >= Date.parse(a.startedAt) ? b : a));
  return exitCodeOf(newest);
}

/** The directory itself, or the report directories directly in it, without links such as `latest`. */
async function runsIn(dir: string): Promise<readonly string[]> {
  if (existsSync(join(dir, 'report.json'))) return [dir];
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const runs = entries
    .filter((one) => one.isDirectory() && existsSync(join(dir, one.name, 'report.json')))
    .map((one) => join(dir, one.name))
    .sort();
  // Reading it says what is wrong with it.
  return runs.length > 0 ? runs : [dir];
}
