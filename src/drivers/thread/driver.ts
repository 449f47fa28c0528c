import { resolve } from 'node:path';
import { InterruptedError, UsageError } from '../../errors.ts';
import type { ClientClaim } from '../../observation.ts';
import { checkPlainFile } from '../../plain-file.ts';
import type { Driver } from '../driver.ts';
import { defaultSilenceMs } from '../module.ts';
import type { ThreadLimits } from './messages.ts';
import { openThread, type Thread } from './thread.ts';

export interface ThreadOptions {
  /** Path of the module, which exports `run`. */
  readonly file: string;
  /** How the user named it, for messages: `--module`. */
  readonly option: string;
  /** Ends all threads, and starts none later. */
  readonly signal: AbortSignal;
  readonly limits?: Partial<ThreadLimits>;
}

/** A driver with threads. */
export interface ThreadDriver extends Driver {
  /** Ends all threads. */
  close(): void;
}

/** Starts at once: two threads keep the scenario servers of this thread busy, and each costs some 30 MB. */
export const threadsAtOnce = 2;

const defaultLimits: ThreadLimits = {
  realMs: 120_000,
  virtualMs: 3_600_000,
  silenceMs: defaultSilenceMs,
  loadMs: 20_000,
  outputBytes: 16 * 1024 * 1024,
  memoryMib: 128,
};

/**
 * Runs a user's module in virtual time, in threads of this process: one start at a time in each, and a new thread after every
 * start that did not end by returning. Loads it once to begin with.
 * @throws UsageError if it is not a file or exports no `run`, InconclusiveError if it cannot be loaded.
 */
export async function createThreadDriver({
  file,
  option,
  signal,
  limits,
}: ThreadOptions): Promise<ThreadDriver> {
  const name = `${option} ${file}`;
  await checkPlainFile(file, {
    maxBytes: Number.POSITIVE_INFINITY,
    links: 'follow',
    refuse: ({ why, cause }) =>
      new UsageError(`${name} cannot be loaded: ${why}.`, 'Check the path.', { cause }),
  });
  const threads = new Set<Thread>();
  const idle: Thread[] = [];
  const open = () => {
    const thread = openThread(resolve(file), name, { ...defaultLimits, ...limits });
    threads.add(thread);
    return thread;
  };
  const close = () => {
    for (const thread of threads) thread.end();
    threads.clear();
  };
  signal.addEventListener('abort', close, { once: true });
  const first = open();
  try {
    await first.loaded;
  } catch (error) {
    close();
    if (signal.aborted) throw new InterruptedError('The run was interrupted.', 'Nothing was judged.');
    throw error;
  }
  idle.push(first);
  return {
    kind: 'module',
    name: file,
    timing: 'virtual',
    start: (assignment) => {
      // A thread that is opened after the end would stay.
      if (signal.aborted) return { ended: Promise.resolve(killed), kill: () => {} };
      const thread = idle.pop() ?? open();
      const { ended, kill } = thread.start(assignment);
      return {
        ended: ended.then(({ claim, isIdle }) => {
          if (isIdle) idle.push(thread);
          else threads.delete(thread);
          return claim;
        }),
        kill,
      };
    },
    close: () => {
      signal.removeEventListener('abort', close);
      close();
    },
  };
}

const killed: ClientClaim = { says: 'incomplete', ids: [], said: '', endedBy: 'kill' };
