import { anchorOf, count, escapeHtml } from '../escape.ts';
import { renderPlainHead } from '../html/masthead.ts';
import { renderPage } from '../html/page.ts';
import { linkTo, lookOf, renderClaim, short, signs, verdictClass } from '../html/parts.ts';
import { renderSheet, sheetStyle } from '../html/sheet.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { verdictLine, verdictWords } from '../model/verdict.ts';
import { type HistoryRow, historyOf, type Night } from './history.ts';
import type { MatrixCell } from './matrix.ts';

/** Runs shown; of more, the newest. */
const maxNights = 90;

/** Runs of one subject over time as one self-contained page: a row per requirement that ever failed or changed, a column per run. */
export function renderHistory(reports: readonly Report[], catalogue?: Catalogue): string {
  const newest = reports
    .toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
    .slice(-maxNights);
  const history = historyOf(newest, catalogue);
  const { side, names, nights, rows, steady } = history;
  const last = nights.at(-1);
  const red = rows.filter((one) => one.redSince !== undefined).length;
  const title = `${count(nights.length, 'run')} of a ${side}`;
  const left = reports.length - nights.length;
  const body = `<a class="skip" href="#history">Skip to the requirements</a>
${renderPlainHead('History', title, names.join(' → '))}
<main class="wrap"><section aria-labelledby="history"><h2 id="history">What failed or changed <small>${rows.length} of ${rows.length + steady} requirements</small></h2>
${last ? `<p class="${verdictClass(last.report)} newest">The newest run, ${escapeHtml(last.label)}: <b>${escapeHtml(verdictLine(last.report))}</b>.</p>` : ''}
<p class="note">✓ passed · ✗ failed · ! warning · ? cannot tell · ○ untested · – inapplicable · (✓) conforming as far as tested${left > 0 ? `. ${count(left, 'older run')} not shown` : ''}</p>
${renderSheet('Requirements by run', headOf(nights), [summaryOf(nights), ...groupsOf(rows)])}
<p class="note">${count(steady, 'other requirement')} had the same outcome in each run, and never failed.</p></section></main>
<footer class="wrap">${[...new Set(nights.map(({ report }) => escapeHtml(`${report.tool.name} ${report.tool.version} · catalogue ${report.catalogue.version}, digest ${report.catalogue.digest.slice(0, 12)}`)))].join('<br>')}</footer>`;
  return renderPage({
    title: `${title} · ${names.join(' → ')} · Clever API conformance`,
    description: `${title} from ${nights[0]?.label ?? ''} to ${last?.label ?? ''}: ${count(red, 'requirement')} red today.`,
    icon: last ? verdictClass(last.report) : 'plain',
    body,
    style: `${sheetStyle}${historyStyle}`,
  });
}

function headOf(nights: readonly Night[]): string {
  return `<tr><th scope="col">requirement</th><th scope="col">first red</th>${nights.map(({ label }) => `<th scope="col" class="night"><span>${escapeHtml(label)}</span></th>`).join('')}</tr>`;
}

function summaryOf(nights: readonly Night[]): readonly string[] {
  const cells = nights.map(({ report }) => {
    const className = verdictClass(report);
    const sign = { failed: signs.failed, warning: '?', partial: `(${signs.passed})`, passed: signs.passed }[
      className
    ];
    return `<td class="${className}"><b><span aria-hidden="true">${sign}</span><span class="sr">${escapeHtml(verdictWords(report))}</span></b></td>`;
  });
  const failed = nights.map(({ coverage }) => `<td>${coverage.failed === 0 ? '·' : coverage.failed}</td>`);
  return [
    `<tr class="group"><th scope="row">Verdict</th><td></td>${cells.join('')}</tr>`,
    `<tr class="group"><th scope="row">Required checks that failed</th><td></td>${failed.join('')}</tr>`,
  ];
}

/** What is red, what was, and what only changed. */
function groupsOf(rows: readonly HistoryRow[]): readonly (readonly string[])[] {
  const titles = [
    ['Red in the newest run', (row: HistoryRow) => row.redSince !== undefined],
    ['Red before', (row: HistoryRow) => row.redSince === undefined && row.firstRed !== undefined],
    ['Warnings and changes', (row: HistoryRow) => row.firstRed === undefined],
  ] as const;
  return titles.flatMap(([title, fits]) => {
    const those = rows.filter(fits);
    const columns = 2 + (those[0]?.cells.length ?? 0);
    return those.length === 0
      ? []
      : [
          [
            `<tr class="title"><th scope="rowgroup" colspan="${columns}"><span>${title} (${those.length})</span></th></tr>`,
            ...those.map(renderRow),
          ],
        ];
  });
}

function renderRow({ id, level, claim, cells, firstRed, redSince }: HistoryRow): string {
  const since =
    redSince !== undefined && redSince !== firstRed
      ? `<small>again since ${escapeHtml(redSince)}</small>`
      : '';
  return `<tr id="${anchorOf(id)}"><th scope="row">${renderClaim(claim)}<span class="claim">${linkTo(id)} · ${level}</span></th><td class="when">${firstRed === undefined ? '' : short(firstRed, 20)}${since}</td>${cells.map(renderCell).join('')}</tr>`;
}

function renderCell(one: MatrixCell | undefined): string {
  if (!one) return '<td class="inapplicable"><span class="sr">not in its catalogue</span></td>';
  const { className, sign, word } = lookOf(one);
  return `<td class="${className}"><b><span aria-hidden="true">${sign}</span><span class="sr">${word}</span></b></td>`;
}

// Right to left, a sheet that is too wide begins at its newest run.
const historyStyle = `
.newest b{color:var(--c)}.newest{font-size:1.05rem;max-width:none}
.sheet td,.sheet th.night{padding:.45rem .1rem;min-width:1.6rem}.sheet td.when{padding:.45rem .7rem;text-align:left;font-variant-numeric:normal}.sheet{width:fit-content;max-width:100%;direction:rtl}.sheet table{direction:ltr}.sheet table{width:auto}.sheet tr.group td,.night{font-size:.84rem}
@media(max-width:40rem){.when small{display:none!important}}
@media(min-width:60rem){.sheet th:first-child{min-width:20rem}}
.sheet th.night{vertical-align:bottom}.night span{writing-mode:vertical-rl;rotate:180deg;font-weight:400;white-space:nowrap}
.sheet tbody .title span{position:sticky;left:.5rem}.sheet tbody .title th{position:static;max-width:none;font-weight:650;background:var(--code);border-right:0}.sheet tbody .group th{background:var(--card)}
.sheet thead th:nth-child(2){text-align:left}
`;
