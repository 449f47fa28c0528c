import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { reportsFolder } from '../../report/files/run-folder.ts';
import { fileOf, folderOf } from '../paths/destination.ts';
import { cutShort, type VerbHost } from '../verb.ts';

interface ReportFlags {
  readonly matrix?: string | true;
  readonly history?: boolean;
  readonly format?: string;
  readonly out?: string;
  readonly reporter?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

interface MergeFlags extends Pick<ReportFlags, 'out' | 'reporter' | 'json' | 'quiet' | 'verbose' | 'color'> {
  readonly failOn?: readonly string[];
  readonly extra?: readonly string[];
}

/** `report`, `verify`, `merge`, `diff`: offline work on report directories. */
export function addReportVerbs({ program, io, finish }: VerbHost): void {
  program
    .command('report')
    .argument(
      '[dir...]',
      'report directory; with --matrix several, optionally named as name=dir; with --history several, or one with all of them',
    )
    .summary('rebuilds reports from evidence')
    .description(
      'Re-judges the evidence of a run and rebuilds its reports, without a network. With --matrix: several runs side by side, ' +
        'with the exit code of the worst. With --history: runs of one subject over time, with the exit code of the newest.',
    )
    .option('--matrix [file]', 'compare the runs on one page; default: stdout')
    .option('--history', 'show when each requirement first failed, over several runs; see --out')
    .option('--format <name>', 'of --matrix: html, json or junit; of --history: html or json; default: html')
    .option(
      '--out <path>',
      'directory to write to; default: the report directory itself. Of --history the file; default: stdout',
    )
    .option('--reporter <name...>', 'additional reports, as name or name:path; path - is stdout')
    .option('--json', 'print report.json instead of the summary')
    .option('--quiet', 'print only failures and the verdict')
    .option('--verbose', 'print every failed requirement with its findings, and every reason in full')
    .option('--no-color', 'disable colors')
    .action(async (dirs: readonly string[], flags: ReportFlags) => {
      const { format = 'html' } = flags;
      if (flags.matrix !== undefined) {
        const { compareFolders, isRun } = await import('./matrix.ts');
        const given = flags.matrix === true ? '-' : flags.matrix;
        const [file, runs] = isRun(given) ? ['-', [given, ...dirs]] : [fileOrStdout('--matrix', given), dirs];
        return finish(await cutShort(io, compareFolders(runs, file, format, io)));
      }
      if (flags.history) {
        const { showHistory } = await import('./history.ts');
        const file = fileOrStdout('--out', flags.out ?? '-');
        return finish(await cutShort(io, showHistory(dirs, file, format, io)));
      }
      if (flags.format !== undefined)
        throw new UsageError('--format needs --matrix or --history.', 'Use --reporter for other reports.');
      const [dir, second] = dirs;
      if (dir === undefined)
        throw new UsageError('No report directory given.', 'Give that of a run, such as reports/latest.');
      if (second !== undefined)
        throw new UsageError(
          'Only one report directory can be rebuilt at a time.',
          'Add --matrix to compare several.',
        );
      const { readReporters } = await import('../run/run-flags.ts');
      const { loadReporters } = await import('../run/own-modules.ts');
      const { rebuildReports } = await import('./run.ts');
      const { reporters, reporterFiles } = readReporters(flags.reporter ?? []);
      const options = {
        ...(flags.out === undefined ? {} : { out: folderOf('--out')(flags.out) }),
        reporters,
        ownReporters: await loadReporters(reporterFiles),
        json: flags.json === true,
        quiet: flags.quiet === true,
        verbose: flags.verbose === true,
        color: flags.color,
      };
      finish(await cutShort(io, rebuildReports(dir, options, io)));
    });

  program
    .command('baseline')
    .argument('[dir]', 'report directory', join(reportsFolder, 'latest'))
    .summary('writes the known failures of a report into a baseline')
    .description(
      'Prints the baseline that accepts what failed in a report: an entry for each failed case, for 90 days. With --update: writes it. Valid entries ' +
        'stay as they are, and those that are no longer needed go; each new one needs a reason.',
    )
    .option('--file <file>', 'the baseline', fileOf('--file'), 'baseline.yaml')
    .option('--update', 'write the file')
    .action(async (dir: string, flags: { readonly file: string; readonly update?: boolean }) => {
      const { bringBaseline } = await import('./baseline.ts');
      finish(await cutShort(io, bringBaseline(dir, { file: flags.file, update: flags.update === true }, io)));
    });

  program
    .command('verify')
    .argument('<dir>', 'report directory')
    .summary('re-judges evidence and checks digests')
    .description(
      'Re-judges the evidence of a run, without a network, and compares it with the report: every outcome, case and ' +
        'finding, and the digest of every file. Exit code 1 if anything differs.',
    )
    .action(async (dir: string) => {
      const { verifyFolder } = await import('./verify.ts');
      finish(await cutShort(io, verifyFolder(dir, io)));
    });

  program
    .command('merge')
    .argument('<dir...>', 'report directories of all shards of a run')
    .summary('joins the shards of a run')
    .description(
      'Joins the reports of "server --shard i/n" or "client --shard i/n" into the report of the whole run. A missing or ' +
        'duplicate shard, or one from another run, is an error.',
    )
    .option('--out <dir>', 'report directory; default: reports/<time>-<target>', folderOf('--out'))
    .option('--reporter <name...>', 'additional reports, as name or name:path; path - is stdout')
    .option('--extra <file...>', 'requirements of your own, as for the shards')
    .option('--fail-on <what...>', 'also fail on: recommended, untested, extra; default: as the shards')
    .option('--json', 'print report.json instead of the summary')
    .option('--quiet', 'print only failures and the verdict')
    .option('--verbose', 'print every failed requirement with its findings, and every reason in full')
    .option('--no-color', 'disable colors')
    .action(async (dirs: readonly string[], flags: MergeFlags) => {
      const { readFailOn, readReporters } = await import('../run/run-flags.ts');
      const { loadExtras, loadReporters } = await import('../run/own-modules.ts');
      const { mergeFolders } = await import('./merge.ts');
      const { reporters, reporterFiles } = readReporters(flags.reporter ?? []);
      const options = {
        out: flags.out,
        reporters,
        ownReporters: await loadReporters(reporterFiles),
        extra: await loadExtras(flags.extra ?? []),
        failOn: flags.failOn && readFailOn(flags.failOn),
        json: flags.json === true,
        quiet: flags.quiet === true,
        verbose: flags.verbose === true,
        color: flags.color,
      };
      finish(await cutShort(io, mergeFolders(dirs, options, io)));
    });

  program
    .command('diff')
    .argument('<before>', 'report directory of the earlier run')
    .argument('<after>', 'report directory of the later run')
    .summary('compares two runs')
    .description(
      'Lists requirements that newly fail, were fixed, or are no longer tested. Exit code 1 if a required one newly fails.',
    )
    .option('--format <name>', 'text, markdown, html or json', 'text')
    .action(async (before: string, after: string, { format }: { readonly format: string }) => {
      const { diffFolders } = await import('./diff.ts');
      finish(await cutShort(io, diffFolders(before, after, format, io)));
    });
}

function fileOrStdout(flag: string, path: string): string {
  return path === '-' ? path : fileOf(flag)(path);
}
