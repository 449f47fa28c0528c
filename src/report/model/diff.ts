import type { Level } from '../../../contracts/requirement.ts';
import type { Report, ReportRow } from './report.ts';

/** What became of a requirement from one run to the next. */
export type Change =
  | 'newly failing'
  | 'fixed'
  | 'newly untested'
  | 'decided again'
  | 'otherwise changed'
  | 'added'
  | 'withdrawn';

/** In the order in which people want to read them. */
export const changes: readonly Change[] = [
  'newly failing',
  'newly untested',
  'fixed',
  'decided again',
  'otherwise changed',
  'added',
  'withdrawn',
];

export interface ChangedRow {
  readonly id: string;
  readonly change: Change;
  readonly level: Level;
  /** Outcome before and after; absent where the row was not there. */
  readonly before?: string;
  readonly after?: string;
  /** Cases that failed after and not before; of a row that failed both times only these make it listed. */
  readonly cases: readonly string[];
  /** The first thing that is wrong now, or why it was not decided. */
  readonly why?: string;
}

/** Two reports of one side, compared row by row. */
export interface ReportDiff {
  readonly before: Report;
  readonly after: Report;
  readonly rows: readonly ChangedRow[];
  /** The two were judged by different catalogues, so a change may be ours and not the subject's. */
  readonly catalogueChanged: boolean;
}

/** What changed from `before` to `after`. Rows that stayed as they were are left out. */
export function diffReports(before: Report, after: Report): ReportDiff {
  const old = new Map(before.requirements.map((row) => [row.id, row]));
  const rows: ChangedRow[] = [];
  for (const row of after.requirements) {
    const was = old.get(row.id);
    old.delete(row.id);
    const change = changeOf(was, row);
    if (change) rows.push(changedRow(row.id, change, was, row));
  }
  for (const row of old.values()) rows.push(changedRow(row.id, 'withdrawn', row, undefined));
  return { before, after, rows, catalogueChanged: before.catalogue.digest !== after.catalogue.digest };
}

/** Whether something got worse that counts: a required row fails that did not, or fails in more cases. */
export function isWorse({ rows }: ReportDiff): boolean {
  return rows.some((row) => row.change === 'newly failing' && row.level === 'required');
}

function changeOf(was: ReportRow | undefined, row: ReportRow): Change | undefined {
  if (!was) return row.outcome === 'failed' ? 'newly failing' : 'added';
  if (row.outcome === 'failed')
    return was.outcome !== 'failed' || newCases(was, row).length > 0 ? 'newly failing' : undefined;
  if (was.outcome === row.outcome) return undefined;
  if (was.outcome === 'failed' && row.outcome === 'passed') return 'fixed';
  if (row.outcome === 'untested' || row.outcome === 'cantTell') return 'newly untested';
  return row.outcome === 'passed' ? 'decided again' : 'otherwise changed';
}

function changedRow(
  id: string,
  change: Change,
  was: ReportRow | undefined,
  row: ReportRow | undefined,
): ChangedRow {
  const why = row?.findings[0]?.message ?? row?.why;
  return {
    id,
    change,
    level: (row ?? was)?.level ?? 'observed',
    ...(was ? { before: was.outcome } : {}),
    ...(row ? { after: row.outcome } : {}),
    cases: was && row ? newCases(was, row) : [],
    ...(why === undefined ? {} : { why }),
  };
}

function newCases(was: ReportRow, row: ReportRow): string[] {
  const failedBefore = new Set(was.cases.filter((one) => one.outcome === 'failed').map((one) => one.name));
  return row.cases
    .filter((one) => one.outcome === 'failed' && !failedBefore.has(one.name))
    .map((one) => one.name);
}
