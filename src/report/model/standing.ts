import type { ReportRow } from './report-row.ts';
import type { ViewRow } from './view.ts';

/**
 * The state of a requirement in machine formats: `failed` counts against the subject (with `--fail-on untested` also if it is
 * untested), `warning` failed without counting.
 */
export type Standing = 'passed' | 'failed' | 'warning' | 'undecided';

/** Shared by all machine formats, so that each fails exactly when the verdict does. */
export function standingOf({ row, counts }: Pick<ViewRow, 'row' | 'counts'>): Standing {
  if (counts) return 'failed';
  if (row.outcome === 'failed') return 'warning';
  return row.outcome === 'passed' ? 'passed' : 'undecided';
}

/** The first finding and the number of others, or why the requirement was not decided. */
export function rowMessage(row: ReportRow): string {
  const first = row.findings[0];
  if (row.outcome !== 'failed' || !first)
    return `${row.outcome === 'cantTell' ? 'cannot tell' : row.outcome}: ${row.why ?? 'no reason given'}`;
  const more = row.findings.length + (row.truncated?.findings ?? 0) - 1;
  return `${first.case === '' ? '' : `${first.case}: `}${first.message}${more > 0 ? ` (and ${more} more)` : ''}`;
}
