import { count, escapeHtml } from '../escape.ts';
import type { Report } from '../model/report.ts';
import type { View, ViewRow } from '../model/view.ts';
import { anchorOf, capitalised, headlineOf, lookOf, renderClaim, renderProse, short } from './parts.ts';

/** Requirements listed at the top; the others are in the matrix. */
const maxNamed = 12;

/** Failures with their fix, and warnings: the first sections after the verdict. */
export function renderAttention({ rows, report }: View): string {
  const failed = rows.filter((one) => one.counts);
  const warnings = rows.filter((one) => !one.counts && one.row.outcome === 'failed');
  const parts = [];
  if (failed.length > 0) parts.push(section('broken', 'Failed', failed, renderCard));
  if (warnings.length > 0)
    parts.push(
      section(
        'beside',
        'Warnings',
        warnings,
        (one) =>
          `<li class="line warning"><span class="sign" aria-hidden="true">!</span><span><a href="#${anchorOf(one.row.id)}">${headlineOf(one.row, 200)}</a> ${renderId(one)}</span> <span class="tag">${one.row.level}${exceptionOf(one.row.id, report)}</span></li>`,
      ),
    );
  return parts.join('\n');
}

/** The date until which the baseline accepts the failure. */
function exceptionOf(id: string, { baseline }: Report): string {
  const entry = baseline.find((one) => one.id === id && one.state === 'holds');
  return entry === undefined ? '' : `, <a href="#baseline">accepted</a> until ${short(entry.expires, 40)}`;
}

function section(
  id: string,
  title: string,
  rows: readonly ViewRow[],
  render: (one: ViewRow) => string,
): string {
  const more = rows.length - maxNamed;
  const rest =
    more > 0
      ? `<p class="note">And <a href="#matrix">${count(more, 'more requirement')}</a>, in the matrix below.</p>`
      : '';
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title} <small>${rows.length}</small></h2>
<ul class="${id}">${rows.slice(0, maxNamed).map(render).join('\n')}</ul>${rest}</section>`;
}

/** What happened is the headline; the requirement, which is phrased as it should be, is the line below. */
function renderCard(one: ViewRow): string {
  const { row, requirement } = one;
  const { className, sign } = lookOf(one);
  return `<li class="${className}"><span class="sign" aria-hidden="true">${sign}</span><div><h3><a href="#${anchorOf(row.id)}">${headlineOf(row, 200)}</a></h3>
<p class="soft">${capitalised(row.level)}: ${renderClaim(requirement.claim)} ${renderId(one)}</p></div><p class="do"><b>How to fix</b> ${renderProse(requirement.fix)}</p></li>`;
}

function renderId({ row }: ViewRow): string {
  return `<code class="id">${escapeHtml(row.id)}</code>`;
}
