import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConformanceError, InterruptedError, SuiteFault } from '../../errors.ts';
import type { CoreOptions } from './core.ts';
import { coreEnvironment } from './environment.ts';
import type { WorkerAnswer } from './verify-worker.ts';

export interface WorkerOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Kills the process; the call rejects with the reason if it is a `ConformanceError`, else with `InterruptedError`. */
  readonly signal: AbortSignal;
}

export interface WorkerResult {
  /** The core's result. */
  readonly json: unknown;
  /** The end of the core's output, which contains errors missing from its result. */
  readonly output: string;
}

const maxOutputChars = 20_000;

/**
 * Runs the native verifier in a child process and returns its JSON result. Throws `SuiteFault` if the core is missing,
 * cannot be loaded, or crashes.
 */
export async function runWorker(options: CoreOptions, { env, signal }: WorkerOptions): Promise<WorkerResult> {
  // The core looks for native code in its working directory first, so that is an empty one.
  const folder = await mkdtemp(join(tmpdir(), 'clever-conformance-pact-'));
  try {
    const { answer, output } = await ask(
      options,
      folder,
      coreEnvironment(env, options.pactBrokerUrl !== undefined),
      signal,
    );
    if (answer.kind === 'core-missing') throw new SuiteFault(answer.message, answer.remedy);
    if (answer.kind === 'fault') throw fault(answer.message);
    return { json: JSON.parse(answer.json), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ask(
  options: CoreOptions,
  cwd: string,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<{ readonly answer: WorkerAnswer; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(`./verify-worker${extname(import.meta.url)}`, import.meta.url));
    const child = fork(file, { cwd, env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    let answer: WorkerAnswer | undefined;
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-maxOutputChars);
      });
    child.once('message', (message) => {
      answer = message as WorkerAnswer;
    });
    child.once('error', (error) => reject(fault(error.message)));
    child.once('close', (code, killedBy) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(abortReason(signal));
      else if (answer) resolve({ answer, output });
      else
        reject(
          fault(`it exited with ${killedBy ?? code} before it had a result: ${output.trim().slice(-2000)}`),
        );
    });
    child.send(options);
    if (signal.aborted) stop();
  });
}

function abortReason({ reason }: AbortSignal): ConformanceError {
  return reason instanceof ConformanceError
    ? reason
    : new InterruptedError('The verification was interrupted.', 'Run it again for a complete result.');
}

function fault(reason: string): SuiteFault {
  return new SuiteFault(
    `Pact's native core failed: ${reason}.`,
    'Please report this with the pact, if you can.',
  );
}
