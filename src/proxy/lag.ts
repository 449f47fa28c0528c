import { measureLag } from '../scenarios/serving/lag.ts';

/** How late the proxy may have noticed what it recorded. */
export interface LagMeter {
  /** Does long work while nothing is under way: a request that arrives meanwhile is recorded later than it came, which accuses no client. */
  without<T>(work: () => T): T;
  /** The maximum so far, in milliseconds. */
  maxMs(): number;
  end(): void;
}

export function createLagMeter(): LagMeter {
  let maxMs = 0;
  let running = measureLag();
  const end = () => {
    maxMs = Math.max(maxMs, running.end());
  };
  const restart = () => {
    end();
    running = measureLag();
  };
  return {
    without: (work) => {
      end();
      try {
        return work();
      } finally {
        running = measureLag();
      }
    },
    maxMs: () => {
      restart();
      return maxMs;
    },
    end,
  };
}
