import type { HashSet } from './hash-set.ts';

/** Watches values that say little alone, such as days and years, in the order in which they come under one name. */
export interface SeriesReader {
  /** `true` when this value ends a series that was learned. Reading for learning never says so. */
  read(name: string, value: string): boolean;
}

/** How much a value must weigh, together with those before it, to be told from chance. */
const enough = 4;
const longestSeries = 4;

const day = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?.{0,12})?$/;
const americanDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const number = /^-?\d[\d.]{3,15}$/;

/** Whether a text is a day or an instant, whole days included. */
export function isDate(text: string): boolean {
  return day.test(text) || americanDay.test(text);
}

/**
 * A redaction that moves days or replaces years makes others of the same kind, which may well be somebody else's: only a
 * row of them in the same order, under the same name, is no chance. Equal neighbours count once; what lies after
 * `sinceMs` tells nothing of a past and is passed over.
 */
export function createSeriesReader(known: HashSet, purpose: 'learn' | 'scan', sinceMs: number): SeriesReader {
  const rows = new Map<string, string[]>();
  return {
    read: (name, value) => {
      if (weightOf(value, sinceMs) === 0) return false;
      // Bounded, however many names a text has.
      if (rows.size > 5_000) rows.clear();
      const row = rows.get(name) ?? [];
      rows.set(name, row);
      if (row.at(-1) === value) return false;
      row.push(value);
      if (row.length > longestSeries) row.shift();
      const series = weightyEnd(row, sinceMs);
      if (!series) return false;
      const key = `${name}\0${series.join('\0')}`;
      if (purpose === 'scan') return known.has(key);
      known.add(key);
      return false;
    },
  };
}

/** The shortest end of the row that weighs enough and is not a mere back and forth. */
function weightyEnd(row: readonly string[], sinceMs: number): readonly string[] | undefined {
  let weight = 0;
  for (let at = row.length - 1; at >= 0; at--) {
    weight += weightOf(row[at] ?? '', sinceMs);
    if (weight < enough) continue;
    const series = row.slice(at);
    return new Set(series).size >= Math.min(3, series.length) ? series : undefined;
  }
  return undefined;
}

/** 2 for an instant, 1 for a day or a number of four digits, 0 for what is none of these or does not lie in the past. */
function weightOf(text: string, sinceMs: number): 0 | 1 | 2 {
  const iso = day.exec(text);
  if (iso) {
    if (Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) >= sinceMs) return 0;
    const time = iso[4] ?? '';
    return /[1-9]/.test(time) ? 2 : 1;
  }
  if (americanDay.test(text)) return 1;
  return number.test(text) ? 1 : 0;
}
