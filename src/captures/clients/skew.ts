import type { Exchange } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';

/** How the server's clock differs from that of the capture. */
export interface Skew {
  /** To be added to an instant of the capture to get it by the server's clock, in milliseconds. */
  readonly offsetMs: number;
  /** How far off that may be. */
  readonly withinMs: number;
}

/** Where no response has a `Date`: computers that synchronise their clocks are that close. */
const unknown: Skew = { offsetMs: 0, withinMs: 1000 };

/**
 * Compares the `Date` of responses with the instants of the capture. A Date was made between request and response and is cut to
 * whole seconds, so each response bounds the difference from both sides; together they leave little.
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
  // A clock that was set meanwhile contradicts itself.
  if (min > max) return { offsetMs: 0, withinMs: Math.max(1000, min - max) };
  return { offsetMs: (min + max) / 2, withinMs: (max - min) / 2 };
}

/** The same exchanges by the server's clock. */
export function shifted(exchanges: readonly Exchange[], offsetMs: number): readonly Exchange[] {
  if (offsetMs === 0) return exchanges;
  return exchanges.map((one) => ({
    ...one,
    request: { ...one.request, sentAtMs: one.request.sentAtMs + offsetMs },
    ...(one.response
      ? { response: { ...one.response, receivedAtMs: one.response.receivedAtMs + offsetMs } }
      : {}),
  }));
}
