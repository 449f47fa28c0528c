import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { main } from './main.ts';

export { withFolder } from '../testing.ts';

/** Output and exit code of a process. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compiled code of the suite, which makes each process start faster. */
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');

/** Runs the command line as a separate process in `cwd`. */
export function runCli(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    /** Called after the process has started. */
    readonly onStart?: (child: { interrupt(): void; kill(): void; stdout: NodeJS.ReadableStream }) => void;
  },
): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bin.ts'), ...args], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', HOME: options.cwd, XDG_CACHE_HOME: cache, CI: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    stdout += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    stderr += piece;
  });
  options.onStart?.({
    interrupt: () => child.kill('SIGINT'),
    kill: () => child.kill('SIGKILL'),
    stdout: child.stdout,
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

/** Serves on a free port of 127.0.0.1 while `work` runs. */
export async function withServer<T>(
  listener: RequestListener,
  work: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Runs the command line in this process, which is much faster; requires absolute paths. */
export async function runMain(...args: readonly string[]): Promise<Ended> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);
  const io = { stdout, stderr, env: { CI: '1' }, signal: new AbortController().signal };
  const code = await main(args, io);
  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { code, stdout: out, stderr: err };
}
