import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of the built command line took. */
export interface Usage {
  /** From start to exit. */
  readonly wallMs: number;
  /** User and system time on all cores, which is less sensitive to load. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

export const bin = join(import.meta.dirname, '../dist/src/cli/bin.js');

/** Runs a built command line as a user does, by default this one. Reports go into a directory that is removed. */
export function runBuilt(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  built: string = bin,
): Usage {
  return inFolder((folder) => runWithUsage(folder, [built, ...args, '--out', join(folder, 'out')], { env }));
}

/** Runs a script of `bench/` with a value as JSON on its standard input. */
export function runScript(name: string, args: readonly string[], input: unknown): Usage {
  return inFolder((folder) =>
    runWithUsage(folder, [join(import.meta.dirname, name), ...args], { input: JSON.stringify(input) }),
  );
}

function inFolder(work: (folder: string) => Usage): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'clever-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runWithUsage(
  folder: string,
  args: readonly string[],
  { env = {}, input = '' }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string },
): Usage {
  const usageFile = join(folder, 'usage.json');
  // Written by the process when it exits, from the operating system's counters.
  const hook = `import{writeFileSync as w}from'node:fs';process.on('exit',()=>w(${JSON.stringify(usageFile)},JSON.stringify(process.resourceUsage())))`;
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...args],
    { stdio: ['pipe', 'ignore', 'inherit'], input, env: { ...process.env, ...env } },
  );
  // A verdict of any kind is a run; a fault is none.
  if (status === null || ![0, 1, 4].includes(status))
    throw new Error(`${args.join(' ')} ended with ${status}`);
  const wallMs = performance.now() - started;
  const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as NodeJS.ResourceUsage;
  return { wallMs, cpuMs: (usage.userCPUTime + usage.systemCPUTime) / 1000, peakMb: usage.maxRSS / 1024 };
}
