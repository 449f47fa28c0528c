import { rect } from '../charts/svg.ts';
import { cap, count, escapeHtml } from '../escape.ts';
import { apiCoverageWords, coverageOf, coverageWords } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import { verdictReason, verdictWords } from '../model/verdict.ts';
import { judgedOf, outcomeWords, type View, type ViewRow } from '../model/view.ts';
import {
  anchorOf,
  asSentence,
  linkTo,
  lookOf,
  renderClaim,
  renderProse,
  short,
  verdictClass,
} from './parts.ts';

/** Requirements listed at the top; the others are in the matrix. */
const maxNamed = 12;

/** The kind of subject, for people. */
function kindOf({ subject: { kind }, side }: Report): string {
  if (kind === 'live') return side === 'server' ? 'a live server' : 'a client started outside the suite';
  const words: Readonly<Record<string, string>> = {
    sandbox: "the suite's sandbox",
    replay: 'recorded responses',
    har: 'captured traffic',
    command: 'a client, started by a command',
    module: 'a client, run as a module',
  };
  return words[kind] ?? kind;
}

/** The subject, the verdict, the counts, and a map of all requirements. */
export function renderHead(view: View): string {
  const { report } = view;
  return `<header class="${verdictClass(report)}"><div class="wrap hero">
<div><p class="over">${escapeHtml(`${report.side === 'server' ? 'Server' : 'Client'} report`)} · <time datetime="${escapeHtml(report.startedAt)}">${dayOf(report.startedAt)}</time></p>
<p class="subject">${short(report.subject.name, 200)} <small>${escapeHtml(kindOf(report))}</small></p>
<h1>${badge(report)}<span>${escapeHtml(capitalised(verdictWords(report))).replace(/^[\w-]+/, '<b>$&</b>')}</span></h1>
<p class="lead">${renderLead(report)}</p>
${renderBar(report)}
${renderCounts(report)}
<p class="judged"><b>${judgedOf(report.requirements)} of ${count(report.requirements.length, 'requirement')}</b> judged · <a href="#limits">what this does not mean</a></p></div>
${renderMap(view)}
</div></header>`;
}

/** What the verdict covers, by API, and why it is as it is. */
function renderLead(report: Report): string {
  const coverage = coverageOf(report);
  const parts = [
    `${coverageWords(coverage)}.`,
    ...apiCoverageWords(coverage).map((api) => `${api}.`),
    verdictReason(report),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => escapeHtml(cap(part, 600)))
    .join('<br>');
}

/** The verdict sign. Verdicts differ by shape, not only by colour. */
function badge(report: Report): string {
  const shape = {
    passed: 'M7 12.5l3.5 3.5L17 8.5',
    failed: 'M8 8l8 8M16 8l-8 8',
    partial: 'M7 12.5l3.5 3.5L17 8.5',
    warning: 'M12 6.5v7M12 17v.1',
  };
  return `<svg class="badge" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="12"/><path d="${shape[verdictClass(report)]}"/></svg>`;
}

function renderBar({ counts, requirements }: Report): string {
  let x = 0;
  const parts = outcomeWords.map(([outcome]) => {
    const width = (1000 * counts[outcome]) / Math.max(1, requirements.length);
    x += width;
    return counts[outcome] === 0 ? '' : rect(x - width, 0, Math.max(2, width - 3), 10, `fill ${outcome}`);
  });
  return `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

function renderCounts({ counts }: Report): string {
  const items = outcomeWords.map(([outcome, word]) => {
    const n = counts[outcome];
    const warnings =
      outcome === 'failed' && counts.warnings > 0
        ? `<small>${count(counts.warnings, 'warning')}</small>`
        : '';
    return `<li class="${outcome}${n === 0 ? ' none' : ''}"><b>${n}</b> ${word}${warnings}</li>`;
  });
  return `<ul class="counts">${items.join('')}</ul>`;
}

function renderMap({ themes }: View): string {
  const lines = themes.map(({ theme, rows }) => {
    const cells = rows.map((one) => {
      const { className, sign, word } = lookOf(one);
      const label = escapeHtml(`${one.row.id}: ${word}`);
      return `<a class="${className}" href="#${anchorOf(one.row.id)}" title="${label}" aria-label="${label}">${sign}</a>`;
    });
    const passed = rows.filter((one) => one.row.outcome === 'passed').length;
    return `<div><a class="theme" href="#${theme}">${theme}</a> <span class="tally">${passed}/${rows.length}<span class="sr"> passed</span></span><span class="cells">${cells.join('')}</span></div>`;
  });
  return `<nav class="map" aria-label="Map of all requirements">
${lines.join('\n')}
<p class="key">✓ passed · ✗ failed · ! warning · ? cannot tell · ○ untested · – inapplicable</p></nav>`;
}

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
        ({ row, requirement }) =>
          `<li class="line">${linkTo(row.id)} <span>${renderClaim(requirement.claim)}</span> <span class="tag">${row.level}${exceptionOf(row.id, report)}</span></li>`,
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

function renderCard(one: ViewRow): string {
  const { row, requirement } = one;
  const [finding] = row.findings;
  const reason = finding === undefined ? (row.why ?? '') : finding.message;
  const { className, sign } = lookOf(one);
  return `<li class="${className}"><span class="sign" aria-hidden="true">${sign}</span><div><h3><a href="#${anchorOf(row.id)}">${renderClaim(requirement.claim)}</a></h3>
<p>${short(asSentence(reason), 200)} <code class="soft">${escapeHtml(row.id)}</code></p></div><p class="do"><b>How to fix</b> ${renderProse(requirement.fix)}</p></li>`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `5 January 2026, 12:00 UTC`, in every locale. */
function dayOf(iso: string): string {
  const months =
    'January February March April May June July August September October November December'.split(' ');
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
  return year === undefined
    ? escapeHtml(iso)
    : `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}, ${time} UTC`;
}
