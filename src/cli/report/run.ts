import type { ExitCode } from '../../errors.ts';
import { assertRejudgeable, openReportFolder } from '../../library/report-folder.ts';
import { version } from '../../package.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesOfRun } from '../../report/files/own-files.ts';
import { optionsOf } from '../../report/files/rebuild.ts';
import { writeReports } from '../../report/files/write.ts';
import type { OwnReporter, ReporterChoice } from '../../report/formats/reporters.ts';
import { exitCodeOf } from '../../report/model/report.ts';
import type { Io } from '../io.ts';
import { type Showing, showReports } from '../run/show-reports.ts';

/** Options of `report DIR`. */
export interface RebuildOptions extends Showing {
  /** Absent: the directory itself. */
  readonly out?: string;
  readonly reporters: readonly ReporterChoice[];
  readonly ownReporters: readonly OwnReporter[];
}

/** Rebuilds all reports of a directory from its evidence; the exit code is that of the run. */
export async function rebuildReports(dir: string, options: RebuildOptions, io: Io): Promise<ExitCode> {
  const folder = await openReportFolder(dir);
  assertRejudgeable(dir, folder);
  const { report, run } = folder;
  const out = await openFolder(options.out ?? dir, '', filesOfRun(options.reporters));
  const written = await writeReports(out, run, {
    ...optionsOf(report, { name: 'clever-conformance', version }),
    reporters: options.reporters,
    ownReporters: options.ownReporters,
  });
  showReports(written, run, options, io);
  if (!options.quiet) io.stderr.write(`Reports: ${out}\n`);
  if (written.fault) throw written.fault;
  return exitCodeOf(written.report);
}
