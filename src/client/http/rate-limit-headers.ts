/**
 * Parses the four rate-limit headers. Does not check whether Reset is plausible, which depends on the time. No imports, so
 * that probes, judges and the client share it.
 */

/** One bucket. A member is absent if its header is absent or malformed. */
export interface RateLimitBucket {
  /** `X-RateLimit-Bucket`; the API sends `bearer`. */
  readonly bucket?: string;
  /** Requests per window. */
  readonly limit?: number;
  /** Requests left in the window. */
  readonly remaining?: number;
  /** End of the window, in epoch seconds. */
  readonly resetEpochS?: number;
}

/** A malformed header. */
export interface RateLimitFault {
  readonly header: RateLimitHeader;
  readonly value: string;
  /** `unequal-lists`: this header has another number of buckets than the others. */
  readonly reason: 'empty' | 'not-an-integer' | 'unequal-lists';
}

export interface RateLimitReading extends RateLimitBucket {
  /** One entry per bucket, in header order; empty if all four headers are missing. */
  readonly buckets: readonly RateLimitBucket[];
  /** Missing headers. */
  readonly missing: readonly RateLimitHeader[];
  readonly malformed: readonly RateLimitFault[];
}

export const rateLimitHeaders = [
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-ratelimit-bucket',
] as const;
export type RateLimitHeader = (typeof rateLimitHeaders)[number];

/**
 * Parses the headers; names are case-insensitive. A token with several buckets gets comma lists of equal length, one entry
 * per bucket (`all, none`). Lists of unequal length are malformed: a duplicated header becomes `"5, 0"`, which is ambiguous.
 * The result's own four members are those of the limiting bucket: the exhausted one with the latest Reset, else the one with
 * the fewest remaining.
 */
export function parseRateLimit(headers: Readonly<Record<string, string>>): RateLimitReading {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const lists = new Map<RateLimitHeader, readonly string[]>();
  for (const name of rateLimitHeaders) {
    const value = byName.get(name);
    if (value !== undefined) lists.set(name, listedIn(value));
  }
  const width = (lists.get('x-ratelimit-bucket') ?? ['']).length;
  const malformed: RateLimitFault[] = [];
  const read = (name: RateLimitHeader, at: number): string | undefined => {
    const list = lists.get(name);
    if (!list || list.length !== width) return undefined;
    return list[at];
  };
  for (const [header, list] of lists) {
    const fault = faultOf(header, list, width);
    if (fault) malformed.push({ header, value: list.join(', '), reason: fault });
  }
  const buckets = lists.size === 0 ? [] : Array.from({ length: width }, (_, at) => bucketAt(read, at));
  return {
    ...bindingBucket(buckets),
    buckets,
    missing: rateLimitHeaders.filter((name) => !lists.has(name)),
    malformed,
  };
}

/** The values of a header, one for each bucket: `all, none`. */
export function listedIn(value: string): readonly string[] {
  return value.split(',').map((part) => part.trim());
}

function faultOf(
  header: RateLimitHeader,
  list: readonly string[],
  width: number,
): RateLimitFault['reason'] | undefined {
  if (list.some((part) => part === '')) return 'empty';
  if (list.length !== width) return 'unequal-lists';
  if (header !== 'x-ratelimit-bucket' && list.some((part) => integer(part) === undefined))
    return 'not-an-integer';
  return undefined;
}

function bucketAt(
  read: (name: RateLimitHeader, at: number) => string | undefined,
  at: number,
): RateLimitBucket {
  const bucket = read('x-ratelimit-bucket', at);
  const limit = integer(read('x-ratelimit-limit', at));
  const remaining = integer(read('x-ratelimit-remaining', at));
  const resetEpochS = integer(read('x-ratelimit-reset', at));
  return {
    ...(bucket ? { bucket } : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(resetEpochS === undefined ? {} : { resetEpochS }),
  };
}

function bindingBucket(buckets: readonly RateLimitBucket[]): RateLimitBucket | undefined {
  const left = (one: RateLimitBucket) => one.remaining ?? Number.POSITIVE_INFINITY;
  return [...buckets].sort(
    (a, b) => compare(left(a), left(b)) || compare(b.resetEpochS ?? 0, a.resetEpochS ?? 0),
  )[0];
}

/** Not a subtraction, because two infinities would give `NaN`. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Digits only: `Number` would also accept `''`, `1e3`, `0x10` and `-5`. Fifteen digits are exact. */
function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
