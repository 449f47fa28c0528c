import { escapeHtml } from '../escape.ts';
import { type Catalogue, catalogueOf } from '../model/catalogue.ts';
import { coverageOf, coverageWords } from '../model/coverage.ts';
import type { Report, ReportRow } from '../model/report.ts';
import { countsAgainst, verdictReason, verdictWords } from '../model/verdict.ts';
import { judgedOf } from '../model/view.ts';
import { renderPage } from './page.ts';
import { anchorOf, linkTo, lookOf, renderClaim, short, verdictClass } from './parts.ts';
import { renderSheet, sheetStyle } from './sheet.ts';

/** One column: a report and its name. */
export interface Subject {
  readonly name: string;
  readonly report: Report;
}

/** Several subjects of the same side as one self-contained page: a row per requirement, a column per subject. Deterministic. */
export function renderComparison(subjects: readonly Subject[], catalogue?: Catalogue): string {
  const side = subjects[0]?.report.side ?? 'server';
  const { requirements } = catalogue ?? catalogueOf(side);
  const rows = subjects.map(({ report }) => new Map(report.requirements.map((row) => [row.id, row])));
  const themes = new Map<string, (typeof requirements)[number][]>();
  for (const one of requirements) {
    const theme = one.id.slice(0, one.id.indexOf('/'));
    themes.set(theme, [...(themes.get(theme) ?? []), one]);
  }
  const title = `${subjects.length} ${side}s side by side`;
  const body = `<a class="skip" href="#matrix">Skip to the requirements</a>
<header class="plain"><div class="wrap"><p class="over">clever-conformance · ${side}-bound requirements of the Clever API</p>
<h1><b>${title}</b></h1>
<p class="lead">${subjects.map(({ name }) => escapeHtml(name)).join(' · ')}</p></div></header>
<main class="wrap">
<section><h2>Summary</h2>
${renderSheet('Verdicts', [headRow('', subjects), ...summaryRows(subjects)])}
</section>
<section id="matrix"><h2>Requirements</h2>
<p class="note">✓ passed · ✗ failed · ! warning · ? cannot tell · ○ untested · – inapplicable</p>
${renderSheet('Requirements by subject', [
  headRow('requirement', subjects),
  ...[...themes].flatMap(([theme, list]) => [
    `<tr class="group"><th scope="colgroup" colspan="${subjects.length + 1}">${escapeHtml(theme)}</th></tr>`,
    ...list.map(
      (one) =>
        `<tr id="${anchorOf(one.id)}"><th scope="row">${linkTo(one.id)}<span class="claim">${renderClaim(one.claim)}</span><span class="claim">${one.level}</span></th>${subjects
          .map(({ report }, at) => cell(report, rows[at]?.get(one.id)))
          .join('')}</tr>`,
    ),
  ]),
])}
</section>
<section><h2>What this page does not mean</h2>
<p>Each column is one run, on one day, with its own settings. A mark shows what that run saw, not the quality of a product; the report of the run has
the evidence. Columns judged with different versions of the catalogue are comparable only for requirements that did not change.</p></section>
</main>
<footer class="wrap">${subjects.map(({ name, report }) => escapeHtml(`${name}: ${report.tool.name} ${report.tool.version}, catalogue ${report.catalogue.version} (${report.catalogue.digest.slice(0, 12)}), ${report.startedAt}`)).join('<br>')}</footer>`;
  return renderPage({
    title: `${title} · clever-conformance`,
    description: title,
    icon: 'plain',
    body,
    style: sheetStyle,
    script: '',
  });
}

function headRow(first: string, subjects: readonly Subject[]): string {
  const corner = first === '' ? '<td></td>' : `<th scope="col">${first}</th>`;
  return `<tr>${corner}${subjects.map(({ name }) => `<th scope="col">${short(name, 80)}</th>`).join('')}</tr>`;
}

function summaryRows(subjects: readonly Subject[]): string[] {
  const line = (name: string, text: (report: Report) => string, className = (_: Report) => '') =>
    `<tr><th scope="row">${name}</th>${subjects.map(({ report }) => `<td class="${className(report)}">${text(report)}</td>`).join('')}</tr>`;
  const failed = (report: Report, level: string) =>
    report.requirements.filter((row) => row.outcome === 'failed' && row.level === level).length;
  return [
    line('Verdict', (report) => `<b>${escapeHtml(verdictWords(report))}</b>`, verdictClass),
    line('Required checks', (report) => escapeHtml(coverageWords(coverageOf(report)))),
    line('Judged', (report) => `${judgedOf(report.requirements)} of ${report.requirements.length}`),
    line('Passed', (report) => String(report.counts.passed)),
    line('Failed, required', (report) => String(failed(report, 'required'))),
    line('Failed, recommended', (report) => String(failed(report, 'recommended'))),
    line('Cannot tell', (report) => String(report.counts.cantTell)),
    line('Untested', (report) => String(report.counts.untested)),
    line('Reason', (report) => `<small>${short(verdictReason(report), 160)}</small>`),
  ];
}

function cell(report: Report, row: ReportRow | undefined): string {
  if (!row) return '<td>not in its catalogue</td>';
  const look = lookOf({ row, counts: row.outcome === 'failed' && countsAgainst(row, report) });
  const failing = row.cases.filter((one) => one.outcome === 'failed').length;
  const detail = failing > 1 ? `<small>${failing} of ${row.cases.length} cases</small>` : '';
  return `<td class="${look.className}"><b><span aria-hidden="true">${look.sign}</span> ${look.word}</b>${detail}</td>`;
}
