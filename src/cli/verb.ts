import type { Command } from 'commander';
import { type ExitCode, InterruptedError } from '../errors.ts';
import type { Io } from './io.ts';

/** The program that verbs add themselves to. */
export interface VerbHost {
  readonly program: Command;
  readonly io: Io;
  /** Sets the exit code. */
  readonly finish: (code: ExitCode) => void;
}

/**
 * Waits for a verb that has nothing to clean up. Throws `InterruptedError` as soon as a signal arrives, whatever the verb waits for.
 */
export async function cutShort(io: Io, work: Promise<ExitCode>): Promise<ExitCode> {
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(new InterruptedError('Interrupted.', 'Run it again for a result.'));
  if (io.signal.aborted) onAbort();
  io.signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    io.signal.removeEventListener('abort', onAbort);
  }
}
