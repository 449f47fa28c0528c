import type { RunResult } from '../../claims/run-result.ts';
import { cap, showHidden } from '../escape.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { rowMessage, type Standing, standingOf } from '../model/standing.ts';
import { brokenEntries, verdictReason, verdictWords } from '../model/verdict.ts';
import { type ViewRow, viewOf } from '../model/view.ts';

/** Characters of one message. */
const longest = 500;

/**
 * TAP version 14, a test point per requirement. A warning is `not ok … # TODO`, which no consumer counts; what was not
 * decided is `# SKIP` with the reason; where nothing can be said of the subject the stream bails out.
 */
export function renderTap(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const { rows } = viewOf(report, run, catalogue);
  const entries = brokenEntries(report.baseline);
  const points = [
    ...rows.map(pointOf),
    ...entries.map((entry) => ({
      line: `not ok {n} - ${plain(`baseline ${entry.id}`)}`,
      told: { state: entry.state, why: entry.why },
    })),
  ];
  return [
    'TAP version 14',
    `# ${plain(`${verdictWords(report)}: ${report.subject.name}`)}`,
    `1..${points.length}`,
    ...points.flatMap(({ line, told }, at) => [line.replace('{n}', String(at + 1)), ...diagnostics(told)]),
    ...(report.verdict === 'inconclusive' ? [`Bail out! ${plain(verdictReason(report))}`] : []),
    '',
  ].join('\n');
}

interface Point {
  readonly line: string;
  readonly told?: Readonly<Record<string, unknown>>;
}

function pointOf(one: ViewRow): Point {
  const { row, requirement } = one;
  const told = {
    outcome: row.outcome,
    level: row.level,
    claim: requirement.claim,
    findings: row.findings.slice(0, 3).map((finding) => ({
      case: finding.case,
      message: cap(finding.message, longest),
      expected: cap(finding.expected, longest),
      actual: cap(finding.actual, longest),
    })),
  };
  const name = `{n} - ${plain(row.id)}`;
  const lines: Readonly<Record<Standing, Point>> = {
    passed: { line: `ok ${name}` },
    failed: { line: `not ok ${name}`, told },
    warning: { line: `not ok ${name} # TODO warning, ${row.level}`, told },
    undecided: { line: `ok ${name} # SKIP ${plain(rowMessage(row))}` },
  };
  return lines[standingOf(one)];
}

/** A YAML block; JSON in one line is YAML, and nothing in it can end the block. */
function diagnostics(told: Point['told']): string[] {
  if (!told) return [];
  return [
    '  ---',
    ...Object.entries(told).map(([name, value]) => `  ${name}: ${escaped(JSON.stringify(value ?? null))}`),
    '  ...',
  ];
}

/** In one line, with `\` and `#` escaped, as TAP 14 has it for descriptions. */
function plain(text: string): string {
  return cap(showHidden(text), longest).replace(/[\\#]/g, '\\$&');
}

/** JSON leaves some invisible characters as they are; as escapes they still parse to the same text. */
function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
