import type { ExitCode } from '../../errors.ts';
import { makeFolder } from '../../evidence/atomic.ts';
import { renderConsole } from '../../report/console/console.ts';
import { optionsOf } from '../../report/files/rebuild.ts';
import { writeReports } from '../../report/files/write.ts';
import { renderJson } from '../../report/formats/json.ts';
import type { ReporterChoice } from '../../report/formats/reporters.ts';
import { exitCodeOf } from '../../report/model/report.ts';
import { type Io, isColorful } from '../io.ts';
import { version } from '../package.ts';
import { assertRejudgeable, openReportFolder } from './folder.ts';

/** Options of `report DIR`. */
export interface RebuildOptions {
  /** Absent: the directory itself. */
  readonly out?: string;
  readonly reporters: readonly ReporterChoice[];
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

/** Rebuilds all reports of a directory from its evidence; the exit code is that of the run. */
export async function rebuildReports(dir: string, options: RebuildOptions, io: Io): Promise<ExitCode> {
  const folder = await openReportFolder(dir);
  assertRejudgeable(dir, folder);
  const { report, run } = folder;
  const out = options.out ?? dir;
  await makeFolder(out);
  const written = await writeReports(out, run, {
    ...optionsOf(report, { name: 'clever-conformance', version }),
    reporters: options.reporters,
  });
  for (const text of written.stdout) io.stdout.write(text);
  if (options.json) io.stdout.write(renderJson(written.report));
  else if (written.stdout.length === 0)
    io.stdout.write(
      renderConsole(written.report, run, {
        color: isColorful(io, options.color),
        quiet: options.quiet,
        verbose: options.verbose,
      }),
    );
  if (!options.quiet) io.stderr.write(`Reports: ${out}\n`);
  if (written.fault) throw written.fault;
  return exitCodeOf(written.report);
}
