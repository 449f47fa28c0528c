import { profiles } from '../../contracts/profiles.ts';
import { type RetryRule, statusTable } from '../../contracts/status-table.ts';
import { parseRateLimit } from '../client/rate-limit-headers.ts';
import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import { ownRequests } from './client-material.ts';

/**
 * What judges of waits share: which requests are the same one sent again, how long the client waited before each, and
 * whether that was early. Late is never measured against anybody.
 */

const { rateLimit, backoff } = profiles[0];

/** The documented waits before the first, second, … retry, in milliseconds. */
export const backoffDelaysMs: readonly number[] = backoff.delaysS.map((seconds) => seconds * 1000);
/** The shortest wait that the documents know, in milliseconds. */
export const shortestWaitMs = backoffDelaysMs[0] ?? 1000;
export const maxRetries = backoff.maxRetries;
const windowMs = rateLimit.windowS * 1000;

/**
 * How much less than asked a wait over a real socket may measure: a Node timer may fire up to 1 ms early by the clock
 * that it is judged by, and our two readings of that clock are cut to whole milliseconds, which takes up to 1 ms more.
 */
const timerToleranceMs = 2;
/** Sums of epoch milliseconds with fractions (jitter) are inexact in the fourth decimal; virtual time is exact otherwise. */
const roundingMs = 0.01;

/** `early` is certain; `unsure`: our own event loop was late by as much, so the wait may have been long enough. */
export type Punctuality = 'kept' | 'unsure' | 'early';

/** Whether something that was allowed `leastMs` after an instant, and came after `waitedMs`, was early. */
export function punctualityOf(
  waitedMs: number,
  leastMs: number,
  observation: ScenarioObservation,
): Punctuality {
  const isVirtual = observation.timing === 'virtual';
  const shortMs = leastMs - waitedMs - (isVirtual ? roundingMs : timerToleranceMs);
  if (shortMs <= 0) return 'kept';
  return !isVirtual && shortMs <= observation.lagMs ? 'unsure' : 'early';
}

/** When the answer was handed over; for an answer that never was, when its request came (which makes no wait shorter). */
export function answeredAtMs(exchange: Exchange): number {
  return exchange.response?.receivedAtMs ?? exchange.request.sentAtMs;
}

/** The rule of the status table for an answer; `lost` where none arrived whole. A status that is in no table is `other`. */
export function ruleFor(exchange: Exchange): RetryRule | 'good' | 'lost' | 'other' {
  const { response, failure } = exchange;
  if (!response || failure) return 'lost';
  if (response.status >= 200 && response.status < 300) return 'good';
  return statusTable.find((row) => row.status === response.status)?.retry ?? 'other';
}

/** 500, 502 and 503: a passing outage. */
export function isOutage(exchange: Exchange): boolean {
  return ruleFor(exchange) === 'backoff';
}

/**
 * What makes a request the same one sent again: method, path, query and body. The order of the query and of a JSON body's
 * members is left out, since some libraries build both anew for each attempt.
 */
export function sameRequestKey(exchange: Exchange): string {
  const known = keys.get(exchange) ?? keyOf(exchange);
  keys.set(exchange, known);
  return known;
}

/** Keys and starts that were told before: whoever hammers makes thousands of requests, and each is compared with the others. */
const keys = new WeakMap<Exchange, string>();
const starts = new WeakMap<ScenarioObservation, readonly (readonly Exchange[])[]>();

function keyOf({ request }: Exchange): string {
  const [pathname = '', search = ''] = splitOnce(request.path, '?');
  const query = search.split('&').filter(Boolean).sort().join('&');
  return `${request.method} ${pathname}?${query} ${canonicalBody(request.body ?? '')}`;
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function canonicalBody(body: string): string {
  if (body === '') return '';
  try {
    return JSON.stringify(JSON.parse(body), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  } catch {
    return body.trim();
  }
}

/** Requests by the start of the client that they belong to. */
export function byRun(observation: ScenarioObservation): readonly (readonly Exchange[])[] {
  const known = starts.get(observation);
  if (known) return known;
  const { runs } = observation;
  const groups: Exchange[][] = runs.map(() => []);
  for (const exchange of ownRequests(observation)) {
    const at = runs.findLastIndex((run) => run.startedAtMs <= exchange.request.sentAtMs);
    groups[Math.max(0, at)]?.push(exchange);
  }
  starts.set(observation, groups);
  return groups;
}

/** All sendings of one request within one start of the client, in order. */
export type Tries = readonly Exchange[];

/** Every request of an observation with its repetitions; most were sent once. */
export function triesOf(observation: ScenarioObservation): readonly Tries[] {
  return byRun(observation).flatMap((exchanges) => [...Map.groupBy(exchanges, sameRequestKey).values()]);
}

/** A request that was sent again after a 500, 502 or 503. */
export interface Retry {
  readonly failed: Exchange;
  readonly again: Exchange;
  /** 1 for the first retry of an outage. */
  readonly nth: number;
  readonly waitedMs: number;
}

/**
 * The retries of outages. The count starts over after a success, and after a 429: the documents name another wait there and
 * do not say whether it goes on counting, so the shorter reading holds.
 */
export function retriesOf(observation: ScenarioObservation): readonly Retry[] {
  return triesOf(observation).flatMap((tries) => {
    const retries: Retry[] = [];
    let nth = 0;
    for (const [at, failed] of tries.entries()) {
      const again = tries[at + 1];
      const rule = ruleFor(failed);
      if (rule === 'good' || rule === 'after-reset') nth = 0;
      if (rule !== 'backoff' || !again) continue;
      // Sent before the failure was known: a timeout of the client's own, which says nothing on this wait.
      if (again.request.sentAtMs < answeredAtMs(failed)) continue;
      nth++;
      retries.push({ failed, again, nth, waitedMs: again.request.sentAtMs - answeredAtMs(failed) });
    }
    return retries;
  });
}

/**
 * When the window ends by the headers of an answer, in epoch milliseconds. `undefined` unless Reset is credible: ahead,
 * and by no more than a whole window, counted from the second in which the answer was made.
 */
export function credibleResetMs(exchange: Exchange): number | undefined {
  if (!exchange.response) return undefined;
  const { buckets } = parseRateLimit(exchange.response.headers);
  const usedUp = buckets.filter((one) => one.remaining === 0);
  const nowMs = answeredAtMs(exchange);
  const ends = (usedUp.length > 0 ? usedUp : buckets)
    .flatMap(({ resetEpochS }) => (resetEpochS === undefined ? [] : [resetEpochS * 1000]))
    .filter((endMs) => endMs > nowMs && endMs <= nowMs + windowMs + 1000);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** What came too early after an answer, and what may have. */
export interface Earliness {
  readonly early: readonly Exchange[];
  readonly unsure: readonly Exchange[];
  /** Was probably on its way when the answer was given. */
  readonly underWay: readonly Exchange[];
}

/**
 * A client with two workers may have sent another request before it could know of this answer. Over a socket such a
 * request arrives at most this long after the answer went out; in virtual time at the same instant.
 */
const underWayMs = 25;

/**
 * Which requests of the same start came after `answer` and before an instant. The first is let off as under way if it is
 * new (never sent before, so no repetition) and arrived with the answer.
 */
export function sentBetween(answer: Exchange, untilMs: number, observation: ScenarioObservation): Earliness {
  const exchanges = byRun(observation).find((run) => run.includes(answer)) ?? [];
  const fromMs = answeredAtMs(answer);
  const wasSentBefore = (one: Exchange) => {
    const key = sameRequestKey(one);
    return exchanges.some((earlier) => earlier.seq <= answer.seq && sameRequestKey(earlier) === key);
  };
  const found = { early: [] as Exchange[], unsure: [] as Exchange[], underWay: [] as Exchange[] };
  for (const one of exchanges) {
    if (one.seq <= answer.seq) continue;
    const afterMs = one.request.sentAtMs - fromMs;
    const isFirst = found.early.length + found.unsure.length + found.underWay.length === 0;
    const judgement = punctualityOf(afterMs, untilMs - fromMs, observation);
    if (judgement === 'kept') continue;
    const together = afterMs <= (observation.timing === 'virtual' ? 0 : underWayMs);
    if (isFirst && together && !wasSentBefore(one)) found.underWay.push(one);
    else found[judgement].push(one);
  }
  return found;
}

/** `1.250 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`;
}

/** Whoever hammers breaks a rule thousands of times; so many findings are enough to see it. */
export const mostFindings = 20;

/** Findings and doubts about waits, gathered over an observation. */
export interface Waits {
  readonly findings: readonly Finding[];
  /** Why a wait cannot be judged; empty when all can. */
  readonly doubts: readonly string[];
}

/** Compares retries with the waits that are due before them. */
export function judgeWaits(
  retries: readonly Retry[],
  leastMsOf: (retry: Retry) => number,
  observation: ScenarioObservation,
): Waits {
  const findings: Finding[] = [];
  const doubts: string[] = [];
  for (const retry of retries) {
    if (findings.length === mostFindings) break;
    const leastMs = leastMsOf(retry);
    const judgement = punctualityOf(retry.waitedMs, leastMs, observation);
    if (judgement === 'early')
      findings.push({
        message: `retry ${retry.nth} came too early`,
        expected: `at least ${seconds(leastMs)} after the ${retry.failed.response?.status ?? 'failure'}`,
        actual: seconds(retry.waitedMs),
        exchange: retry.again.seq,
      });
    if (judgement === 'unsure') doubts.push(lagDoubt(observation));
  }
  return { findings, doubts: [...new Set(doubts)] };
}

/** Why a wait that measured short is not held against the client. */
export function lagDoubt({ lagMs }: ScenarioObservation): string {
  return `a wait measured short, but our own event loop was late by up to ${Math.ceil(lagMs)} ms`;
}
