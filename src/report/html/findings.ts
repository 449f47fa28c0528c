import type { Exchange } from '../../exchange.ts';
import { curlOf } from '../curl.ts';
import { count, escapeHtml, showHidden } from '../escape.ts';
import type { ReportFinding } from '../model/report.ts';
import { reproduceCommand, type View, type ViewRow } from '../model/view.ts';
import { asSentence, lookOf, type PageLimits, type RowContext, short } from './parts.ts';

/** Findings that are told in full; more of the same kind stand in a table. */
const inFull = 3;

/** What was expected and what was seen, with a picture where several requests tell it together, and the wire evidence. */
export function renderFindings(one: ViewRow, context: RowContext): string {
  const { row } = one;
  const { limits, pictures } = context;
  if (row.findings.length === 0) return limits.pictures > 0 ? pictures.ofRow(one) : '';
  const drawn = pictures.ofFindings(one, Math.min(inFull, limits.pictures));
  // What a picture stands beside is shown first: one of each kind tells more than five of the first.
  const shown = row.findings
    .toSorted((a, b) => Number(drawn.has(b)) - Number(drawn.has(a)))
    .slice(0, limits.findings);
  const more = row.findings.length - shown.length + (row.truncated?.findings ?? 0);
  const rest =
    more > 0 ? `<p class="note">And ${count(more, 'more finding')}: evidence.json has them all.</p>\n` : '';
  const { className } = lookOf(one);
  const full = shown.slice(0, inFull);
  return `${full.map((finding) => renderFinding(finding, drawn.get(finding) ?? '', className, context)).join('')}${renderTable(shown.slice(inFull), limits)}${rest}`;
}

function renderTable(findings: readonly ReportFinding[], { text }: PageLimits): string {
  if (findings.length === 0) return '';
  const rows = findings.map((one) => {
    const cells = [one.case, one.message, one.expected, one.actual, String(one.exchange ?? '')];
    return `<tr>${cells.map((cell) => `<td>${short(cell, Math.min(text, 200))}</td>`).join('')}</tr>`;
  });
  return `<details class="fold"><summary>${count(findings.length, 'more finding')}</summary><div class="scroll" tabindex="0" role="group" aria-label="More findings"><table>
<tr><th scope="col">Case</th><th scope="col">Finding</th><th scope="col">Expected</th><th scope="col">Seen</th><th scope="col">Exchange</th></tr>
${rows.join('\n')}</table></div></details>
`;
}

function renderFinding(
  finding: ReportFinding,
  picture: string,
  className: string,
  { view, limits }: RowContext,
): string {
  const exchange = view.exchangeOf(finding);
  const name = finding.case === '' ? '' : `<code>${short(finding.case, 120)}</code> `;
  return `<div class="f ${className}"><p class="msg">${short(asSentence(finding.message), limits.text)} ${name}</p>
<div class="two"><div><h4>Expected</h4><p>${short(finding.expected, limits.text)}</p></div><div class="seen"><h4>Seen</h4><p>${short(finding.actual, limits.text)}</p></div></div>
${picture}${exchange && limits.wire > 0 ? renderWire(exchange, view, limits) : ''}</div>
`;
}

/** The request and its answer as they crossed the wire, redacted, behind a fold. */
function renderWire(exchange: Exchange, view: View, { wire }: PageLimits): string {
  const { request, response } = exchange;
  const answer = short(response ? String(response.status) : 'no answer', 20);
  return `<details class="fold"><summary>On the wire: <code>${short(`${request.method} ${request.path}`, 90)}</code> → ${answer} <span class="soft">exchange ${short(String(exchange.seq), 20)}</span></summary>
<h4>Request</h4><pre>${view.report.side === 'server' ? curlText(exchange, wire) : short(requestText(exchange), wire)}</pre><h4>Answer</h4><pre>${short(answerText(exchange), wire)}</pre></details>
`;
}

function requestText({ request }: Exchange): string {
  const { method, path, headers, body } = request;
  return [`${method} ${path}`, ...linesOf(headers), ...(body === undefined ? [] : ['', body])].join('\n');
}

function answerText({ response, failure }: Exchange): string {
  if (!response) return `no answer: ${failure?.kind ?? 'unknown'} (${failure?.message ?? ''})`;
  return [`HTTP ${response.status}`, ...linesOf(response.headers), '', response.body].join('\n').trimEnd();
}

function linesOf(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

/** A command that is cut would be another command, so a long one is not shown at all. */
function curlText(exchange: Exchange, max: number): string {
  const { path, body = '' } = exchange.request;
  const curl = path.length + body.length > max ? undefined : showHidden(curlOf(exchange), '\n');
  return curl === undefined || curl.length > max
    ? escapeHtml(`The request is long: see exchange ${exchange.seq} of evidence.json.`)
    : escapeHtml(curl);
}

/** How to see just this again: the command that judges it, and for a server one request to send by hand. */
export function renderReproduce(one: ViewRow, view: View, { wire }: PageLimits): string {
  const { row } = one;
  const { report } = view;
  const command = `<pre class="copy">${escapeHtml(reproduceCommand(report, row.id))}</pre>`;
  const [finding] = row.findings;
  const exchange = finding ? view.exchangeOf(finding) : view.exampleOf(row.id);
  const curl =
    report.side === 'server' && exchange && wire > 0
      ? `<p>One request by hand, with your token in <code>CLEVER_TOKEN</code>. Ids are stand-ins: put in ids of your own.${report.subject.kind === 'sandbox' ? ' This sandbox had no port: <code>npx clever-conformance sandbox</code> opens one and names it.' : ''}</p>
<pre class="copy">${curlText(exchange, Math.max(wire, 400))}</pre>`
      : '';
  return `<h4>See it again</h4><p>Just this requirement:</p>${command}${curl}`;
}
