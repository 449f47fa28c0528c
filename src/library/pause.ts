import { setImmediate } from 'node:timers/promises';
import { InterruptedError } from '../errors.ts';

/** Lets a signal arrive between two long pieces of work, which never wait by themselves. */
export async function pause(signal: AbortSignal): Promise<void> {
  await setImmediate();
  if (signal.aborted) throw new InterruptedError('The run was interrupted.', 'Run it again for a result.');
}
