import type { RunResult } from '../claims/run-result.ts';
import type { ConformanceError, ExitCode } from '../errors.ts';
import type { LeakGuard } from '../leak-guard/leak-guard.ts';
import { renderConsole } from '../report/console/console.ts';
import { escapeTerminal } from '../report/escape.ts';
import { writeReports } from '../report/files/write.ts';
import { renderJson } from '../report/formats/json.ts';
import { type Environment, exitCodeOf } from '../report/model/report.ts';
import { type Io, isColorful } from './io.ts';
import { version } from './package.ts';
import { isDefaultFolder } from './paths/out-folder.ts';
import type { RunOptions } from './run-flags.ts';

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
  const result = guard ? guard.screen(run.result) : run.result;
  const written = await writeReports(folder, result, {
    tool: { name: 'clever-conformance', version },
    environment,
    failOn: options.failOn,
    ...(options.about ? { about: options.about } : {}),
    ...(options.baseline ? { baseline: options.baseline } : {}),
    reporters: options.reporters,
    latest: isDefaultFolder(folder),
  });
  for (const text of written.stdout) io.stdout.write(text);
  if (options.json) io.stdout.write(renderJson(written.report));
  else if (written.stdout.length === 0) {
    const { quiet, verbose } = options;
    const color = isColorful(io, options.color);
    io.stdout.write(renderConsole(written.report, result, { color, quiet, verbose }));
    if (!options.quiet) io.stderr.write(`Reports: ${folder}\n`);
  }
  for (const warning of guard?.warnings() ?? []) io.stderr.write(`warning: ${escapeTerminal(warning)}\n`);
  const fault = written.fault ?? run.unfinished;
  if (fault) throw guard ? guard.clean(fault) : fault;
  return exitCodeOf(written.report);
}
