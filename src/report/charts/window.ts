import { readRateLimit } from '../../traffic/rate-limit/responses.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { count } from '../escape.ts';
import { at, dot, line, polyline, rect, renderFigure, svgText, ticks } from './svg.ts';

const frame = { width: 770, left: 56, right: 756, top: 42, height: 120 } as const;
/** Above `all` requests, only those at the beginning, at the end, and around refusals and findings are shown. */
const cut = { all: 36, head: 5, tail: 6, around: 2, matters: 6 } as const;
/** Windows with a written Reset. */
const maxWindows = 12;

/** The rate limit in one response. */
interface Reading {
  readonly remaining: number | undefined;
  readonly resetS: number | undefined;
  readonly refused: boolean;
  readonly cited: boolean;
}

/** A reading with its position, in requests from the left. */
interface Placed extends Reading {
  readonly place: number;
}

/** Whether at least four responses have a Remaining value. */
export function isWindow(exchanges: readonly ReadExchange[]): boolean {
  return exchanges.filter((one) => readRateLimit(one)?.rateLimit.remaining !== undefined).length >= 4;
}

/**
 * A rate-limit window: requests from left to right in sending order, as high as Remaining; below, the Reset of each response,
 * so that a moving Reset is visible. `cited` are the requests that a finding cites.
 */
export function renderWindow(exchanges: readonly ReadExchange[], cited: ReadonlySet<number>): string {
  const readings = exchanges.map((one) => readingOf(one, cited));
  const { shown, gaps, places } = choose(readings);
  const known = shown.flatMap((one) => one.remaining ?? []);
  const max = Math.max(1, ...known);
  const min = gaps.length > 0 ? 0 : Math.min(max - 1, ...known);
  const base = frame.top + frame.height;
  const x = (place: number) => frame.left + (place * (frame.right - frame.left)) / Math.max(1, places - 1);
  const y = (remaining: number) => base - (frame.height * (remaining - min)) / (max - min);
  return renderFigure({
    width: frame.width,
    height: base + 64,
    shapes: [
      ...axis(min, max, y),
      ...gaps.map(({ place, left }) =>
        svgText(x(place), frame.top - 9, `… ${left} more …`, 'soft', 'middle'),
      ),
      ...lines(shown, x, y),
      ...shown.flatMap((one) => renderMark(one, x, y, base)),
      ...windows(shown, x, base),
    ],
    caption: captionOf(readings),
    text: textOf(readings),
  });
}

/** Width of a gap, in requests. */
const gapWidth = 5;

/** The requests to show; long uniform stretches become gaps. */
function choose(readings: readonly Reading[]): {
  readonly shown: readonly Placed[];
  readonly gaps: readonly { readonly place: number; readonly left: number }[];
  readonly places: number;
} {
  const kept = new Set<number>();
  const keep = (from: number, to: number) => {
    for (let at = Math.max(0, from); at <= to && at < readings.length; at++) kept.add(at);
  };
  if (readings.length <= cut.all) keep(0, readings.length);
  else {
    keep(0, cut.head - 1);
    keep(readings.length - cut.tail, readings.length);
    const matters = readings.flatMap((one, at) =>
      one.cited || (one.refused && !readings[at - 1]?.refused) ? [at] : [],
    );
    for (const at of matters.slice(0, cut.matters)) keep(at - cut.around, at + cut.around);
  }
  const shown: Placed[] = [];
  const gaps: { place: number; left: number }[] = [];
  let place = 0;
  let before = -1;
  for (const at of [...kept].sort((a, b) => a - b)) {
    if (at > before + 1) {
      gaps.push({ place: place + gapWidth / 2 - 0.5, left: at - before - 1 });
      place += gapWidth;
    }
    shown.push({ ...(readings[at] as Reading), place });
    place++;
    before = at;
  }
  return { shown, gaps, places: place };
}

function renderMark(
  { cited, refused, remaining, place }: Placed,
  x: (place: number) => number,
  y: (remaining: number) => number,
  base: number,
): string[] {
  const look = cited ? 'bad' : 'soft';
  if (refused)
    return [
      cross(x(place), base - 5, cited ? 'refusal bad' : 'refusal'),
      svgText(x(place), base - 16, '429', look, 'middle'),
    ];
  if (remaining === undefined) return [svgText(x(place), base - 5, '?', look, 'middle')];
  return [
    dot(x(place), y(remaining), cited ? 5 : 3.5, cited ? 'bad' : 'good'),
    svgText(x(place), y(remaining) - 9, String(remaining), look, 'middle'),
  ];
}

function cross(x: number, y: number, name: string): string {
  return `<path class="${name}" d="M${at(x - 4)} ${at(y - 4)}l8 8m0 -8l-8 8"/>`;
}

function axis(min: number, max: number, y: (remaining: number) => number): string[] {
  const marks = ticks(max - min, 4)
    .map((one) => Math.round(one) + min)
    .filter((one, place, all) => all.indexOf(one) === place);
  return [
    svgText(0, 12, 'Remaining', 'soft'),
    ...marks.flatMap((one) => [
      line(frame.left, y(one), frame.right, y(one), 'hair'),
      svgText(frame.left - 10, y(one) + 4, String(one), 'soft', 'end'),
    ]),
  ];
}

/** A line for each stretch in which Remaining does not increase; it breaks where a new window begins. */
function lines(
  shown: readonly Placed[],
  x: (place: number) => number,
  y: (remaining: number) => number,
): string[] {
  const stretches: (readonly [number, number])[][] = [[]];
  let before = Number.POSITIVE_INFINITY;
  for (const { remaining, refused, place } of shown) {
    if (remaining === undefined || refused) continue;
    if (remaining > before) stretches.push([]);
    stretches.at(-1)?.push([x(place), y(remaining)]);
    before = remaining;
  }
  return stretches.filter((one) => one.length > 1).map((one) => polyline(one, 'fall'));
}

/** The Reset of each response: a bar for each stretch with the same value. */
function windows(readings: readonly Placed[], x: (place: number) => number, base: number): string[] {
  const stretches: { readonly from: number; to: number; readonly resetS: number }[] = [];
  for (const { resetS, place } of readings) {
    const last = stretches.at(-1);
    if (resetS === undefined) continue;
    if (last?.resetS === resetS) last.to = place;
    else stretches.push({ from: place, to: place, resetS });
  }
  const shown = stretches.slice(0, maxWindows);
  return [
    svgText(frame.left - 12, base + 32, 'Reset', 'soft', 'end'),
    ...shown.flatMap(({ from, to, resetS }, nth) => {
      const left = Math.max(frame.left, x(from) - 4);
      const width = Math.max(8, Math.min(frame.right, x(to) + 4) - left);
      const anchor = left > frame.right - 80 ? 'end' : 'start';
      const place = anchor === 'end' ? frame.right : left;
      const level = nth % 2 === 0 ? 0 : 14;
      return [
        rect(left, base + 22, width, 12, nth % 2 === 0 ? 'span' : 'span other'),
        svgText(place, base + 46 + (shown.length > 2 ? level : 0), timeOfDay(resetS), 'soft', anchor),
      ];
    }),
  ];
}

function captionOf(readings: readonly Reading[]): string {
  const refused = readings.filter((one) => one.refused).length;
  const known = readings.flatMap((one) => one.remaining ?? []);
  const resets = new Set(readings.flatMap((one) => one.resetS ?? [])).size;
  const bad = readings.filter((one) => one.cited).length;
  const parts = [
    count(readings.length, 'request'),
    ...(known.length > 0 ? [`Remaining between ${Math.min(...known)} and ${Math.max(...known)}`] : []),
    ...(refused > 0 ? [`${refused} rejected with 429`] : []),
    count(resets, 'Reset', 'different Resets'),
    ...(bad > 0 ? [`${count(bad, 'request')} cited by a finding, in red`] : []),
  ];
  return `${parts.join('; ')}. Requests from left to right in sending order.`;
}

function textOf(readings: readonly Reading[]): string {
  const rows = readings.map(({ cited, remaining, resetS, refused }, place) =>
    [
      `request ${place + 1}:`,
      refused ? '429' : `Remaining ${remaining ?? '?'}`,
      resetS === undefined ? '' : `Reset ${timeOfDay(resetS)}`,
      cited ? '◄ finding' : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
  const left = rows.length - 30;
  return left > 1 ? [...rows.slice(0, 20), `… ${left} more`, ...rows.slice(-10)].join('\n') : rows.join('\n');
}

function readingOf(exchange: ReadExchange, cited: ReadonlySet<number>): Reading {
  const rateLimit = readRateLimit(exchange)?.rateLimit;
  return {
    remaining: rateLimit?.remaining,
    resetS: rateLimit?.resetEpochS,
    refused: exchange.status === 429,
    cited: cited.has(exchange.seq),
  };
}

/** `12:01:00`; an implausible time is shown unchanged. */
function timeOfDay(epochS: number): string {
  return epochS < 1e11 ? new Date(epochS * 1000).toISOString().slice(11, 19) : String(epochS);
}
