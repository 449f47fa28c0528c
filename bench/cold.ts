import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';

/**
 * Starts the built command line as a user does, several times after one warm-up (which fills the compile cache, as a
 * first run does on any machine).
 */
export async function measureCold(runs = 7): Promise<{ wallMs: number; peakMb: number; runs: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'clever-bench-'));
  const memoryFile = join(folder, 'peak');
  // Written by the process itself when it ends: the operating system's own maximum of its resident memory.
  const hook = `import{writeFileSync as w}from'node:fs';process.on('exit',()=>w(${JSON.stringify(memoryFile)},String(process.resourceUsage().maxRSS)))`;
  const bin = join(import.meta.dirname, '../dist/src/cli/bin.js');
  const walls: number[] = [];
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
      peaks.push(Number(readFileSync(memoryFile, 'utf8')) / 1024);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { wallMs: median(walls), peakMb: Math.max(...peaks), runs };
}
