import { escapeHtml } from '../escape.ts';
import type { Report } from '../model/report.ts';
import { mark } from './mark.ts';
import { capitalised, short } from './parts.ts';

/** The line at the top of each page: the suite's mark, what it judges, and by which version. */
export function renderMasthead({ side, startedAt, tool, catalogue }: Report): string {
  return lineOf(
    `${capitalised(side)} report · <time datetime="${escapeHtml(startedAt)}">${dayOf(startedAt)}</time>`,
    escapeHtml(`${tool.name} ${tool.version} · catalogue ${catalogue.version}`),
  );
}

/** The head of a page about several reports. All texts are escaped here. */
export function renderPlainHead(kind: string, title: string, lead: string): string {
  return `<header class="plain">${lineOf(escapeHtml(kind), '')}
<div class="wrap"><h1><b>${short(title, 200)}</b></h1>
<p class="lead">${short(lead, 600)}</p></div></header>`;
}

function lineOf(kind: string, suite: string): string {
  return `<div class="wrap mast">${mark}<b>Clever API conformance</b> <span>${kind}</span> <span class="suite">${suite}</span></div>`;
}

/** `5 January 2026, 12:00 UTC`, in every locale. */
export function dayOf(iso: string): string {
  const months =
    'January February March April May June July August September October November December'.split(' ');
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
  return year === undefined
    ? escapeHtml(iso)
    : `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}, ${time} UTC`;
}
