import { cap, count, escapeTerminal } from '../escape.ts';
import { code } from '../formats/markdown.ts';
import { nameOf } from '../model/about.ts';
import { type ChangedRow, changes, type ReportDiff } from '../model/diff.ts';
import { verdictWords } from '../model/verdict.ts';

/** Maximum entries and lengths; the rest is counted. */
const limits = { rows: 200, cases: 5, text: 300 } as const;

/** The differences as text for a terminal: regressions first, the verdicts last. */
export function renderDiffText(diff: ReportDiff): string {
  const lines: string[] = [];
  for (const change of changes) {
    const rows = diff.rows.filter((row) => row.change === change);
    if (rows.length === 0) continue;
    lines.push(`${change} (${rows.length})`);
    for (const row of rows.slice(0, limits.rows)) {
      lines.push(`  ${row.id} [${row.level}] ${fromTo(row)}${casesOf(row, escapeTerminal)}`);
      if (row.why !== undefined && row.after !== 'passed')
        lines.push(`    ${escapeTerminal(cap(row.why, limits.text))}`);
    }
    if (rows.length > limits.rows) lines.push(`  and ${rows.length - limits.rows} more`);
    lines.push('');
  }
  if (lines.length === 0) lines.push('Nothing changed.', '');
  if (diff.catalogueChanged) lines.push(catalogueNote(diff), '');
  return `${lines.join('\n')}${escapeTerminal(verdicts(diff))}\n`;
}

/** As Markdown, for a comment or a step summary. */
export function renderDiffMarkdown(diff: ReportDiff): string {
  const lines = [`## ${verdicts(diff, code)}`, ''];
  for (const change of changes) {
    const rows = diff.rows.filter((row) => row.change === change);
    if (rows.length === 0) continue;
    lines.push(`### ${change} (${rows.length})`, '');
    for (const row of rows.slice(0, limits.rows)) {
      const why =
        row.why === undefined || row.after === 'passed' ? '' : `: ${code(cap(row.why, limits.text))}`;
      lines.push(`- ${code(row.id)} (${row.level}) ${fromTo(row)}${casesOf(row, code)}${why}`);
    }
    if (rows.length > limits.rows) lines.push(`- and ${rows.length - limits.rows} more`);
    lines.push('');
  }
  if (diff.rows.length === 0) lines.push('Nothing changed.', '');
  if (diff.catalogueChanged) lines.push(catalogueNote(diff), '');
  return `${lines.join('\n')}`;
}

/** As JSON. */
export function renderDiffJson({ before, after, rows, catalogueChanged }: ReportDiff): string {
  const about = ({ subject, startedAt, verdict, catalogue, counts }: typeof before) => ({
    subject,
    startedAt,
    verdict,
    catalogue,
    counts,
  });
  const document = { before: about(before), after: about(after), catalogueChanged, rows };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** `conforming → non-conforming, x → y` in one line. */
export function verdicts(
  { before, after }: ReportDiff,
  show: (text: string) => string = (text) => text,
): string {
  const names =
    nameOf(before) === nameOf(after)
      ? show(nameOf(after))
      : `${show(nameOf(before))} → ${show(nameOf(after))}`;
  const words = [verdictWords(before), verdictWords(after)];
  return `${words[0] === words[1] ? `still ${words[1]}` : words.join(' → ')}: ${names}`;
}

/** Warns that a change may come from the catalogue, not from the subject. */
export function catalogueNote({ before, after }: ReportDiff): string {
  return (
    `The catalogue changed (${before.catalogue.version} ${before.catalogue.digest.slice(0, 12)} → ` +
    `${after.catalogue.version} ${after.catalogue.digest.slice(0, 12)}), so a change may come from the requirements.`
  );
}

/** `passed → failed`. */
export function fromTo({ before, after }: ChangedRow): string {
  if (before === undefined) return `new: ${after}`;
  if (after === undefined) return `was ${before}`;
  return before === after ? `${after} in more cases` : `${before} → ${after}`;
}

/** ` in students, teachers and 3 more cases`; empty if no case is new. */
export function casesOf({ cases }: ChangedRow, show: (text: string) => string = (text) => text): string {
  if (cases.length === 0) return '';
  const shown = cases.slice(0, limits.cases).map((name) => show(cap(name, 80)));
  const left = cases.length - shown.length;
  return ` in ${shown.join(', ')}${left > 0 ? ` and ${count(left, 'more case')}` : ''}`;
}
