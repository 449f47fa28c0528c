import type { Source } from '../../../contracts/requirement.ts';
import { anchorOf, count, escapeHtml } from '../escape.ts';
import { documentUrls } from '../formats/catalogue-text.ts';
import type { ReportCase } from '../model/report-row.ts';
import { sourceText, tallyOf, type ViewRow } from '../model/view.ts';
import { pageOf } from '../page-address.ts';
import { renderFindings, renderRerun } from './findings.ts';
import {
  headlineOf,
  linkTo,
  lookOf,
  type PageLimits,
  type RowContext,
  renderClaim,
  renderProse,
  short,
  signs,
  term,
} from './parts.ts';

/** With more rows than this, those out of sight are not laid out: the page opens faster, but a picture of all of it has gaps. */
const maxLaidOut = 200;

/** All requirements by category, each as a collapsible row. Categories with nothing to look at are collapsed. */
export function renderMatrix(context: RowContext): string {
  const themes = context.view.themes.map(({ theme, rows }) => {
    const isOpen = rows.some(({ row }) => row.outcome === 'failed' || row.outcome === 'cantTell');
    return `<section class="theme" aria-labelledby="${theme}"><details class="g"${isOpen ? ' open' : ''}><summary><h3 id="${theme}">${theme}</h3> <span class="tally">${renderTally(rows)}</span></summary>
<div class="heads" aria-hidden="true"><span>Outcome</span><span>Finding or requirement</span><span>Id</span><span>Level</span><span>Cases</span></div>
${rows.map((one) => renderRow(one, context)).join('')}</details></section>`;
  });
  const { length } = context.view.rows;
  return `<section class="matrix${length > maxLaidOut ? ' many' : ''}" aria-labelledby="matrix"><h2 id="matrix">All requirements <small>${length}</small></h2>
<div id="tools"></div>
${themes.join('\n')}</section>`;
}

/** `10 of 20 passed · 2 failed · 8 inapplicable`. */
function renderTally(rows: readonly ViewRow[]): string {
  const [passed, ...others] = tallyOf(rows);
  const parts = others.flatMap(({ kind, n, word }) =>
    n === 0 ? [] : [`<span class="${kind}">${n} ${word}</span>`],
  );
  return [`${passed?.n} of ${rows.length} passed`, ...parts].join(' · ');
}

/** One requirement. Its anchor is inside, so that a link opens it without a script. */
function renderRow(one: ViewRow, context: RowContext): string {
  const { row } = one;
  return `<details class="r ${lookOf(one).className}" data-outcome="${lookOf(one).className}" data-level="${row.level}"${context.open.has(one) ? ' open' : ''}>
${renderSummary(one)}
<div class="in" id="${anchorOf(row.id)}">${renderBody(one, context)}</div></details>
`;
}

function renderSummary(one: ViewRow): string {
  const { id, level, cases, outcome } = one.row;
  const { sign, word } = lookOf(one);
  const passed = cases.filter((item) => item.outcome === 'passed').length;
  const claim = renderClaim(one.requirement.claim);
  const text =
    outcome === 'failed'
      ? `<span class="claim">${headlineOf(one.row, 200)}</span> <span class="sub">${claim}</span>`
      : `<span class="claim">${claim}</span>`;
  return `<summary><span class="state"><span class="sign" aria-hidden="true">${sign}</span> ${word}</span>
<span class="what">${text}</span> <code class="id">${escapeHtml(id)}</code>
<span class="level">${level}</span>
<span class="n">${cases.length > 0 ? `${passed}/${cases.length}<span class="sr"> cases passed</span>` : ''}</span></summary>`;
}

function renderBody(one: ViewRow, context: RowContext): string {
  const { row, requirement } = one;
  const { view, limits } = context;
  const findings = renderFindings(one, context);
  const why = row.why ? `<p class="why">${short(row.why, limits.text)}</p>` : '';
  const doubts = requirement.doubts.map((id) =>
    context.doubts.has(id) ? `<a href="#doubt.${escapeHtml(id)}">${escapeHtml(id)}</a>` : escapeHtml(id),
  );
  const next = context.next.get(one);
  const after = next ? `<p class="after">Next failure: ${linkTo(next.row.id)}</p>` : '';
  const proof =
    row.killedMutants === undefined
      ? renderProse(requirement.unprovable ?? '')
      : `detects ${count(row.killedMutants, 'deliberately broken implementation')}`;
  return `${why}${findings}
<div class="two"><div><h4>Why it matters</h4><p>${renderProse(requirement.harm)}</p></div>
<div class="fix"><h4>How to fix it</h4><p>${renderProse(requirement.fix)}</p></div></div>
${renderRerun(one, view, limits)}
<dl class="about">${term('Cases', renderCases(row.cases, limits))}${term('How it is exercised', renderProse(requirement.provokedBy))}${term('Documented in', requirement.sources.map(renderSource).join('<br>'))}${term(`Why ${row.level}`, renderProse(requirement.levelReason))}${term('Open questions', doubts.join(', '))}${term('Self-test', proof)}${term('Link', `<a href="#${anchorOf(row.id)}">#${anchorOf(row.id)}</a>`)}${term('All about it', `<code>npx clever-conformance explain ${escapeHtml(row.id)}</code>`)}${term('Page', renderAddress(pageOf(row.id)))}</dl>${after}`;
}

/** The document and section, with a link to where the document is published. */
function renderSource(source: Source): string {
  const url = documentUrls[source.document];
  const text = escapeHtml(sourceText(source));
  return url === undefined ? text : `<a href="${url}" rel="noreferrer">${text}</a>`;
}

function renderCases(cases: readonly ReportCase[], { cases: max }: PageLimits): string {
  if (cases.length === 0) return '';
  const ranked = cases.length > max ? cases.toSorted((a, b) => rank(a) - rank(b)) : cases;
  const items = ranked.slice(0, max).map((one) => {
    const notes = [...(one.why ? [one.why] : []), ...(one.notes ?? [])].map((text) => short(text, 200));
    const wide = notes.length > 0 ? ' wide' : '';
    const note = notes.length > 0 ? ` <span class="soft">${notes.join('; ')}</span>` : '';
    return `<li class="${one.outcome}${wide}"><i>${signs[one.outcome]}</i> ${short(one.name, 80)}${note}</li>`;
  });
  const more = cases.length - max;
  if (more > 0) items.push(`<li class="wide">and ${more} more, in report.json</li>`);
  return `<ul class="cases">${items.join('')}</ul>`;
}

function rank(one: ReportCase): number {
  return one.outcome === 'failed' ? 0 : one.outcome === 'passed' ? 2 : 1;
}

/** A link where the pages are published. */
function renderAddress(address: string): string {
  const shown = `<code>${escapeHtml(address)}</code>`;
  return /^https?:/.test(address) ? `<a href="${escapeHtml(address)}">${shown}</a>` : shown;
}
