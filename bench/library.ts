import { createVirtualClock } from '../src/clock.ts';
import { judgeServer } from '../src/library/judge-server.ts';
import { createSandbox } from '../src/library/sandbox.ts';
import type { Verdict } from '../src/library/verdict.ts';
import { median } from './median.ts';

const rounds = 3;

/**
 * Requests that are sent, recorded, redacted and judged in a second of processor time, the server's own part included: of the embedded
 * sandbox, and of a server that is a function, whose traffic the leak guard watches. Time is virtual in both.
 */
export async function measureLibrary(): Promise<{ readonly plain: number; readonly guarded: number }> {
  const plain: number[] = [];
  const guarded: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const rates = [await rateOf(() => judgeServer()), await rateOf(judgeGuarded)] as const;
    // The first round compiles.
    if (round === 0) continue;
    plain.push(rates[0]);
    guarded.push(rates[1]);
  }
  return { plain: median(plain), guarded: median(guarded) };
}

/** All that fits into one window of the rate limit, so that nothing waits. */
async function judgeGuarded(): Promise<Verdict> {
  await using sandbox = createSandbox({ clock: createVirtualClock() });
  const { fetch, token, secondToken } = sandbox;
  return await judgeServer({
    target: { fetch },
    token,
    secondToken,
    budget: 1,
    depth: 'full',
    grep: 'data/',
  });
}

async function rateOf(judge: () => Promise<Verdict>): Promise<number> {
  const before = process.cpuUsage();
  const { report } = await judge();
  const { user, system } = process.cpuUsage(before);
  const { requests = 0, unpaced = 0 } = report.budget ?? {};
  return (requests + unpaced) / ((user + system) / 1e6);
}
