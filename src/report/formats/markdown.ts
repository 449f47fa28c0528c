import type { RunResult } from '../../claims/run-result.ts';
import { cap, count, showHidden } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import { entryMessage } from '../model/baseline.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { apiCoverageWords, coverageOf } from '../model/coverage.ts';
import type { Report, ReportFinding } from '../model/report.ts';
import { rerunOf } from '../model/rerun.ts';
import { standingOf } from '../model/standing.ts';
import { invalidEntries, isFullyGreen, verdictLine, verdictReason } from '../model/verdict.ts';
import { judgedOf, outcomeWords, type View, type ViewRow, viewOf } from '../model/view.ts';

/** GitHub drops a step summary above 1,024 KiB entirely; what does not fit is counted. */
const limits = { bytes: 900 * 1024, text: 500, findings: 5, ids: 60 } as const;

/**
 * The summary as GitHub-flavoured Markdown, also for `$GITHUB_STEP_SUMMARY` and for a comment. Text from a server is in code
 * spans, where mentions, links, images and tags have no effect.
 */
export function renderMarkdown(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const view = viewOf(report, run, catalogue);
  const head = [...headOf(report, view), ...themeTable(view), ...baselineOf(report)];
  const tail = [...undecidedOf(view), ...footOf(report)];
  const failed = view.rows.filter((one) => standingOf(one) === 'failed' && one.row.outcome === 'failed');
  const warnings = view.rows.filter((one) => standingOf(one) === 'warning');
  const sections = [
    ...failed.map((one) => sectionOf(view, one, '❌')),
    ...warnings.map((one) => sectionOf(view, one, '⚠️')),
  ];
  return [...head, ...fitting(sections, limits.bytes - sizeOf(head) - sizeOf(tail)), ...tail, ''].join('\n');
}

function headOf(report: Report, { rows }: View): string[] {
  const mark = report.verdict === 'non-conforming' ? '❌' : isFullyGreen(report) ? '✅' : partialMark(report);
  const reason = verdictReason(report);
  const counts = outcomeWords.map(([outcome, word]) => `${report.counts[outcome]} ${word}`).join(' · ');
  const warnings = report.counts.warnings > 0 ? ` · ${count(report.counts.warnings, 'warning')}` : '';
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
    `**${judgedOf(rows.map(({ row }) => row))} of ${rows.length} requirements judged**: ${counts}${warnings}`,
    '',
  ];
}

/** A partial green does not look like a full one. */
function partialMark({ verdict }: Report): string {
  return verdict === 'conforming' ? '🟡' : '❔';
}

function themeTable({ themes }: View): string[] {
  const words = outcomeWords.map(([, word]) => word);
  return [
    `| category | ${words.join(' | ')} |`,
    `| --- | ${words.map(() => '---:').join(' | ')} |`,
    ...themes.map(({ theme, rows }) => {
      const cells = outcomeWords.map(([outcome]) => rows.filter(({ row }) => row.outcome === outcome).length);
      return `| ${theme} | ${cells.map((n) => (n === 0 ? '·' : n)).join(' | ')} |`;
    }),
    '',
  ];
}

function sectionOf(view: View, { row, requirement }: ViewRow, mark: string): string[] {
  const shown = row.findings.slice(0, limits.findings);
  const left = row.findings.length + (row.truncated?.findings ?? 0) - shown.length;
  return [
    `### ${mark} ${row.id}`,
    '',
    `${requirement.claim} (${row.level}). ${requirement.harm}`,
    '',
    ...shown.flatMap((finding) => findingLines(view, finding)),
    ...(left > 0 ? [`- ${count(left, 'more finding')} in the report`] : []),
    '',
    `How to fix: ${requirement.fix}`,
    '',
    `Rerun: ${code(rerunOf(view.report, row.id, row.findings[0]).command)}`,
    '',
  ];
}

function findingLines(view: View, finding: ReportFinding): string[] {
  const timeline = view.timelineOf(finding);
  return [
    `- ${code(finding.case)}: ${code(finding.message)}`,
    `  - expected ${code(finding.expected)}`,
    `  - got ${code(finding.actual)}`,
    ...(timeline === undefined ? [] : [`  - timeline ${code(timeline)}`]),
  ];
}

/** Keeps whole sections only; the others are counted. */
function fitting(sections: readonly string[][], bytes: number): string[] {
  const lines: string[] = [];
  let bytesLeft = bytes;
  for (const [at, section] of sections.entries()) {
    bytesLeft -= sizeOf(section);
    if (bytesLeft < 0) {
      const left = count(sections.length - at, 'more requirement');
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
