import type { Clock } from '../clock.ts';
import { parseRateLimit } from './rate-limit-headers.ts';
import { delaysS } from './retry-policy.ts';

/** How far jitter may stretch a wait. Upward only: the documented waits are the least. */
const jitterShare = 0.5;

/** The wait before retry number `retry` (0 is the first), in milliseconds: 1, 2, 4, 8, 16 s, stretched by jitter. */
export function backoffMs(retry: number, jitter: () => number): number {
  const baseMs = (delaysS[Math.min(retry, delaysS.length - 1)] ?? 0) * 1000;
  const drawn = jitter();
  const share = Number.isFinite(drawn) ? Math.min(1, Math.max(0, drawn)) : 0;
  return Math.round(baseMs * (1 + share * jitterShare));
}

/** An answer as the waits need it. */
export interface Limits {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** By our clock. */
  readonly receivedAtMs: number;
}

/**
 * When the window ends, in milliseconds by our clock; `undefined` where the answer does not say so credibly. The
 * end is reckoned both by the server's own `Date` and by our clock, and the later holds, because too early is a fault
 * and too late is none. Ends in the past or more than `maxWaitMs` away are not believed: a Reset in milliseconds
 * would mean a sleep of centuries.
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

/** Whether the answer says that nothing is left in the window. */
export function isUsedUp(answer: Limits): boolean {
  return answer.status === 429 || parseRateLimit(answer.headers).buckets.some((one) => one.remaining === 0);
}

/**
 * `Retry-After` as an instant by our clock; `undefined` where it is absent, in the past or more than `maxWaitMs` away.
 * Clever does not send it; a proxy in between may.
 */
export function retryAfterMs(answer: Limits, maxWaitMs: number): number | undefined {
  const text = answer.headers['retry-after']?.trim() ?? '';
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : httpDateMs(text) - answer.receivedAtMs;
  return waitMs >= 0 && waitMs <= maxWaitMs ? answer.receivedAtMs + waitMs : undefined;
}

/** `NaN` unless it looks like an HTTP date: `Date.parse` would make a year of `-1`. */
function httpDateMs(text: string): number {
  return /^[A-Z][a-z]{2}, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN;
}

/**
 * Sleeps until an instant. A timer may fire a millisecond early by the clock that it is judged by, hence the second
 * look; the number of looks is bounded, in case somebody sets the machine's clock back.
 */
export async function sleepUntil(clock: Clock, instantMs: number, signal?: AbortSignal): Promise<void> {
  for (let look = 0; look < 5 && clock.now() < instantMs; look++)
    await clock.sleep(instantMs - clock.now(), signal);
}
