import { existsSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Side } from '../../../contracts/requirement.ts';
import { NothingJudgedError, UsageError } from '../../errors.ts';
import { readPlainFile } from '../../plain-file.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import { readReport } from '../../report/files/read.ts';
import type { Report } from '../../report/model/report.ts';
import type { Io } from '../io.ts';
import { reportsFolder } from '../paths/folders.ts';

/** What failed in the last run. */
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
 * The requirements of a side that failed in `latest`, in the default directory of reports below `root`, warnings counted in. Throws `UsageError` if there
 * is no such report, or if the flags choose something else, and `NothingJudgedError` if nothing failed.
 */
export async function readLastFailed(side: Side, flags: Choosing, root = reportsFolder): Promise<LastFailed> {
  const { grep, requirement, level, scenario } = flags;
  if ([grep, requirement, level, scenario].some((one) => one !== undefined))
    throw new UsageError(
      '--last-failed cannot be combined with --grep, --requirement, --level or --scenario.',
      'Use one of them.',
    );
  const { dir, report } = await lastReport(side, root);
  const failed = report.requirements.filter((row) => row.outcome === 'failed');
  if (failed.length === 0)
    throw new NothingJudgedError(
      `Nothing failed in ${dir}.`,
      'Run without --last-failed to judge everything.',
    );
  const cases = failed.flatMap((row) => row.cases).filter((one) => one.outcome === 'failed');
  return {
    requirement: failed.map(({ id }) => id),
    names: new Set(cases.map(({ name }) => name)),
    notice: `Judging again what failed in ${dir}: ${count(failed.length, 'requirement')} of ${report.subject.name}.`,
  };
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
