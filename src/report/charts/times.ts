import type { Exchange } from '../../exchange.ts';

/** What a 429 says of when to go on, in a few words: `Reset in 2.5 s`, `Reset 30 s ago`, `no Reset`. */
export function resetText({ request, response }: Pick<Exchange, 'request' | 'response'>): string {
  const text = response?.headers['x-ratelimit-reset'];
  if (text === undefined) return 'no Reset';
  const waitMs = Math.round(Number(text) * 1000 - request.sentAtMs);
  if (text.trim() === '' || !Number.isFinite(waitMs)) return 'Reset is no time';
  if (waitMs > longestMs) return 'Reset is far ahead';
  if (waitMs < -longestMs) return 'Reset is long past';
  return waitMs > 0 ? `Reset in ${brief(waitMs)} s` : `Reset ${brief(-waitMs)} s ago`;
}

/** No window is longer than a minute. */
const longestMs = 3_600_000;

/** Milliseconds in seconds, three digits after the point: `2.250`. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** Milliseconds in seconds, without zeros at the end: `2.25`. */
export function brief(ms: number): string {
  return String(Number(seconds(ms)));
}
