import type { Clock } from '../clock.ts';

/** The time of a recording, as a clock: it goes from one recorded instant to the next, and sleeping costs nothing. */
export interface Timeline extends Clock {
  /** A request is on its way that was sent at this instant, in epoch milliseconds. */
  sent(ms: number): void;
  /** Its answer was complete at this instant: whoever looks at the clock next is the one who has read it. */
  received(ms: number): void;
  /** No answer came. */
  lost(): void;
}

/** `nextSentMs` tells when the next request was sent, which is the time while nothing is under way. Time never goes back. */
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
    // The wait lies between two recorded instants already.
    sleep: async (_, signal) => signal?.throwIfAborted(),
    sent: (ms) => {
      underWay++;
      moveTo(ms);
    },
    received: (ms) => void arrivals.push(ms),
    lost: () => void underWay--,
  };
}
