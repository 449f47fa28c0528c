import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { backoffDueMs, type Punctuality, punctualityOf, type Wait } from '../../traffic/client/waits.ts';
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
