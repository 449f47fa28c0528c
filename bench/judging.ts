import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { profiles } from '../contracts/profiles.ts';
import { systemClock } from '../src/clock.ts';
import { judgeServer } from '../src/engine/judge.ts';
import { createRecorder } from '../src/recorder/recorder.ts';
import { redactExchanges } from '../src/redaction/redactor.ts';
import { median } from './median.ts';

const requests = 1500;
const rounds = 5;

/** Requests per second with everything that judging adds (record, redact, judge) against a bare loop of `fetch`. */
export async function measureJudging(): Promise<{ judged: number; bare: number; ratio: number }> {
  const worker = new Worker(new URL('./server-worker.ts', import.meta.url), {
    workerData: { kind: 'sandbox' },
  });
  const [{ url, token }] = (await once(worker, 'message')) as [{ url: string; token: string }];
  const { origin, pathname, search } = new URL(url);
  const headers = { authorization: `Bearer ${token}` };

  const bareLoop = async () => {
    for (let sent = 0; sent < requests; sent++) await (await fetch(url, { headers })).text();
  };
  const judgedLoop = async () => {
    const recorder = createRecorder({
      fetch: (request) => fetch(request),
      clock: systemClock,
      origin,
      caps: {},
    });
    for (let sent = 0; sent < requests; sent++)
      await recorder.send({ method: 'GET', path: pathname + search, headers });
    const exchanges = redactExchanges(recorder.exchanges, {
      profiles,
      tokens: [token],
      key: new Uint8Array(32),
    });
    judgeServer(
      {
        format: 'clever-conformance/evidence',
        formatVersion: 1,
        context: { subject: 'live', profiles },
        notProvoked: {},
        exchanges,
      },
      { subject: { kind: 'live', name: '' }, seed: 1, startedAtMs: 0, durationMs: 0 },
    );
  };

  try {
    const ratios: number[] = [];
    const rates: { judged: number[]; bare: number[] } = { judged: [], bare: [] };
    for (let round = 0; round <= rounds; round++) {
      const bare = await rateOf(bareLoop);
      const judged = await rateOf(judgedLoop);
      if (round === 0) continue;
      ratios.push(judged / bare);
      rates.judged.push(judged);
      rates.bare.push(bare);
    }
    return { judged: median(rates.judged), bare: median(rates.bare), ratio: median(ratios) };
  } finally {
    await worker.terminate();
  }
}

async function rateOf(loop: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await loop();
  return requests / ((performance.now() - started) / 1000);
}
