import type { OpenQuestion } from '../../../contracts/requirement.ts';
import type { OutcomeValue } from '../../outcome.ts';
import type { Pictures } from '../charts/charts.ts';
import { anchorOf, escapeHtml, showHidden } from '../escape.ts';
import type { Report } from '../model/report.ts';
import type { ReportRow } from '../model/report-row.ts';
import { isFullyGreen } from '../model/verdict.ts';
import { outcomeWords, type View, type ViewRow } from '../model/view.ts';

/** Parts shared by all sections of the page. */

export const signs: Readonly<Record<OutcomeValue, string>> = {
  passed: '✓',
  failed: '✗',
  cantTell: '?',
  untested: '○',
  inapplicable: '–',
};

/** Class, sign and word of a row: a failed row that does not count is a warning. */
export interface Look {
  readonly className: string;
  readonly sign: string;
  readonly word: string;
}

export function lookOf({ row, counts }: Pick<ViewRow, 'row' | 'counts'>): Look {
  const word = outcomeWords.find(([outcome]) => outcome === row.outcome)?.[1] ?? row.outcome;
  if (row.outcome !== 'failed' || counts) return { className: row.outcome, sign: signs[row.outcome], word };
  return { className: 'warning', sign: '!', word: 'warning' };
}

/** The class of the whole report. A green that covers only part of what is required looks different from a full one. */
export function verdictClass(report: Report): 'passed' | 'partial' | 'failed' | 'warning' {
  if (report.verdict === 'conforming') return isFullyGreen(report) ? 'passed' : 'partial';
  return report.verdict === 'inconclusive' ? 'warning' : 'failed';
}

/** A text of the catalogue, with backticks as code. Not for text from a server. */
export function renderProse(text: string): string {
  return escapeHtml(text).replace(/`([^`\n]+)`/g, '<code>$1</code>');
}

/** A claim with a capital first letter. */
export function renderClaim(text: string): string {
  return renderProse(text.replace(/^[a-z]/, (char) => char.toUpperCase()));
}

/** Untrusted text, truncated before escaping (a body may have megabytes) and after (escapes are longer). */
export function short(text: string, max: number): string {
  const shown = showHidden(text.slice(0, max), '\n').slice(0, max);
  return text.length > max ? `${escapeHtml(shown)}… (${text.length} characters in all)` : escapeHtml(shown);
}

/** Capitalises a text that begins with a plain word; any other may quote a server and stays unchanged. */
export function asSentence(text: string): string {
  return text.replace(/^[a-z](?=[a-z]* )/, (char) => char.toUpperCase());
}

/** Untrusted text with backticks as code; escaped first, so that nothing else of it is markup. */
export function renderMessage(text: string, max: number): string {
  return short(asSentence(text), max).replace(/`([^`\n]+)`/g, '<code>$1</code>');
}

/** What happened: the first finding, or why the requirement was not decided. */
export function headlineOf({ findings: [first], why }: ReportRow, max: number): string {
  return renderMessage(first?.message ?? why ?? '', max);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The open questions of what this run is about: of requirements that apply, and that it selected. */
export function doubtsIn({ report, rows }: View): readonly OpenQuestion[] {
  const asked = new Set(
    rows
      .filter(({ row }) => !row.notSelected && row.outcome !== 'inapplicable')
      .flatMap((one) => one.requirement.doubts),
  );
  return report.doubts.filter(({ id }) => asked.has(id));
}

/** A link to a requirement on this page. */
export function linkTo(id: string): string {
  return `<a href="#${anchorOf(id)}"><code>${escapeHtml(id)}</code></a>`;
}

/** A term with its definition; empty if the definition is. */
export function term(name: string, html: string): string {
  return html === '' ? '' : `<dt>${escapeHtml(name)}</dt><dd>${html}</dd>\n`;
}

/** Maximum numbers and lengths, which keep the page small. */
export interface PageLimits {
  /** Findings per requirement, with their exchanges. */
  readonly findings: number;
  readonly cases: number;
  /** Figures per requirement. */
  readonly pictures: number;
  /** Scenarios with a timeline. */
  readonly scenarios: number;
  /** Characters of a message, an expectation, an observation. */
  readonly text: number;
  /** Characters of a request, and of a response. */
  readonly wire: number;
}

/** Shared by all rows. */
export interface RowContext {
  readonly view: View;
  readonly pictures: Pictures;
  readonly limits: PageLimits;
  /** Rows that are open initially. */
  readonly open: ReadonlySet<ViewRow>;
  /** Ids of the open questions that the page has. */
  readonly doubts: ReadonlySet<string>;
  /** The row that counts against the subject after each of those that do. */
  readonly next: ReadonlyMap<ViewRow, ViewRow>;
}
