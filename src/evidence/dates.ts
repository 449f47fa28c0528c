/**
 * Moves past dates by whole days and leaves everything else as it was: the format, the padding, the time of day, and
 * whether the day exists. All past dates of a run move alike, so their order and distances stay.
 */

const iso = /^(\d{4})-(\d{2})-(\d{2})([Tt ].{0,40})?$/s;
/** The time part of RFC 3339; what does not fit is broken, and is replaced by something that is broken too. */
const time = /^[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/;
/** Month, day, year without padding, as `dob` has it. */
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** A number of days between one and three years into the past, out of 64 hex digits. */
export function shiftOf(digest: string): number {
  return -(365 + (Number.parseInt(digest.slice(0, 8), 16) % 730));
}

/** `moveDate` for one run; dates repeat a lot, so each is computed once. */
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
 * The date moved by `shiftDays` (below 0), or `undefined` for text that is in neither of the two formats of the APIs.
 * ISO dates from the day of `untilMs` on stay: a due date tells nothing of a person, and what was in the future has to
 * stay there. Nothing changes its place in the order.
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
  // A day that does not exist goes to one that does not exist either: 28 years back the calendar repeats itself.
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

/** `Date.UTC` takes years below 100 for years of the twentieth century. */
function atMidnight(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
