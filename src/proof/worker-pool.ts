import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Side } from '../../contracts/requirement.ts';
import { InterruptedError, SuiteFault } from '../errors.ts';
import type { Trial } from './trial.ts';

/** One trial to be made; the subject is named, since functions do not cross threads. */
export interface Task {
  readonly side: Side;
  readonly name: string;
  readonly seed: number;
}

/** What a worker gets, and what it answers. */
export interface Order {
  readonly at: number;
  readonly task: Task;
}
export type Answer =
  | { readonly at: number; readonly trial: Trial }
  | { readonly at: number; readonly fault: { readonly message: string; readonly stack: string } };

export interface CrewOptions {
  /** Threads. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Called after each trial. */
  readonly onTrial?: (trial: Trial, done: number, total: number) => void;
}

/** Most objects of a trial die young: with the usual few megabytes for them a tenth of the time goes into moving them. */
const youngMb = 128;

/**
 * Makes trials on threads, each of which takes the next one when it is free. The result is in the order of the tasks, so
 * it does not depend on who was faster. Throws `InterruptedError` when the signal aborts, and `SuiteFault` where a trial broke.
 */
export async function runTrials(tasks: readonly Task[], options: CrewOptions): Promise<readonly Trial[]> {
  const { signal, onTrial } = options;
  const trials: Trial[] = [];
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  let next = 0;
  let done = 0;
  const workers = Array.from({ length: Math.min(options.jobs, tasks.length) }, openWorker);
  const giveWork = (worker: Worker) => {
    const at = next++;
    const task = tasks[at];
    if (task) worker.postMessage({ at, task } satisfies Order);
  };
  const interrupt = () => reject(interrupted());
  signal.addEventListener('abort', interrupt, { once: true });
  for (const worker of workers) {
    worker.on('message', (answer: Answer) => {
      const name = tasks[answer.at]?.name ?? '';
      if ('fault' in answer) return reject(faultIn(name, answer.fault));
      trials[answer.at] = answer.trial;
      done++;
      onTrial?.(answer.trial, done, tasks.length);
      if (done === tasks.length) resolve();
      else giveWork(worker);
    });
    worker.on('error', (cause) => reject(lost(cause)));
    worker.on('exit', () => reject(lost(undefined)));
    giveWork(worker);
  }
  try {
    if (signal.aborted) throw interrupted();
    if (tasks.length > 0) await ended;
    return trials;
  } finally {
    signal.removeEventListener('abort', interrupt);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function openWorker(): Worker {
  // Beside this file, as TypeScript in a checkout and as JavaScript in the package.
  const url = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);
  return new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
}

function interrupted(): InterruptedError {
  return new InterruptedError('The proof was interrupted.', 'Nothing was written; start it again.');
}

function faultIn(name: string, fault: { readonly message: string; readonly stack: string }): SuiteFault {
  const cause = new Error(fault.message);
  cause.stack = fault.stack;
  return new SuiteFault(`The trial of ${name} broke: ${fault.message}`, 'Please report it.', { cause });
}

function lost(cause: Error | undefined): SuiteFault {
  return new SuiteFault(
    `A thread of the proof was lost${cause ? `: ${cause.message}` : ''}.`,
    'Try again with --jobs 1; if it happens there too, please report it.',
    { cause },
  );
}
