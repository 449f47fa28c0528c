import type { RunResult } from '../../claims/run-result.ts';
import { cap, count, escapeTerminal } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import { entryMessage } from '../model/baseline.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { type Cause, causesOf } from '../model/causes.ts';
import { apiCoverageWords, coverageOf } from '../model/coverage.ts';
import { extraSummary, extraText, extraTitle } from '../model/extra.ts';
import type { Report } from '../model/report.ts';
import { extraFails, invalidEntries, isFullyGreen, verdictLine, verdictReason } from '../model/verdict.ts';
import {
  budgetPlan,
  budgetUse,
  judgedOf,
  type Tally,
  tallyOf,
  tallyText,
  type View,
  viewOf,
} from '../model/view.ts';
import { causeSection } from './causes.ts';
import { type Paint, paintOf } from './paint.ts';
import { undecidedLines } from './undecided.ts';

export interface ConsoleOptions {
  /** @default false */
  readonly color?: boolean;
  /** Only a line for each failure, and the verdict. @default false */
  readonly quiet?: boolean;
  /** Every failed requirement with its findings, and every reason in full. @default false */
  readonly verbose?: boolean;
  /** @default the published catalogue of the report's side */
  readonly catalogue?: Catalogue;
}

/** Failed requirements that are named above the verdict. */
const maxNamed = 60;

/**
 * The summary for people: a line per category; failures by cause, with expectation, observation, request (as curl) or timeline, fix and
 * rerun; warnings; untested requirements by reason; the budget; what failed, once more; the verdict. Text from a server is escaped. Ends with
 * a newline.
 */
export function renderConsole(report: Report, run: RunResult, options: ConsoleOptions = {}): string {
  const view = viewOf(report, run, options.catalogue);
  const paint = paintOf(options.color ?? false);
  const verbose = options.verbose ?? false;
  const causes = causesOf(view);
  const style = { view, paint, verbose };
  const lines = options.quiet
    ? [
        ...quietLines(causes, paint),
        ...invalidLines(report, paint, ''),
        ...(extraFails(report) ? extraLines(report, paint) : []),
      ]
    : [
        '',
        ...themeLines(view, paint),
        ...causeSection(
          'Failed',
          paint.red('✗'),
          causes.filter((one) => one.counts),
          style,
        ),
        ...causeSection(
          'Warnings',
          paint.yellow('!'),
          causes.filter((one) => !one.counts),
          style,
        ),
        ...undecidedLines(view, paint, verbose),
        ...baselineLines(report, paint),
        ...extraLines(report, paint),
        '',
        ...(run.budget
          ? [`${paint.dim('Sent    ')} ${budgetUse(run.budget)}. Allowed: ${budgetPlan(run.budget)}.`, '']
          : []),
        ...failedLines(view, paint),
      ];
  return `${[...lines, ...verdictLines(view, paint)].join('\n')}\n`;
}

/** A line for each requirement that counts, in the order of the causes: its id and first finding. */
function quietLines(causes: readonly Cause[], paint: Paint): string[] {
  const rows = causes.flatMap((cause) => cause.rows).filter(({ one }) => one.counts);
  const firsts = [...Map.groupBy(rows, ({ one }) => one).values()].flatMap(([first]) => first ?? []);
  return firsts.map(
    ({ one, findings: [finding] }) =>
      `${paint.red('✗')} ${one.row.id}  ${escapeTerminal(cap(finding?.message ?? one.requirement.claim, 300))}`,
  );
}

/** The ids of what counts, so that they stand next to the verdict. */
function failedLines({ rows }: View, paint: Paint): string[] {
  const ids = rows.filter((one) => one.counts).map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const more = ids.length > maxNamed ? `, and ${ids.length - maxNamed} more` : '';
  return [`${paint.red('Failed checks')}: ${ids.slice(0, maxNamed).join(', ')}${more}`];
}

/** The counts, and the verdict with its reason: the last two lines of every summary. */
function verdictLines({ report, rows }: View, paint: Paint): string[] {
  const color =
    report.verdict === 'non-conforming' ? paint.red : isFullyGreen(report) ? paint.green : paint.yellow;
  const apis = apiCoverageWords(coverageOf(report));
  const reason = verdictReason(report);
  const judged = `${judgedOf(report.requirements)} of ${report.requirements.length} requirements judged`;
  return [
    `${judged}: ${tallyText(rows)}`,
    ...(apis.length > 0 ? [`Required checks by API: ${apis.join(' · ')}`] : []),
    `${paint.bold(color(verdictLine(report)))}. ${escapeTerminal(nameOf(report))}${reason === '' ? '' : `: ${escapeTerminal(reason)}`}`,
  ];
}

const colorOf: Partial<Record<Tally['kind'], keyof Paint>> = { failed: 'red', warning: 'yellow' };

function themeLines({ themes }: View, paint: Paint): string[] {
  const width = Math.max(0, ...themes.map((one) => one.theme.length));
  return themes.flatMap(({ theme, rows: all }) => {
    const rows = all.filter((one) => !one.row.notSelected);
    if (rows.length === 0) return [];
    const red = rows.some((one) => one.counts);
    const passed = rows.filter((one) => one.row.outcome === 'passed').length;
    const mark = red ? paint.red('✗') : passed > 0 ? paint.green('✓') : paint.dim('·');
    const rest = tallyOf(rows)
      .slice(1)
      .filter(({ n }) => n > 0)
      .map(({ kind, n, word }) => (colorOf[kind] ? paint[colorOf[kind]] : String)(`${n} ${word}`));
    return `${mark} ${theme.padEnd(width)}  ${[`${passed} of ${rows.length} passed`, ...rest].join(' · ')}`;
  });
}

/** Requirements of those who ran the suite: a line each. */
function extraLines(report: Report, paint: Paint): string[] {
  const { extra = [] } = report;
  if (extra.length === 0) return [];
  const marks = { passed: paint.green('✓'), failed: paint.red('✗'), cantTell: paint.yellow('?') };
  return [
    '',
    `${paint.bold(extraTitle)}: ${extraSummary(report, extra)}`,
    ...extra.map((row) => {
      const mark = row.outcome in marks ? marks[row.outcome as keyof typeof marks] : paint.dim('·');
      return `  ${mark} ${row.id}  ${escapeTerminal(cap(extraText(row), 400))}`;
    }),
  ];
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
