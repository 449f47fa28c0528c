import type { RunResult } from '../../claims/run-result.ts';
import { type Pictures, picturesOf } from '../charts/charts.ts';
import { cap, count, escapeHtml } from '../escape.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { verdictWords } from '../model/verdict.ts';
import { type View, viewOf } from '../model/view.ts';
import { renderBaseline, renderDoubts, renderLimits, renderRun, renderScenarios } from './back.ts';
import { renderAttention, renderHead } from './head.ts';
import { renderPage } from './page.ts';
import type { PageLimits } from './parts.ts';
import { renderMatrix } from './rows.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** A page beyond this opens slowly, and mail and CI refuse it. */
const mostBytes = 4_500_000;
/** Attempts with less and less in them, before all that can go is left out. */
const mostTries = 4;
/** So many broken rows are open from the start. More would tear the matrix apart: the list above it leads to each. */
const mostOpen = 5;

/** Shared by all rows: whoever breaks everything still gets one page that opens at once. */
const shared = { findings: 600, cases: 8000, pictures: 120 } as const;
const most: PageLimits = { findings: 20, cases: 120, pictures: 4, scenarios: 200, text: 500, wire: 1500 };

/**
 * `report.html`: one self-contained page that needs no network, works with scripts blocked and better with them. The verdict,
 * what is broken and what to do; the matrix of all requirements, each with its findings, why it matters, how to fix it and
 * how to see it again; scenarios, contradictions, the run, and what the page does not say. What makes the page too large
 * is left out, and counted where it would stand. The same report and run give the same bytes.
 */
export function renderHtml(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const view = viewOf(report, run, catalogue);
  const pictures = picturesOf(view);
  let share = 1;
  for (let tries = 1; ; tries++) {
    const page = renderWith(view, pictures, limitsFor(view, share), share);
    const bytes = Buffer.byteLength(page);
    if (bytes <= mostBytes || share === 0) return page;
    share = tries === mostTries ? 0 : share * Math.min(0.5, (0.7 * mostBytes) / bytes);
  }
}

function limitsFor({ rows }: View, share: number): PageLimits {
  const failing = Math.max(1, rows.filter((one) => one.row.findings.length > 0).length);
  const each = (all: number, max: number, least: number, among: number) =>
    Math.max(least, Math.floor(share * Math.min(max, all / Math.max(1, among))));
  return {
    findings: each(shared.findings, most.findings, 1, failing),
    cases: each(shared.cases, most.cases, share === 0 ? 0 : 10, rows.length),
    pictures: each(shared.pictures, most.pictures, share === 1 && failing <= 200 ? 1 : 0, failing),
    scenarios: Math.floor(share * most.scenarios),
    text: Math.max(100, Math.floor(share * most.text)),
    wire: Math.floor(share * most.wire),
  };
}

function renderWith(view: View, pictures: Pictures, limits: PageLimits, share: number): string {
  const { report } = view;
  const against = view.rows.filter((one) => one.counts);
  const context = {
    view,
    pictures,
    limits,
    open: new Set(against.length <= mostOpen ? against : []),
    proven: view.rows.some((one) => one.row.killedMutants !== undefined),
  };
  const body = `<a class="skip" href="#matrix">Skip to the requirements</a>
${renderHead(view)}
<main class="wrap">
${renderAttention(view)}
${renderMatrix(context)}
${renderScenarios(view, pictures, limits)}
${renderDoubts(view)}
${renderBaseline(report)}
${renderRun(view)}
${renderLimits(report, cutBy(view, limits, share))}
</main>
<footer class="wrap">${escapeHtml(`${report.tool.name} ${report.tool.version} · catalogue ${report.catalogue.version}, digest ${report.catalogue.digest.slice(0, 12)} · ${report.evidence.file}, SHA-256 ${report.evidence.sha256.slice(0, 12)}`)}</footer>`;
  return renderPage({
    title: `${verdictWords(report)} · ${cap(report.subject.name, 80)} · ${report.tool.name}`,
    body,
    style,
    script,
  });
}

/** What the page leaves out, as sentences with counts. */
function cutBy({ rows }: View, limits: PageLimits, share: number): string[] {
  const all = rows.reduce((sum, { row }) => sum + row.findings.length + (row.truncated?.findings ?? 0), 0);
  const shown = rows.reduce((sum, { row }) => sum + Math.min(limits.findings, row.findings.length), 0);
  return [
    ...(shown < all
      ? [`Of ${count(all, 'finding')} this page shows ${shown}; evidence.json has them all.`]
      : []),
    ...(share < 1
      ? [
          'So much went wrong that texts, pictures and evidence are shorter here than usual; evidence.json has it all.',
        ]
      : []),
  ];
}
