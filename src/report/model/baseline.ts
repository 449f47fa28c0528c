import type { Requirement } from '../../../contracts/requirement.ts';
import { cap } from '../escape.ts';

/** A known failure that the team accepts until a date. */
export interface BaselineEntry {
  readonly id: string;
  /** Absent: every case of the requirement; not allowed for required ones. */
  readonly case?: string;
  readonly reason: string;
  readonly owner?: string;
  readonly link?: string;
  /** `2026-03-31`, the last day on which it is valid; at most 180 days after the run. */
  readonly expires: string;
}

/** An entry with its state. Only `holds` exempts a failure; any other state makes the run non-conforming, so stale entries are removed. */
export interface JudgedBaselineEntry extends BaselineEntry {
  readonly state: 'holds' | 'stale' | 'expired' | 'refused';
  /** Why it is invalid, and what to write instead. */
  readonly why?: string;
}

/** The members of a report row that the baseline needs. */
export interface BaselineRow {
  readonly id: string;
  readonly outcome: string;
  readonly cases: readonly { readonly name: string; readonly outcome: string }[];
}

const maxDays = 180;
const dayMs = 86_400_000;

/** Checks every entry against the rows. `atMs` is the start of the run, in milliseconds since the Unix epoch. */
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
    if (level === undefined || row === undefined)
      return invalid(
        entry,
        'refused',
        'no requirement has this id. Run "clever-conformance list" to see all.',
      );
    if (endMs === undefined) return invalid(entry, 'refused', '`expires` must be a date such as 2026-03-31.');
    if (endMs < atMs)
      return invalid(
        entry,
        'expired',
        `it was valid until ${entry.expires}. Fix the failure, or write a later date.`,
      );
    if (endMs - atMs > (maxDays + 1) * dayMs) {
      return invalid(entry, 'refused', `\`expires\` must be at most ${maxDays} days after the run.`);
    }
    if (entry.case === undefined && level === 'required') {
      return invalid(
        entry,
        'refused',
        `exceptions for required checks must name a case. Add \`case: ${caseChoice(row)}\`.`,
      );
    }
    const seen = outcomeSeen(entry, row);
    // Untested or cantTell does not prove that the failure was fixed.
    return seen === 'passed' || seen === 'inapplicable'
      ? invalid(entry, 'stale', 'it no longer fails. Remove the entry.')
      : { ...entry, state: 'holds' };
  });
}

/** Whether valid entries cover every failed case of the row. */
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

/** The baseline state and its reason, for people: `Rejected: …`. */
export function entryMessage({ state, why }: JudgedBaselineEntry): string {
  const word = { holds: 'Valid', stale: 'Stale', expired: 'Expired', refused: 'Rejected' }[state];
  return why === undefined ? word : `${word}: ${why}`;
}

/** `students`, or `<one of students, teachers>`. */
function caseChoice({ cases }: BaselineRow): string {
  const failed = cases.filter((one) => one.outcome === 'failed');
  const names = (failed.length > 0 ? failed : cases).map((one) => cap(one.name, 80));
  if (names.length <= 1) return names[0] ?? 'NAME';
  return `<one of ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}>`;
}

/** The outcome of the named case, or of the row if no case is named. A case missing from a failed row counts as passed. */
function outcomeSeen(entry: BaselineEntry, row: BaselineRow): string {
  if (entry.case === undefined) return row.outcome;
  const found = row.cases.find((one) => one.name === entry.case)?.outcome;
  return found ?? (row.outcome === 'failed' ? 'passed' : row.outcome);
}

function invalid(
  entry: BaselineEntry,
  state: JudgedBaselineEntry['state'],
  why: string,
): JudgedBaselineEntry {
  return { ...entry, state, why };
}

/** The end of the day in UTC; `undefined` if the date does not exist (2026-02-30). */
function endOfDayMs(day: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return undefined;
  return ms + dayMs - 1;
}
