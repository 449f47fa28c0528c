/**
 * `npm run build && node bench/memory.ts [seconds, default 60] [students, default 1,000,000]`: resident memory of the sandbox on a
 * port under full load, and while it serves a large district in pages of 10,000. It must be flat: the last quarter of the time takes
 * no more than the second, but for a tenth. Linux only.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { bin } from './built.ts';

const [seconds = 60, students = 1_000_000] = process.argv.slice(2).map(Number);
const token = 'sandbox-district-token';
const headers = { authorization: `Bearer ${token}` };
const pageSize = 10_000;

await underSandbox([], async (origin, child) => {
  const samples = watch(child);
  const { requests } = await autocannon({
    url: `${origin}/v2.0/students?limit=100`,
    connections: 16,
    duration: seconds,
    headers,
  });
  print(`${seconds} s of full load, ${requests.total} requests`, samples.stop());
});
await underSandbox(['--students', String(students)], async (origin, child) => {
  const samples = watch(child);
  let served = 0;
  for (let next: string | undefined = `/v2.0/students?limit=${pageSize}`; next !== undefined; ) {
    const response = await fetch(origin + next, { headers });
    const page = (await response.json()) as {
      data: unknown[];
      links: { rel: string; uri: string }[];
    };
    served += page.data.length;
    next = page.links.find((one) => one.rel === 'next')?.uri;
  }
  print(`${served} students in pages of ${pageSize}`, samples.stop());
});

async function underSandbox(
  args: readonly string[],
  work: (origin: string, child: ChildProcess) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, [bin, 'sandbox', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    await work(/http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '', child);
  } finally {
    child.kill();
  }
}

/** Samples of the resident memory of a process, in MiB. */
function watch({ pid }: ChildProcess): { stop(): readonly number[] } {
  const samples: number[] = [];
  const timer = setInterval(() => {
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    samples.push(Number(kib) / 1024);
  }, 250);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

function print(what: string, samples: readonly number[]): void {
  const quarter = (nth: number) =>
    Math.max(
      0,
      ...samples.slice(Math.floor((samples.length * (nth - 1)) / 4), Math.ceil((samples.length * nth) / 4)),
    );
  const peaks = [1, 2, 3, 4].map(quarter);
  const isFlat = quarter(4) <= 1.1 * quarter(2);
  if (!isFlat) process.exitCode = 1;
  process.stdout.write(
    `${what}: peak MiB by quarter ${peaks.map((one) => one.toFixed(0)).join(', ')}: ${isFlat ? 'flat' : 'not flat'}\n`,
  );
}
