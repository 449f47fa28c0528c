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

/** Expects that one of these requirements failed in the written report. */
export function finds(...ids: readonly string[]): (run: Run) => string {
  return (run) => {
    const rows = rowsOf(run);
    if (!rows) return 'no report';
    return rows.some(({ id, outcome }) => ids.includes(id) && outcome === 'failed')
      ? ''
      : `no finding of ${ids.join(' or ')}`;
  };
}

/** Expects that a report was written, whatever the verdict. */
export function isReported(run: Run): string {
  return rowsOf(run) ? '' : 'no report';
}

function rowsOf(run: Run): readonly { readonly id: string; readonly outcome: string }[] | undefined {
  const text = run.report('report.json');
  return text === '' ? undefined : JSON.parse(text).requirements;
}
