import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { endText } from '../charts/timeline-end.ts';
import { marksOf } from '../charts/timeline-marks.ts';
import { brief, resetText } from '../charts/times.ts';
import { count, escapeTerminal } from '../escape.ts';

/** Requests shown; the others are counted. */
const maxRequests = 16;
/** Characters of a request. */
const maxPath = 60;

/**
 * The requests of a client in a scenario as a sequence picture for a terminal: what it sends, what the server returns and by which step of the
 * scenario, and the waits between them. Lines without a newline.
 */
export function sequenceLines(scenario: ScenarioTraffic): readonly string[] {
  const marks = marksOf(scenario);
  const lines = ['client                                                             server'];
  let before: ReadExchange | undefined;
  for (const { exchange, restarted } of marks.slice(0, maxRequests)) {
    const waitedMs = before ? exchange.request.sentAtMs - before.answeredAtMs : 0;
    if (restarted) lines.push('  │  (is started again)');
    else if (waitedMs >= 1) lines.push(`  ┊  (waits ${brief(waitedMs)} s)`);
    lines.push(
      arrow(requestText(exchange, scenario.origin), '►'),
      `${arrow(responseText(exchange), '◄')}${exchange.step?.role === undefined ? '' : `  ${escapeTerminal(exchange.step.role)}`}`,
    );
    before = exchange;
  }
  const more = marks.length - maxRequests;
  if (more > 0) lines.push(`  ┊  (${count(more, 'more request')})`);
  const last = scenario.runs.at(-1);
  return last ? [...lines, `  ■  ${endText(last.claim)}`] : lines;
}

function arrow(text: string, head: '►' | '◄'): string {
  const line = `${escapeTerminal(text)} `.padEnd(maxPath, '─');
  return head === '►' ? `  ├─ ${line}►│` : `  │◄ ${line}─┤`;
}

function requestText({ request }: ReadExchange, origin: string): string {
  const path = `${request.origin === origin ? '' : request.origin}${request.path}`;
  const text = `${request.method} ${path}`;
  return text.length < maxPath ? text : `${text.slice(0, maxPath - 10)}…${text.slice(-7)}`;
}

function responseText(exchange: ReadExchange): string {
  const { response, failure, request } = exchange;
  if (!response) return failure?.kind === 'malformed' ? 'unreadable' : 'no response';
  const parts = [
    String(response.status),
    ...(response.status === 429 ? [resetText({ request, response })] : []),
    ...recordsIn(exchange),
    ...(exchange.links.some(({ rel }) => rel === 'next') ? ['next'] : []),
    ...(failure ? ['cut off'] : []),
  ];
  return parts.join(', ');
}

function recordsIn({ json }: ReadExchange): string[] {
  const data = (json as { readonly data?: unknown } | undefined)?.data;
  return Array.isArray(data) ? [count(data.length, 'record')] : [];
}
