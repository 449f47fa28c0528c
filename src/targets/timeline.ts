import type { Clock } from '../clock.ts';

/** A clock that advances from one recorded instant to the next; sleeping takes no time. */
export interface Timeline extends Clock {
  /** A request was sent at this instant, in epoch milliseconds. */
  sent(ms: number): void;
  /** Its response was complete at this instant, which is the time until the next request. */
  received(ms: number): void;
  /** The request got no response. */
  lost(): void;
}

/** `nextSentMs`: when the next request was sent, which is the time while none is in flight. Never goes back. */
export function createTimeline(startMs: number, nextSentMs: () => number | undefined): Timeline {
  let nowMs = startMs;
  let underWay = 0;
  const arrivals: number[] = [];
  const moveTo = (ms: number) => {
    nowMs = Math.max(nowMs, ms);
    return nowMs;
  };
  return {
    now: () => {
      const arrivedMs = arrivals.shift();
      if (arrivedMs !== undefined) {
        underWay--;
        return moveTo(arrivedMs);
      }
      return underWay > 0 ? nowMs : moveTo(nextSentMs() ?? nowMs);
    },
    // The recorded instants already include the wait.
    sleep: async (_, signal) => signal?.throwIfAborted(),
    sent: (ms) => {
      underWay++;
      moveTo(ms);
    },
    received: (ms) => void arrivals.push(ms),
    lost: () => void underWay--,
  };
}
