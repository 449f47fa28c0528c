import type { ExitCode } from '../../errors.ts';
import type { Io } from '../io.ts';
import type { ProxyOptions } from './flags.ts';
import { startBetween } from './start.ts';
import { watchBetween } from './watch.ts';

/** Stands between a client and a server until both are judged, and returns the worse exit code. */
export async function judgeBetween(options: ProxyOptions, io: Io): Promise<ExitCode> {
  return options.run.kind === 'watch'
    ? await watchBetween(options, options.run, io)
    : await startBetween(options, options.run, io);
}
