import type { Exchange } from '../../exchange.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { maxRetries } from '../../traffic/client/waits.ts';
import { count, escapeHtml, showHidden } from '../escape.ts';
import { band, circle, end, hair, lane, segment, tickLabel } from './lane.ts';
import { ticks, withCaption } from './svg.ts';
import { renderTimeline } from './timeline.ts';
import { endText } from './timeline-end.ts';
import { type Mark, type Missed, marksOf, missedOf } from './timeline-marks.ts';
import { seconds } from './times.ts';

/** Requests shown from the beginning, from the end, and of the early or cited ones between. */
const limits = { head: 10, tail: 3, between: 4, request: 25 } as const;

/** Requests that a finding cites, by `seq`. */
export type Cited = ReadonlySet<number>;

/**
 * The requests of a client in a scenario as a figure: a row per request, time to the right, each with a lane of its own as inline
 * SVG, so that labels stand beside the lanes or, on a phone, above them. A band is the required wait, the line in it the actual wait;
 * a request inside its band came too early and is red. Includes the text timeline.
 */
export function renderTimelineSvg(scenario: ScenarioTraffic, cited: Cited = new Set()): string {
  const { runs, origin } = scenario;
  const marks = marksOf(scenario);
  const startMs = runs[0]?.startedAtMs ?? marks[0]?.exchange.request.sentAtMs ?? 0;
  const endMs = runs.at(-1)?.endedAtMs ?? marks.at(-1)?.exchange.request.sentAtMs ?? startMs;
  const shown = choose(marks, cited);
  const missed = missedOf(scenario, cited);
  const lastMs = Math.max(
    endMs,
    missed?.dueMs ?? 0,
    ...shown.map((one) => (one === undefined ? 0 : (one.wait?.untilMs ?? 0))),
  );
  const spanMs = Math.max(1000, lastMs - startMs);
  const x = (ms: number) => (100 * (ms - startMs)) / spanMs;

  const rows: string[] = [];
  let before = '';
  for (const mark of shown) {
    if (mark === undefined) {
      const hidden = marks.length - shown.filter((one) => one !== undefined).length;
      rows.push(row({ name: `… ${count(hidden, 'more request')}`, look: 'soft' }));
    } else {
      if (mark.restarted) rows.push('<p class="cut">restarted</p>');
      const name = nameOf(mark.exchange, origin);
      rows.push(renderRow(mark, { x, startMs, name: name === before ? '″' : name, cited }));
      before = name;
    }
  }
  if (missed) rows.push(renderMissed(missed, x, origin));
  rows.push(renderEnd(scenario, x(endMs), endMs - startMs));
  const caption = captionOf(marks, scenario, endMs - startMs);
  const lanes = `<div class="lanes" role="img" aria-label="${escapeHtml(caption)}">${renderAxis(spanMs)}${rows.join('')}</div>`;
  return withCaption(lanes, caption, renderTimeline(scenario, missed?.after.seq).replaceAll(' · ', '\n'));
}

interface Row {
  /** Seconds since the start. */
  readonly time?: string;
  readonly name: string;
  /** Class of the name. @default '' */
  readonly look?: string;
  readonly shapes?: readonly string[];
  readonly note?: string;
  /** Class of the note. @default '' */
  readonly noteLook?: string;
}

function row({ time = '', name, look = '', shapes = [], note = '', noteLook = '' }: Row): string {
  return `<div class="tr"><span class="t">${time}</span> <code class="${look}">${escapeHtml(name)}</code> ${lane(shapes)}<span class="${`note ${noteLook}`.trim()}">${escapeHtml(note)}</span></div>`;
}

/** `undefined` marks omitted requests. */
function choose(marks: readonly Mark[], cited: Cited): readonly (Mark | undefined)[] {
  if (marks.length <= limits.head + limits.tail + 1) return marks;
  const head = marks.slice(0, limits.head);
  const between = marks
    .slice(limits.head, -limits.tail)
    .filter((one) => cited.has(one.exchange.seq) || one.wait?.kept === 'early')
    .slice(0, limits.between);
  return [...head, ...between, undefined, ...marks.slice(-limits.tail)];
}

interface Place {
  /** Percent of the lane at a time. */
  readonly x: (ms: number) => number;
  readonly startMs: number;
  readonly name: string;
  readonly cited: Cited;
}

function renderRow(mark: Mark, { x, startMs, name, cited }: Place): string {
  const { exchange, wait } = mark;
  const { sentAtMs } = exchange.request;
  const isCited = cited.has(exchange.seq);
  const isBad = wait?.kept === 'early' || mark.retry > maxRetries || isCited;
  const respondedAtMs = exchange.response?.receivedAtMs ?? sentAtMs;
  const isSlow = respondedAtMs - sentAtMs >= 1000;
  return row({
    time: seconds(sentAtMs - startMs),
    name,
    shapes: [
      ...(wait ? band(x(wait.fromMs), x(wait.untilMs)) : []),
      ...(wait ? [segment(x(wait.fromMs), x(sentAtMs), wait.kept === 'early' ? 'taken bad' : 'taken')] : []),
      ...(isSlow ? [segment(x(sentAtMs), x(respondedAtMs), 'slow')] : []),
      circle(x(sentAtMs), 4.5, isBad ? 'bad' : lookOf(exchange)),
      ...(isCited ? [circle(x(sentAtMs), 8, 'ring')] : []),
    ],
    note: noteOf(mark),
    noteLook: isBad ? 'bad' : '',
  });
}

/** A hollow mark where a request was expected, and the wait up to it. */
function renderMissed({ after, dueMs, path }: Missed, x: Place['x'], origin: string): string {
  const { request } = after;
  const wait = dueMs > after.answeredAtMs ? ` after ${seconds(dueMs - after.answeredAtMs)} s` : '';
  return row({
    name: nameOf({ ...after, request: { ...request, path: path ?? request.path } }, origin),
    look: 'soft',
    shapes: [...band(x(after.answeredAtMs), x(dueMs)), circle(x(dueMs), 4.5, 'missed')],
    note: `expected${wait}, never sent`,
    noteLook: 'bad',
  });
}

function noteOf({ exchange, wait, retry }: Mark): string {
  const { response, failure, request } = exchange;
  const status = response
    ? String(response.status)
    : failure?.kind === 'malformed'
      ? 'unreadable'
      : 'no response';
  if (retry > maxRetries) return `${status} · retry ${retry}, maximum ${maxRetries}`;
  if (!wait) return status;
  const taken = seconds(request.sentAtMs - wait.fromMs);
  const asked = seconds(wait.untilMs - wait.fromMs);
  const word = { kept: 'waited', early: 'early,', unsure: 'possibly early,' }[wait.kept];
  return `${status} · ${word} ${taken} of ${asked} s`;
}

function renderEnd({ runs }: ScenarioTraffic, x: number, tookMs: number): string {
  const last = runs.at(-1);
  return row({
    time: seconds(tookMs),
    name: 'end',
    look: 'soft',
    shapes: [end(x)],
    note: !last ? 'never started' : endText(last.claim),
    noteLook: 'soft',
  });
}

/** Behind all lanes. */
function renderAxis(spanMs: number): string {
  const shapes = ticks(spanMs / 1000, 6).flatMap((second) => {
    const x = (100_000 * second) / spanMs;
    return [hair(x), tickLabel(x, `${second} s`)];
  });
  return `<svg class="axis" aria-hidden="true">${shapes.join('')}</svg>`;
}

function captionOf(marks: readonly Mark[], { runs }: ScenarioTraffic, tookMs: number): string {
  const early = marks.filter((one) => one.wait?.kept === 'early').length;
  const waits = marks.filter((one) => one.wait).length;
  const last = runs.at(-1);
  const parts = [
    `${count(marks.length, 'request')} in ${seconds(tookMs)} s`,
    ...(runs.length > 1 ? [count(runs.length, 'start')] : []),
    ...(early > 0 ? [`${early} earlier than documented`] : waits > 0 ? ['all waits were long enough'] : []),
    ...(last ? [endText(last.claim)] : []),
  ];
  const legend = waits > 0 ? ' Band: required wait; line: actual wait.' : '';
  return `${parts.join('; ')}.${legend}`;
}

function lookOf({ response }: Exchange): string {
  if (!response) return 'lost';
  return response.status >= 200 && response.status < 300 ? 'good' : 'refused';
}

/** Method and path. A long path keeps its end, where the cursor is. */
function nameOf({ request }: Pick<Exchange, 'request'>, origin: string): string {
  const path = request.path.replace(/^\/v[\d.]+(?=\/)/, '');
  const whole = showHidden(`${request.method} ${request.origin === origin ? '' : request.origin}${path}`);
  if (whole.length <= limits.request) return whole;
  const query = whole.indexOf('?');
  const head = query > 0 && query < limits.request - 8 ? query + 1 : limits.request - 8;
  return `${whole.slice(0, head)}…${whole.slice(-7)}`;
}
