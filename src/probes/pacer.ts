import { parseRateLimit } from '../client/rate-limit-headers.ts';
import type { Exchange } from '../exchange.ts';
import type { Budget } from '../result.ts';

/** The documented window of the rate limit; a target that advertises no Reset is paced by this. */
const windowMs = 60_000;
/** The documented limit, until the target advertises its own. */
const documentedLimit = 1200;

/** Keeps a run within its share of the target's rate limit, per window and over all tokens together. */
export interface Pacer {
  /** Waits, if the budget of this window is used up, until the window ends. Call before every paced request. */
  admit(): Promise<void>;
  /** Counts a request that was answered. */
  count(exchange: Exchange): void;
  budget(): Budget;
}

export interface PacerOptions {
  /** Share of the advertised limit that may be used in one window, above 0 and at most 1. */
  readonly share: number;
  /** By the clock that `passTime` moves. */
  readonly nowMs: () => number;
  /** Lets that many seconds pass at the target. */
  readonly passTime: (seconds: number) => Promise<void>;
}

export function createPacer(options: PacerOptions): Pacer {
  let advertised = 0;
  let requests = 0;
  let inWindow = 0;
  let busiestWindow = 0;
  /** What is left by the target's own word; `undefined` until it says. */
  let remaining: number | undefined;
  let windowEndsMs = options.nowMs() + windowMs;

  const startWindow = () => {
    inWindow = 0;
    remaining = undefined;
    windowEndsMs = options.nowMs() + windowMs;
  };
  const allowance = () => Math.max(1, Math.floor(options.share * (advertised || documentedLimit)));
  /** Two requests are kept in hand: Remaining is told per token, and another one may have spent from it. */
  const isUsedUp = () => inWindow >= allowance() || (remaining !== undefined && remaining <= 2);

  return {
    admit: async () => {
      if (options.nowMs() >= windowEndsMs) startWindow();
      if (!isUsedUp()) return;
      await options.passTime(Math.max(1, Math.ceil((windowEndsMs - options.nowMs()) / 1000)));
      startWindow();
    },
    count: (exchange) => {
      requests++;
      inWindow++;
      busiestWindow = Math.max(busiestWindow, inWindow);
      const told = parseRateLimit(exchange.response?.headers ?? {});
      if (told.limit) advertised = told.limit;
      remaining = told.remaining;
      const serverNowMs = Date.parse(exchange.response?.headers.date ?? '');
      const leftMs = (told.resetEpochS ?? Number.NaN) * 1000 - serverNowMs;
      if (leftMs > 0 && leftMs <= windowMs) windowEndsMs = options.nowMs() + leftMs;
    },
    budget: () => ({ share: options.share, advertised, requests, busiestWindow }),
  };
}
