/** Fixed windows per bucket: a counter that resets, not an average (documented under rate limits). */
export interface RateLimiter {
  /** Counts a request at `nowMs`. A rejected request neither counts nor moves the window. */
  take(bucket: string, nowMs: number): Take;
  /** Starts a window at `nowMs` that admits this many requests. */
  leave(bucket: string, remaining: number, nowMs: number): void;
  /** Clears all windows. */
  reset(): void;
}

export interface Take {
  readonly admitted: boolean;
  readonly limit: number;
  /** Requests left until `resetS`. */
  readonly remaining: number;
  /** Epoch seconds at which the window ends and the counter resets. */
  readonly resetS: number;
}

/**
 * A window starts at the first request and ends on a whole second, because the header has whole seconds: after more than
 * `windowS - 1` and at most `windowS` seconds.
 */
export function createRateLimiter(limit: number, windowS: number): RateLimiter {
  const windows = new Map<string, { remaining: number; resetS: number }>();
  const endOf = (nowMs: number) => Math.floor(nowMs / 1000) + windowS;
  return {
    take: (bucket, nowMs) => {
      let window = windows.get(bucket);
      if (!window || nowMs >= window.resetS * 1000) {
        window = { remaining: limit, resetS: endOf(nowMs) };
        windows.set(bucket, window);
      }
      const admitted = window.remaining > 0;
      if (admitted) window.remaining--;
      return { admitted, limit, remaining: window.remaining, resetS: window.resetS };
    },
    leave: (bucket, remaining, nowMs) => {
      windows.set(bucket, { remaining, resetS: endOf(nowMs) });
    },
    reset: () => windows.clear(),
  };
}

/**
 * The four headers as recorded: this spelling, and the same bucket name for all tokens although each token has its own
 * counter.
 */
export function rateHeaders(take: Take): Record<string, string> {
  return {
    'X-Ratelimit-Bucket': 'bearer',
    'X-Ratelimit-Limit': String(take.limit),
    'X-Ratelimit-Remaining': String(take.remaining),
    'X-Ratelimit-Reset': String(take.resetS),
  };
}
