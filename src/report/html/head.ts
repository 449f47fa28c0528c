import { cap, count, escapeHtml } from '../escape.ts';
import { linkIn, nameOf } from '../model/about.ts';
import { coverageOf, coverageWords } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import { verdictReason, verdictWords } from '../model/verdict.ts';
import { judgedOf, tallyOf, type View } from '../model/view.ts';
import { renderApis } from './apis.ts';
import { renderMap } from './map.ts';
import { renderMasthead } from './masthead.ts';
import { capitalised, short, verdictClass } from './parts.ts';

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

/** The report at a glance: what conforms to what, the verdict of each API, the counts, and a map of all requirements. Fits a slide. */
export function renderHead(view: View, contents: string): string {
  const { report } = view;
  return `<header class="${verdictClass(report)}" id="glance">${renderMasthead(report)}
<div class="wrap hero">
<div>${renderSubject(report)}
<h1>${badge(report)}<span>${escapeHtml(capitalised(verdictWords(report))).replace(/^[\w-]+/, '<b>$&</b>')}</span></h1>
<p class="lead">${renderLead(report)}</p>
${renderApis(report)}
${renderCounts(view)}
<p class="judged"><b>${judgedOf(report.requirements)} of ${count(report.requirements.length, 'requirement')}</b> judged · <a href="#limits">what this does not mean</a></p></div>
${renderMap(view)}
</div>
${contents}</header>`;
}

/** Name, version and commit, as far as they are given, and how the subject was reached. */
function renderSubject(report: Report): string {
  const { about, subject } = report;
  const name = short(nameOf(report), 200);
  const link = linkIn(report);
  const facts = [
    ...(about?.version === undefined ? [] : [`version ${about.version}`]),
    ...(about?.commit === undefined ? [] : [`commit ${about.commit.slice(0, 12)}`]),
    ...(about?.name === undefined ? [] : [subject.name]),
    kindOf(report),
  ].map((fact) => short(fact, 200));
  const linked = link === undefined ? name : `<a href="${escapeHtml(link)}" rel="noreferrer">${name}</a>`;
  return `<p class="subject">${linked} <small>${facts.join(' · ')}</small></p>`;
}

/** What the verdict covers, and why it is as it is. */
function renderLead(report: Report): string {
  return [`${coverageWords(coverageOf(report))}.`, verdictReason(report)]
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

/** Zeros are left out. */
function renderCounts({ rows }: View): string {
  const shown = tallyOf(rows).filter(({ n }) => n > 0);
  return `<ul class="counts">${shown.map(({ kind, n, word }) => `<li class="${kind}"><b>${n}</b> ${word}</li>`).join('')}</ul>`;
}
