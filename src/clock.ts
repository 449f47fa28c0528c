/** Everything that waits or reads the time takes a `Clock`, so that tests can control it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** `setTimeout` fires at once beyond this delay (2^31 - 1 ms, 24.8 days), so longer sleeps are split. */
const maxTimerMs = 2_147_483_647;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    for (let left = Math.max(0, ms); ; left -= maxTimerMs) {
      await timer(Math.min(left, maxTimerMs), signal);
      if (left <= maxTimerMs) return;
    }
  },
};

function timer(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = () => {
      clearTimeout(id);
      reject(signal?.reason);
    };
    const id = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** A clock that only advances through sleeps or `advance`. */
export interface VirtualClock extends Clock {
  /** Moves time forward; sleepers that are due wake up. */
  advance(ms: number): void;
  /** Stops time during `work`: use it for anything that is not a sleep, such as a request. */
  hold<T>(work: Promise<T>): Promise<T>;
}

/** 2026-01-05T12:00:00Z, a Monday morning in term: the default start of virtual time. */
export const virtualEpochMs = Date.UTC(2026, 0, 5, 12);

/**
 * Virtual time: when every task waits, the clock jumps to the time of the earliest sleeper. A minute costs at
 * most a millisecond, and times can be asserted exactly.
 */
export function createVirtualClock(startMs: number = virtualEpochMs): VirtualClock {
  let nowMs = startMs;
  let held = 0;
  let pumping = false;
  let order = 0;
  const sleepers: { dueMs: number; order: number; wake: () => void }[] = [];

  const wakeDue = () => {
    sleepers.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order);
    while (sleepers[0] && sleepers[0].dueMs <= nowMs) sleepers.shift()?.wake();
  };
  /** Two turns of the event loop, so that a task that just woke up can start its next work first. */
  const pump = () => {
    if (pumping) return;
    pumping = true;
    setImmediate(() =>
      setImmediate(() => {
        pumping = false;
        if (held > 0 || sleepers.length === 0) return;
        sleepers.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order);
        nowMs = Math.max(nowMs, sleepers[0]?.dueMs ?? nowMs);
        wakeDue();
        pump();
      }),
    );
  };

  return {
    now: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = () => {
          const at = sleepers.indexOf(sleeper);
          if (at >= 0) sleepers.splice(at, 1);
          reject(signal?.reason);
        };
        const sleeper = {
          dueMs: nowMs + Math.max(0, ms),
          order: order++,
          wake: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        sleepers.push(sleeper);
        pump();
      }),
    advance: (ms) => {
      nowMs += ms;
      wakeDue();
    },
    hold: async (work) => {
      held++;
      try {
        return await work;
      } finally {
        held--;
        pump();
      }
    },
  };
}
