import type { Exchange } from '../../exchange.ts';

import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { maxRetries } from '../../traffic/client/waits.ts';
import { count, showHidden } from '../escape.ts';
import { at, dot, line, rect, renderFigure, svgText, ticks } from './svg.ts';
import { renderTimeline } from './timeline.ts';
import { endText } from './timeline-end.ts';
import { type Mark, type Missed, marksOf, missedOf } from './timeline-marks.ts';

/** Requests shown from the beginning, from the end, and of the early or cited ones between. */
const limits = { head: 10, tail: 3, between: 4, request: 25 } as const;
const frame = { width: 770, left: 250, right: 550, top: 30, row: 24, time: 50, name: 62, note: 562 } as const;

/** Requests that a finding cites, by `seq`. */
export type Cited = ReadonlySet<number>;

/**
 * The requests of a client in a scenario, as an inline SVG figure: a row per request, time to the right. A band is the
 * required wait, the line in it the actual wait; a request inside its band came too early and is red. Includes the text timeline.
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
  const x = (ms: number) => frame.left + ((frame.right - frame.left) * (ms - startMs)) / spanMs;

  const rows: string[] = [];
  let y = frame.top;
  let hidden = 0;
  let before = '';
  for (const mark of shown) {
    if (mark === undefined) {
      hidden = marks.length - shown.filter((one) => one !== undefined).length;
      rows.push(svgText(frame.name, y + 16, `… ${count(hidden, 'more request')}`, 'soft'));
    } else {
      if (mark.restarted)
        rows.push(line(0, y, frame.width, y, 'cut'), svgText(frame.note, y - 4, 'restarted', 'soft'));
      const name = nameOf(mark.exchange, origin);
      rows.push(renderRow(mark, { y, x, startMs, name: name === before ? '″' : name, cited }));
      before = name;
    }
    y += frame.row;
  }
  if (missed) {
    rows.push(renderMissed(missed, y, x, scenario.origin));
    y += frame.row;
  }
  rows.push(renderEnd(scenario, y, x(endMs), endMs - startMs));
  return renderFigure({
    width: frame.width,
    height: y + frame.row + 6,
    shapes: [...renderAxis(spanMs, y + frame.row), ...rows],
    caption: captionOf(marks, scenario, endMs - startMs),
    text: renderTimeline(scenario, missed?.after.seq).replaceAll(' · ', '\n'),
  });
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
  readonly y: number;
  readonly x: (ms: number) => number;
  readonly startMs: number;
  readonly name: string;
  readonly cited: Cited;
}

function renderRow(mark: Mark, { y, x, startMs, name, cited }: Place): string {
  const { exchange, wait } = mark;
  const { sentAtMs } = exchange.request;
  const middle = y + frame.row / 2;
  const isCited = cited.has(exchange.seq);
  const isBad = wait?.kept === 'early' || mark.retry > maxRetries || isCited;
  const shapes = [
    line(frame.left, y + frame.row, frame.right, y + frame.row, 'hair'),
    svgText(frame.time, middle + 4, seconds(sentAtMs - startMs), 'mono soft', 'end'),
    svgText(frame.name, middle + 4, name, 'mono'),
  ];
  if (wait) {
    shapes.push(
      rect(x(wait.fromMs), y + 4, x(wait.untilMs) - x(wait.fromMs), frame.row - 8, 'band'),
      line(x(wait.untilMs), y + 4, x(wait.untilMs), y + frame.row - 4, 'due'),
      line(x(wait.fromMs), middle, x(sentAtMs), middle, wait.kept === 'early' ? 'taken bad' : 'taken'),
    );
  }
  const respondedAtMs = exchange.response?.receivedAtMs ?? sentAtMs;
  if (respondedAtMs - sentAtMs >= 1000)
    shapes.push(line(x(sentAtMs), middle, x(respondedAtMs), middle, 'slow'));
  shapes.push(dot(x(sentAtMs), middle, 4.5, isBad ? 'bad' : lookOf(exchange)));
  if (isCited) shapes.push(dot(x(sentAtMs), middle, 8, 'ring'));
  shapes.push(svgText(frame.note, middle + 4, noteOf(mark), isBad ? 'bad' : ''));
  return shapes.join('');
}

/** A hollow mark where a request was expected, and the wait up to it. */
function renderMissed({ after, dueMs, path }: Missed, y: number, x: Place['x'], origin: string): string {
  const middle = y + frame.row / 2;
  const { request } = after;
  const name = nameOf({ ...after, request: { ...request, path: path ?? request.path } }, origin);
  const wait = dueMs > after.answeredAtMs ? ` after ${seconds(dueMs - after.answeredAtMs)} s` : '';
  return [
    line(frame.left, y + frame.row, frame.right, y + frame.row, 'hair'),
    svgText(frame.name, middle + 4, name, 'mono soft'),
    rect(x(after.answeredAtMs), y + 4, x(dueMs) - x(after.answeredAtMs), frame.row - 8, 'band'),
    line(x(dueMs), y + 4, x(dueMs), y + frame.row - 4, 'due'),
    dot(x(dueMs), middle, 4.5, 'missed'),
    svgText(frame.note, middle + 4, `expected${wait}, never sent`, 'bad'),
  ].join('');
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

function renderEnd({ runs }: ScenarioTraffic, y: number, x: number, tookMs: number): string {
  const last = runs.at(-1);
  const middle = y + frame.row / 2;
  const ending = !last ? 'never started' : endText(last.claim);
  return [
    svgText(frame.time, middle + 4, seconds(tookMs), 'mono soft', 'end'),
    svgText(frame.name, middle + 4, 'end', 'soft'),
    svgText(frame.note, middle + 4, ending, 'soft'),
    `<path class="end" d="M${at(x - 4.5)} ${at(middle - 4.5)}h9v9h-9z"/>`,
  ].join('');
}

function renderAxis(spanMs: number, bottom: number): string[] {
  return ticks(spanMs / 1000, 6).flatMap((second) => {
    const x = frame.left + ((frame.right - frame.left) * second * 1000) / spanMs;
    return [
      line(x, frame.top - 6, x, bottom, 'hair'),
      svgText(x, frame.top - 12, `${second} s`, 'soft', 'middle'),
    ];
  });
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

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
