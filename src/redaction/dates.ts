/**
 * Shifts past dates by whole days and preserves everything else: format, padding, time of day, and whether the day exists.
 * All past dates of a run shift equally, so their order and distances stay.
 */

const iso = /^(\d{4})-(\d{2})-(\d{2})([Tt ].{0,40})?$/s;
/** The time part of RFC 3339; an invalid time is replaced by another invalid one. */
const time = /^[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/;
/** Month, day, year without padding, as in `dob`. */
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A number of days between one and three years into the past, derived from 64 hex digits. */
export function shiftOf(digest: string): number {
  return -(365 + (Number.parseInt(digest.slice(0, 8), 16) % 730));
}

/** Memoised `moveDate` for one run; dates repeat often. */
export function dateMover(shiftDays: number, untilMs: number): (text: string) => string | undefined {
  const moved = new Map<string, string | undefined>();
  return (text) => {
    if (moved.has(text)) return moved.get(text);
    const result = moveDate(text, shiftDays, untilMs);
    moved.set(text, result);
    return result;
  };
}

/**
 * The date shifted by `shiftDays` (negative), or `undefined` for text in neither of the APIs' two formats. ISO dates from
 * the day of `untilMs` on stay, because due dates are not personal and must stay in the future. The order is preserved.
 */
export function moveDate(text: string, shiftDays: number, untilMs: number): string | undefined {
  const isoParts = iso.exec(text);
  if (isoParts) {
    const [, year = '', month = '', day = '', rest = ''] = isoParts;
    const clock = rest === '' || time.test(rest) ? rest : `${rest.charAt(0)}«not a time»`;
    const isAhead = atMidnight(Number(year), Number(month), Number(day)) > untilMs - 86_400_000;
    const moved = moveDay(Number(year), Number(month), Number(day), isAhead ? 0 : shiftDays);
    return `${pad(moved.year, 4)}-${pad(moved.month, 2)}-${pad(moved.day, 2)}${clock}`;
  }
  const parts = american.exec(text);
  if (!parts) return undefined;
  const [, month = '', day = '', year = ''] = parts;
  const width = month.startsWith('0') || day.startsWith('0') ? 2 : 1;
  const moved = moveDay(Number(year), Number(month), Number(day), shiftDays);
  return `${pad(moved.month, width)}/${pad(moved.day, width)}/${pad(moved.year, 4)}`;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function moveDay(year: number, month: number, day: number, shiftDays: number): Day {
  const moved = new Date(atMidnight(year, month, day) + shiftDays * 86_400_000);
  // A nonexistent day becomes another one: 28 years earlier the calendar repeats.
  if (!exists(year, month, day) || moved.getUTCFullYear() < 1) {
    const back = year > 128 ? year - 28 : year + 28;
    return exists(back, month, day) ? { year: year + 400, month, day } : { year: back, month, day };
  }
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(atMidnight(year, month, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `Date.UTC` maps years below 100 to the twentieth century. */
function atMidnight(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
