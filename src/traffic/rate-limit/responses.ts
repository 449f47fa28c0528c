import type { Profile } from '../../../contracts/profiles.ts';
import { parseRateLimit, type RateLimitReading } from '../../client/http/rate-limit-headers.ts';
import type { ReadExchange } from '../read-exchange.ts';

/** A response of a judged API version with its rate-limit headers read. */
export interface RateLimitResponse {
  readonly exchange: ReadExchange;
  readonly profile: Profile;
  readonly status: number;
  /** 2xx: the request was counted and served. */
  readonly isAdmitted: boolean;
  readonly rateLimit: RateLimitReading;
  /** The server's own time in whole epoch seconds (truncated, not rounded); `undefined` without a readable `Date`. */
  readonly dateS: number | undefined;
  /** How long the response took by the observer's clock, in seconds: the request was counted at some time within it. */
  readonly tookS: number;
}

/** Two responses to one token with no other of its responses in between; the later was requested after the earlier had come. */
export interface Neighbours {
  readonly before: RateLimitResponse;
  readonly after: RateLimitResponse;
  /** The later one. */
  readonly exchange: ReadExchange;
  /** See `counterChanges`. */
  readonly changes: readonly CounterChange[];
}

/** How one counter changed from one response to a later one of the same token. */
export interface CounterChange {
  readonly remainingBefore: number;
  readonly remainingAfter: number;
  /** By how much Remaining fell; negative when it grew. */
  readonly drop: number;
  /** Whether the later response still belongs to the window of the earlier one, going by Reset and `Date`. */
  readonly window: 'same' | 'next' | 'unknown';
  readonly resetBeforeS: number;
  readonly resetAfterS: number;
  /** Of the later response; the documented number where it has no readable Limit. */
  readonly limit: number;
  /** The later response counts as if it were the first one of its window. */
  readonly isFresh: boolean;
}

/** `undefined` when no response came, or when the path belongs to none of the judged API versions. */
export function readRateLimit(exchange: ReadExchange): RateLimitResponse | undefined {
  const { response, profile, status, serverDateMs } = exchange;
  if (!response || !profile) return undefined;
  return {
    exchange,
    profile,
    status,
    isAdmitted: status >= 200 && status < 300,
    rateLimit: parseRateLimit(response.headers),
    dateS: serverDateMs === undefined ? undefined : Math.floor(serverDateMs / 1000),
    tookS: Math.max(0, response.receivedAtMs - exchange.request.sentAtMs) / 1000,
  };
}

/** Whether a number can be a time in epoch seconds: from 2001 to the year 5138. Milliseconds and waits are outside. */
export function isEpochS(value: number): boolean {
  return value >= 1e9 && value < 1e11;
}

/** Each response with the one after it, where their order is certain. A gap (`undefined`) separates. */
export function neighboursIn(responses: readonly (RateLimitResponse | undefined)[]): readonly Neighbours[] {
  return responses.slice(1).flatMap((after, at) => {
    const before = responses[at];
    if (!before || !after || before.exchange.answeredAtMs > after.exchange.request.sentAtMs) return [];
    return [{ before, after, exchange: after.exchange, changes: counterChanges(before, after) }];
  });
}

/** In captured traffic a token may have been used at two hosts, and have a bucket for each API. */
export function isOneCounter({ before, after }: Neighbours): boolean {
  return (
    isOneHost({ before, after }) && bucketNames(before) === bucketNames(after) && !isStored({ before, after })
  );
}

/** More than rounding and a slow response explain, in seconds. */
const maxDateLagS = 5;

/** A response with a `Date` that lags behind the clock of the capture comes from a cache on the way, with its old counters. */
function isStored({ before, after }: Pick<Neighbours, 'before' | 'after'>): boolean {
  if (before.dateS === undefined || after.dateS === undefined) return false;
  const elapsedS = (after.exchange.request.sentAtMs - before.exchange.answeredAtMs) / 1000;
  return after.dateS - before.dateS < elapsedS - maxDateLagS;
}

export function isOneHost({ before, after }: Pick<Neighbours, 'before' | 'after'>): boolean {
  return before.exchange.request.origin === after.exchange.request.origin;
}

/** `bearer`; several as the header lists them. */
export function bucketNames({ rateLimit }: RateLimitResponse): string {
  return rateLimit.buckets.map(({ bucket }) => bucket ?? '').join(', ');
}

/** Whether every counter stayed in its window; `false` where none can be compared. */
export function isWithinOneWindow({ changes }: Pick<Neighbours, 'changes'>): boolean {
  return changes.length > 0 && changes.every(({ window }) => window === 'same');
}

/**
 * Compares the counters of two responses place by place. Empty when the lists differ in length, or when Remaining or Reset
 * cannot be read.
 */
export function counterChanges(
  before: RateLimitResponse,
  after: RateLimitResponse,
): readonly CounterChange[] {
  if (before.rateLimit.buckets.length !== after.rateLimit.buckets.length) return [];
  const changes: CounterChange[] = [];
  for (const [at, earlier] of before.rateLimit.buckets.entries()) {
    const later = after.rateLimit.buckets[at];
    if (earlier.remaining === undefined || later?.remaining === undefined) return [];
    if (earlier.resetEpochS === undefined || later.resetEpochS === undefined) return [];
    const { remaining, limit = after.profile.rateLimit.requests } = later;
    changes.push({
      remainingBefore: earlier.remaining,
      remainingAfter: remaining,
      drop: earlier.remaining - remaining,
      window: windowOf(after.dateS, earlier.resetEpochS, later.resetEpochS),
      resetBeforeS: earlier.resetEpochS,
      resetAfterS: later.resetEpochS,
      limit,
      isFresh: remaining >= limit - 1,
    });
  }
  return changes;
}

/**
 * A window lasts until its Reset. `Date` is truncated to whole seconds and Reset may be rounded up, so where Reset changed, a
 * response dated in the last second can belong to either window.
 */
function windowOf(dateS: number | undefined, beforeS: number, afterS: number): CounterChange['window'] {
  if (dateS === undefined || !isEpochS(beforeS)) return beforeS === afterS ? 'same' : 'unknown';
  if (dateS >= beforeS) return beforeS === afterS ? 'unknown' : 'next';
  return beforeS === afterS || dateS < beforeS - 1 ? 'same' : 'unknown';
}
