import { type Exchange, jsonOf, rememberJson } from '../exchange.ts';

/** How the server's clock stands to that of the capture. */
export interface Skew {
  /** To be added to an instant of the capture to have it by the server's clock, in milliseconds. */
  readonly offsetMs: number;
  /** How far off that may be. */
  readonly withinMs: number;
}

/** Where no answer has a `Date`: computers that ask for the time are that close. */
const unknown: Skew = { offsetMs: 0, withinMs: 1000 };

/**
 * Compares the `Date` of answers with the instants of the capture. A Date was made between request and answer and is cut to whole
 * seconds, so each answer bounds the difference from both sides; together they leave little.
 */
export function skewOf(exchanges: readonly Exchange[]): Skew {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (const { request, response } of exchanges) {
    const dateMs = Date.parse(response?.headers.date ?? '');
    if (!response || Number.isNaN(dateMs)) continue;
    least = Math.max(least, dateMs - response.receivedAtMs);
    most = Math.min(most, dateMs + 1000 - request.sentAtMs);
  }
  if (!Number.isFinite(least) || !Number.isFinite(most)) return unknown;
  // A clock that was set meanwhile contradicts itself.
  if (least > most) return { offsetMs: 0, withinMs: Math.max(1000, least - most) };
  return { offsetMs: (least + most) / 2, withinMs: (most - least) / 2 };
}

/** The same exchanges by the server's clock. */
export function shifted(exchanges: readonly Exchange[], offsetMs: number): readonly Exchange[] {
  if (offsetMs === 0) return exchanges;
  return exchanges.map((one) =>
    copyOf(one, {
      request: { ...one.request, sentAtMs: one.request.sentAtMs + offsetMs },
      ...(one.response
        ? { response: { ...one.response, receivedAtMs: one.response.receivedAtMs + offsetMs } }
        : {}),
    }),
  );
}

/** The same exchange with something else in it, but for its body, which is not parsed again. */
export function copyOf(exchange: Exchange, changes: Partial<Exchange>): Exchange {
  const copy = { ...exchange, ...changes };
  const json = jsonOf(exchange);
  if (json !== undefined) rememberJson(copy, json);
  return copy;
}
