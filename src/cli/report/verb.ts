import { UsageError } from '../../errors.ts';
import type { VerbHost } from '../verb.ts';

interface ReportFlags {
  readonly matrix?: string | true;
  readonly out?: string;
  readonly reporter?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** `report`, `verify`, `merge`, `diff`: what can be done with the folders that runs leave, without a network. */
export function addReportVerbs({ program, io, finish }: VerbHost): void {
  program
    .command('report')
    .argument('<dir...>', 'folder of a run; with --matrix several, each with a name of its own as name=dir')
    .summary('rebuilds reports from evidence')
    .description(
      'Judges the evidence of a run again and writes its reports anew, without a network. With --matrix: one HTML page ' +
        'that shows several runs side by side, on stdout or in a file.',
    )
    .option('--matrix [file]', 'compare the runs on one page; default: stdout')
    .option('--out <dir>', 'where to write; default: the folder itself')
    .option('--reporter <name...>', 'more reports, as name or name:path; - as path prints it')
    .option('--json', 'print report.json instead of the summary')
    .option('--quiet', 'print only what failed, and the verdict')
    .option('--no-color', 'no colours')
    .action(async (dirs: readonly string[], flags: ReportFlags) => {
      if (flags.matrix !== undefined) {
        const { compareFolders } = await import('./matrix.ts');
        return finish(await compareFolders(dirs, flags.matrix === true ? '-' : flags.matrix, io));
      }
      const [dir = '', second] = dirs;
      if (second !== undefined)
        throw new UsageError('Only one folder can be rebuilt at a time.', 'Add --matrix to compare several.');
      const { readReporter } = await import('../run-flags.ts');
      const { rebuildReports } = await import('./run.ts');
      const options = {
        ...(flags.out === undefined ? {} : { out: flags.out }),
        reporters: (flags.reporter ?? []).map(readReporter),
        json: flags.json === true,
        quiet: flags.quiet === true,
        color: flags.color,
      };
      finish(await rebuildReports(dir, options, io));
    });

  program
    .command('verify')
    .argument('<dir>', 'folder of a run')
    .summary('judges evidence again and checks digests')
    .description(
      'Judges the evidence of a run again, without a network, and compares it with the report: every outcome, case and ' +
        'finding, and the digest of every file. Exit 1 when anything differs.',
    )
    .action(async (dir: string) => {
      const { verifyFolder } = await import('./verify.ts');
      finish(await verifyFolder(dir, io));
    });

  program
    .command('merge')
    .argument('<dir...>', 'folders of all shards of a run')
    .summary('joins the shards of a run')
    .description(
      'Joins what "server --shard i/n" or "client --shard i/n" left into the report of the whole run. A shard that is ' +
        'missing, doubled or of another run is an error.',
    )
    .option('--out <dir>', 'folder for the reports; default: reports/<time>-<target>')
    .option('--no-color', 'no colours')
    .action(async (dirs: readonly string[], flags: { readonly out?: string; readonly color: boolean }) => {
      const { mergeFolders } = await import('./merge.ts');
      finish(await mergeFolders(dirs, flags.out, flags.color, io));
    });

  program
    .command('diff')
    .argument('<before>', 'folder of the earlier run')
    .argument('<after>', 'folder of the later run')
    .summary('compares two runs')
    .description(
      'Tells what fails newly, was fixed, or is no longer tested. Exit 1 when a required requirement fails newly.',
    )
    .option('--format <name>', 'text, markdown, html or json', 'text')
    .action(async (before: string, after: string, { format }: { readonly format: string }) => {
      const { diffFolders } = await import('./diff.ts');
      finish(await diffFolders(before, after, format, io));
    });
}
