import type { ReportRow } from './report.ts';
import type { ViewRow } from './view.ts';

/**
 * What a row is to a program that knows red, green and grey: `failed` speaks against the subject (an untested row too,
 * with `--fail-on untested`), `warning` failed without counting, `undecided` is neither.
 */
export type Standing = 'passed' | 'failed' | 'warning' | 'undecided';

/** The standing of a row. So every machine format is red exactly where the verdict is. */
export function standingOf({ row, counts }: ViewRow): Standing {
  if (counts) return 'failed';
  if (row.outcome === 'failed') return 'warning';
  return row.outcome === 'passed' ? 'passed' : 'undecided';
}

/** One sentence about a row that did not pass: its first finding and how many more there are, or why it was not decided. */
export function rowMessage(row: ReportRow): string {
  const first = row.findings[0];
  if (row.outcome !== 'failed' || !first)
    return `${row.outcome === 'cantTell' ? 'cannot tell' : row.outcome}: ${row.why ?? 'no reason was given'}`;
  const more = row.findings.length + (row.truncated?.findings ?? 0) - 1;
  return `${first.case === '' ? '' : `${first.case}: `}${first.message}${more > 0 ? ` (and ${more} more)` : ''}`;
}
