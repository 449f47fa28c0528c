import { themeOf } from '../../../contracts/requirement.ts';
import { anchorOf, count, escapeHtml } from '../escape.ts';
import { renderBadge } from '../formats/badge.ts';
import { apiBar, apiChecks } from '../html/apis.ts';
import { renderPlainHead } from '../html/masthead.ts';
import { renderPage } from '../html/page.ts';
import { linkTo, lookOf, renderClaim, short, signs, verdictClass } from '../html/parts.ts';
import { renderSheet, sheetStyle } from '../html/sheet.ts';
import { linkIn } from '../model/about.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { apiVerdictOf, verdictReason, verdictWords } from '../model/verdict.ts';
import {
  type Matrix,
  type MatrixCell,
  type MatrixRow,
  type MatrixSubject,
  matrixOf,
  type Subject,
} from './matrix.ts';

/** Several subjects of the same side as one self-contained page: who stands where, and a row per requirement. Deterministic. */
export function renderComparison(given: readonly Subject[], catalogue?: Catalogue): string {
  const matrix = matrixOf(given, catalogue);
  const { side, subjects, rows } = matrix;
  const title = `${count(subjects.length, side)} side by side`;
  const differing = rows.filter((one) => one.differs).length;
  const body = `<a class="skip" href="#matrix">Skip to the requirements</a>
${renderPlainHead(`${side === 'server' ? 'Servers' : 'Clients'} compared`, title, subjects.map(({ name }) => name).join(' · '))}
<main class="wrap">
<section aria-labelledby="summary"><h2 id="summary">Standing <small>best first, by the required checks that failed and passed</small></h2>
${renderStanding(matrix)}
</section>
<section aria-labelledby="matrix"><h2 id="matrix">Requirements <small>${rows.length}</small></h2>
<p class="switch"><label><input type="checkbox" id="differences"> Differences only (${differing} of ${rows.length})</label></p>
<p class="note">✓ passed · ✗ failed · ! warning · ? cannot tell · ○ untested · – inapplicable</p>
${renderSheet('Requirements by subject', `<tr><th scope="col">requirement</th>${subjects.map((one) => `<th scope="col">${nameLink(one)}</th>`).join('')}</tr>`, groupsOf(matrix))}
</section>
<section><h2>What this page does not mean</h2>
<p>Each column is one run, on one day, with its own settings. A mark shows what that run saw, not the quality of a product; the report of the run has
the evidence. Columns judged with different versions of the catalogue are comparable only for requirements that did not change.</p></section>
</main>
<footer class="wrap">${subjects.map(({ name, report }) => escapeHtml(`${name}: ${report.tool.name} ${report.tool.version}, catalogue ${report.catalogue.version} (${report.catalogue.digest.slice(0, 12)}), ${report.startedAt}`)).join('<br>')}</footer>`;
  return renderPage({
    title: `${title} · Clever API conformance`,
    description: `Clever API conformance of ${subjects.map(({ name }) => name).join(', ')}: ${differing} of ${rows.length} requirements differ.`,
    icon: 'plain',
    body,
    style: `${sheetStyle}${matrixStyle}`,
  });
}

function renderStanding(matrix: Matrix): string {
  const items = matrix.subjects.map((subject) => {
    const { report, coverage, rank } = subject;
    const { about } = report;
    const facts = [about?.version, about?.commit?.slice(0, 12)].filter((one) => one !== undefined);
    const className = verdictClass(report);
    const sign = className === 'failed' ? signs.failed : className === 'warning' ? '?' : signs.passed;
    const why = verdictReason(report);
    return `<li class="${className}"><span class="rank">${rank}</span>
<div class="who"><b>${nameLink(subject)}</b>${facts.length === 0 ? '' : ` <small>${short(facts.join(' · '), 100)}</small>`}${pageLink(subject)}</div>
<div class="verdict"><span aria-hidden="true">${sign}</span> ${escapeHtml(verdictWords(report))}${why === '' ? '' : `<small>${short(why, 160)}</small>`}</div>
<div class="score">${apiBar(coverage)}<span class="n">${apiChecks(coverage)} · ${countsText(subject)}</span></div>
<div class="badge-box">${renderBadge(report).trim()}</div>
<ul class="per-api">${coverage.apis
      .map((api) => {
        const verdict = apiVerdictOf(report, api);
        return `<li class="${verdict.className}"><b>${escapeHtml(api.name)}</b> <span class="words">${verdict.words}</span> <span class="n">${apiChecks(api)}</span></li>`;
      })
      .join('')}</ul></li>`;
  });
  return `<ol class="standing">${items.join('\n')}</ol>`;
}

function countsText({ report: { counts, requirements } }: MatrixSubject): string {
  const recommended = requirements.filter(
    (row) => row.outcome === 'failed' && row.level !== 'required',
  ).length;
  const parts = [
    `${counts.passed} passed`,
    ...(recommended > 0 ? [count(recommended, 'warning')] : []),
    ...(counts.cantTell > 0 ? [`${counts.cantTell} cannot tell`] : []),
    ...(counts.untested > 0 ? [`${counts.untested} untested`] : []),
  ];
  return parts.join(' · ');
}

/** To the run's own report where the page knows it. */
function nameLink({ name, href }: Subject): string {
  return href === undefined ? short(name, 80) : `<a href="${escapeHtml(href)}">${short(name, 80)}</a>`;
}

function pageLink({ report }: Subject): string {
  const link = linkIn(report);
  return link === undefined ? '' : ` <a class="page" href="${escapeHtml(link)}" rel="noreferrer">page</a>`;
}

/** A body of the table per category. */
function groupsOf(matrix: Matrix): readonly (readonly string[])[] {
  const { subjects } = matrix;
  return [...Map.groupBy(matrix.rows, ({ id }) => themeOf(id))].map(([theme, rows]) => [
    `<tr class="group"><th scope="rowgroup">${escapeHtml(theme)}</th>${subjects.map((_, at) => `<td>${passedOf(rows, at)}</td>`).join('')}</tr>`,
    ...rows.map((row) => renderRow(row, subjects)),
  ]);
}

function passedOf(rows: readonly MatrixRow[], at: number): string {
  const outcomes = rows.flatMap(({ cells }) => cells[at]?.row.outcome ?? []);
  const applies = outcomes.filter((one) => one !== 'inapplicable').length;
  return applies === 0 ? '–' : `${outcomes.filter((one) => one === 'passed').length}/${applies}`;
}

function renderRow(
  { id, level, claim, cells, differs }: MatrixRow,
  subjects: readonly MatrixSubject[],
): string {
  return `<tr id="${anchorOf(id)}"${differs ? '' : ' class="same"'}><th scope="row">${renderClaim(claim)}<span class="claim">${linkTo(id)} · ${level}</span></th>${cells
    .map((one, at) => renderCell(one, id, subjects[at]?.href))
    .join('')}</tr>`;
}

function renderCell(one: MatrixCell | undefined, id: string, href: string | undefined): string {
  if (!one) return '<td class="inapplicable"><small>not in its catalogue</small></td>';
  const { row } = one;
  const look = lookOf(one);
  const failing = row.cases.filter(({ outcome }) => outcome === 'failed').length;
  const detail = failing > 1 ? `<small>${failing} of ${row.cases.length} cases</small>` : '';
  const mark = `<b><span aria-hidden="true">${look.sign}</span> <span class="word">${look.word}</span></b>`;
  const linked = href === undefined ? mark : `<a href="${escapeHtml(`${href}#${anchorOf(id)}`)}">${mark}</a>`;
  return `<td class="${look.className}">${linked}${detail}</td>`;
}

/** Without a script: the checkbox hides what is equal. */
const matrixStyle = `
.standing{list-style:none;margin:1.2rem 0;padding:0}
.standing>li{display:grid;grid-template-columns:2rem minmax(0,5fr) minmax(0,4fr) minmax(0,6fr) 11.5rem;gap:.2rem 1.2rem;align-items:center;padding:.85rem .4rem;border-top:1px solid var(--line)}.standing>li:last-child{border-bottom:1px solid var(--line)}
.rank{font-size:1.35rem;font-weight:650;color:var(--soft);text-align:center}.who b{font-size:1.08rem;font-weight:650}.who small,.who .page{color:var(--soft);font-size:.85rem}.who a:not(.page){color:inherit}
.verdict{color:var(--c);font-weight:650}.verdict small{display:block;color:var(--soft);font-weight:400}
.score .apibar{height:.6rem;margin-bottom:.25rem}.score .n,.per-api{font-size:.85rem;color:var(--soft)}.badge-box svg{display:block;margin-left:auto}
.per-api{list-style:none;margin:.3rem 0 0;padding:0;grid-column:2/-1;display:flex;flex-wrap:wrap;gap:.1rem 1.6rem}.per-api b{font-weight:600}.per-api .words{color:var(--c);font-weight:600}
.switch{margin:.2rem 0}.switch label{display:inline-flex;gap:.5rem;align-items:center;min-height:2rem;cursor:pointer}.switch input{width:1.1rem;height:1.1rem;accent-color:var(--accent)}
body:has(#differences:checked) .same,body:has(#differences:checked) tbody:not(:has(tr:not(.same):not(.group))){display:none}
.sheet td{min-width:6rem}.sheet .group td{background:var(--code);color:var(--soft);font-size:.86rem}
.sheet td.passed .word,.sheet td.inapplicable .word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.sheet td a{text-decoration:none}
@media(max-width:60rem){.standing>li{grid-template-columns:2rem minmax(0,1fr) auto}.standing .verdict,.standing .score{grid-column:2/-1}.badge-box{grid-column:3;grid-row:1}}
@media(max-width:40rem){.sheet td{min-width:4.6rem}.sheet td .word,.sheet th .claim{font-size:.8rem}}
`;
