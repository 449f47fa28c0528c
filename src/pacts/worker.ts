import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConformanceError, InterruptedError, SuiteFault } from '../errors.ts';
import type { CoreOptions } from './core.ts';
import { coreEnvironment } from './environment.ts';
import type { WorkerAnswer } from './verify-worker.ts';

export interface WorkerOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends the process; the call then rejects with its reason where that is an error of ours, else with `InterruptedError`. */
  readonly signal: AbortSignal;
}

/** What came of a verification. */
export interface WorkerResult {
  /** The core's result. */
  readonly json: unknown;
  /** The end of what the core printed: what it does not put into its result. */
  readonly said: string;
}

/** How much of what the core prints is kept. */
const longestSaid = 20_000;

/**
 * Runs the native verifier in a process of its own and gives its result, as the core's JSON. Throws `SuiteFault` where the
 * core is missing, cannot be loaded, or dies.
 */
export async function runWorker(options: CoreOptions, { env, signal }: WorkerOptions): Promise<WorkerResult> {
  // The core looks for native code in its working folder first; this one is empty.
  const folder = await mkdtemp(join(tmpdir(), 'clever-conformance-pact-'));
  try {
    const { answer, said } = await ask(
      options,
      folder,
      coreEnvironment(env, options.pactBrokerUrl !== undefined),
      signal,
    );
    if (answer.kind === 'core-missing') throw new SuiteFault(answer.message, answer.remedy);
    if (answer.kind === 'fault') throw fault(answer.message);
    return { json: JSON.parse(answer.json), said };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ask(
  options: CoreOptions,
  cwd: string,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<{ readonly answer: WorkerAnswer; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(`./verify-worker${extname(import.meta.url)}`, import.meta.url));
    const child = fork(file, { cwd, env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    let answer: WorkerAnswer | undefined;
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-longestSaid);
      });
    child.once('message', (message) => {
      answer = message as WorkerAnswer;
    });
    child.once('error', (error) => reject(fault(error.message)));
    child.once('close', (code, killedBy) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(whyAborted(signal));
      else if (answer) resolve({ answer, said });
      else
        reject(
          fault(`it ended with ${killedBy ?? code} before it had a result: ${said.trim().slice(-2000)}`),
        );
    });
    child.send(options);
    if (signal.aborted) stop();
  });
}

function whyAborted({ reason }: AbortSignal): ConformanceError {
  return reason instanceof ConformanceError
    ? reason
    : new InterruptedError('The verification was interrupted.', 'Run it again for a whole result.');
}

function fault(why: string): SuiteFault {
  return new SuiteFault(
    `Pact's native core failed: ${why}.`,
    'Please report this with the pact, if you can.',
  );
}
