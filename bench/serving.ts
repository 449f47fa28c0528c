import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import autocannon from 'autocannon';
import { median } from './median.ts';

/** Seconds per round; rounds alternate, so that load affects both alike. */
const roundS = 3;
const rounds = 3;

/** Requests per second of the sandbox on a port against a bare server that sends the same bytes. */
export async function measureServing(): Promise<{ sandbox: number; bare: number; ratio: number }> {
  const sandbox = await startServer('sandbox');
  const bare = await startServer('bare');
  try {
    const ratios: number[] = [];
    const rates: { sandbox: number[]; bare: number[] } = { sandbox: [], bare: [] };
    for (let round = 0; round <= rounds; round++) {
      const a = await rateOf(sandbox.url, sandbox.token);
      const b = await rateOf(bare.url, sandbox.token);
      if (round === 0) continue;
      ratios.push(a / b);
      rates.sandbox.push(a);
      rates.bare.push(b);
    }
    return { sandbox: median(rates.sandbox), bare: median(rates.bare), ratio: median(ratios) };
  } finally {
    await Promise.all([sandbox.stop(), bare.stop()]);
  }
}

async function rateOf(url: string, token: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: 16,
    duration: roundS,
    headers: { authorization: `Bearer ${token}` },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} responses were not 200`);
  return result.requests.average;
}

async function startServer(kind: 'sandbox' | 'bare') {
  const worker = new Worker(new URL('./server-worker.ts', import.meta.url), { workerData: { kind } });
  const [started] = (await once(worker, 'message')) as [{ url: string; token: string }];
  return { ...started, stop: () => worker.terminate() };
}
