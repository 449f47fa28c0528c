import { existsSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Side } from '../../../contracts/requirement.ts';
import { NothingJudgedError, UsageError } from '../../errors.ts';
import { readPlainFile } from '../../plain-file.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { readReport } from '../../report/files/read.ts';
import { reportsFolder } from '../../report/files/run-folder.ts';
import type { Report } from '../../report/model/report.ts';
import type { Io } from '../io.ts';

/** What failed last, and is still open. */
export interface LastFailed {
  readonly requirement: string[];
  /** For a client: the scenarios in which they failed. */
  readonly names: ReadonlySet<string>;
  /** In a sentence. */
  readonly notice: string;
}

/** Flags that choose as well. */
interface Choosing {
  readonly grep?: string;
  readonly requirement?: readonly string[];
  readonly level?: string;
  readonly scenario?: string;
}

/**
 * The requirements of a side that failed in `latest`, in the default directory of reports below `root`, warnings counted in; where that
 * run was partial, with what failed before it and was not judged again. Throws `UsageError` if there is no such report, or if the flags
 * choose something else, and `NothingJudgedError` if nothing failed.
 */
export async function readLastFailed(side: Side, flags: Choosing, root = reportsFolder): Promise<LastFailed> {
  const { grep, requirement, level, scenario } = flags;
  if ([grep, requirement, level, scenario].some((one) => one !== undefined))
    throw new UsageError(
      '--last-failed cannot be combined with --grep, --requirement, --level or --scenario.',
      'Use one of them.',
    );
  const last = await lastReport(side, root);
  const runs = await runsSinceWhole(last, root);
  const open = failuresOf(runs.map(({ report }) => report));
  const { dir } = runs[0] ?? last;
  const where = runs.length > 1 ? `${dir} and ${count(runs.length - 1, 'partial run')} since` : dir;
  if (open.size === 0)
    throw new NothingJudgedError(
      `Nothing that failed in ${where} is open.`,
      'Run without --last-failed to judge everything.',
    );
  return {
    requirement: [...open.keys()],
    names: new Set([...open.values()].flatMap((cases) => [...cases])),
    notice: `Judging again what failed in ${where}: ${count(open.size, 'requirement')} of ${last.report.subject.name}.`,
  };
}

interface Run {
  readonly dir: string;
  readonly report: Report;
}

/** A whole run is seldom further back. */
const maxRuns = 200;

/**
 * The last run with those before it, oldest first, back to the last that judged everything: a partial one, such as a rerun, says
 * nothing of what else failed.
 */
async function runsSinceWhole(last: Run, root: string): Promise<readonly Run[]> {
  const { side, subject, startedAt } = last.report;
  const runs = [last];
  if (isWhole(last.report)) return runs;
  const names = (await readdir(root, { withFileTypes: true }))
    .filter((one) => one.isDirectory() && existsSync(join(root, one.name, 'report.json')))
    .map(({ name }) => name)
    .sort()
    .reverse();
  for (const name of names.slice(0, maxRuns)) {
    const dir = join(root, name);
    const report = await readReport(dir).catch(() => undefined);
    if (report?.side !== side || report.subject.name !== subject.name || report.startedAt >= startedAt)
      continue;
    runs.unshift({ dir, report });
    if (isWhole(report)) break;
  }
  return runs;
}

function isWhole({ requirements, inconclusive, environment: { flags } }: Report): boolean {
  // What the client is said not to do is inapplicable then, not left out.
  const isPart = typeof flags === 'string' && /(?:^| )--only /.test(flags);
  return !isPart && inconclusive === undefined && requirements.every((row) => row.notSelected !== true);
}

/** By requirement the cases that failed, and have not passed since. */
function failuresOf(reports: readonly Report[]): ReadonlyMap<string, ReadonlySet<string>> {
  const open = new Map<string, Set<string>>();
  for (const { requirements } of reports)
    for (const { id, outcome, cases } of requirements) {
      const failed = open.get(id) ?? new Set();
      for (const one of cases) {
        if (one.outcome === 'passed') failed.delete(one.name);
        if (one.outcome === 'failed') failed.add(one.name);
      }
      if (failed.size > 0 || outcome === 'failed') open.set(id, failed);
      else open.delete(id);
    }
  return open;
}

/** The flags of a run, with what `--last-failed` chooses, which is announced on stderr. */
export async function withLastFailed<
  T extends Choosing & { readonly lastFailed?: boolean; readonly quiet?: boolean },
>(side: Side, flags: T, io: Io): Promise<T> {
  if (!flags.lastFailed) return flags;
  const { notice, ...chosen } = await readLastFailed(side, flags);
  if (!flags.quiet) io.stderr.write(`${escapeTerminal(notice)}\n`);
  return { ...flags, ...chosen };
}

/** The last report of a side: of a capture there are two. */
export async function lastReport(
  side: Side,
  root = reportsFolder,
): Promise<{ readonly dir: string; readonly report: Report }> {
  const latest = join(root, 'latest');
  if (!existsSync(latest))
    throw new UsageError(`There is no ${latest}.`, 'Run once without --out, which writes it.');
  const dir = await folderOf(latest, root);
  const own = existsSync(join(dir, 'report.json')) ? dir : join(dir, side);
  const report = await readReport(own);
  if (report.side === side) return { dir: own, report };
  throw new UsageError(
    `${own} is of a ${report.side}, not of a ${side}.`,
    'Run once without --last-failed, or name the requirements with --requirement.',
  );
}

/** A link, or a file with the name where links are not allowed. */
async function folderOf(latest: string, root: string): Promise<string> {
  if (!(await lstat(latest)).isFile()) return latest;
  const refuse = ({ why }: { readonly why: string }) =>
    new UsageError(`${latest} cannot be read: ${why}.`, 'Delete it, and run again.');
  const name = (await readPlainFile(latest, { maxBytes: 4096, refuse })).trim();
  // A name only: the file could point anywhere.
  if (/^[\w-]+$/.test(name)) return join(root, name);
  throw refuse({ why: 'it is not the name of a report directory' });
}
