import type { Exchange } from '../../exchange.ts';
import { receivedAt } from '../../text/packed-text.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';

/** How the server's clock differs from that of the capture. */
export interface Skew {
  /** Milliseconds to add to a time of the capture to get the server's time. */
  readonly offsetMs: number;
  /** Maximum error of `offsetMs`. */
  readonly withinMs: number;
}

/** If no response has a `Date`: typical for synchronised clocks. */
const unknown: Skew = { offsetMs: 0, withinMs: 1000 };

/**
 * Compares the `Date` of responses with the times of the capture. A Date was set between request and response and truncated
 * to seconds, so each response bounds the difference on both sides, and many narrow it down.
 */
export function skewOf(exchanges: readonly ReadExchange[]): Skew {
  let min = Number.NEGATIVE_INFINITY;
  let max = Number.POSITIVE_INFINITY;
  for (const { request, answeredAtMs, serverDateMs } of exchanges) {
    if (serverDateMs === undefined) continue;
    min = Math.max(min, serverDateMs - answeredAtMs);
    max = Math.min(max, serverDateMs + 1000 - request.sentAtMs);
  }
  if (!Number.isFinite(min) || !Number.isFinite(max)) return unknown;
  // Contradictory bounds: a clock was changed during the capture.
  if (min > max) return { offsetMs: 0, withinMs: Math.max(1000, min - max) };
  return { offsetMs: (min + max) / 2, withinMs: (max - min) / 2 };
}

/** The same exchanges in the server's time. */
export function shifted(exchanges: readonly Exchange[], offsetMs: number): readonly Exchange[] {
  if (offsetMs === 0) return exchanges;
  return exchanges.map((one) => ({
    ...one,
    request: { ...one.request, sentAtMs: one.request.sentAtMs + offsetMs },
    ...(one.response ? { response: receivedAt(one.response, one.response.receivedAtMs + offsetMs) } : {}),
  }));
}
