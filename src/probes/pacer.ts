import { parseRateLimit } from '../client/rate-limit-headers.ts';
import { SafetyStop } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { Budget } from '../result.ts';

/** The documented window of the rate limit; a target that advertises no Reset is paced by this. */
const windowMs = 60_000;
/** The documented limit, until the target advertises its own. */
const documentedLimit = 1200;

/** So many windows in a row that are over after one request, and the target is not worth waiting for. */
const mostTightWindows = 3;
/** So many windows are waited for in a run: an hour. */
const mostWaits = 60;

/** Keeps a run within its share of the target's rate limit, per window and over all tokens together. */
export interface Pacer {
  /**
   * Waits, if the budget of this window is used up, until the window ends. Call before every paced request.
   * @throws SafetyStop where the target lets so little through that a run would take hours.
   */
  admit(): Promise<void>;
  /** Counts a request that was answered; one that went out beyond the budget on purpose is counted apart. */
  count(exchange: Exchange, isPaced: boolean): void;
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
  let unpaced = 0;
  let inWindow = 0;
  let busiestWindow = 0;
  /** What is left by the target's own word; `undefined` until it says. */
  let remaining: number | undefined;
  let windowEndsMs = options.nowMs() + windowMs;
  let waits = 0;
  let tightWindows = 0;
  /** Requests of any kind since the last wait. */
  let sinceWait = 0;

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
      tightWindows = sinceWait <= 1 ? tightWindows + 1 : 0;
      sinceWait = 0;
      if (tightWindows > mostTightWindows || ++waits > mostWaits)
        throw new SafetyStop(
          'The budget was used up again and again, by what the target tells of its rate limit.',
          'Raise --budget, use a token that nobody else uses, or judge less at once with --requirement or --grep.',
        );
      await options.passTime(Math.max(1, Math.ceil((windowEndsMs - options.nowMs()) / 1000)));
      startWindow();
    },
    count: (exchange, isPaced) => {
      requests++;
      sinceWait++;
      if (isPaced) inWindow++;
      else unpaced++;
      busiestWindow = Math.max(busiestWindow, inWindow);
      const told = parseRateLimit(exchange.response?.headers ?? {});
      if (told.limit) advertised = told.limit;
      remaining = told.remaining;
      const serverNowMs = Date.parse(exchange.response?.headers.date ?? '');
      const leftMs = (told.resetEpochS ?? Number.NaN) * 1000 - serverNowMs;
      if (leftMs > 0 && leftMs <= windowMs) windowEndsMs = options.nowMs() + leftMs;
    },
    budget: () => ({ share: options.share, advertised, requests, busiestWindow, unpaced }),
  };
}
