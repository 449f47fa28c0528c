import type { Exchange } from '../exchange.ts';
import type { OutcomeValue } from '../outcome.ts';
import { curlOf } from './curl.ts';
import { cap, count, escapeHtml, showHidden } from './escape.ts';
import type { ReportCase, ReportFinding } from './model.ts';
import { outcomeWords, reproduceCommand, sourceText, type View, type ViewRow } from './view.ts';

/** How much of each thing a row of the page shows, so that the page stays small however much went wrong. */
export interface RowLimits {
  readonly findings: number;
  readonly cases: number;
}

/** Characters of one text of a finding, and of a request as curl. */
const limits = { text: 500, curl: 1500, body: 500 } as const;

const signs: Readonly<Record<OutcomeValue, string>> = {
  passed: '✓',
  failed: '✗',
  cantTell: '?',
  untested: '○',
  inapplicable: '–',
};

/** The class and the sign of a row: a failed row that does not count is a warning. */
export function lookOf({ row, counts }: ViewRow): { className: string; sign: string; word: string } {
  const word = outcomeWords.find(([outcome]) => outcome === row.outcome)?.[1] ?? row.outcome;
  if (row.outcome !== 'failed' || counts) return { className: row.outcome, sign: signs[row.outcome], word };
  return { className: 'warning', sign: '!', word: 'failed, not counted' };
}

/** A text of the catalogue, where backticks mark code. Only for our own texts: those of a server are shown as they are. */
export function renderProse(text: string): string {
  return escapeHtml(text).replace(/`([^`\n]+)`/g, '<code>$1</code>');
}

/** The anchor of a requirement: its id, with a point for the slash. */
export function anchorOf(id: string): string {
  return escapeHtml(id.replace('/', '.'));
}

/** One requirement: a line that opens. What counts against the subject is open from the start. */
export function renderRow(one: ViewRow, view: View, limit: RowLimits): string {
  const { row, requirement } = one;
  const look = lookOf(one);
  const passed = row.cases.filter((item) => item.outcome === 'passed').length;
  const cases = row.cases.length > 1 ? `<small>${passed} of ${row.cases.length} cases</small>` : '';
  const sources = requirement.sources.map(sourceText);
  return `<details class="r ${look.className}" id="${anchorOf(row.id)}"${one.counts ? ' open' : ''}>
<summary><span class="sign" aria-hidden="true">${look.sign}</span><span><span class="claim">${renderProse(requirement.claim.replace(/^[a-z]/, (char) => char.toUpperCase()))}</span>
<small><code>${escapeHtml(row.id)}</code> · ${row.level} · ${escapeHtml(sources[0] ?? '')}</small></span><span class="state">${look.word}${cases}</span></summary>
<div class="in">${row.why ? `<p>${escapeHtml(cap(row.why, limits.text))}</p>` : ''}
${renderFindings(one, view, limit)}<dl>
${renderCases(row.cases, limit)}${term('Why it matters', requirement.harm)}${term('How to fix it', requirement.fix)}${term('How it is provoked', requirement.provokedBy)}${term('Stands in', sources.join('\n'))}${term(`Why ${row.level}`, requirement.levelReason)}${renderDoubts(requirement.doubts)}${
  row.killedMutants === undefined
    ? ''
    : term('Proof', `catches ${count(row.killedMutants, 'broken implementation')}`)
}<dt>Judge it again</dt><dd><pre>${escapeHtml(reproduceCommand(view.report, row.id))}</pre></dd>${renderExample(one, view)}
</dl></div></details>
`;
}

function term(name: string, text: string): string {
  return text === '' ? '' : `<dt>${escapeHtml(name)}</dt><dd>${renderProse(text)}</dd>\n`;
}

function renderDoubts(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const links = ids.map((id) => `<a href="#doubt.${escapeHtml(id)}">${escapeHtml(id)}</a>`);
  return `<dt>Doubts</dt><dd>${links.join(', ')}</dd>\n`;
}

function renderFindings(one: ViewRow, view: View, limit: RowLimits): string {
  const { row } = one;
  const shown = row.findings.slice(0, limit.findings);
  const more = row.findings.length - shown.length + (row.truncated?.findings ?? 0);
  const rest =
    more > 0
      ? `<p class="note">And ${count(more, 'more finding')}, in report.json and evidence.json.</p>\n`
      : '';
  return shown.map((finding) => renderFinding(finding, view, lookOf(one).className)).join('') + rest;
}

function renderFinding(finding: ReportFinding, view: View, className: string): string {
  const exchange = view.exchangeOf(finding);
  const timeline = view.timelineOf(finding);
  const name = finding.case === '' ? '' : `<code>${short(finding.case, 120)}</code> `;
  return `<div class="f ${className}"><p>${name}${short(finding.message)}</p>
<dl><dt>Expected</dt><dd>${short(finding.expected)}</dd><dt>Seen</dt><dd>${short(finding.actual)}</dd>
${timeline === undefined ? '' : `<dt>Timeline</dt><dd><pre>${escapeHtml(timeline.replaceAll(' · ', '\n'))}</pre></dd>`}${exchange ? renderExchange(exchange) : ''}</dl></div>
`;
}

/** Hidden characters are shown before the text is cut: they grow when written out. */
function short(text: string, max: number = limits.text): string {
  return escapeHtml(cap(showHidden(text, '\n'), max));
}

/** Where nothing was found, one request that was sent for the claim, to see the answer with one's own eyes. */
function renderExample({ row }: ViewRow, view: View): string {
  const exchange = row.findings.length === 0 ? view.exampleOf(row.id) : undefined;
  return exchange ? `<dt>One request</dt><dd><pre>${escapeHtml(requestText(exchange))}</pre></dd>` : '';
}

function requestText(exchange: Exchange): string {
  const curl = showHidden(curlOf(exchange), '\n');
  return curl.length > limits.curl
    ? `The request is long: see exchange ${exchange.seq} of evidence.json.`
    : curl;
}

function renderExchange(exchange: Exchange): string {
  const { response, failure } = exchange;
  const wire = ['content-type', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'].flatMap(
    (name) => (response?.headers[name] === undefined ? [] : [`${name}: ${response.headers[name]}`]),
  );
  const answer = response
    ? [`HTTP ${response.status}`, ...wire, '', response.body].join('\n').trimEnd()
    : `no answer: ${failure?.kind ?? 'unknown'} (${failure?.message ?? ''})`;
  return `<dt>Request</dt><dd><pre>${escapeHtml(requestText(exchange))}</pre></dd><dt>Answer</dt><dd><pre>${short(answer, limits.body)}</pre></dd>\n`;
}

function renderCases(cases: readonly ReportCase[], limit: RowLimits): string {
  if (cases.length === 0) return '';
  const ranked = cases.length > limit.cases ? [...cases].sort((a, b) => rank(a) - rank(b)) : cases;
  const items = ranked.slice(0, limit.cases).map((one) => {
    const notes = [...(one.why ? [one.why] : []), ...(one.notes ?? [])].map((text) => short(text, 200));
    const wide = notes.length > 0 ? ' wide' : '';
    const note = notes.length > 0 ? ` <span class="note">${notes.join('; ')}</span>` : '';
    return `<li class="${one.outcome}${wide}" data-sign="${signs[one.outcome]}">${short(one.name, 80)}${note}</li>`;
  });
  const more = cases.length - limit.cases;
  if (more > 0) items.push(`<li class="wide">and ${more} more</li>`);
  return `<dt>Cases</dt><dd><ul class="cases">${items.join('')}</ul></dd>\n`;
}

function rank(one: ReportCase): number {
  return one.outcome === 'failed' ? 0 : one.outcome === 'passed' ? 2 : 1;
}
