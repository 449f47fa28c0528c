import type { Requirement } from '../../../contracts/requirement.ts';

/** A known failure that a team has decided to live with for a while. */
export interface BaselineEntry {
  readonly id: string;
  /** Absent: every case of the requirement, which only rows that are not required may have. */
  readonly case?: string;
  readonly reason: string;
  readonly owner?: string;
  readonly link?: string;
  /** `2026-03-31`, the last day on which it holds; at most 180 days after the run. */
  readonly expires: string;
}

/**
 * What the run found of an entry. Only `holds` excuses a failure; every other state makes the run non-conforming, so
 * that a list of excuses cannot outlive its reasons.
 */
export interface JudgedBaselineEntry extends BaselineEntry {
  readonly state: 'holds' | 'stale' | 'expired' | 'refused';
  /** Why it does not hold. */
  readonly why?: string;
}

/** What of a report row the baseline looks at. */
export interface BaselineRow {
  readonly id: string;
  readonly outcome: string;
  readonly cases: readonly { readonly name: string; readonly outcome: string }[];
}

const longestDays = 180;
const dayMs = 86_400_000;

/** Judges every entry against the rows. `atMs` is the start of the run, in milliseconds since the Unix epoch. */
export function judgeBaseline(
  entries: readonly BaselineEntry[],
  rows: readonly BaselineRow[],
  requirements: readonly Requirement[],
  atMs: number,
): JudgedBaselineEntry[] {
  const levels = new Map(requirements.map((one) => [one.id as string, one.level]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entries.map((entry) => {
    const level = levels.get(entry.id);
    const row = byId.get(entry.id);
    const endMs = endOfDayMs(entry.expires);
    if (level === undefined || row === undefined) return no(entry, 'refused', 'no requirement has this id');
    if (endMs === undefined) return no(entry, 'refused', '`expires` is not a day such as 2026-03-31');
    if (endMs < atMs) return no(entry, 'expired', `it held until ${entry.expires}`);
    if (endMs - atMs > (longestDays + 1) * dayMs) {
      return no(entry, 'refused', `it expires more than ${longestDays} days after the run`);
    }
    if (entry.case === undefined && level === 'required') {
      return no(entry, 'refused', 'a required row is excused case by case');
    }
    const seen = outcomeSeen(entry, row);
    // Untested or undecided is no proof that it was mended.
    return seen === 'passed' || seen === 'inapplicable'
      ? no(entry, 'stale', 'it does not fail any more: remove the entry')
      : { ...entry, state: 'holds' };
  });
}

/** Whether entries that hold cover every failed case of the row. */
export function isExcused(row: BaselineRow, baseline: readonly JudgedBaselineEntry[]): boolean {
  const holding = baseline.filter((entry) => entry.state === 'holds' && entry.id === row.id);
  return (
    holding.length > 0 &&
    row.cases.every(
      (one) =>
        one.outcome !== 'failed' ||
        holding.some((entry) => entry.case === undefined || entry.case === one.name),
    )
  );
}

/** Of the case, or of the row where the entry names no case. A case that a failing row does not have fails no more. */
function outcomeSeen(entry: BaselineEntry, row: BaselineRow): string {
  if (entry.case === undefined) return row.outcome;
  const found = row.cases.find((one) => one.name === entry.case)?.outcome;
  return found ?? (row.outcome === 'failed' ? 'passed' : row.outcome);
}

function no(entry: BaselineEntry, state: JudgedBaselineEntry['state'], why: string): JudgedBaselineEntry {
  return { ...entry, state, why };
}

/** The end of the day in UTC, or `undefined` for what is no day of the calendar (2026-02-30). */
function endOfDayMs(day: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return undefined;
  return ms + dayMs - 1;
}
