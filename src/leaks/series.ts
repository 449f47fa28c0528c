/** A date, a date-time or a number as text: it reveals little alone, so that each occurrence counts. */
export type SeriesKind = 'day' | 'american day' | 'number';

/** Tracks values that reveal little alone in their order under one name. */
export interface SeriesReader {
  /** The key of the series that this value completes, if that is long enough to rule out coincidence. */
  read(name: string, value: string, kind: SeriesKind): string | undefined;
}

/** Minimum weight of a series to rule out coincidence. */
const enough = 4;
const maxSeries = 4;

const day = /^\d{4}-\d{2}-\d{2}(?:[Tt ](?:\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?.{0,12})?$/;
const americanDay = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
const number = /^-?[\d.]+$/;
const longNumber = /^-?\d[\d.]{3,15}$/;

/** The kind of a text, or `undefined`. Asked for every leaf of a run, so that the first characters decide most often. */
export function seriesKind(text: string): SeriesKind | undefined {
  const first = text.charCodeAt(0);
  if (first !== 45 && (first < 48 || first > 57)) return undefined;
  if (text.charCodeAt(4) === 45) return day.test(text) ? 'day' : undefined;
  if (text.charCodeAt(1) === 47 || text.charCodeAt(2) === 47)
    return americanDay.test(text) ? 'american day' : undefined;
  return number.test(text) ? 'number' : undefined;
}

/**
 * Redaction turns dates and years into others, which may equal a different raw value by coincidence: only a series in the
 * same order under the same name is evidence. Equal neighbours count once; dates after `sinceMs` are ignored.
 */
export function createSeriesReader(sinceMs: number): SeriesReader {
  const rows = new Map<string, Weighed[]>();
  return {
    read: (name, value, kind) => {
      const weight = weightOf(value, kind, sinceMs);
      if (weight === 0) return undefined;
      // Bounded for any number of names.
      if (rows.size > 5_000) rows.clear();
      const row = rows.get(name) ?? [];
      rows.set(name, row);
      if (row.at(-1)?.value === value) return undefined;
      row.push({ value, weight });
      if (row.length > maxSeries) row.shift();
      return keyOf(name, row);
    },
  };
}

interface Weighed {
  readonly value: string;
  readonly weight: number;
}

/** Key of the shortest tail of the series with enough weight, unless that just alternates. */
function keyOf(name: string, row: readonly Weighed[]): string | undefined {
  let weight = 0;
  let distinct = 0;
  let key = name;
  for (let at = row.length - 1; at >= 0; at--) {
    const one = row[at] as Weighed;
    weight += one.weight;
    if (!row.some(({ value }, after) => after > at && value === one.value)) distinct++;
    key += `\0${one.value}`;
    if (weight >= enough) return distinct >= Math.min(3, row.length - at) ? key : undefined;
  }
  return undefined;
}

/** 2 for a past date-time, 1 for a past date or a number of at least four digits, else 0. */
function weightOf(text: string, kind: SeriesKind, sinceMs: number): 0 | 1 | 2 {
  if (kind === 'american day') return 1;
  if (kind === 'number') return longNumber.test(text) ? 1 : 0;
  const ms = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
  if (ms >= sinceMs) return 0;
  return /[1-9]/.test(text.slice(11, 23)) ? 2 : 1;
}
