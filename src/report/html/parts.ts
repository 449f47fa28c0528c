import type { OutcomeValue } from '../../outcome.ts';
import type { Pictures } from '../charts/charts.ts';
import { escapeHtml, showHidden } from '../escape.ts';
import type { Report } from '../model/report.ts';
import { outcomeWords, type View, type ViewRow } from '../model/view.ts';

/** Small parts that all sections of the page share. */

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
  return { className: 'warning', sign: '!', word: 'failed, not counted' };
}

/** The class of the whole report. */
export function verdictClass({ verdict }: Pick<Report, 'verdict'>): 'passed' | 'failed' | 'warning' {
  return ({ conforming: 'passed', 'non-conforming': 'failed', inconclusive: 'warning' } as const)[verdict];
}

/** A text of the catalogue, where backticks mark code. Only for our own texts: those of a server are shown as they are. */
export function renderProse(text: string): string {
  return escapeHtml(text).replace(/`([^`\n]+)`/g, '<code>$1</code>');
}

/** A claim of the catalogue as a sentence of its own. */
export function renderClaim(text: string): string {
  return renderProse(text.replace(/^[a-z]/, (char) => char.toUpperCase()));
}

/**
 * Text of anybody, bounded. It is cut before its hidden characters are shown, since a body may have megabytes, and after
 * it, since they grow when they are written out.
 */
export function short(text: string, max: number): string {
  const shown = showHidden(text.slice(0, max), '\n').slice(0, max);
  return text.length > max ? `${escapeHtml(shown)}… (${text.length} characters in all)` : escapeHtml(shown);
}

/** A text that begins with a plain word as a sentence; any other stays as it is, since it may be what a server wrote. */
export function asSentence(text: string): string {
  return text.replace(/^[a-z](?=[a-z]* )/, (char) => char.toUpperCase());
}

/** The anchor of a requirement: its id, with a point for the slash. */
export function anchorOf(id: string): string {
  return escapeHtml(id.replaceAll('/', '.'));
}

/** A link to a requirement of this page, by its id. */
export function linkTo(id: string): string {
  return `<a href="#${anchorOf(id)}"><code>${escapeHtml(id)}</code></a>`;
}

/** A term with its definition; nothing where there is nothing to say. */
export function term(name: string, html: string): string {
  return html === '' ? '' : `<dt>${escapeHtml(name)}</dt><dd>${html}</dd>\n`;
}

/** How much of each thing the page shows, so that it stays small however much went wrong. */
export interface PageLimits {
  /** Findings shown for one requirement, with what crossed the wire. */
  readonly findings: number;
  readonly cases: number;
  /** Pictures shown for one requirement. */
  readonly pictures: number;
  /** Scenarios of a client whose timeline is shown. */
  readonly scenarios: number;
  /** Characters of a message, an expectation, an observation. */
  readonly text: number;
  /** Characters of a request, and of an answer. */
  readonly wire: number;
}

/** What every row is rendered with. */
export interface RowContext {
  readonly view: View;
  readonly pictures: Pictures;
  readonly limits: PageLimits;
  /** Rows that are open from the start. */
  readonly open: ReadonlySet<ViewRow>;
  /** Whether any row knows how many broken implementations it caught; otherwise the column is left out. */
  readonly proven: boolean;
}
