import { profiles } from '../../../contracts/profiles.ts';
import { parseRateLimit } from '../../client/rate-limit-headers.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { ScenarioTraffic } from './scenario-traffic.ts';

/** The one rule of waits: how long is due, and whether a request was early. Late is never held against a client. */

const { rateLimit, backoff } = profiles[0];

/** The documented waits before the first, second, … retry, in milliseconds. */
export const backoffDelaysMs: readonly number[] = backoff.delaysS.map((seconds) => seconds * 1000);
/** The shortest wait that the documents name, in milliseconds. */
export const minWaitMs = backoffDelaysMs[0] ?? 1000;
export const maxRetries = backoff.maxRetries;
const windowMs = rateLimit.windowS * 1000;

/**
 * How much shorter than asked a wait over a real socket may measure: a Node timer may fire up to 1 ms early by the clock
 * that it is judged by, and our two readings of that clock are cut to whole milliseconds, which takes up to 1 ms more.
 */
const timerToleranceMs = 2;
/** Sums of epoch milliseconds with fractions (jitter) are inexact in the fourth decimal; virtual time is exact otherwise. */
const roundingMs = 0.01;
/**
 * A client with two workers may have sent another request before it could know of a response. Over a socket such a request
 * arrives at most this long after the response went out; in virtual time at the same instant.
 */
const inFlightMs = 25;

/** `early` is certain. `unsure`: the suite's own event loop was late by as much, so the wait may have been long enough. */
export type Punctuality = 'kept' | 'unsure' | 'early';

/** How exactly the instants of a scenario are known. */
export type Timing = Pick<ScenarioTraffic['observation'], 'timing' | 'lagMs'>;

/** Whether something that was due `dueMs` after an instant, and came after `waitedMs`, was early. */
export function punctualityOf(waitedMs: number, dueMs: number, { timing, lagMs }: Timing): Punctuality {
  const isVirtual = timing === 'virtual';
  const shortMs = dueMs - waitedMs - (isVirtual ? roundingMs : timerToleranceMs);
  if (shortMs <= 0) return 'kept';
  return !isVirtual && shortMs <= lagMs ? 'unsure' : 'early';
}

/** The wait that is due before a retry. Beyond the documented five the last one stays the least. */
export function backoffDueMs(nth: number): number {
  return backoffDelaysMs[Math.min(nth, backoffDelaysMs.length) - 1] ?? minWaitMs;
}

/**
 * When the window ends by the headers of a response, in epoch milliseconds. `undefined` unless Reset is credible: ahead, and by
 * no more than a whole window, counted from the second in which the response was made. A used-up bucket decides.
 */
export function credibleResetMs(exchange: ReadExchange): number | undefined {
  if (!exchange.response) return undefined;
  const { buckets } = parseRateLimit(exchange.response.headers);
  const usedUp = buckets.filter((one) => one.remaining === 0);
  const nowMs = exchange.answeredAtMs;
  const ends = (usedUp.length > 0 ? usedUp : buckets)
    .flatMap(({ resetEpochS }) => (resetEpochS === undefined ? [] : [resetEpochS * 1000]))
    .filter((endMs) => endMs > nowMs && endMs <= nowMs + windowMs + 1000);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** Whether a success says that nothing is left in a bucket of the window. */
export function isUsedUp(exchange: ReadExchange): boolean {
  return /(^|,)\s*0+\s*(,|$)/.test(exchange.header('x-ratelimit-remaining'));
}

/** The requests between a response and the instant from which the next one was due. */
export interface EarlyRequests {
  readonly early: readonly ReadExchange[];
  readonly unsure: readonly ReadExchange[];
  /** Was probably on its way when the response was given. */
  readonly inFlight: readonly ReadExchange[];
}

/**
 * Which requests of the same run came after `response` and before an instant. The first counts as in flight if it is new (never
 * sent before, so not a repetition) and arrived together with the response.
 */
export function requestsBefore(
  response: ReadExchange,
  untilMs: number,
  scenario: ScenarioTraffic,
  timing: Timing = scenario.observation,
): EarlyRequests {
  const exchanges = scenario.requestsByRun.find((run) => run.includes(response)) ?? [];
  const fromMs = response.answeredAtMs;
  const wasSentBefore = (one: ReadExchange) => {
    const key = scenario.requestKey(one);
    return exchanges.some((earlier) => earlier.seq <= response.seq && scenario.requestKey(earlier) === key);
  };
  const found = {
    early: [] as ReadExchange[],
    unsure: [] as ReadExchange[],
    inFlight: [] as ReadExchange[],
  };
  for (const one of exchanges) {
    if (one.seq <= response.seq) continue;
    const afterMs = one.request.sentAtMs - fromMs;
    const isFirst = found.early.length + found.unsure.length + found.inFlight.length === 0;
    const punctuality = punctualityOf(afterMs, untilMs - fromMs, timing);
    if (punctuality === 'kept') continue;
    const together = afterMs <= (timing.timing === 'virtual' ? 0 : inFlightMs);
    if (isFirst && together && !wasSentBefore(one)) found.inFlight.push(one);
    else found[punctuality].push(one);
  }
  return found;
}

/** `1.250 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`;
}
