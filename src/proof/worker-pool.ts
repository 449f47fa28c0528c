import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ApiName } from '../../contracts/profiles.ts';
import type { Side } from '../../contracts/requirement.ts';
import { InterruptedError, SuiteFault } from '../errors.ts';
import type { DeepTrial } from './deep/deep-trial.ts';
import type { Trial } from './trial.ts';

/** One trial; the subject is given by name, since functions cannot be sent to threads. */
export interface Task {
  readonly side: Side;
  readonly name: string;
  readonly seed: number;
  /** See `JudgeOptions`. */
  readonly quick?: boolean;
}

/** The trial of a generated mutant. */
export interface DeepTask extends Task {
  readonly deep: { readonly apis: readonly ApiName[] };
}

/** What the trial of a task gives. */
export type TrialOf<T extends Task> = T extends DeepTask ? DeepTrial : Trial;

/** Messages to and from a worker. */
export interface WorkerRequest {
  readonly at: number;
  readonly task: Task | DeepTask;
}
export type WorkerResult =
  | { readonly at: number; readonly trial: Trial | DeepTrial }
  | { readonly at: number; readonly fault: { readonly message: string; readonly stack: string } };

export interface PoolOptions<T extends Task = Task> {
  /** Number of threads. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  /** Called after each trial. */
  readonly onTrial?: (trial: TrialOf<T>, done: number, total: number) => void;
}

/** Most objects of a trial are short-lived: with V8's default young generation a tenth of the time goes into copying them. */
const youngMb = 128;

/**
 * Runs trials on threads. The result is in the order of the tasks, so it does not depend on timing. Throws
 * `InterruptedError` when the signal aborts, and `SuiteFault` if a trial throws.
 */
export async function runTrials<T extends Task>(
  tasks: readonly T[],
  options: PoolOptions<T>,
): Promise<readonly TrialOf<T>[]> {
  const { signal, onTrial } = options;
  const trials: TrialOf<T>[] = [];
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  let next = 0;
  let done = 0;
  const workers = Array.from({ length: Math.min(options.jobs, tasks.length) }, openWorker);
  const giveWork = (worker: Worker) => {
    const at = next++;
    const task = tasks[at];
    if (task) worker.postMessage({ at, task } satisfies WorkerRequest);
  };
  const interrupt = () => reject(interrupted());
  signal.addEventListener('abort', interrupt, { once: true });
  for (const worker of workers) {
    worker.on('message', (result: WorkerResult) => {
      const name = tasks[result.at]?.name ?? '';
      if ('fault' in result) return reject(faultIn(name, result.fault));
      // A worker answers each kind of task with its own kind of trial.
      const trial = result.trial as TrialOf<T>;
      trials[result.at] = trial;
      done++;
      onTrial?.(trial, done, tasks.length);
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
  // Next to this file, as TypeScript in a checkout and as JavaScript in the package.
  const url = new URL(`./worker${extname(import.meta.filename)}`, import.meta.url);
  return new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
}

function interrupted(): InterruptedError {
  return new InterruptedError('The proof was interrupted.', 'Nothing was written; run it again.');
}

function faultIn(name: string, fault: { readonly message: string; readonly stack: string }): SuiteFault {
  const cause = new Error(fault.message);
  cause.stack = fault.stack;
  return new SuiteFault(`The trial of ${name} failed: ${fault.message}`, 'Please report it.', { cause });
}

function lost(cause: Error | undefined): SuiteFault {
  return new SuiteFault(
    `A worker thread of the proof ended unexpectedly${cause ? `: ${cause.message}` : ''}.`,
    'Try again with --jobs 1; if it fails again, please report it.',
    { cause },
  );
}
