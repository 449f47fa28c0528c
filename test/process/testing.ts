import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '../../src/cli/bin.ts');

/** A process of the command line, with any streams. */
export interface Started {
  readonly child: ChildProcess;
  /** Resolves with the exit code and what a piped stderr had. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** Starts the command line in `cwd`; a number in `stdio` is an open file. */
export function startCli(
  args: readonly string[],
  cwd: string,
  stdio: readonly ['ignore', 'pipe' | number, 'pipe' | number] = ['ignore', 'pipe', 'pipe'],
  env: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, CI: '1', ...env },
    stdio: [...stdio],
  });
  let stderr = '';
  child.stdout?.resume();
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stderr })),
  );
  return { child, ended };
}

/** Waits for something that another process does. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The whole reports of a run in `cwd`. */
export function hasReports(cwd: string): boolean {
  return ['report.json', 'report.html', 'junit.xml', 'SHA256SUMS'].every((name) =>
    existsSync(join(cwd, 'reports/latest', name)),
  );
}

/** Whether a process runs. One that has ended, but that its new parent has not collected, does not. */
export function isAlive(pid: number): boolean {
  const state = execFileSync('ps', ['-o', 'stat=', '-p', `${pid},${process.pid}`], { encoding: 'utf8' });
  return (
    state
      .trim()
      .split('\n')
      .filter((one) => !one.startsWith('Z')).length > 1
  );
}
