import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The packed package, and programs that users run, in temporary directories. */

const root = join(import.meta.dirname, '../..');

export interface Ended {
  readonly status: number | null;
  readonly text: string;
  readonly seconds: number;
}

/** Runs a command with the output of both streams; `env` is added to the environment. */
export function runIn(
  cwd: string,
  [command = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Ended {
  const from = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, ...env },
  });
  return { status, text: `${stdout}${stderr}${error ?? ''}`, seconds: (Date.now() - from) / 1000 };
}

/** As `runIn`; throws with the output unless it ends with 0. */
export function mustRun(
  cwd: string,
  command: readonly string[],
  env?: Readonly<Record<string, string>>,
): Ended {
  const ended = runIn(cwd, command, env);
  if (ended.status !== 0)
    throw new Error(`${command.join(' ')} in ${cwd} ended with ${ended.status}:\n${ended.text}`);
  return ended;
}

/** Packs the package into a temporary directory, which is removed after `work`. */
export function withPacked(work: (folder: string, tarball: string) => boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'clever-packed-'));
  try {
    mustRun(root, ['npm', 'pack', '--silent', '--pack-destination', folder]);
    process.exitCode = work(folder, join(folder, readdirSync(folder)[0] ?? '')) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new project with these files. */
export function projectWith(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** What a run came to, in a line; its output if it is not what it should be. */
export function printed(name: string, right: boolean, { status, text, seconds }: Ended): boolean {
  const word = right ? 'as it should' : `WRONG: exit ${status}`;
  process.stdout.write(`  ${name.padEnd(18)} ${word} ${seconds.toFixed(1)} s\n`);
  if (!right) process.stdout.write(`${text.trim().replaceAll(/^/gm, '    ')}\n`);
  return right;
}
