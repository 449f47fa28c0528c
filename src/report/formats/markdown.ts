import type { RunResult } from '../../claims/run-result.ts';
import { cap, count, showHidden } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import { entryMessage } from '../model/baseline.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { type Cause, causesOf } from '../model/causes.ts';
import { apiCoverageWords, coverageOf } from '../model/coverage.ts';
import { extraSummary, extraText, extraTitle } from '../model/extra.ts';
import type { Report } from '../model/report.ts';
import type { ReportFinding } from '../model/report-row.ts';
import { rerunOf } from '../model/rerun.ts';
import { invalidEntries, isFullyGreen, verdictLine, verdictReason } from '../model/verdict.ts';
import { judgedOf, tallyOf, tallyText, type View, viewOf } from '../model/view.ts';
import { pageOf } from '../page-address.ts';

/** GitHub drops a step summary above 1,024 KiB entirely; what does not fit is counted. */
const limits = { bytes: 900 * 1024, text: 500, rows: 20, ids: 60 } as const;

/**
 * The summary as GitHub-flavoured Markdown, the verdict and the causes first, also for `$GITHUB_STEP_SUMMARY` and for a comment. Text from a server is in code
 * spans, where mentions, links, images and tags have no effect.
 */
export function renderMarkdown(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const view = viewOf(report, run, catalogue);
  const head = headOf(report, view);
  const tail = [
    ...themeTable(view),
    ...extraOf(report),
    ...baselineOf(report),
    ...undecidedOf(view),
    ...footOf(report),
  ];
  const sections = causesOf(view).map((cause) => sectionOf(view, cause));
  return [...head, ...fitting(sections, limits.bytes - sizeOf(head) - sizeOf(tail)), ...tail, ''].join('\n');
}

function headOf(report: Report, { rows }: View): string[] {
  const mark = report.verdict === 'non-conforming' ? '❌' : isFullyGreen(report) ? '✅' : partialMark(report);
  const reason = verdictReason(report);
  const counts = tallyText(rows);
  // Such a reason may contain text from the subject or the baseline file.
  const quotesInput = report.inconclusive !== undefined || invalidEntries(report.baseline).length > 0;
  return [
    `## ${mark} ${verdictLine(report)}`,
    '',
    code(nameOf(report)),
    '',
    ...(reason === '' ? [] : [quotesInput ? code(reason) : reason, '']),
    ...apiCoverageWords(coverageOf(report)).map((api) => `- ${api} required checks`),
    '',
    `**${judgedOf(rows.map(({ row }) => row))} of ${rows.length} requirements judged**: ${counts}`,
    '',
  ];
}

/** A partial green does not look like a full one. */
function partialMark({ verdict }: Report): string {
  return verdict === 'conforming' ? '🟡' : '❔';
}

function themeTable({ themes }: View): string[] {
  const words = tallyOf([]).map(({ word }) => word);
  return [
    `| category | ${words.join(' | ')} |`,
    `| --- | ${words.map(() => '---:').join(' | ')} |`,
    ...themes.map(({ theme, rows }) => {
      const cells = tallyOf(rows).map(({ n }) => n);
      return `| ${theme} | ${cells.map((n) => (n === 0 ? '·' : n)).join(' | ')} |`;
    }),
    '',
  ];
}

/** A cause: what happened, the requirements that it violates, one finding in full, and what to do. */
function sectionOf(view: View, { lead, counts, rows }: Cause): string[] {
  const [first] = rows;
  if (!first) return [];
  const shown = rows.slice(0, limits.rows);
  const left = rows.length - shown.length;
  const { requirement, row } = first.one;
  const { command, notes } = rerunOf(view.report, row.id, lead);
  return [
    `### ${counts ? '❌' : '⚠️'} ${code(lead.message)}`,
    '',
    ...shown.map(
      ({ one, cases }) =>
        `- **${one.row.id}** (${one.row.level}, ${casesOf(cases, view)}): ${one.requirement.claim}`,
    ),
    ...(left > 0 ? [`- ${count(left, 'more requirement')}`] : []),
    '',
    ...findingLines(view, lead),
    '',
    `How to fix: ${requirement.fix} ${requirement.harm}`,
    '',
    `Rerun: ${code(command)}${notes.length === 0 ? '' : ` (${code(notes.join('; '))})`}`,
    '',
    `Page: ${code(pageOf(row.id))}`,
    '',
  ];
}

function casesOf(cases: number, { report }: View): string {
  return count(cases, report.side === 'client' ? 'scenario' : 'case');
}

function findingLines(view: View, finding: ReportFinding): string[] {
  const timeline = view.timelineOf(finding);
  const title = view.titleOf(finding);
  const output = view.outputOf(finding);
  return [
    `- ${code(finding.case)}${title === undefined ? '' : `: ${code(title)}`}`,
    `- expected ${code(finding.expected)}`,
    `- got ${code(finding.actual)}`,
    ...(timeline === undefined ? [] : [`- timeline ${code(timeline)}`]),
    ...(output ? [`- client ${code([output.ending, ...output.lines].join(' ⏎ '))}`] : []),
  ];
}

/** Keeps whole sections only; the others are counted. */
function fitting(sections: readonly string[][], bytes: number): string[] {
  const lines: string[] = [];
  let bytesLeft = bytes;
  for (const [at, section] of sections.entries()) {
    bytesLeft -= sizeOf(section);
    if (bytesLeft < 0) {
      const left = count(sections.length - at, 'more cause');
      return [...lines, `**${left} did not fit here**; report.html has them all.`, ''];
    }
    lines.push(...section);
  }
  return lines;
}

/** Undecided requirements, grouped by reason. */
function undecidedOf({ rows }: View): string[] {
  const reasons = new Map<string, string[]>();
  for (const one of rows) {
    if (one.row.outcome === 'passed' || one.row.outcome === 'failed' || one.row.notSelected) continue;
    const why = cap(one.row.why ?? '', limits.text);
    reasons.set(why, [...(reasons.get(why) ?? []), one.row.id]);
  }
  if (reasons.size === 0) return [];
  return [
    '<details><summary>Not decided, by reason</summary>',
    '',
    ...[...reasons].slice(0, limits.ids).map(([why, ids]) => {
      const more = ids.length > limits.ids ? `, and ${ids.length - limits.ids} more` : '';
      return `- ${code(why)}: ${ids.slice(0, limits.ids).join(', ')}${more}`;
    }),
    ...(reasons.size > limits.ids ? [`- ${count(reasons.size - limits.ids, 'more reason')}`] : []),
    '',
    '</details>',
    '',
  ];
}

function extraOf(report: Report): string[] {
  const { extra = [] } = report;
  if (extra.length === 0) return [];
  const shown = extra.slice(0, limits.ids);
  const left = extra.length - shown.length;
  return [
    `### ${extraTitle}`,
    '',
    `${extraSummary(report, extra)}.`,
    '',
    ...shown.map((row) => `- ${code(row.id)} ${row.outcome}: ${code(extraText(row))}`),
    ...(left > 0 ? [`- ${count(left, 'more')}`] : []),
    '',
  ];
}

function baselineOf(report: Report): string[] {
  const valid = report.baseline.length - invalidEntries(report.baseline).length;
  const lines = invalidEntries(report.baseline)
    .slice(0, limits.ids)
    .map((entry) => `- ${code(entry.id)}: ${code(entryMessage(entry))}`);
  if (valid > 0) lines.push(`- ${count(valid, 'known failure')} accepted until a date`);
  return lines.length === 0 ? [] : ['### Baseline', '', ...lines, ''];
}

function footOf({ tool, catalogue, seed, startedAt }: Report): string[] {
  return [
    `${tool.name} ${tool.version}, catalogue ${catalogue.version} (${code(catalogue.digest.slice(0, 12))}), ` +
      `seed ${seed}, ${startedAt}. What a green report does not mean: see LIMITS.md.`,
  ];
}

/** A code span for any text: one line, hidden characters escaped, with a fence longer than any run of backticks inside. */
export function code(text: string): string {
  const shown = cap(showHidden(text), limits.text).replaceAll('|', '¦');
  if (shown.trim() === '') return '` `';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}
