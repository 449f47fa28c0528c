import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Short rounds that alternate. The fastest of each counts: whatever else the machine does can only slow a round down. */
const roundMs = 250;
const rounds = 24;

export interface Proxying {
  /** Pages per second, in the fastest round. */
  readonly through: number;
  readonly direct: number;
  readonly ratio: number;
}

/** A client that reads pages of the default size one after the other, through the proxy and from the sandbox itself. */
export async function measureProxying(): Promise<Proxying> {
  const sandbox = new Worker(new URL('./server-worker.ts', import.meta.url), {
    workerData: { kind: 'sandbox' },
  });
  const [{ url, token }] = (await once(sandbox, 'message')) as [{ url: string; token: string }];
  const { origin, pathname } = new URL(url);
  const between = new Worker(new URL('./proxy-worker.ts', import.meta.url), { workerData: { origin } });
  try {
    const [proxy] = (await once(between, 'message')) as [{ url: string }];
    let [direct, through] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      direct = Math.max(direct, await rateOf(origin + pathname, token));
      through = Math.max(through, await rateOf(proxy.url + pathname, token));
    }
    return { through, direct, ratio: through / direct };
  } finally {
    await Promise.all([sandbox.terminate(), between.terminate()]);
  }
}

async function rateOf(url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const startMs = performance.now();
  let pages = 0;
  for (; performance.now() - startMs < roundMs; pages++) {
    const response = await fetch(url, { headers });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    await response.json();
  }
  return (1000 * pages) / (performance.now() - startMs);
}
