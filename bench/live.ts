import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SeenRequest } from '../src/library/sandbox.ts';
import { runBuilt, runScript } from './built.ts';
import { median } from './median.ts';

const rounds = 3;

/** Figures of one run at a port. */
export interface Live {
  readonly liveMs: number;
  readonly inProcessMs: number;
  /** A script that sends the same requests with `fetch`, reads each body, and asserts four things of it. */
  readonly bareMs: number;
  /** Of these runs. */
  readonly overInProcess: number;
  readonly overBare: number;
}

/**
 * Processor time of the same probes against a sandbox on a port, which runs in another thread; against the embedded one; and of a bare loop that
 * sends what the first sent. At a port there are sockets, and the leak guard.
 */
export async function measureLive(): Promise<Live> {
  const worker = new Worker(new URL('./spy-worker.ts', import.meta.url));
  try {
    const [{ origin }] = (await once(worker, 'message')) as [{ origin: string }];
    const same = ['server', '--quiet', '--grep', 'data/', '--depth', 'full'];
    const live = ['--target', origin, '--states', `${origin}/_states`, '--budget', '100%'];
    const token = { CLEVER_TOKEN: 'sandbox-district-token' };
    const all = [];
    for (let round = 0; round <= rounds; round++) {
      await askWorker(worker, 'reset');
      const liveMs = runBuilt([...same, ...live], token).cpuMs;
      const sent = ((await askWorker(worker, 'requests')) as readonly SeenRequest[]).filter(
        ({ method }) => method === 'GET',
      );
      await askWorker(worker, 'reset');
      const bareMs = runScript('bare-loop.ts', [origin], sent).cpuMs;
      all.push({ liveMs, inProcessMs: runBuilt(same).cpuMs, bareMs });
    }
    const counted = all.slice(1);
    return {
      liveMs: median(counted.map((one) => one.liveMs)),
      inProcessMs: median(counted.map((one) => one.inProcessMs)),
      bareMs: median(counted.map((one) => one.bareMs)),
      overInProcess: median(counted.map((one) => one.liveMs / one.inProcessMs)),
      overBare: median(counted.map((one) => one.liveMs / one.bareMs)),
    };
  } finally {
    await worker.terminate();
  }
}

async function askWorker(worker: Worker, what: 'reset' | 'requests'): Promise<unknown> {
  worker.postMessage(what);
  const [answer] = await once(worker, 'message');
  return answer;
}
