import type { RunResult } from '../../claims/run-result.ts';
import { renderConsole } from '../../report/console/console.ts';
import type { Written } from '../../report/files/write.ts';
import { renderJson } from '../../report/formats/json.ts';
import { type Io, isColorful } from '../io.ts';

/** How a run is shown on stdout. */
export interface Showing {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

/** Prints what reporters sent to stdout, `report.json`, or else the summary. Returns whether it was the summary. */
export function showReports(written: Written, run: RunResult, options: Showing, io: Io): boolean {
  for (const text of written.stdout) io.stdout.write(text);
  if (options.json) io.stdout.write(renderJson(written.report));
  if (options.json || written.stdout.length > 0) return false;
  const { quiet, verbose } = options;
  io.stdout.write(
    renderConsole(written.report, run, { color: isColorful(io, options.color), quiet, verbose }),
  );
  return true;
}
