import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

export const root: string = join(import.meta.dirname, '../..');
export const bin: string = join(root, 'src/cli/bin.ts');

export interface Killed {
  readonly code: number | null;
  /** Whether the signal was sent before the end. */
  readonly wasHit: boolean;
  readonly tookMs: number;
  /** From its first file to the end; 0 if it wrote none. */
  readonly writingMs: number;
}

/** When a process gets a signal: after a time, counted from its start, from a word that it prints, or from its first file. */
export interface Shot {
  readonly signal: NodeJS.Signals;
  readonly afterMs: number;
  readonly waitFor?: string;
  readonly whenWriting?: true;
}

/** Runs node with these arguments, and sends it a signal. `writesIn`: the directory in which its files are noticed. */
export function runAndKill(
  args: readonly string[],
  shot: Shot | undefined,
  options: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly writesIn?: string;
  } = {},
): Promise<Killed> {
  const { cwd, env, writesIn } = options;
  const child = spawn(process.execPath, [...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, CI: '1', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const startedMs = Date.now();
  let wasHit = false;
  let timer: NodeJS.Timeout | undefined;
  let firstFileMs: number | undefined;
  const shoot = () => {
    timer = setTimeout(() => {
      wasHit = shot !== undefined && child.kill(shot.signal);
    }, shot?.afterMs);
  };
  if (shot && shot.waitFor === undefined && !shot.whenWriting) shoot();
  child.stdout.on('data', (piece) => {
    if (shot?.waitFor !== undefined && String(piece).includes(shot.waitFor)) shoot();
  });
  const watcher =
    writesIn === undefined
      ? undefined
      : watch(writesIn, { recursive: true }, (_event, name) => {
          if (firstFileMs !== undefined || !name?.endsWith('.tmp')) return;
          firstFileMs = Date.now();
          if (shot?.whenWriting) shoot();
        });
  // A watched directory may be gone before it is looked into.
  watcher?.on('error', () => {});
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      watcher?.close();
      const endedMs = Date.now();
      resolve({
        code,
        wasHit,
        tookMs: endedMs - startedMs,
        writingMs: firstFileMs === undefined ? 0 : endedMs - firstFileMs,
      });
    }),
  );
}

/** Numbers from 0 to 1 that only have to vary, and to be the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Processes whose environment names the directory: what was started for a run in it. Linux only. */
export function processesOf(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return readFileSync(`/proc/${name}/environ`, 'latin1').includes(`=${folder}`) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}
