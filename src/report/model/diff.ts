import type { Level } from '../../../contracts/requirement.ts';
import type { Report } from './report.ts';
import type { ReportRow } from './report-row.ts';

/** How the outcome of a requirement changed between two runs. */
export type Change =
  | 'newly failing'
  | 'fixed'
  | 'newly untested'
  | 'decided again'
  | 'otherwise changed'
  | 'added'
  | 'withdrawn';

/** In order of display: regressions first. */
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
  /** Outcome before and after; absent if the catalogue did not have the requirement. */
  readonly before?: string;
  readonly after?: string;
  /** Cases that failed after but not before. A row that failed both times is listed only if there are any. */
  readonly cases: readonly string[];
  /** The first finding, or why the requirement was not decided. */
  readonly why?: string;
}

/** Two reports of the same side, compared row by row. */
export interface ReportDiff {
  readonly before: Report;
  readonly after: Report;
  readonly rows: readonly ChangedRow[];
  /** The two were judged with different catalogues, so a change may come from the suite, not the subject. */
  readonly catalogueChanged: boolean;
}

/** The rows that changed from `before` to `after`. */
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

/** Whether a required requirement newly fails, or fails in more cases. */
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
