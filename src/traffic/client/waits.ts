import { profiles } from '../../../contracts/profiles.ts';
import { parseRateLimit } from '../../client/http/rate-limit-headers.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { retryRuleOf } from './attempts.ts';
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

/** A wait that a response asks for, and the request that ended it. */
export interface Wait {
  /** The response that asks for it. */
  readonly after: ReadExchange;
  /** The request that ended it. */
  readonly exchange: ReadExchange;
  readonly waitedMs: number;
  readonly timing: Timing;
}

/** Whether something that was due `dueMs` after an instant, and came after `waitedMs`, was early. */
export function punctualityOf(waitedMs: number, dueMs: number, { timing, lagMs }: Timing): Punctuality {
  const isVirtual = timing === 'virtual';
  const shortMs = dueMs - waitedMs - (isVirtual ? roundingMs : timerToleranceMs);
  if (shortMs <= 0) return 'kept';
  return !isVirtual && shortMs <= lagMs ? 'unsure' : 'early';
}

/** The wait that is due before the nth retry. Beyond the documented five it stays the last one. */
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

/** The wait that a response names in `Retry-After`, in milliseconds; `undefined` unless it is a positive number of seconds. */
function retryAfterMs(exchange: ReadExchange): number | undefined {
  const text = exchange.header('retry-after').trim();
  return /^[1-9]\d*$/.test(text) ? Number(text) * 1000 : undefined;
}

/** Whether a success says that nothing is left in a bucket of the window. */
function isUsedUp(exchange: ReadExchange): boolean {
  return (
    retryRuleOf(exchange) === 'good' && /(^|,)\s*0+\s*(,|$)/.test(exchange.header('x-ratelimit-remaining'))
  );
}

/**
 * The wait after a response that asks for silence: a 429, or a success that used up the window. It ends with the next request of
 * the same run that was not in flight. Where none came there is no pause to measure.
 */
export interface Pause extends Wait {
  readonly dueMs: number;
  /** `reset`: the end of the window. `shortest`: Reset is not credible, so the shortest wait that the documents name. */
  readonly until: 'reset' | 'shortest';
  /** The response also has a Retry-After that is shorter than the rest of the window; the shorter wait is due. */
  readonly isShortened: boolean;
  /** All requests within the pause. */
  readonly early: readonly ReadExchange[];
  readonly unsure: readonly ReadExchange[];
  /** Was probably sent before the response arrived. */
  readonly inFlight: ReadExchange | undefined;
}

/** The pauses of a scenario, in the order of the responses that ask for them. */
export function pausesOf(scenario: ScenarioTraffic): readonly Pause[] {
  return scenario.requestsByRun.flatMap((exchanges) =>
    exchanges.flatMap((response) => pauseAfter(response, exchanges, scenario) ?? []),
  );
}

function pauseAfter(
  after: ReadExchange,
  run: readonly ReadExchange[],
  scenario: ScenarioTraffic,
): Pause | undefined {
  // A capture without headers does not show until when the client had to wait.
  if (after.response?.notKept === 'headers') return undefined;
  const isRefused = retryRuleOf(after) === 'after-reset';
  const resetMs = isRefused || isUsedUp(after) ? credibleResetMs(after) : undefined;
  if (resetMs === undefined && !isRefused) return undefined;
  const until = resetMs === undefined ? 'shortest' : 'reset';
  const timing = until === 'reset' ? serverTimingOf(scenario) : scenario.observation;
  const windowLeftMs = resetMs === undefined ? minWaitMs : resetMs - after.answeredAtMs;
  const isShortened = until === 'reset' && (retryAfterMs(after) ?? windowLeftMs) < windowLeftMs;
  const dueMs = (isShortened ? retryAfterMs(after) : undefined) ?? windowLeftMs;
  const early: ReadExchange[] = [];
  const unsure: ReadExchange[] = [];
  let inFlight: ReadExchange | undefined;
  let next: Pick<Wait, 'exchange' | 'waitedMs'> | undefined;
  for (const exchange of run) {
    if (exchange.seq <= after.seq) continue;
    const waitedMs = exchange.request.sentAtMs - after.answeredAtMs;
    // Sent before the response, by a client that works on several things at once: it could not know.
    if (waitedMs < 0) continue;
    const punctuality = punctualityOf(waitedMs, dueMs, timing);
    const isFirst = early.length + unsure.length === 0 && !inFlight;
    const isTogether = waitedMs <= (timing.timing === 'virtual' ? 0 : inFlightMs);
    if (
      punctuality !== 'kept' &&
      isFirst &&
      isTogether &&
      !isRepeated(exchange, after, run, scenario) &&
      !isLinked(exchange, after)
    ) {
      inFlight = exchange;
      continue;
    }
    if (punctuality === 'early') early.push(exchange);
    if (punctuality === 'unsure') unsure.push(exchange);
    if (!next || waitedMs < next.waitedMs) next = { exchange, waitedMs };
  }
  return next && { after, ...next, timing, dueMs, until, isShortened, early, unsure, inFlight };
}

/** Whether a request follows a link of the response: before it, no client can know where the link leads. */
function isLinked({ request }: ReadExchange, { links }: ReadExchange): boolean {
  return links.some(({ rel, uri }) => rel === 'next' && uri === request.path);
}

/** Whether a request had been sent before in the same run, up to a certain response. */
function isRepeated(
  exchange: ReadExchange,
  { seq }: ReadExchange,
  run: readonly ReadExchange[],
  scenario: ScenarioTraffic,
): boolean {
  const key = scenario.requestKey(exchange);
  return run.some((earlier) => earlier.seq <= seq && scenario.requestKey(earlier) === key);
}

/** Reset is given by the server's clock, which in captured traffic need not be that of the capture. */
function serverTimingOf({ observation: { timing, lagMs, captured } }: ScenarioTraffic): Timing {
  return { timing, lagMs: lagMs + (captured?.skewMs ?? 0) };
}

/** How long the client did nothing after a response: until its next request, or until it ended. */
export function waitUntilNext(after: ReadExchange, scenario: ScenarioTraffic): Wait {
  const next = scenario.ownRequests.find(({ seq }) => seq > after.seq);
  if (!next) return waitUntilEnd(after, scenario);
  const waitedMs = next.request.sentAtMs - after.answeredAtMs;
  return { after, exchange: next, waitedMs, timing: scenario.observation };
}

/** From a response to the end of the client's last run. */
export function waitUntilEnd(after: ReadExchange, { runs, observation }: ScenarioTraffic): Wait {
  const endedAtMs = runs.at(-1)?.endedAtMs ?? 0;
  return { after, exchange: after, waitedMs: endedAtMs - after.answeredAtMs, timing: observation };
}

/** `1.250 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`;
}
