import { type Clock, systemClock } from '../clock.ts';
import { ClientOptionError } from './errors.ts';

/** Bounds that keep a bad server from holding the client for ever. */
export interface Caps {
  /** Longest body of a success, in bytes after decompression. @default 33554432 (32 MiB) */
  readonly bodyBytes: number;
  /** Longest silence while an answer arrives. @default 30000 */
  readonly idleMs: number;
  /** Longest time for one whole answer; the documents advise 15 to 60 s. @default 60000 */
  readonly answerMs: number;
  /** Longest wait that a Reset or Retry-After may ask for. A window lasts 60 s. @default 300000 */
  readonly waitMs: number;
  /** Pages of one walk. @default 10000 */
  readonly pages: number;
  /** Empty pages in a row that still have a next. @default 20 */
  readonly emptyPages: number;
}

export interface ClientOptions {
  /** The bearer token. */
  readonly token: string;
  /** Origin without a path. @default 'https://api.clever.com' */
  readonly baseUrl?: string;
  /** The wire. On a virtual clock it has to hold the clock while it works. @default the global `fetch` */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** @default the machine's own time */
  readonly clock?: Clock;
  /** Ends everything that is under way; calls then reject with its reason. */
  readonly signal?: AbortSignal;
  readonly caps?: Partial<Caps>;
  /** Draws 0..1 for each backoff wait, which it can only lengthen. @default Math.random */
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

/** Checks the options once; throws `ClientOptionError`. */
export function settingsOf(options: ClientOptions): Settings {
  const caps = { ...defaultCaps, ...options.caps };
  for (const [name, value] of Object.entries(caps))
    if (!Number.isFinite(value) || value <= 0)
      throw new ClientOptionError(
        `caps.${name} is not a positive number.`,
        'Give a number, or leave it out.',
      );
  // Anything else would be refused by `Headers` with a message that repeats it.
  if (!/^[\u0021-\u007e]+$/.test(options.token))
    throw new ClientOptionError(
      'The token is empty, or holds blanks or control characters.',
      'Pass the bare bearer token, without "Bearer " and without a line end.',
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
      'Leave the version out: https://api.clever.com, not https://api.clever.com/v2.0.',
    );
  return url.origin;
}
