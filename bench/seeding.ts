/**
 * `npm run build && node bench/seeding.ts [students, default 1,000,000]`: what the sandbox takes to start with a large district, how
 * that grows from a quarter of it, and what a start takes with a file that has the district already. Linux only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin } from './built.ts';

const [students = 1_000_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'clever-bench-'));
try {
  const quarter = await start('a quarter', Math.round(students / 4));
  const whole = await start('the whole', students);
  const exponent = Math.log(whole.cpuS / quarter.cpuS) / Math.log(4);
  process.stdout.write(`growth exponent ${exponent.toFixed(2)}\n`);
  const db = ['--db', join(folder, 'sandbox.db')];
  await start('into a file', students, db);
  await start('from the file', students, db);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Until the sandbox says that it listens; prints the figures. */
async function start(what: string, size: number, args: readonly string[] = []): Promise<{ cpuS: number }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [bin, 'sandbox', '--port', '0', '--students', String(size), ...args],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    await once(child.stdout, 'data');
    const wallS = (performance.now() - started) / 1000;
    const cpuS = cpuOf(child.pid);
    process.stdout.write(
      `${what.padEnd(14)} ${size} students: ${cpuS.toFixed(2)} s of processor, ${wallS.toFixed(2)} s, peak ${peakOf(child.pid).toFixed(0)} MiB\n`,
    );
    return { cpuS };
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

/** User and system time of a process, in seconds: Linux counts hundredths. */
function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Maximum resident memory of a process, in MiB. */
function peakOf(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
