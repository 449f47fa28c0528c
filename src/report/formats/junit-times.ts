import type { Evidence } from '../../result.ts';

/**
 * How long the requests of a case took, in milliseconds, or the runs of a client in its scenario. `undefined` if it has none of its own:
 * then it was judged by the requests of others.
 */
export function timesOf({
  exchanges,
  observations = [],
}: Pick<Evidence, 'exchanges' | 'observations'>): (
  id: string,
  name: string | undefined,
) => number | undefined {
  const took = new Map<string, number>();
  const add = (key: string, ms: number) => took.set(key, (took.get(key) ?? 0) + Math.max(0, ms));
  for (const { step, request, response } of exchanges)
    if (step && response) add(keyOf(step.claim, step.case), response.receivedAtMs - request.sentAtMs);
  for (const { scenario, superseded, runs } of observations)
    if (!superseded) for (const run of runs) add(scenario, run.endedAtMs - run.startedAtMs);
  return (id, name = '') => took.get(keyOf(id, name)) ?? took.get(name);
}

function keyOf(claim: string, name: string): string {
  return `${claim}\n${name}`;
}
