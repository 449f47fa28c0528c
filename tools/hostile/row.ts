import type { Run } from './process.ts';

/** One hostile input. */
export interface Row {
  /** Its number in the list. */
  readonly row: number;
  readonly what: string;
  /** Runs the suite on it, and says what was wrong; `''` if it held. */
  readonly run?: () => Promise<Result>;
  /** Instead: why the suite has no such input, or where else it is shown. */
  readonly notApplicable?: string;
}

export interface Result extends Pick<Run, 'code' | 'seconds' | 'peakMib'> {
  /** `''` if it held. */
  readonly fault: string;
}

export const memoryLimitMib = 256;

/** Checks the exit code and the memory, and then what the row expects. */
export function judged(run: Run, codes: readonly number[], expects: (run: Run) => string = () => ''): Result {
  const { code, seconds, peakMib } = run;
  const faults = [
    code !== null && codes.includes(code) ? '' : `code ${code} instead of ${codes.join(' or ')}`,
    peakMib <= memoryLimitMib ? '' : `more than ${memoryLimitMib} MiB`,
    expects(run),
  ].filter((one) => one !== '');
  return { code, seconds, peakMib, fault: faults.join('; ') };
}
