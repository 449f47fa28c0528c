import { count, escapeHtml } from '../escape.ts';
import type { ReportCase } from '../model/report.ts';
import { sourceText, type ViewRow } from '../model/view.ts';
import { renderFindings, renderRerun } from './findings.ts';
import {
  anchorOf,
  lookOf,
  type PageLimits,
  type RowContext,
  renderClaim,
  renderProse,
  short,
  signs,
  term,
} from './parts.ts';

/** Short document names for the source column. */
const sourceNames = {
  OV: 'Overview',
  ERR: 'LMS errors',
  SPEC: 'API description',
  WIRE: 'recordings',
  OWN: "the suite's rule",
};

/** All requirements by category, each as a collapsible row. */
export function renderMatrix(context: RowContext): string {
  const { view, proven } = context;
  const heads = ['Outcome', 'Requirement', 'Level', 'Source', 'Cases', ...(proven ? ['Self-test'] : [])];
  const themes = view.themes.map(({ theme, rows }) => {
    const passed = rows.filter((one) => one.row.outcome === 'passed').length;
    return `<section class="theme" aria-labelledby="${theme}"><h3 id="${theme}">${theme} <small>${passed} of ${rows.length} passed</small></h3>
<div class="heads" aria-hidden="true">${heads.map((one) => `<span>${one}</span>`).join('')}</div>
${rows.map((one) => renderRow(one, context)).join('')}</section>`;
  });
  const note = proven
    ? '<p class="note">Self-test: number of deliberately broken implementations this check detects.</p>'
    : '';
  return `<section class="matrix${proven ? ' proven' : ''}" aria-labelledby="matrix"><h2 id="matrix">All requirements</h2>
${note}<div id="tools"></div>
${themes.join('\n')}</section>`;
}

/** One requirement. Its anchor is inside, so that a link opens it without a script. */
function renderRow(one: ViewRow, context: RowContext): string {
  const { row } = one;
  return `<details class="r ${lookOf(one).className}" data-outcome="${row.outcome}" data-level="${row.level}"${context.open.has(one) ? ' open' : ''}>
${renderSummary(one, context)}
<div class="in" id="${anchorOf(row.id)}">${renderBody(one, context)}</div></details>
`;
}

function renderSummary(one: ViewRow, { proven }: RowContext): string {
  const { id, level, cases, killedMutants } = one.row;
  const { sign, word } = lookOf(one);
  const [source] = one.requirement.sources;
  const passed = cases.filter((item) => item.outcome === 'passed').length;
  const place = source ? `${sourceNames[source.document]}: ${source.section}`.replace(/: $/, '') : '';
  const caught = killedMutants === undefined ? '' : `${killedMutants}<span class="sr"> detected</span>`;
  return `<summary><span class="state"><span class="sign" aria-hidden="true">${sign}</span> ${word}</span>
<span class="what"><span class="claim">${renderClaim(one.requirement.claim)}</span> <code>${escapeHtml(id)}</code></span>
<span class="level">${level}</span> <span class="source">${escapeHtml(place)}</span>
<span class="n">${cases.length > 0 ? `${passed}/${cases.length}<span class="sr"> cases passed</span>` : ''}</span>${proven ? ` <span class="n caught">${caught}</span>` : ''}</summary>`;
}

function renderBody(one: ViewRow, context: RowContext): string {
  const { row, requirement } = one;
  const { view, limits } = context;
  const findings = renderFindings(one, context);
  const why = row.why ? `<p class="why">${short(row.why, limits.text)}</p>` : '';
  const doubts = requirement.doubts.map((id) => `<a href="#doubt.${escapeHtml(id)}">${escapeHtml(id)}</a>`);
  const proof =
    row.killedMutants === undefined
      ? renderProse(requirement.unprovable ?? '')
      : `detects ${count(row.killedMutants, 'deliberately broken implementation')}`;
  return `${why}${findings}
<div class="two"><div><h4>Why it matters</h4><p>${renderProse(requirement.harm)}</p></div>
<div class="fix"><h4>How to fix it</h4><p>${renderProse(requirement.fix)}</p></div></div>
${renderRerun(one, view, limits)}
<dl class="about">${term('Cases', renderCases(row.cases, limits))}${term('How it is exercised', renderProse(requirement.provokedBy))}${term('Documented in', requirement.sources.map((source) => escapeHtml(sourceText(source))).join('<br>'))}${term(`Why ${row.level}`, renderProse(requirement.levelReason))}${term('Open questions', doubts.join(', '))}${term('Proof', proof)}${term('Link', `<a href="#${anchorOf(row.id)}">#${anchorOf(row.id)}</a>`)}</dl>`;
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
