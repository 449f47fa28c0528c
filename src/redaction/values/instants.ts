import type { Keyed } from '../keyed.ts';
import {
  type DateText,
  dayAt,
  dayMs,
  exists,
  plainZone,
  readDate,
  readTime,
  writeTime,
} from './date-text.ts';

/**
 * When records and events were created or modified. Each becomes a midnight whose day is its rank among all of them, so that
 * equality and order stay, but neither distance nor time of day.
 */
export interface Instants {
  /** `undefined` for text that is not a known instant. */
  map(text: string): string | undefined;
  /** One digest per day in use, by rank: equal in two shards for equal instants. */
  tags(): readonly string[];
}

/** Collects the instants of a run, before they are ranked. */
export interface InstantCollector {
  add(text: string): void;
  /** The instants of one list that should ascend, in its order. */
  addAscending(texts: readonly string[]): void;
  finish(keyed: Keyed): Instants;
}

/** The day of the first rank: so far back that no real date is mistaken for a rank, nor a rank for a date. */
const firstDayMs = Date.UTC(1000, 0, 1);
const maxRank = Math.floor((Date.UTC(9999, 11, 31) - firstDayMs) / dayMs);

/** A later instant may come first in a list by this much; `events/list-ascends` has the same tolerance. */
const toleranceMs = 1_000;

/** One millisecond that occurs, with the digits below it. */
interface Point {
  readonly ms: number;
  readonly finer: Set<string>;
}

export function createInstantCollector(): InstantCollector {
  const texts = new Set<string>();
  const inversions: (readonly [fromMs: number, toMs: number])[] = [];
  return {
    add: (text) => void texts.add(text),
    addAscending: (list) => {
      let latestMs = Number.NEGATIVE_INFINITY;
      for (const ms of list.map(Date.parse)) {
        if (ms < latestMs && latestMs - ms <= toleranceMs) inversions.push([ms, latestMs]);
        if (ms > latestMs) latestMs = ms;
      }
    },
    finish: (keyed) => rank(texts, joined(inversions), keyed),
  };
}

function rank(
  texts: ReadonlySet<string>,
  kept: readonly (readonly [number, number])[],
  keyed: Keyed,
): Instants {
  const points = new Map<number, Point>();
  for (const text of texts) {
    const read = readInstant(text);
    if (!read) continue;
    const point = points.get(read.ms) ?? { ms: read.ms, finer: new Set() };
    points.set(read.ms, point);
    point.finer.add(read.finer);
  }
  const days: Point[][] = [];
  const places = new Map<number, { readonly rank: number; readonly offsetMs: number }>();
  const ahead = [...kept];
  let until = Number.NEGATIVE_INFINITY;
  for (const point of [...points.values()].sort((a, b) => a.ms - b.ms)) {
    if (point.ms > until) {
      days.push([]);
      while (ahead[0] && ahead[0][1] < point.ms) ahead.shift();
      until = ahead[0] && ahead[0][0] <= point.ms ? ahead[0][1] : Number.NEGATIVE_INFINITY;
    }
    const day = days.at(-1) as Point[];
    day.push(point);
    const fromMs = Math.floor((day[0] as Point).ms / 1_000) * 1_000;
    const offsetMs = point.ms > until ? 0 : Math.min(point.ms - fromMs, dayMs - 1);
    places.set(point.ms, { rank: Math.min(days.length - 1, maxRank), offsetMs });
  }
  return {
    map: (text) => {
      const read = readInstant(text);
      const place = read && places.get(read.ms);
      if (!place) return undefined;
      const finer = (points.get(read.ms)?.finer.size ?? 0) > 1 ? read.finer : '';
      return write(read.date, firstDayMs + place.rank * dayMs, place.offsetMs, finer);
    },
    tags: () =>
      days.map((day) =>
        keyed
          .digest('instants', day.map(({ ms, finer }) => [ms, ...[...finer].sort()].join()).join())
          .slice(0, 16),
      ),
  };
}

/** The day that stands for a rank, in each notation: `1000-01-05`, `1/5/1000`, `01/05/1000`. */
export function spellingsOfRank(rank: number): readonly string[] {
  const day = dayAt(firstDayMs + rank * dayMs);
  return ['1000-01-01', '1/1/1000', '01/01/1000'].map((text) => readDate(text)?.write(day, '') ?? text);
}

interface Instant {
  readonly date: DateText;
  readonly ms: number;
  /** Digits below the millisecond, without trailing zeros. */
  readonly finer: string;
}

const hourMs = 3_600_000;

/** A day that exists, with a time that exists or none; `Date.parse` also takes 30 February and 24:00. */
function readInstant(text: string): Instant | undefined {
  const date = readDate(text);
  if (!date || !exists(date.day)) return undefined;
  const time = date.time === '' ? undefined : readTime(date.time);
  if (date.time !== '' && !(time && time.hour < '24' && time.minute < '60' && time.second < ':60'))
    return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : { date, ms, finer: time?.fraction.slice(4).replace(/0+$/, '') ?? '' };
}

function write(date: DateText, dayStartMs: number, offsetMs: number, finer: string): string {
  const time = date.time === '' ? undefined : readTime(date.time);
  if (!time) return date.write(dayAt(dayStartMs), '');
  const zone = plainZone(time.zone);
  const shown = new Date(dayStartMs + offsetMs + (/[1-9]/.test(zone) ? hourMs : 0)).toISOString();
  const digits = shown.slice(20, 23) + finer;
  return date.write(
    dayAt(dayStartMs),
    writeTime({
      separator: time.separator,
      hour: shown.slice(11, 13),
      minute: shown.slice(14, 16),
      second: time.second && shown.slice(16, 19),
      fraction: time.fraction && `.${digits.padEnd(12, '0').slice(0, time.fraction.length - 1)}`,
      zone,
    }),
  );
}

/** Overlapping intervals made one, in ascending order. */
function joined(intervals: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const whole: [number, number][] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}
