import { type Clock, systemClock } from '../clock.ts';
import { ClientOptionError } from './errors.ts';

/** Limits that protect the client from faulty servers. */
export interface Caps {
  /** Maximum body size of a success, after decompression. @default 33554432 (32 MiB) */
  readonly bodyBytes: number;
  /** Idle timeout while a response arrives. @default 30000 */
  readonly idleMs: number;
  /** Timeout per response; the documents advise 15 to 60 s. @default 60000 */
  readonly answerMs: number;
  /** Maximum wait for a Reset or Retry-After; a window is 60 s. @default 300000 */
  readonly waitMs: number;
  /** Maximum pages per walk. @default 10000 */
  readonly pages: number;
  /** Maximum consecutive empty pages with a next link. @default 20 */
  readonly emptyPages: number;
}

export interface ClientOptions {
  /** The bearer token. */
  readonly token: string;
  /** Origin without a path. @default 'https://api.clever.com' */
  readonly baseUrl?: string;
  /** Must hold a virtual clock while in flight. @default the global `fetch` */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** @default the system clock */
  readonly clock?: Clock;
  /** Aborts all requests in flight; calls then reject with its reason. */
  readonly signal?: AbortSignal;
  readonly caps?: Partial<Caps>;
  /** Jitter from 0 to 1, which only lengthens backoff waits. @default Math.random */
  readonly jitter?: () => number;
}

/** Options with every field present. */
export interface Settings {
  readonly origin: string;
  readonly token: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly caps: Caps;
  readonly jitter: () => number;
}

export const defaultCaps: Caps = {
  bodyBytes: 32 * 1024 * 1024,
  idleMs: 30_000,
  answerMs: 60_000,
  waitMs: 300_000,
  pages: 10_000,
  emptyPages: 20,
};

/** Validates the options; throws `ClientOptionError`. */
export function settingsOf(options: ClientOptions): Settings {
  const caps = { ...defaultCaps, ...options.caps };
  for (const [name, value] of Object.entries(caps))
    if (!Number.isFinite(value) || value <= 0)
      throw new ClientOptionError(`caps.${name} is not a positive number.`, 'Give a number, or omit it.');
  // `Headers` would throw a message that contains the token.
  if (!/^[\u0021-\u007e]+$/.test(options.token))
    throw new ClientOptionError(
      'The token is empty, or contains white space or control characters.',
      'Pass the bare token, without "Bearer " and without a line break.',
    );
  return {
    origin: originOf(options.baseUrl ?? 'https://api.clever.com'),
    token: options.token,
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    clock: options.clock ?? systemClock,
    signal: options.signal,
    caps,
    jitter: options.jitter ?? Math.random,
  };
}

function originOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const bare = url && url.pathname === '/' && url.search === '' && url.hash === '' && !baseUrl.includes('@');
  if (!url || !bare || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new ClientOptionError(
      'baseUrl is not a bare http(s) origin.',
      'Omit the version: https://api.clever.com, not https://api.clever.com/v2.0.',
    );
  return url.origin;
}
