import { escapeHtml } from '../escape.ts';
import { casesOf, catalogueNote, fromTo, verdicts } from '../formats/diff-text.ts';
import { type ChangedRow, changes, type ReportDiff } from '../model/diff.ts';
import { renderPage } from './page.ts';
import { short } from './parts.ts';
import { renderSheet, sheetStyle } from './sheet.ts';

/** CSS class of each change. */
const looks: Readonly<Record<ChangedRow['change'], string>> = {
  'newly failing': 'failed',
  'newly untested': 'warning',
  fixed: 'passed',
  'decided again': 'passed',
  'otherwise changed': 'untested',
  added: 'untested',
  withdrawn: 'untested',
};

/** The differences between two runs as one self-contained page. */
export function renderDiffHtml(diff: ReportDiff): string {
  const title = verdicts(diff);
  const head =
    '<tr><th scope="col">requirement</th><th scope="col">change</th><th scope="col">current finding or reason</th></tr>';
  const lines = changes.flatMap((change) => diff.rows.filter((row) => row.change === change).map(rowOf));
  const body = `<header class="plain"><div class="wrap"><p class="over">clever-conformance · two runs compared</p>
<h1><b>${short(title, 200)}</b></h1>
<p class="lead">${escapeHtml(`${diff.before.startedAt} → ${diff.after.startedAt}`)}</p></div></header>
<main class="wrap"><section><h2>What changed <small>${diff.rows.length}</small></h2>
${diff.catalogueChanged ? `<p class="note">${escapeHtml(catalogueNote(diff))}</p>` : ''}
${lines.length === 0 ? '<p>Nothing changed.</p>' : renderSheet('Changes', [head, ...lines])}
</section></main>`;
  return renderPage({
    title: `${title} · clever-conformance`,
    description: title,
    icon: 'plain',
    body,
    style: sheetStyle,
    script: '',
  });
}

function rowOf(row: ChangedRow): string {
  const why = row.after === 'passed' ? '' : short(row.why ?? '', 300);
  return `<tr><th scope="row"><code>${escapeHtml(row.id)}</code><span class="claim">${row.level}</span></th>
<td class="${looks[row.change]}"><b>${row.change}</b><small>${escapeHtml(fromTo(row))}</small></td>
<td class="prose">${why}${short(casesOf(row), 500)}</td></tr>`;
}
