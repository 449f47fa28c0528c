import { anchorOf, count, escapeHtml } from '../escape.ts';
import { type Cause, type CauseRow, causesOf } from '../model/causes.ts';
import type { Report } from '../model/report.ts';
import type { View, ViewRow } from '../model/view.ts';
import { capitalised, headlineOf, lookOf, renderClaim, renderMessage, renderProse, short } from './parts.ts';

/** Causes, warnings, and requirements of a cause that are listed at the top; the others are in the matrix. */
const max = { listed: 12, ofCause: 6 } as const;

/** Failures by cause, the one to fix first at the beginning, and warnings: the first sections after the verdict. */
export function renderAttention(view: View): string {
  const { rows, report } = view;
  const causes = causesOf(view).filter((one) => one.counts);
  const explained = new Set(causes.flatMap((cause) => cause.rows.map(({ one }) => one)));
  const failed = rows.filter((one) => one.counts);
  const cards = [
    ...causes.map((cause) => renderCause(cause, view)),
    // What counts without a finding, such as an untested requirement.
    ...failed.filter((one) => !explained.has(one)).map(renderUnexplained),
  ];
  const warnings = rows
    .filter((one) => !one.counts && one.row.outcome === 'failed')
    .map((one) => renderWarning(one, report));
  const inCauses = cards.length < failed.length ? ` · ${count(cards.length, 'cause')}` : '';
  return [
    ...(cards.length > 0 ? [section('broken', 'Failed', `${failed.length}${inCauses}`, cards)] : []),
    ...(warnings.length > 0 ? [section('beside', 'Warnings', String(warnings.length), warnings)] : []),
  ].join('\n');
}

function section(id: string, title: string, number: string, items: readonly string[]): string {
  const more = items.length - max.listed;
  const rest =
    more > 0 ? `<p class="note">And <a href="#matrix">${more} more</a>, in the matrix below.</p>` : '';
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title} <small>${number}</small></h2>
<ul class="${id}">${items.slice(0, max.listed).join('\n')}</ul>${rest}</section>`;
}

/** What happened is the headline; the requirements, which are phrased as it should be, are the lines below. */
function renderCause({ lead, rows }: Cause, { report }: View): string {
  const counting = rows.filter(({ one }) => one.counts);
  const [first] = counting;
  if (!first) return '';
  const more = counting.length - max.ofCause;
  const noun = report.side === 'client' ? 'scenario' : 'case';
  const lines = counting.slice(0, max.ofCause).map((row) => renderRequirement(row, noun));
  const rest = more > 0 ? `<p class="soft">and ${count(more, 'more requirement')}</p>` : '';
  return renderCard(first.one, renderMessage(lead.message, 200), `${lines.join('\n')}${rest}`);
}

function renderRequirement({ one: { row, requirement }, cases }: CauseRow, noun: string): string {
  return `<p class="soft">${capitalised(row.level)}: ${renderClaim(requirement.claim)} <span class="id"><a href="#${anchorOf(row.id)}"><code>${escapeHtml(row.id)}</code></a> · ${count(cases, noun)}</span></p>`;
}

function renderUnexplained(one: ViewRow): string {
  const { row, requirement } = one;
  const line = `<p class="soft">${capitalised(row.level)}: ${renderClaim(requirement.claim)} <span class="id"><code>${escapeHtml(row.id)}</code></span></p>`;
  return renderCard(one, headlineOf(row, 200), line);
}

function renderCard(one: ViewRow, headline: string, lines: string): string {
  const { className, sign } = lookOf(one);
  return `<li class="${className}"><span class="sign" aria-hidden="true">${sign}</span><div><h3><a href="#${anchorOf(one.row.id)}">${headline}</a></h3>
${lines}</div><p class="do"><b>How to fix</b> ${renderProse(one.requirement.fix)}</p></li>`;
}

function renderWarning({ row }: ViewRow, report: Report): string {
  return `<li class="line warning"><span class="sign" aria-hidden="true">!</span><span><a href="#${anchorOf(row.id)}">${headlineOf(row, 200)}</a> <code class="id">${escapeHtml(row.id)}</code></span> <span class="tag">${row.level}${exceptionOf(row.id, report)}</span></li>`;
}

/** The date until which the baseline accepts the failure. */
function exceptionOf(id: string, { baseline }: Report): string {
  const entry = baseline.find((one) => one.id === id && one.state === 'holds');
  return entry === undefined ? '' : `, <a href="#baseline">accepted</a> until ${short(entry.expires, 40)}`;
}
