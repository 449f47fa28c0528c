import type { Clock } from '../../clock.ts';
import { parseRateLimit } from './rate-limit-headers.ts';
import { delaysS } from './retry-policy.ts';

/** Maximum jitter. Only lengthens waits, because the documented ones are minimums. */
const jitterShare = 0.5;

/** The wait before retry `retry` (from 0), in milliseconds: 1, 2, 4, 8, 16 s, plus jitter. */
export function backoffMs(retry: number, jitter: () => number): number {
  const baseMs = (delaysS[Math.min(retry, delaysS.length - 1)] ?? 0) * 1000;
  const drawn = jitter();
  const share = Number.isFinite(drawn) ? Math.min(1, Math.max(0, drawn)) : 0;
  return Math.round(baseMs * (1 + share * jitterShare));
}

/** The parts of a response that determine waits. */
export interface Limits {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** By the local clock. */
  readonly receivedAtMs: number;
}

/**
 * When the window ends, in milliseconds by the local clock; `undefined` if Reset is missing or implausible. Computed both
 * from the server's `Date` and the local clock, and the later is used, because an early request would fail. A Reset in the
 * past or more than `maxWaitMs` away is ignored: in milliseconds it would mean a wait of centuries.
 */
export function windowEndMs(answer: Limits, maxWaitMs: number): number | undefined {
  const { buckets } = parseRateLimit(answer.headers);
  const used = buckets.filter((one) => one.remaining === 0);
  const now = answer.receivedAtMs;
  const serverNow = Date.parse(answer.headers.date ?? '');
  const waits = (used.length > 0 ? used : buckets)
    .flatMap(({ resetEpochS }) =>
      resetEpochS === undefined ? [] : [resetEpochS * 1000 - now, resetEpochS * 1000 - serverNow],
    )
    .filter((wait) => wait > 0 && wait <= maxWaitMs);
  return waits.length > 0 ? now + Math.max(...waits) : undefined;
}

/** Whether the rate limit is exhausted. */
export function isUsedUp(answer: Limits): boolean {
  return answer.status === 429 || parseRateLimit(answer.headers).buckets.some((one) => one.remaining === 0);
}

/**
 * `Retry-After` as a local time; `undefined` if it is absent, in the past or more than `maxWaitMs` away. Clever does not
 * send it, but proxies may.
 */
export function retryAfterMs(answer: Limits, maxWaitMs: number): number | undefined {
  const text = answer.headers['retry-after']?.trim() ?? '';
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : httpDateMs(text) - answer.receivedAtMs;
  return waitMs >= 0 && waitMs <= maxWaitMs ? answer.receivedAtMs + waitMs : undefined;
}

/** `NaN` unless it looks like an HTTP date: `Date.parse` would read `-1` as a year. */
function httpDateMs(text: string): number {
  return /^[A-Z][a-z]{2}, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN;
}

/**
 * Sleeps until an instant. Timers may fire a millisecond early, hence the loop; it is bounded, in case the system clock is
 * set back.
 */
export async function sleepUntil(clock: Clock, instantMs: number, signal?: AbortSignal): Promise<void> {
  for (let look = 0; look < 5 && clock.now() < instantMs; look++)
    await clock.sleep(instantMs - clock.now(), signal);
}
