import type { ClientOutput } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import { curlOf, standInNote } from '../curl.ts';
import { cap, count, escapeTerminal } from '../escape.ts';
import { type Cause, type CauseRow, deviationOf } from '../model/causes.ts';
import type { ReportFinding } from '../model/report-row.ts';
import { rerunOf } from '../model/rerun.ts';
import { sourceText, type View } from '../model/view.ts';
import { pageOf } from '../page-address.ts';
import { field, noteLine } from './fields.ts';
import type { Paint } from './paint.ts';

/** Maximum entries and lengths; the rest is in `report.html`. */
const limits = { causes: 20, rows: 8, findings: 3, also: 2, text: 600 } as const;

/** How the causes are printed. */
export interface CauseStyle {
  readonly view: View;
  readonly paint: Paint;
  /** Every requirement with its findings, not only the first finding of each cause. */
  readonly verbose: boolean;
}

/** A section: each cause with its requirements, a line each, and what to do about it. Empty without causes. */
export function causeSection(
  title: string,
  mark: string,
  causes: readonly Cause[],
  style: CauseStyle,
): string[] {
  if (causes.length === 0) return [];
  const own = causes.flatMap((cause) => cause.rows.filter(({ one }) => one.counts === cause.counts));
  const rows = new Set(own.map(({ one }) => one));
  const more = causes.length - limits.causes;
  return [
    '',
    style.paint.bold(`${title}: ${count(rows.size, 'requirement')}, ${count(causes.length, 'cause')}`),
    ...causes.slice(0, limits.causes).flatMap((cause) => ['', ...causeLines(cause, mark, style)]),
    ...(more > 0 ? ['', `… and ${count(more, 'more cause')}, all in report.html`] : []),
  ];
}

function causeLines(cause: Cause, mark: string, style: CauseStyle): string[] {
  const { paint, view, verbose } = style;
  const [first] = cause.rows;
  if (!first) return [];
  const shown = cause.rows.slice(0, limits.rows);
  const more = cause.rows.length - shown.length;
  return [
    `${mark} ${paint.bold(escapeTerminal(cap(cause.lead.message, limits.text)))}`,
    ...shown.flatMap((row) => [
      `  ${row.one.row.id} ${paint.dim(`(${row.one.row.level}, ${casesOf(row, view)})`)}  ${escapeTerminal(row.one.requirement.claim)}`,
      ...(verbose
        ? row.findings.slice(0, limits.findings).flatMap((one) => findingLines(one, row, style))
        : []),
      ...(verbose ? moreFindings(row) : []),
      ...(verbose && row !== first ? endLines(row, style) : []),
    ]),
    ...(more > 0 ? [`  … and ${count(more, 'more requirement')}, in report.html`] : []),
    ...(verbose ? [] : [...alsoLines(cause, paint), ...findingLines(cause.lead, first, style)]),
    ...endLines(first, style),
  ];
}

/** What else was found, where it is not the same. */
function alsoLines({ lead, rows }: Cause, paint: Paint): string[] {
  const findings = rows.flatMap((row) => row.findings);
  const [, ...others] = [...Map.groupBy([lead, ...findings], deviationOf).values()];
  const more = others.length - limits.also;
  return [
    ...others.slice(0, limits.also).flatMap(([one]) => (one ? field('also', one.message, paint) : [])),
    ...(more > 0
      ? field('also', `${count(more, 'other finding')}, see --verbose or report.html`, paint)
      : []),
  ];
}

function casesOf({ cases }: CauseRow, { report }: View): string {
  return count(cases, report.side === 'client' ? 'scenario' : 'case');
}

function moreFindings({ findings, one }: CauseRow): string[] {
  const more = findings.length - limits.findings + (one.row.truncated?.findings ?? 0);
  return more > 0 ? [`  … ${count(more, 'more finding')} in report.html`] : [];
}

function findingLines(
  finding: ReportFinding,
  { one }: CauseRow,
  { view, paint, verbose }: CauseStyle,
): string[] {
  const exchange = view.exchangeOf(finding);
  // For a client the timing matters; a curl command of its request would not help.
  const timeline = view.timelineOf(finding);
  const title = view.titleOf(finding);
  const at = view.placeOf(finding);
  const place = `${finding.case}${title === undefined ? '' : `: ${title}`}${at === undefined ? '' : ` (${at})`}`;
  return [
    ...(verbose ? field('found', finding.message, paint) : []),
    ...(place === '' ? [] : field(view.report.side === 'client' ? 'scenario' : 'case', place, paint)),
    ...field('expected', finding.expected, paint),
    ...field('actual', finding.actual, paint),
    ...(timeline === undefined
      ? exchange
        ? requestLines(exchange, paint)
        : []
      : field('timeline', timeline, paint, 2000)),
    ...outputLines(view.outputOf(finding), paint),
    ...(verbose ? field('source', one.requirement.sources.map(sourceText).join('; '), paint) : []),
  ];
}

function outputLines(output: ClientOutput | undefined, paint: Paint): string[] {
  if (!output) return [];
  return field('client', [output.ending, ...output.lines].join('\n'), paint);
}

/** How to fix and to rerun it. */
function endLines({ one, findings: [finding] }: CauseRow, { view, paint }: CauseStyle): string[] {
  const { command, notes } = rerunOf(view.report, one.row.id, finding);
  return [
    ...field('fix', one.requirement.fix, paint),
    ...field('rerun', command, paint),
    ...notes.map((note) => noteLine(note, paint)),
    ...field('page', pageOf(one.row.id), paint),
  ];
}

function requestLines(exchange: Exchange, paint: Paint): string[] {
  const note = standInNote(exchange);
  return [
    ...field('request', curlOf(exchange), paint, 4000),
    ...(note === undefined ? [] : [noteLine(note, paint)]),
  ];
}
