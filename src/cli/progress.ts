import { createProgress, type Progress } from '../report/progress.ts';
import type { Io } from './io.ts';

/** The progress of a run on standard error. */
export function openProgress({ stderr, env }: Io, quiet: boolean): Progress {
  return createProgress({
    stream: stderr,
    isTty: stderr.isTTY === true,
    quiet,
    ci: Boolean(env.CI),
    now: Date.now,
  });
}
