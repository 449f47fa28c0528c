import { runBuilt } from './built.ts';
import { median } from './median.ts';

export interface Cold {
  /** Median, from start to exit. */
  readonly wallMs: number;
  readonly fastestMs: number;
  /** Median of user and system time on all cores, which is less sensitive to load. */
  readonly cpuMs: number;
  /** Maximum resident memory of all runs. */
  readonly peakMb: number;
  readonly runs: number;
}

/**
 * Starts the built command line as a user does, several times after one warm-up (which fills the compile cache, as a
 * first run does on any machine).
 */
export function measureCold(runs = 7): Cold {
  const [, ...usages] = Array.from({ length: runs + 1 }, () => runBuilt(['server', '--quiet']));
  const walls = usages.map((one) => one.wallMs);
  return {
    wallMs: median(walls),
    fastestMs: Math.min(...walls),
    cpuMs: median(usages.map((one) => one.cpuMs)),
    peakMb: Math.max(...usages.map((one) => one.peakMb)),
    runs,
  };
}
