import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '../../dist/src/cli/bin.js');

/** What one run of the built command line took, and printed. */
export interface Run {
  /** `null` after a signal. */
  readonly code: number | null;
  readonly seconds: number;
  /** Peak resident memory of the process with all its threads, in MiB; not of the programs that it starts. */
  readonly peakMib: number;
  /** Both streams. */
  readonly text: string;
  /** The text of a file in the report directory; `''` if there is none. */
  report(name: string): string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** After this time the process is killed, and the row is not held. */
  readonly maxMs: number;
  readonly signalAfter?: { readonly ms: number; readonly signal: NodeJS.Signals };
}

/** Runs the built command line as a user does. Its reports go into a directory that is removed after `look`. */
export async function runSuite<T>(
  args: readonly string[],
  { env = {}, maxMs, signalAfter }: RunOptions,
  look: (run: Run) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'clever-hostile-'));
  const peakFile = join(folder, 'peak');
  // Written by the process when it exits. The peak of its own memory: `maxRSS` would include what this process had when it forked.
  const hook =
    `import{readFileSync as r,writeFileSync as w}from'node:fs';import{isMainThread as m}from'node:worker_threads';` +
    `if(m)process.on('exit',()=>w(${JSON.stringify(peakFile)},/VmHWM:\\s+(\\d+)/.exec(r('/proc/self/status','utf8'))[1]))`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, bin, ...withOut(args, folder)],
    { cwd: folder, env: { ...process.env, CI: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      if (text.length < 10_000_000) text += piece;
    });
  const timers = [setTimeout(() => child.kill('SIGKILL'), maxMs)];
  if (signalAfter) timers.push(setTimeout(() => child.kill(signalAfter.signal), signalAfter.ms));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  for (const timer of timers) clearTimeout(timer);
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  try {
    return look({
      code,
      seconds: (performance.now() - started) / 1000,
      peakMib: Number(read(peakFile)) / 1024,
      text,
      report: (name) => read(join(folder, 'out', name)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withOut(args: readonly string[], folder: string): readonly string[] {
  const hasOut = ['server', 'client', 'judge'].includes(args[0] ?? '') && !args.includes('--out');
  // The command of a client comes last.
  const [verb = '', ...rest] = args;
  return hasOut ? [verb, '--out', join(folder, 'out'), ...rest] : args;
}
