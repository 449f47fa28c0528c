import { parseRateLimit } from '../client/http/rate-limit-headers.ts';
import { SafetyStop } from '../errors.ts';
import type { HeaderMap } from '../exchange.ts';
import type { Budget, BudgetWindow } from '../result.ts';

/** The documented window of the rate limit, for a target that advertises no Reset. */
const windowMs = 60_000;
/**
 * The documented limit: until the target advertises its own, and at most. A share of whatever a target claims would be no limit, and a
 * claimed number may be any.
 */
const documentedLimit = 1200;

/** Consecutive windows that allow at most one request, after which the run stops. */
const maxTightWindows = 3;
/** Windows to wait for in a run: an hour. */
const maxWaits = 60;

/** Keeps a run within its share of the target's rate limit, per window, for all tokens together. */
export interface Pacer {
  /**
   * If the budget of this window is used up, waits until the window ends. Call before every paced request.
   * @throws SafetyStop if the target allows so few requests that a run would take hours.
   */
  admit(): Promise<void>;
  /** Counts a completed request; requests outside the budget are counted separately. */
  count(exchange: Answered, isPaced: boolean): void;
  budget(): Budget;
  /** The windows with paced requests, in order of time. */
  windows(): readonly BudgetWindow[];
}

/** What is known of a request that was answered, or not. */
interface Answered {
  readonly response?: { readonly headers: HeaderMap };
}

export interface PacerOptions {
  /** Share of the advertised limit, at most of the documented one, that may be used in one window: above 0 and at most 1. */
  readonly share: number;
  /** Of the clock that `passTime` advances. */
  readonly nowMs: () => number;
  /** Advances the target's time. */
  readonly passTime: (seconds: number) => Promise<void>;
  /** Waits for as many windows as it takes, since the requests are not those of a run. @default false */
  readonly isPatient?: boolean;
}

export function createPacer(options: PacerOptions): Pacer {
  let advertised = 0;
  let requests = 0;
  let unpaced = 0;
  let inWindow = 0;
  let busiestWindow = 0;
  /** As advertised; `undefined` until then. */
  let remaining: number | undefined;
  let windowStartMs = options.nowMs();
  let windowEndsMs = windowStartMs + windowMs;
  const ended: BudgetWindow[] = [];
  const window = () => ({ startMs: windowStartMs, endMs: windowEndsMs, requests: inWindow });
  let waits = 0;
  let tightWindows = 0;
  /** Requests of any kind since the last wait. */
  let sinceWait = 0;

  const startWindow = () => {
    if (inWindow > 0) ended.push(window());
    inWindow = 0;
    remaining = undefined;
    windowStartMs = options.nowMs();
    windowEndsMs = windowStartMs + windowMs;
  };
  const allowance = () => Math.max(1, Math.floor(options.share * (advertised || documentedLimit)));
  /** Keeps a reserve of two: Remaining is per token, and another client may use the token. */
  const isUsedUp = () => inWindow >= allowance() || (remaining !== undefined && remaining <= 2);

  return {
    admit: async () => {
      if (options.nowMs() >= windowEndsMs) startWindow();
      if (!isUsedUp()) return;
      tightWindows = sinceWait <= 1 ? tightWindows + 1 : 0;
      sinceWait = 0;
      if (!options.isPatient && (tightWindows > maxTightWindows || ++waits > maxWaits))
        throw new SafetyStop(
          `The target's rate-limit headers left almost no budget, so the run would take hours.`,
          'Raise --budget, use a token that no other client uses, or select fewer requirements with --requirement or --grep.',
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
      const reported = parseRateLimit(exchange.response?.headers ?? {});
      if (reported.limit) advertised = Math.min(reported.limit, documentedLimit);
      remaining = reported.remaining;
      const serverNowMs = Date.parse(exchange.response?.headers.date ?? '');
      const leftMs = (reported.resetEpochS ?? Number.NaN) * 1000 - serverNowMs;
      if (leftMs > 0 && leftMs <= windowMs) windowEndsMs = options.nowMs() + leftMs;
    },
    budget: () => ({ share: options.share, advertised, requests, busiestWindow, unpaced }),
    windows: () => (inWindow > 0 ? [...ended, window()] : ended),
  };
}
