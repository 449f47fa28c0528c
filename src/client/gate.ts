import { delaysS } from './retry-policy.ts';
import type { Settings } from './settings.ts';
import { isUsedUp, type Limits, sleepUntil, windowEndMs } from './waits.ts';

/** Holds all requests of one token back while its rate-limit window is used up. */
export interface Gate {
  /** Resolves when a request may go out. */
  pass(signal: AbortSignal | undefined): Promise<void>;
  /** Learns from an answer. */
  note(answer: Limits): void;
}

/**
 * A gate that is open until an answer says that nothing is left (a 429, or Remaining 0 on any other answer); then it
 * opens again at Reset. Where Reset cannot be believed it opens after the first backoff wait: the walk goes on, slowly.
 */
export function createGate(settings: Settings): Gate {
  const { clock, caps } = settings;
  let closedUntilMs = 0;
  return {
    pass: async (signal) => {
      signal?.throwIfAborted();
      // Another answer may close the gate again while we sleep; each closing lasts `caps.waitMs` at most.
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
