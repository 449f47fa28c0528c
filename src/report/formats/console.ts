import type { RunResult } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import { curlOf, standInNote } from '../curl.ts';
import { cap, count, escapeTerminal, escapeTerminalLines } from '../escape.ts';
import { entryMessage } from '../model/baseline.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { apiCoverageWords, coverageOf } from '../model/coverage.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import { invalidEntries, isFullyGreen, verdictLine, verdictReason } from '../model/verdict.ts';
import {
  budgetPlan,
  budgetUse,
  judgedOf,
  outcomeWords,
  rerunCommand,
  sourceText,
  type View,
  type ViewRow,
  viewOf,
} from '../model/view.ts';

export interface ConsoleOptions {
  /** @default false */
  readonly color?: boolean;
  /** Only a line for each failure, and the verdict. @default false */
  readonly quiet?: boolean;
  /** @default the published catalogue of the report's side */
  readonly catalogue?: Catalogue;
}

/** Maximum entries and lengths; the rest is in `report.html`. */
const limits = { rows: 40, findings: 3, text: 600, ids: 6 } as const;

type Paint = Readonly<Record<'red' | 'green' | 'yellow' | 'dim' | 'bold', (text: string) => string>>;

function paintOf(color: boolean): Paint {
  const codes = (on: number, off: number) => (text: string) =>
    color ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  return {
    red: codes(31, 39),
    green: codes(32, 39),
    yellow: codes(33, 39),
    dim: codes(2, 22),
    bold: codes(1, 22),
  };
}

/**
 * The summary for people: a line per category; failures with expectation, observation, request (as curl) and source; warnings;
 * untested requirements by reason; the budget; the verdict. Text from a server is escaped. Ends with a newline.
 */
export function renderConsole(report: Report, run: RunResult, options: ConsoleOptions = {}): string {
  const view = viewOf(report, run, options.catalogue);
  const paint = paintOf(options.color ?? false);
  const failed = view.rows.filter((one) => one.counts && one.row.outcome === 'failed');
  const warnings = view.rows.filter((one) => !one.counts && one.row.outcome === 'failed');
  const lines = options.quiet
    ? [
        ...failed.map(
          ({ row, requirement }) => `${paint.red('✗')} ${row.id}  ${escapeTerminal(requirement.claim)}`,
        ),
        ...invalidLines(report, paint, ''),
      ]
    : [
        '',
        ...themeLines(view, paint),
        ...section('Failed', failed, view, paint.red('✗'), paint),
        ...section('Warnings', warnings, view, paint.yellow('!'), paint),
        ...undecidedLines(view, paint),
        ...baselineLines(report, paint),
        '',
        ...(run.budget
          ? [`${paint.dim('Sent    ')} ${budgetUse(run.budget)}. Allowed: ${budgetPlan(run.budget)}.`, '']
          : []),
      ];
  return `${[...lines, ...verdictLines(report, paint)].join('\n')}\n`;
}

/** The counts, and the verdict with its reason: the last two lines of every summary. */
function verdictLines(report: Report, paint: Paint): string[] {
  const color =
    report.verdict === 'non-conforming' ? paint.red : isFullyGreen(report) ? paint.green : paint.yellow;
  const apis = apiCoverageWords(coverageOf(report));
  const reason = verdictReason(report);
  const counts = outcomeWords.map(([outcome, word]) => `${report.counts[outcome]} ${word}`).join(' · ');
  const judged = `${judgedOf(report.requirements)} of ${report.requirements.length} requirements judged`;
  const warnings = report.counts.warnings > 0 ? ` · ${count(report.counts.warnings, 'warning')}` : '';
  return [
    `${judged}: ${counts}${warnings}`,
    ...(apis.length > 0 ? [`Required checks by API: ${apis.join(' · ')}`] : []),
    `${paint.bold(color(verdictLine(report)))}. ${escapeTerminal(report.subject.name)}${reason === '' ? '' : `: ${escapeTerminal(reason)}`}`,
  ];
}

function themeLines({ themes }: View, paint: Paint): string[] {
  const width = Math.max(0, ...themes.map((one) => one.theme.length));
  return themes.flatMap(({ theme, rows: all }) => {
    const rows = all.filter((one) => !one.row.notSelected);
    if (rows.length === 0) return [];
    const red = rows.some((one) => one.counts);
    const passed = rows.filter((one) => one.row.outcome === 'passed').length;
    const mark = red ? paint.red('✗') : passed > 0 ? paint.green('✓') : paint.dim('·');
    const rest = outcomeWords.slice(1).flatMap(([outcome, word]) => {
      const n = rows.filter((one) => one.row.outcome === outcome).length;
      return n === 0
        ? []
        : [outcome === 'failed' ? (red ? paint.red : paint.yellow)(`${n} ${word}`) : `${n} ${word}`];
    });
    return `${mark} ${theme.padEnd(width)}  ${[`${passed} of ${rows.length} passed`, ...rest].join(' · ')}`;
  });
}

function section(title: string, rows: readonly ViewRow[], view: View, mark: string, paint: Paint): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, limits.rows).flatMap((one) => ['', ...rowLines(one, view, mark, paint)]);
  const more = rows.length - limits.rows;
  return [
    '',
    paint.bold(title),
    ...shown,
    ...(more > 0 ? ['', `… and ${more} more, all in report.html`] : []),
  ];
}

function rowLines({ row, requirement }: ViewRow, view: View, mark: string, paint: Paint): string[] {
  const found = row.findings
    .slice(0, limits.findings)
    .flatMap((finding) => findingLines(finding, view, paint));
  const more = row.findings.length - limits.findings + (row.truncated?.findings ?? 0);
  return [
    `${mark} ${paint.bold(row.id)} ${paint.dim(`(${row.level})`)}`,
    ...field('claim', requirement.claim, paint),
    ...found,
    ...(more > 0 ? [`  … ${count(more, 'more finding')} in report.html`] : []),
    ...field('documented in', requirement.sources.map(sourceText).join('; '), paint),
    ...field('rerun', rerunCommand(view.report, row.id), paint),
  ];
}

function findingLines(finding: ReportFinding, view: View, paint: Paint): string[] {
  const exchange = view.exchangeOf(finding);
  // For a client the timing matters; a curl command of its request would not help.
  const timeline = view.timelineOf(finding);
  return [
    ...field('found', finding.case === '' ? finding.message : `[${finding.case}] ${finding.message}`, paint),
    ...field('expected', finding.expected, paint),
    ...field('actual', finding.actual, paint),
    ...(timeline === undefined
      ? exchange
        ? requestLines(exchange, paint)
        : []
      : field('timeline', timeline, paint, 2000)),
  ];
}

function requestLines(exchange: Exchange, paint: Paint): string[] {
  const note = standInNote(exchange);
  return [
    ...field('request', curlOf(exchange), paint, 4000),
    ...(note === undefined ? [] : [`            ${paint.dim(`(${note})`)}`]),
  ];
}

function field(name: string, text: string, paint: Paint, max: number = limits.text): string[] {
  const [first = '', ...others] = escapeTerminalLines(cap(text, max));
  return [
    `  ${paint.dim(`${name} `.padEnd(9))} ${first}`,
    ...others.slice(0, 12).map((line) => `            ${line}`),
  ];
}

/** Undecided requirements, grouped by reason. */
function undecidedLines({ rows }: View, paint: Paint): string[] {
  return (['cantTell', 'untested'] as const).flatMap((outcome) => {
    const groups = Map.groupBy(
      rows.filter((one) => one.row.outcome === outcome && !one.row.notSelected),
      (one) => one.row.why ?? 'no reason given',
    );
    if (groups.size === 0) return [];
    const paragraphs = [...Map.groupBy(groups, ([why]) => headOf(why))].flatMap(([head, alike]) =>
      head === '' || alike.length < leastAlike
        ? alike.flatMap(([why, those]) => [
            `  ${those.length}  ${escapeTerminal(cap(why, limits.text))}`,
            `     ${paint.dim(idsOf(those))}`,
          ])
        : [
            `  ${alike.reduce((sum, [, those]) => sum + those.length, 0)}  ${escapeTerminal(cap(head, limits.text))}`,
            ...alike.map(
              ([why, those]) =>
                `     - ${escapeTerminal(cap(why.slice(head.length + 1), limits.text))}: ${paint.dim(idsOf(those))}`,
            ),
          ],
    );
    return [
      '',
      paint.bold(outcome === 'untested' ? 'Not tested, by reason' : 'Cannot tell, by reason'),
      ...paragraphs,
    ];
  });
}

/** From so many reasons on, what they begin with is printed once. */
const leastAlike = 3;

/** What a reason begins with, up to its first colon, as in `the capture shows none of it: no events were served`; `''` without one. */
function headOf(why: string): string {
  const at = why.indexOf(': ');
  return at < 0 ? '' : why.slice(0, at + 1);
}

function idsOf(those: View['rows']): string {
  const ids = those.slice(0, limits.ids).map((one) => one.row.id);
  return ids.join(', ') + (those.length > ids.length ? `, and ${those.length - ids.length} more` : '');
}

function baselineLines(report: Report, paint: Paint): string[] {
  if (report.baseline.length === 0) return [];
  const valid = report.baseline.length - invalidEntries(report.baseline).length;
  return [
    '',
    paint.bold('Baseline'),
    `  ${count(valid, 'valid entry', 'valid entries')}`,
    ...invalidLines(report, paint, '  '),
  ];
}

/** Each invalid entry with the reason. */
function invalidLines({ baseline }: Report, paint: Paint, indent: string): string[] {
  return invalidEntries(baseline).map((entry) => {
    const name = entry.case === undefined ? entry.id : `${entry.id} [${entry.case}]`;
    return `${indent}${paint.red('✗')} ${escapeTerminal(name)}: ${escapeTerminal(entryMessage(entry))}`;
  });
}
