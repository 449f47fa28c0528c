import { count } from '../escape.ts';
import type { Report } from './report.ts';
import type { ExtraRow } from './report-row.ts';
import { extraFails } from './verdict.ts';

/** Above own requirements, wherever they are shown. */
export const extraTitle = 'Own requirements';

/** `2 of 3 passed; no part of the verdict`: what own requirements come to, for people. */
export function extraSummary(report: Report, rows: readonly ExtraRow[]): string {
  const passed = rows.filter(({ outcome }) => outcome === 'passed').length;
  const effect = extraFails(report) ? 'they fail the run (--fail-on extra)' : 'no part of the verdict';
  return `${passed} of ${rows.length} passed; ${effect}`;
}

/** The outcome of one, in a sentence: its first finding, or the reason. */
export function extraText({ outcome, why, cases, findings, claim }: ExtraRow): string {
  const [first, ...more] = findings;
  if (outcome === 'passed') return `${claim} (${count(cases.length, 'case')})`;
  if (!first) return `${claim}: ${why ?? outcome}`;
  const rest = more.length === 0 ? '' : ` (and ${count(more.length, 'more finding')})`;
  return `${first.case}: ${first.message} Expected ${first.expected}, got ${first.actual}.${rest}`;
}
