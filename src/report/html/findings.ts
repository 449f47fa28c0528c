import type { ClientOutput } from '../../claims/run-result.ts';
import { evidenceFile } from '../../evidence/store.ts';
import type { Exchange } from '../../exchange.ts';
import { curlOf, standInNote } from '../curl.ts';
import { anchorOf, count, escapeHtml, showHidden } from '../escape.ts';
import type { Report } from '../model/report.ts';
import type { ReportFinding } from '../model/report-row.ts';
import { rerunOf } from '../model/rerun.ts';
import type { View, ViewRow } from '../model/view.ts';
import {
  asSentence,
  lookOf,
  type PageLimits,
  type RowContext,
  renderMessage,
  renderProse,
  short,
} from './parts.ts';

/** Findings shown in full; the others are in a table. */
const inFull = 3;

/** The findings of a requirement with figures, expectation, observation and exchange. */
export function renderFindings(one: ViewRow, context: RowContext): string {
  const { row } = one;
  const { limits, pictures } = context;
  if (row.findings.length === 0) return limits.pictures > 0 ? pictures.ofRow(one) : '';
  const drawn = pictures.ofFindings(one, Math.min(inFull, limits.pictures));
  // Findings with a figure come first: they are the first of each group.
  const shown = row.findings
    .toSorted((a, b) => Number(drawn.has(b)) - Number(drawn.has(a)))
    .slice(0, limits.findings);
  const more = row.findings.length - shown.length + (row.truncated?.findings ?? 0);
  const rest =
    more > 0 ? `<p class="note">And ${count(more, 'more finding')}, all in ${evidenceFile}.</p>\n` : '';
  const { className } = lookOf(one);
  const full = shown.slice(0, inFull);
  const parts = full.map((finding, place) =>
    renderFinding(
      finding,
      drawn.get(finding) ?? '',
      { className, id: `${anchorOf(row.id)}.${place + 1}` },
      context,
    ),
  );
  return `${parts.join('')}${renderTable(shown.slice(inFull), context)}${rest}`;
}

function renderTable(findings: readonly ReportFinding[], { view, limits: { text } }: RowContext): string {
  if (findings.length === 0) return '';
  const rows = findings.map((one) => {
    const cells = [one.case, one.message, one.expected, one.actual, requestOf(view.exchangeOf(one))];
    return `<tr>${cells.map((cell) => `<td>${short(cell, Math.min(text, 200))}</td>`).join('')}</tr>`;
  });
  return `<details class="fold"><summary>${count(findings.length, 'more finding')}</summary><div class="scroll" tabindex="0" role="group" aria-label="More findings"><table>
<tr><th scope="col">Case</th><th scope="col">Finding</th><th scope="col">Expected</th><th scope="col">Actual</th><th scope="col">Request</th></tr>
${rows.join('\n')}</table></div></details>
`;
}

function renderFinding(
  finding: ReportFinding,
  picture: string,
  { className, id }: { readonly className: string; readonly id: string },
  { view, limits }: RowContext,
): string {
  const exchange = view.exchangeOf(finding);
  const name = finding.case === '' ? '' : `<code>${short(finding.case, 120)}</code> `;
  const title = view.titleOf(finding);
  return `<div class="f ${className}" id="${id}"><p class="msg">${renderMessage(finding.message, limits.text)} ${name}<a class="perma" href="#${id}" aria-label="Link to this finding">#</a></p>
${title === undefined ? '' : `<p class="note">Scenario: ${renderProse(title)}.</p>\n`}<div class="two"><div><h4>Expected</h4><p>${short(finding.expected, limits.text)}</p></div><div class="seen"><h4>Actual</h4><p>${short(finding.actual, limits.text)}</p></div></div>
${picture}${renderOutput(view.outputOf(finding), limits)}${exchange && limits.wire > 0 ? renderWire(exchange, finding, view, limits) : ''}</div>
`;
}

/** How the client ended, and its last lines. */
function renderOutput(output: ClientOutput | undefined, { text }: PageLimits): string {
  if (!output) return '';
  const lines = output.lines.length === 0 ? '' : `<pre>${short(output.lines.join('\n'), 2 * text)}</pre>`;
  return `<h4>The client</h4><p>${short(asSentence(output.ending), text)}${lines === '' ? '' : '; its last lines, redacted:'}</p>${lines}
`;
}

/** The redacted request and response, collapsed. */
function renderWire(exchange: Exchange, finding: ReportFinding, view: View, { wire }: PageLimits): string {
  const { request, response } = exchange;
  const status = short(response ? String(response.status) : 'no response', 20);
  const place = view.placeOf(finding);
  return `<details class="fold"><summary>Exchange: <code>${short(`${request.method} ${request.path}`, 90)}</code> → ${status}${place === undefined ? '' : ` <span class="soft">· ${short(place, 60)}</span>`}</summary>
<h4>Request</h4><pre>${view.report.side === 'server' ? curlText(exchange, wire) : short(requestText(exchange), wire)}</pre><h4>Response</h4><pre>${short(responseText(exchange), wire)}</pre></details>
`;
}

function requestOf(exchange: Exchange | undefined): string {
  return exchange ? `${exchange.request.method} ${exchange.request.path}` : '';
}

function requestText({ request }: Exchange): string {
  const { method, path, headers, body } = request;
  return [`${method} ${path}`, ...linesOf(headers), ...(body === undefined ? [] : ['', body])].join('\n');
}

function responseText({ response, failure }: Exchange): string {
  if (!response) return `no response: ${failure?.kind ?? 'unknown'} (${failure?.message ?? ''})`;
  return [`HTTP ${response.status}`, ...linesOf(response.headers), '', response.body].join('\n').trimEnd();
}

/** Sorted, as evidence is: a page that is made from it again has the same bytes. */
function linesOf(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .toSorted();
}

/** A truncated command would do something else, so a long one is not shown. */
function curlText(exchange: Exchange, max: number): string {
  const { path, body = '' } = exchange.request;
  const curl = path.length + body.length > max ? undefined : showHidden(curlOf(exchange), '\n');
  return curl === undefined || curl.length > max
    ? escapeHtml(`The request is too long: see exchange ${exchange.seq} in ${evidenceFile}.`)
    : escapeHtml(curl);
}

/** The command that judges only this requirement, and for a server one request as curl. */
export function renderRerun(one: ViewRow, view: View, { wire }: PageLimits): string {
  const { row } = one;
  const { report } = view;
  const [finding] = row.findings;
  const { command, notes } = rerunOf(report, row.id, finding);
  const note = notes.length === 0 ? '' : ` <span class="soft">(${short(notes.join('; '), 300)})</span>`;
  const exchange = finding ? view.exchangeOf(finding) : view.exampleOf(row.id);
  const curl =
    report.side === 'server' && exchange && wire > 0
      ? `<p>${escapeHtml(curlNote(report, exchange))}</p>
<pre class="copy">${curlText(exchange, Math.max(wire, 400))}</pre>`
      : '';
  return `<h4>Rerun</h4><p>Only this requirement:${note}</p><pre class="copy">${escapeHtml(command)}</pre>${curl}`;
}

function curlNote({ subject }: Report, exchange: Exchange): string {
  const standIns = standInNote(exchange);
  return [
    'One request, with your token in CLEVER_TOKEN.',
    ...(standIns === undefined ? [] : [asSentence(`${standIns}.`)]),
    ...(subject.kind === 'sandbox'
      ? [
          'The embedded sandbox has no port: start one with "npx clever-conformance sandbox" and use its address.',
        ]
      : []),
  ].join(' ');
}
