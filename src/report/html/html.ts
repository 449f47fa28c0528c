import type { RunResult } from '../../claims/run-result.ts';
import { evidenceFile } from '../../evidence/store.ts';
import { type Pictures, picturesOf } from '../charts/charts.ts';
import { cap, count, escapeHtml } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { verdictLine } from '../model/verdict.ts';
import { type View, type ViewRow, viewOf } from '../model/view.ts';
import { renderAttention } from './attention.ts';
import {
  renderBaseline,
  renderDoubts,
  renderExtra,
  renderLimits,
  renderRun,
  renderScenarios,
} from './back.ts';
import { renderHead } from './head.ts';
import { renderPage } from './page.ts';
import { doubtsIn, type PageLimits, verdictClass } from './parts.ts';
import { renderMatrix } from './rows.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** Larger pages open slowly, and mail and CI reject them. */
const maxBytes = 4_500_000;
/** Attempts with ever smaller limits, before everything optional is omitted. */
const maxTries = 4;
/** Failed rows that are open initially; with more, none is: the list above the matrix links to each. */
const maxOpen = 5;

/** Divided among all rows, so that a page with many failures still opens quickly. */
const shared = { findings: 600, cases: 8000, pictures: 120 } as const;
const maxLimits: PageLimits = {
  findings: 20,
  cases: 120,
  pictures: 4,
  scenarios: 200,
  text: 500,
  wire: 1500,
};

/**
 * `report.html`: one self-contained page that works without a network, and without scripts. If it would be too large, details are
 * omitted and counted. Deterministic.
 */
export function renderHtml(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const view = viewOf(report, run, catalogue);
  const pictures = picturesOf(view);
  let share = 1;
  for (let tries = 1; ; tries++) {
    const page = renderWith(view, pictures, limitsFor(view, share), share);
    const bytes = Buffer.byteLength(page);
    if (bytes <= maxBytes || share === 0) return page;
    share = tries === maxTries ? 0 : share * Math.min(0.5, (0.7 * maxBytes) / bytes);
  }
}

function limitsFor({ rows }: View, share: number): PageLimits {
  const failing = Math.max(1, rows.filter((one) => one.row.findings.length > 0).length);
  const each = (all: number, max: number, min: number, among: number) =>
    Math.max(min, Math.floor(share * Math.min(max, all / Math.max(1, among))));
  return {
    findings: each(shared.findings, maxLimits.findings, 1, failing),
    cases: each(shared.cases, maxLimits.cases, share === 0 ? 0 : 10, rows.length),
    pictures: each(shared.pictures, maxLimits.pictures, share === 1 && failing <= 200 ? 1 : 0, failing),
    scenarios: Math.floor(share * maxLimits.scenarios),
    text: Math.max(100, Math.floor(share * maxLimits.text)),
    wire: Math.floor(share * maxLimits.wire),
  };
}

function renderWith(view: View, pictures: Pictures, limits: PageLimits, share: number): string {
  const { report } = view;
  const against = view.rows.filter((one) => one.counts);
  const context = {
    view,
    pictures,
    limits,
    open: new Set(against.length <= maxOpen ? against : []),
    doubts: new Set(doubtsIn(view).map(({ id }) => id)),
    next: new Map(against.slice(0, -1).map((one, at) => [one, against[at + 1] as ViewRow])),
  };
  const main = [
    renderAttention(view),
    renderMatrix(context),
    renderExtra(report),
    renderScenarios(view, pictures, limits),
    renderDoubts(view),
    renderBaseline(report),
    renderRun(view),
    renderLimits(report, cutBy(view, limits, share)),
  ].filter((section) => section !== '');
  const body = `<a class="skip" href="#matrix">Skip to the requirements</a>
${renderHead(view, contentsOf(main))}
<main class="wrap">
${main.join('\n')}
</main>
<footer class="wrap">${escapeHtml(`${report.tool.name} ${report.tool.version} · catalogue ${report.catalogue.version}, digest ${report.catalogue.digest.slice(0, 12)} · ${report.evidence.file}, SHA-256 ${report.evidence.sha256.slice(0, 12)}`)}</footer>`;
  return renderPage({
    title: `${verdictLine(report)} · ${cap(nameOf(report), 80)} · ${report.tool.name}`,
    description: descriptionOf(report),
    icon: verdictClass(report),
    body,
    style,
    script,
  });
}

/** Links to the sections, by their headings: text of a server never is a heading of this level. */
function contentsOf(sections: readonly string[]): string {
  const links = sections
    .flatMap((html) => [...html.matchAll(/<h2 id="([\w-]+)">(.*?)<\/h2>/g)])
    .map(([, id = '', title = '']) => `<a href="#${id}">${title}</a>`);
  return `<nav class="wrap toc" aria-label="Contents">${links.join(' ')}</nav>`;
}

function descriptionOf(report: Report): string {
  const day = report.startedAt.slice(0, 10);
  return `Clever API conformance of the ${report.side} ${cap(nameOf(report), 80)} on ${day}: ${verdictLine(report)}.`;
}

/** Sentences about what the page omits. */
function cutBy({ rows }: View, limits: PageLimits, share: number): string[] {
  const all = rows.reduce((sum, { row }) => sum + row.findings.length + (row.truncated?.findings ?? 0), 0);
  const shown = rows.reduce((sum, { row }) => sum + Math.min(limits.findings, row.findings.length), 0);
  return [
    ...(shown < all
      ? [`This page shows ${shown} of ${count(all, 'finding')}; all are in ${evidenceFile}.`]
      : []),
    ...(share < 1
      ? [
          `Because of the number of failures, texts, figures and exchanges are shorter here than usual; ${evidenceFile} has everything.`,
        ]
      : []),
  ];
}
