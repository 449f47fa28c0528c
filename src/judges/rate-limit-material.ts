import type { Profile } from '../../contracts/profiles.ts';
import { parseRateLimit, type RateLimitReading } from '../client/rate-limit-headers.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import type { JudgeContext } from './judge.ts';
import { groupsOf, profileOf, serverDateMs, tokenOf } from './material.ts';

/** An answer of the API with its rate-limit headers read. */
export interface RateAnswer {
  readonly exchange: Exchange;
  readonly profile: Profile;
  readonly status: number;
  /** 2xx: the request was counted and served. */
  readonly admitted: boolean;
  readonly reading: RateLimitReading;
  /** The server's own time in whole epoch seconds (it is cut, not rounded); absent without a readable `Date`. */
  readonly dateS?: number;
  /** How long the answer took by the observer's clock, in seconds; the request was counted at some time within it. */
  readonly tookS: number;
}

/** How one counter changed from one answer to a later one of the same token. */
export interface CounterChange {
  /** By how much Remaining fell; negative when it grew. */
  readonly drop: number;
  /** Whether the later answer still belongs to the window of the earlier one, going by Reset and Date. */
  readonly window: 'same' | 'next' | 'unknown';
  readonly resetBeforeS: number;
  readonly resetAfterS: number;
  /** The later answer counts as if it were the first of its window. */
  readonly fresh: boolean;
}

const readings = new WeakMap<Exchange, RateLimitReading>();

/** Reads an answer; `undefined` when none came, or when the path belongs to none of the judged API versions. */
export function rateAnswerOf(exchange: Exchange, profiles: readonly Profile[]): RateAnswer | undefined {
  const { response, request } = exchange;
  const profile = profileOf(exchange, profiles);
  if (!response || !profile) return undefined;
  const reading = readings.get(exchange) ?? parseRateLimit(response.headers);
  readings.set(exchange, reading);
  const dateMs = serverDateMs(exchange);
  return {
    exchange,
    profile,
    status: response.status,
    admitted: response.status >= 200 && response.status < 300,
    reading,
    ...(dateMs === undefined ? {} : { dateS: Math.floor(dateMs / 1000) }),
    tookS: Math.max(0, response.receivedAtMs - request.sentAtMs) / 1000,
  };
}

/** All answers of the judged API versions, in their order. */
export function rateAnswers(
  exchanges: readonly Exchange[],
  { profiles }: Pick<JudgeContext, 'profiles'>,
): readonly RateAnswer[] {
  return exchanges.flatMap((exchange) => rateAnswerOf(exchange, profiles) ?? []);
}

/** Whether a number can be a time in epoch seconds: from 2001 to the year 5138. Milliseconds and waits are outside. */
export function isEpochS(value: number): boolean {
  return value >= 1e9 && value < 1e11;
}

/** Answers by token (an answer to no token at all counts for nobody). */
export function byToken(answers: readonly RateAnswer[]): ReadonlyMap<string, readonly RateAnswer[]> {
  return groupsOf(answers, ({ exchange }) => tokenOf(exchange) || undefined);
}

/**
 * Compares the counters of two answers place by place. Empty when the lists differ in length, or when Remaining or
 * Reset cannot be read.
 */
export function counterChanges(before: RateAnswer, after: RateAnswer): readonly CounterChange[] {
  if (before.reading.buckets.length !== after.reading.buckets.length) return [];
  const changes: CounterChange[] = [];
  for (const [at, earlier] of before.reading.buckets.entries()) {
    const later = after.reading.buckets[at];
    if (earlier.remaining === undefined || later?.remaining === undefined) return [];
    if (earlier.resetEpochS === undefined || later.resetEpochS === undefined) return [];
    changes.push({
      drop: earlier.remaining - later.remaining,
      window: windowOf(after.dateS, earlier.resetEpochS, later.resetEpochS),
      resetBeforeS: earlier.resetEpochS,
      resetAfterS: later.resetEpochS,
      fresh: later.remaining >= (later.limit ?? after.profile.rateLimit.requests) - 1,
    });
  }
  return changes;
}

/**
 * A window lasts until its Reset. Date is cut to whole seconds and Reset may be rounded up, so where Reset
 * changed, an answer dated in the last second can belong to either window.
 */
function windowOf(dateS: number | undefined, beforeS: number, afterS: number): CounterChange['window'] {
  if (dateS === undefined || !isEpochS(beforeS)) return beforeS === afterS ? 'same' : 'unknown';
  if (dateS >= beforeS) return beforeS === afterS ? 'unknown' : 'next';
  return beforeS === afterS || dateS < beforeS - 1 ? 'same' : 'unknown';
}

/** Whether the later request was sent only when the earlier one had been answered, so that their order is certain. */
export function inOrder(before: RateAnswer, after: RateAnswer): boolean {
  return (
    (before.exchange.response?.receivedAtMs ?? Number.POSITIVE_INFINITY) <= after.exchange.request.sentAtMs
  );
}

/** Each element with the one after it. */
export function pairsOf<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).map((after, at) => [list[at] as T, after] as const);
}

/** Equal findings become one, at the first exchange that shows it, with the number of answers that agree. */
export function condense(findings: readonly Finding[]): readonly Finding[] {
  const kinds = new Map<string, { readonly first: Finding; count: number }>();
  for (const finding of findings) {
    const known = kinds.get(finding.message);
    if (known) known.count++;
    else kinds.set(finding.message, { first: finding, count: 1 });
  }
  return [...kinds.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, actual: `${first.actual}, and ${count - 1} more of the kind` },
  );
}
