import { retryRuleOf } from '../../traffic/client/attempts.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import {
  backoffDueMs,
  credibleResetMs,
  maxRetries,
  minWaitMs,
  type Punctuality,
  punctualityOf,
  type Wait,
} from '../../traffic/client/waits.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';

/** The wait required before a request, and whether the request was early. Times are epoch milliseconds. */
export interface DueWait {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly kept: Punctuality;
}

/** One request in a timeline. */
export interface Mark {
  readonly exchange: ReadExchange;
  /** Absent if no wait was required. */
  readonly wait: DueWait | undefined;
  /** Number of the retry within an outage; 0 if it is not a retry. */
  readonly retry: number;
  /** Whether the client was restarted before it. */
  readonly restarted: boolean;
}

/** The requests of a scenario with the waits required before them, by the same rule as the requirements. */
export function marksOf(scenario: ScenarioTraffic): readonly Mark[] {
  const waits = dueWaitsOf(scenario);
  const retries = new Map(scenario.retries.map((retry) => [retry.exchange, retry.nth]));
  const runs = scenario.exchanges.map((one) => scenario.runIndexOf(one));
  return scenario.exchanges.map((exchange, at) => ({
    exchange,
    wait: waits.get(exchange),
    retry: retries.get(exchange) ?? 0,
    restarted: at > 0 && (runs[at] ?? 0) > (runs[at - 1] ?? 0),
  }));
}

function dueWaitsOf({ retries, pauses }: ScenarioTraffic): ReadonlyMap<ReadExchange, DueWait> {
  const waits = new Map<ReadExchange, DueWait>();
  const add = (exchange: ReadExchange, { after, timing }: Wait, dueMs: number) => {
    const fromMs = after.answeredAtMs;
    const kept = punctualityOf(exchange.request.sentAtMs - fromMs, dueMs, timing);
    waits.set(exchange, stricter(waits.get(exchange), { fromMs, untilMs: fromMs + dueMs, kept }));
  };
  for (const retry of retries) add(retry.exchange, retry, backoffDueMs(retry.nth));
  for (const pause of pauses)
    for (const exchange of new Set([pause.exchange, ...pause.early, ...pause.unsure]))
      add(exchange, pause, pause.dueMs);
  return waits;
}

/** Of several waits before one request: the violated one, otherwise the one that ends last. */
function stricter(a: DueWait | undefined, b: DueWait): DueWait {
  if (!a) return b;
  if ((a.kept === 'early') !== (b.kept === 'early')) return a.kept === 'early' ? a : b;
  return a.untilMs >= b.untilMs ? a : b;
}

/** A request that the documents expect after the last one, and that never came. Times are epoch milliseconds. */
export interface Missed {
  /** The response that it should have followed. */
  readonly after: ReadExchange;
  /** When it was due: at Reset, after the wait of a retry, or at once. */
  readonly dueMs: number;
  /** The path of the next page; absent if the same request was expected again. */
  readonly path?: string;
}

/** What is missing after the last request of a scenario, if a finding cites it: a client that rightly gave up is not accused. */
export function missedOf(scenario: ScenarioTraffic, cited: ReadonlySet<number>): Missed | undefined {
  const after = scenario.ownRequests.at(-1);
  if (!after || !cited.has(after.seq) || scenario.wasStopped || after.request.method === 'POST')
    return undefined;
  const waitMs = (ms: number): Missed => ({ after, dueMs: after.answeredAtMs + ms });
  switch (retryRuleOf(after)) {
    case 'after-reset':
      return { after, dueMs: credibleResetMs(after) ?? waitMs(minWaitMs).dueMs };
    case 'backoff': {
      const key = scenario.requestKey(after);
      const nth = 1 + scenario.retries.filter(({ exchange }) => scenario.requestKey(exchange) === key).length;
      return nth > maxRetries ? undefined : waitMs(backoffDueMs(nth));
    }
    case 'good': {
      const path = after.links.find(({ rel }) => rel === 'next')?.uri;
      const isNew = path !== undefined && scenario.ownRequests.every(({ request }) => request.path !== path);
      return isNew ? { ...waitMs(0), path } : undefined;
    }
    default:
      return undefined;
  }
}
