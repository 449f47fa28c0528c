import { escapeHtml } from '../escape.ts';
import { renderApis } from '../html/apis.ts';
import { dayOf, renderPlainHead } from '../html/masthead.ts';
import { renderPage } from '../html/page.ts';
import { capitalised, renderClaim, renderMessage, short, signs, verdictClass } from '../html/parts.ts';
import { style } from '../html/style.ts';
import { nameOf } from '../model/about.ts';
import { type Catalogue, catalogueOf } from '../model/catalogue.ts';
import { coverageOf, coverageWords } from '../model/coverage.ts';
import { type ChangedRow, changes, type ReportDiff } from '../model/diff.ts';
import type { Report } from '../model/report.ts';
import { verdictWords } from '../model/verdict.ts';
import { catalogueNote, fromTo } from './diff-text.ts';

/** CSS class and sign of each change. */
const looks: Readonly<Record<ChangedRow['change'], readonly [className: string, sign: string]>> = {
  'newly failing': ['failed', signs.failed],
  'newly untested': ['warning', signs.untested],
  fixed: ['passed', signs.passed],
  'decided again': ['passed', signs.passed],
  'otherwise changed': ['untested', '·'],
  added: ['untested', '+'],
  withdrawn: ['untested', '–'],
};

/** Cases listed for one requirement; the others are counted. */
const maxCases = 12;

/** The differences between two runs as one self-contained page, without scripts. */
export function renderDiffHtml(
  diff: ReportDiff,
  catalogue: Catalogue = catalogueOf(diff.after.side),
): string {
  const { before, after } = diff;
  const words = [verdictWords(before), verdictWords(after)];
  const title = words[0] === words[1] ? `Still ${words[1]}` : capitalised(words.join(' → '));
  const names = [...new Set([nameOf(before), nameOf(after)])].join(' → ');
  const claims = new Map(catalogue.requirements.map(({ id, claim }) => [id as string, claim]));
  const sections = changes.flatMap((change) => {
    const rows = diff.rows.filter((row) => row.change === change).toSorted((a, b) => rankOf(a) - rankOf(b));
    const id = change.replaceAll(' ', '-');
    return rows.length === 0
      ? []
      : [
          `<section aria-labelledby="${id}"><h2 id="${id}">${change} <small>${rows.length}</small></h2>
<ul class="changes">${rows.map((row) => renderChange(row, claims.get(row.id) ?? '')).join('\n')}</ul></section>`,
        ];
  });
  const body = `${renderPlainHead('Two runs compared', title, names)}
<main class="wrap">
<div class="sides">${renderSide('Before', before)}${renderSide('After', after)}</div>
${diff.catalogueChanged ? `<p class="note">${escapeHtml(catalogueNote(diff))}</p>` : ''}
${sections.length === 0 ? '<p>Nothing changed.</p>' : sections.join('\n')}
</main>
<footer class="wrap">${[before, after].map(({ tool, catalogue, evidence }) => escapeHtml(`${tool.name} ${tool.version} · catalogue ${catalogue.version}, digest ${catalogue.digest.slice(0, 12)} · evidence SHA-256 ${evidence.sha256.slice(0, 12)}`)).join('<br>')}</footer>`;
  return renderPage({
    title: `${title} · ${names} · Clever API conformance`,
    description: `${title}: ${changes.flatMap((change) => countOf(diff, change)).join(', ') || 'nothing changed'}.`,
    icon: verdictClass(after),
    body,
    style: `${style}${diffStyle}`,
  });
}

/** What is required first. */
function rankOf({ level }: ChangedRow): number {
  return { required: 0, recommended: 1, observed: 2 }[level];
}

function countOf({ rows }: ReportDiff, change: ChangedRow['change']): readonly string[] {
  const n = rows.filter((row) => row.change === change).length;
  return n === 0 ? [] : [`${n} ${change}`];
}

function renderSide(when: string, report: Report): string {
  return `<section class="${verdictClass(report)}"><h2>${when}</h2><p class="subject">${short(nameOf(report), 200)} <small>${versionOf(report)}<time datetime="${escapeHtml(report.startedAt)}">${dayOf(report.startedAt)}</time></small></p>
<p class="verdict">${escapeHtml(verdictWords(report))}<small>${escapeHtml(coverageWords(coverageOf(report)))}</small></p>${renderApis(report)}</section>`;
}

function versionOf({ about }: Report): string {
  return about?.version === undefined ? '' : `version ${short(about.version, 60)} · `;
}

/** What happened, or the requirement where nothing is wrong now. */
function renderChange(row: ChangedRow, claim: string): string {
  const isWarning = row.change === 'newly failing' && row.level !== 'required';
  const [className, sign] = isWarning ? ['warning', '!'] : looks[row.change];
  const isGood = row.after === 'passed' || row.why === undefined;
  const why = isGood ? renderClaim(claim) : `<b>${renderMessage(row.why, 300)}</b> `;
  return `<li class="${className}"><span class="sign" aria-hidden="true">${sign}</span><div>${why} <span class="under"><code>${escapeHtml(row.id)}</code> · ${row.level} · ${escapeHtml(fromTo(row))}</span>${renderCases(row.cases)}</div></li>`;
}

/** The cases that newly fail, if the requirement failed before or has several. */
function renderCases(cases: readonly string[]): string {
  if (cases.length === 0) return '';
  const shown = cases.slice(0, maxCases).map((name) => `<li><code>${short(name, 120)}</code></li>`);
  const more = cases.length > maxCases ? `<li>and ${cases.length - maxCases} more</li>` : '';
  return `<ul class="cases" aria-label="Cases">${shown.join('')}${more}</ul>`;
}

const diffStyle = `
.plain{--c:var(--accent)}.plain>.wrap:last-child{padding-bottom:1.2rem;padding-top:.2rem}.plain h1{font-size:clamp(1.4rem,6vw,2.2rem);color:var(--ink)}.plain h1 b{white-space:normal}.plain .lead{max-width:none;overflow-wrap:anywhere}
.sides{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1.2rem;margin-top:1.8rem}.sides section{background:var(--card);border:1px solid var(--line);border-top:4px solid var(--c);border-radius:10px;padding:.9rem 1.2rem 1rem}
.sides h2{margin:0!important;font-size:.85rem;color:var(--soft);font-weight:600;letter-spacing:0}.sides .subject{font-size:1.1rem}.sides .verdict{color:var(--c);font-weight:650}.sides .verdict small{display:block;color:var(--soft);font-weight:400}
.changes{list-style:none;margin:0;padding:0}.changes>li{display:grid;grid-template-columns:1.4rem minmax(0,1fr);gap:0 .8rem;padding:.65rem 0;border-top:1px solid var(--line)}.changes>li:last-child{border-bottom:1px solid var(--line)}
.changes .sign{color:var(--c);font-weight:700}.changes b{font-weight:650}.changes .under{display:block;color:var(--soft);font-size:.9rem}.changes .cases{margin-top:.3rem;font-size:.9rem}h2::first-letter{text-transform:uppercase}
@media(max-width:40rem){.sides{grid-template-columns:minmax(0,1fr)}}
`;
