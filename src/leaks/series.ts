/** Tracks values that reveal little alone, such as dates and years, in their order under one name. */
export interface SeriesReader {
  /** The key of the series that this value completes, if that is long enough to rule out coincidence. */
  read(name: string, value: string): string | undefined;
}

/** Minimum weight of a series to rule out coincidence. */
const enough = 4;
const maxSeries = 4;

const day = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?.{0,12})?$/;
const americanDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const number = /^-?\d[\d.]{3,15}$/;

/** Whether each occurrence of a text can count, as a date or a number. */
export function countsInSeries(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 45 || (first >= 48 && first <= 57)) && (isDate(text) || /^-?[\d.]+$/.test(text));
}

/** Whether a text is a date or date-time. */
export function isDate(text: string): boolean {
  return day.test(text) || americanDay.test(text);
}

/**
 * Redaction turns dates and years into others, which may equal a different raw value by coincidence: only a series in the
 * same order under the same name is evidence. Equal neighbours count once; dates after `sinceMs` are ignored.
 */
export function createSeriesReader(sinceMs: number): SeriesReader {
  const rows = new Map<string, Weighed[]>();
  return {
    read: (name, value) => {
      const weight = weightOf(value, sinceMs);
      if (weight === 0) return undefined;
      // Bounded for any number of names.
      if (rows.size > 5_000) rows.clear();
      const row = rows.get(name) ?? [];
      rows.set(name, row);
      if (row.at(-1)?.value === value) return undefined;
      row.push({ value, weight });
      if (row.length > maxSeries) row.shift();
      const series = weightyEnd(row);
      return series && `${name}\0${series.join('\0')}`;
    },
  };
}

interface Weighed {
  readonly value: string;
  readonly weight: number;
}

/** The shortest tail of the series with enough weight that does not just alternate. */
function weightyEnd(row: readonly Weighed[]): readonly string[] | undefined {
  let weight = 0;
  for (let at = row.length - 1; at >= 0; at--) {
    weight += row[at]?.weight ?? 0;
    if (weight < enough) continue;
    const series = row.slice(at).map((one) => one.value);
    return new Set(series).size >= Math.min(3, series.length) ? series : undefined;
  }
  return undefined;
}

/** 2 for a past date-time, 1 for a past date or a four-digit number, else 0. */
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
