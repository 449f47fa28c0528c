import type { RunResult } from '../../claims/run-result.ts';
import { withExtra } from '../../engine/extra.ts';
import type { ConformanceError, ExitCode } from '../../errors.ts';
import type { LeakGuard } from '../../leak-guard/leak-guard.ts';
import { version } from '../../package.ts';
import { escapeTerminal } from '../../report/escape.ts';
import { isDefaultFolder } from '../../report/files/out-folder.ts';
import { writeReports } from '../../report/files/write.ts';
import { type Environment, exitCodeOf } from '../../report/model/report.ts';
import type { Io } from '../io.ts';
import type { RunOptions } from './run-flags.ts';
import { showReports } from './show-reports.ts';

/** A judged run, exercised or captured. */
export interface JudgedRun {
  readonly result: RunResult;
  /** Why it ended early. */
  readonly unfinished: ConformanceError | undefined;
}

/**
 * Writes the reports into `folder`, prints the summary and returns the exit code. A `guard` withholds the fields that contain a raw
 * value, and warns. Afterwards, throws the fault of an incomplete run or report.
 */
export async function endRun(
  run: JudgedRun,
  folder: string,
  environment: Environment,
  options: RunOptions,
  io: Io,
  guard?: LeakGuard,
): Promise<ExitCode> {
  const judged = withExtra(run.result, options.extra);
  const result = guard ? guard.screen(judged) : judged;
  const written = await writeReports(folder, result, {
    tool: { name: 'clever-conformance', version },
    environment,
    failOn: options.failOn,
    ...(options.about ? { about: options.about } : {}),
    ...(options.baseline ? { baseline: options.baseline } : {}),
    reporters: options.reporters,
    ...(guard ? { screenText: guard.screenText } : {}),
    ...(options.ownReporters ? { ownReporters: options.ownReporters } : {}),
    latest: isDefaultFolder(folder),
  });
  const isSummary = showReports(written, result, options, io);
  if (isSummary && !options.quiet) io.stderr.write(`Reports: ${folder}\n`);
  for (const warning of guard?.warnings() ?? []) io.stderr.write(`warning: ${escapeTerminal(warning)}\n`);
  const fault = written.fault ?? run.unfinished;
  if (fault) throw guard ? guard.clean(fault) : fault;
  return exitCodeOf(written.report);
}
