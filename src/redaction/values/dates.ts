import type { Keyed } from '../keyed.ts';
import {
  type Day,
  dayAt,
  dayMs,
  exists,
  midnightOf,
  notATime,
  plainZone,
  readDate,
  readTime,
  type TimeText,
  writeTime,
} from './date-text.ts';

/** Replaces dates, each class by its own rule. All preserve the notation and whether the day exists; `undefined`: no date. */
export interface Dates {
  /** A day of a record's own, such as a birthday. All days of one record shift equally, those of two records do not. */
  own(text: string, owner: string): string | undefined;
  /** A public date, such as the start of a term. Lands in another century, so no shift between two of them is a person's. */
  calendar(text: string, owner: string): string | undefined;
  /**
   * A day that has to stay before the run, after it, or in it. All shift equally; a day of the run itself is kept, and so is
   * the time of day.
   */
  due(text: string): string | undefined;
}

/** Personal days come from these hundred years and stay in them: shifted in a circle, a day says nothing of the original. */
const centuryFromMs = Date.UTC(1930, 0, 1);
const centuryMs = Date.UTC(2030, 0, 1) - centuryFromMs;

/** Dates of a run from the first request to the last, in epoch milliseconds. */
export function createDates(keyed: Keyed, startMs: number, endMs: number): Dates {
  const dueShift = 365 + (numberIn(keyed.digest('due dates', ''), 0) % 730);
  return {
    own: (text, owner) => moveDate(text, keyed.digest('dates', owner), 0),
    calendar: (text, owner) => moveDate(text, keyed.digest('calendar', owner), -1),
    due: (text) => moveDue(text, dueShift, startMs, endMs),
  };
}

function moveDate(text: string, digest: string, centuries: number): string | undefined {
  const date = readDate(text);
  if (!date) return undefined;
  const shiftMs = (numberIn(digest, 0) * dayMs) % centuryMs;
  return date.write(moveDay(date.day, shiftMs, centuries), moveTime(date.time, digest));
}

function moveDay(day: Day, shiftMs: number, centuries: number): Day {
  if (!exists(day)) return moveImpossible(day, shiftMs, centuries);
  const fromStart = midnightOf(day) - centuryFromMs;
  const century = Math.floor(fromStart / centuryMs);
  const inCentury = (fromStart - century * centuryMs + shiftMs) % centuryMs;
  let ms = centuryFromMs + (century + centuries) * centuryMs + inCentury;
  while (dayAt(ms).year < 1) ms += centuryMs;
  while (dayAt(ms).year > 9999) ms -= centuryMs;
  return dayAt(ms);
}

/** Out of range in the same place, by a value that says nothing: 13/5/2011 may be a birthday with day and month exchanged. */
function moveImpossible({ year, month, day }: Day, shiftMs: number, centuries: number): Day {
  const moved = moveDay({ year: Math.max(1, year), month: 1, day: 1 }, shiftMs, centuries);
  if (month < 1 || month > 12) return { ...moved, month: month < 1 ? 0 : 13 };
  if (day < 1 || day > 31) return { ...moved, day: day < 1 ? 0 : 32 };
  return { ...moved, month: 2, day: 30 };
}

/** Shifts each part in its own circle; a part that is out of range stays. */
function moveTime(text: string, digest: string): string {
  if (text === '') return '';
  const time = readTime(text);
  if (!time) return notATime(text);
  const turn = (digits: string, size: number, at: number) =>
    Number(digits) < size ? String((Number(digits) + numberIn(digest, at)) % size).padStart(2, '0') : digits;
  const moved: TimeText = {
    separator: time.separator,
    hour: turn(time.hour, 24, 1),
    minute: turn(time.minute, 60, 2),
    second: time.second && `:${turn(time.second.slice(1), 60, 3)}`,
    fraction: time.fraction.replace(/\d/g, (digit, at: number) =>
      String((Number(digit) + Number.parseInt(digest.charAt(40 + at), 16)) % 10),
    ),
    zone: plainZone(time.zone),
  };
  return writeTime(moved);
}

function moveDue(text: string, shift: number, startMs: number, endMs: number): string | undefined {
  const date = readDate(text);
  if (!date) return undefined;
  const time = date.time === '' || readTime(date.time) ? date.time : notATime(date.time);
  const ms = midnightOf(date.day);
  // A due date counts as past by a day, in any zone.
  const direction = ms < startMs - 3 * dayMs ? -1 : ms > endMs + dayMs ? 1 : 0;
  return date.write(moveDueDay(date.day, direction * shift), time);
}

function moveDueDay(day: Day, shift: number): Day {
  if (shift === 0) return day;
  // The calendar repeats after 400 years, so an impossible day stays one.
  if (!exists(day)) return { ...day, year: day.year + (shift < 0 && day.year > 400 ? -400 : 400) };
  const moved = dayAt(midnightOf(day) + shift * dayMs);
  return moved.year < 1 || moved.year > 9999 ? day : moved;
}

/** One of eight numbers in 64 hex digits. */
function numberIn(digest: string, at: number): number {
  return Number.parseInt(digest.slice(at * 8, at * 8 + 8), 16);
}
