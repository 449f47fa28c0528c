import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';

export interface Cold {
  /** Median, from start to exit. */
  readonly wallMs: number;
  readonly fastestMs: number;
  /** Median of user and system time on all cores, which is less sensitive to load. */
  readonly cpuMs: number;
  /** Maximum resident memory of all runs. */
  readonly peakMb: number;
  readonly runs: number;
}

/**
 * Starts the built command line as a user does, several times after one warm-up (which fills the compile cache, as a
 * first run does on any machine).
 */
export function measureCold(runs = 7): Cold {
  const folder = mkdtempSync(join(tmpdir(), 'clever-bench-'));
  const usageFile = join(folder, 'usage.json');
  // Written by the process when it exits, from the operating system's counters.
  const hook = `import{writeFileSync as w}from'node:fs';process.on('exit',()=>w(${JSON.stringify(usageFile)},JSON.stringify(process.resourceUsage())))`;
  const bin = join(import.meta.dirname, '../dist/src/cli/bin.js');
  const walls: number[] = [];
  const cpus: number[] = [];
  const peaks: number[] = [];
  try {
    for (let run = 0; run <= runs; run++) {
      const started = performance.now();
      execFileSync(
        process.execPath,
        [
          '--import',
          `data:text/javascript,${encodeURIComponent(hook)}`,
          bin,
          'server',
          '--quiet',
          '--out',
          join(folder, String(run)),
        ],
        { stdio: 'ignore' },
      );
      if (run === 0) continue;
      walls.push(performance.now() - started);
      const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as NodeJS.ResourceUsage;
      cpus.push((usage.userCPUTime + usage.systemCPUTime) / 1000);
      peaks.push(usage.maxRSS / 1024);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    wallMs: median(walls),
    fastestMs: Math.min(...walls),
    cpuMs: median(cpus),
    peakMb: Math.max(...peaks),
    runs,
  };
}
