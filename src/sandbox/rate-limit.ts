/** Fixed windows, one per bucket: a counter that resets, not an average (documented under rate limits). */
export interface RateLimiter {
  /** Counts a request at `nowMs`. A refused one changes nothing: it neither counts nor moves the window. */
  take(bucket: string, nowMs: number): Take;
  /** Starts a window now in which this many requests are admitted. */
  leave(bucket: string, remaining: number, nowMs: number): void;
  /** Forgets all windows: the next request starts a fresh one. */
  reset(): void;
}

export interface Take {
  readonly admitted: boolean;
  readonly limit: number;
  /** Requests that are left until `resetS`. */
  readonly remaining: number;
  /** Seconds since 1970 at which the window ends and the counter starts again. */
  readonly resetS: number;
}

/**
 * A window starts at the first request and ends on a whole second, because the header says whole seconds: after more than
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
 * The four headers as recorded: this spelling, and the bucket's name is the same word for all tokens although each token
 * has a counter of its own.
 */
export function rateHeaders(take: Take): Record<string, string> {
  return {
    'X-Ratelimit-Bucket': 'bearer',
    'X-Ratelimit-Limit': String(take.limit),
    'X-Ratelimit-Remaining': String(take.remaining),
    'X-Ratelimit-Reset': String(take.resetS),
  };
}
