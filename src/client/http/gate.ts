import type { Settings } from '../settings.ts';
import { delaysS } from './retry-policy.ts';
import { isUsedUp, type Limits, sleepUntil, windowEndMs } from './waits.ts';

/** Delays all requests of a token while its rate limit is exhausted. */
export interface Gate {
  /** Resolves when a request may be sent. */
  pass(signal: AbortSignal | undefined): Promise<void>;
  /** Updates the state from a response. */
  note(answer: Limits): void;
}

/**
 * Closes after a response without remaining requests (a 429, or Remaining 0), and reopens at Reset, or after the first
 * backoff wait if Reset is not plausible.
 */
export function createGate(settings: Settings): Gate {
  const { clock, caps } = settings;
  let closedUntilMs = 0;
  return {
    pass: async (signal) => {
      signal?.throwIfAborted();
      // Another response may close the gate again meanwhile, each time for at most `caps.waitMs`.
      while (clock.now() < closedUntilMs) {
        const untilMs = closedUntilMs;
        await sleepUntil(clock, untilMs, signal);
        if (closedUntilMs === untilMs) return;
      }
    },
    note: (answer) => {
      if (!isUsedUp(answer)) return;
      const endMs = windowEndMs(answer, caps.waitMs) ?? answer.receivedAtMs + (delaysS[0] ?? 1) * 1000;
      closedUntilMs = Math.max(closedUntilMs, endMs);
    },
  };
}
