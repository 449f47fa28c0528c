import type { RunResult } from '../../claims/run-result.ts';
import { cap, showHidden } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { rowMessage, type Standing, standingOf } from '../model/standing.ts';
import { invalidEntries, verdictLine, verdictReason } from '../model/verdict.ts';
import { type ViewRow, viewOf } from '../model/view.ts';

/** Characters of one message. */
const maxChars = 500;

/**
 * TAP version 14, a test point per requirement. A warning is `not ok … # TODO`, which consumers do not count; undecided is
 * `# SKIP` with the reason; an inconclusive run bails out.
 */
export function renderTap(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const { rows } = viewOf(report, run, catalogue);
  const entries = invalidEntries(report.baseline);
  const points = [
    ...rows.map(pointOf),
    ...entries.map((entry) => ({
      line: `not ok {n} - ${plain(`baseline ${entry.id}`)}`,
      details: { state: entry.state, why: entry.why },
    })),
  ];
  return [
    'TAP version 14',
    `# ${plain(`${verdictLine(report)}. ${nameOf(report)}`)}`,
    `1..${points.length}`,
    ...points.flatMap(({ line, details }, at) => [
      line.replace('{n}', String(at + 1)),
      ...diagnostics(details),
    ]),
    ...(report.verdict === 'inconclusive' ? [`Bail out! ${plain(verdictReason(report))}`] : []),
    '',
  ].join('\n');
}

interface Point {
  readonly line: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

function pointOf(one: ViewRow): Point {
  const { row, requirement } = one;
  const details = {
    outcome: row.outcome,
    level: row.level,
    claim: requirement.claim,
    findings: row.findings.slice(0, 3).map((finding) => ({
      case: finding.case,
      message: cap(finding.message, maxChars),
      expected: cap(finding.expected, maxChars),
      actual: cap(finding.actual, maxChars),
    })),
  };
  const name = `{n} - ${plain(row.id)}`;
  const lines: Readonly<Record<Standing, Point>> = {
    passed: { line: `ok ${name}` },
    failed: { line: `not ok ${name}`, details },
    warning: { line: `not ok ${name} # TODO warning, ${row.level}`, details },
    undecided: { line: `ok ${name} # SKIP ${plain(rowMessage(row))}` },
  };
  return lines[standingOf(one)];
}

/** A YAML block. Values are one-line JSON, which is YAML and cannot end the block. */
function diagnostics(details: Point['details']): string[] {
  if (!details) return [];
  return [
    '  ---',
    ...Object.entries(details).map(([name, value]) => `  ${name}: ${escaped(JSON.stringify(value ?? null))}`),
    '  ...',
  ];
}

/** One line, with `\` and `#` escaped as TAP 14 requires in descriptions. */
function plain(text: string): string {
  return cap(showHidden(text), maxChars).replace(/[\\#]/g, '\\$&');
}

/** Escapes the invisible characters that JSON.stringify leaves unescaped. */
function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
