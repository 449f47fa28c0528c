import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { median } from './median.ts';

/** Seconds per round; rounds alternate, so that load affects both alike. */
const roundS = 3;
const rounds = 3;

/** Requests per second of a loop through the proxy, and of the same loop to the sandbox itself. */
export async function measureProxying(): Promise<{ through: number; direct: number; ratio: number }> {
  const sandbox = new Worker(new URL('./server-worker.ts', import.meta.url), {
    workerData: { kind: 'sandbox' },
  });
  const [{ url, token }] = (await once(sandbox, 'message')) as [{ url: string; token: string }];
  const { origin, pathname } = new URL(url);
  const between = new Worker(new URL('./proxy-worker.ts', import.meta.url), { workerData: { origin } });
  try {
    const [proxy] = (await once(between, 'message')) as [{ url: string }];
    const rates: { direct: number; through: number }[] = [];
    for (let round = 0; round <= rounds; round++)
      rates.push({
        direct: await rateOf(origin + pathname, token),
        through: await rateOf(proxy.url + pathname, token),
      });
    const counted = rates.slice(1);
    return {
      through: median(counted.map((one) => one.through)),
      direct: median(counted.map((one) => one.direct)),
      ratio: median(counted.map((one) => one.through / one.direct)),
    };
  } finally {
    await Promise.all([sandbox.terminate(), between.terminate()]);
  }
}

/** Pages of the default size, read as a client reads them. */
async function rateOf(url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const endMs = performance.now() + 1000 * roundS;
  let requests = 0;
  for (; performance.now() < endMs; requests++) {
    const response = await fetch(url, { headers });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    await response.json();
  }
  return requests / roundS;
}
