/** A date of either notation, in pieces. */
export interface DateText {
  readonly day: Day;
  /** What follows an ISO date, from its `T` on; `''` for a date alone. */
  readonly time: string;
  /** The same notation with another day and what follows it. */
  write(day: Day, time: string): string;
}

export interface Day {
  readonly year: number;
  /** From 1. Both may be out of range: 13/32 is malformed, but still a date. */
  readonly month: number;
  readonly day: number;
}

/** The time part of RFC 3339, of any digits. */
export interface TimeText {
  readonly separator: string;
  readonly hour: string;
  readonly minute: string;
  /** With its colon; `''` if absent. */
  readonly second: string;
  /** With its dot; `''` if absent. */
  readonly fraction: string;
  /** `Z`, `+01:00`, or `''`. */
  readonly zone: string;
}

const iso = /^(\d{4})-(\d{2})-(\d{2})([Tt ].{0,40})?$/s;
/** Month, day, year without padding, as in `dob`. */
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const clock = /^([Tt ])(\d{2}):(\d{2})(:\d{2})?(\.\d{1,12})?([Zz]|[+-]\d{2}:?\d{2})?$/;

/** Reads `YYYY-MM-DD`, alone or with anything after a `T`, and `M/D/YYYY`; `undefined` for other text. */
export function readDate(text: string): DateText | undefined {
  const [, year = '', month = '', day = '', time = ''] = iso.exec(text) ?? [];
  if (year !== '')
    return {
      day: { year: Number(year), month: Number(month), day: Number(day) },
      time,
      write: (one, rest) => `${pad(one.year, 4)}-${pad(one.month, 2)}-${pad(one.day, 2)}${rest}`,
    };
  const parts = american.exec(text);
  if (!parts) return undefined;
  const [, first = '', second = '', last = ''] = parts;
  const width = first.startsWith('0') || second.startsWith('0') ? 2 : 1;
  return {
    day: { year: Number(last), month: Number(first), day: Number(second) },
    time: '',
    write: (one) => `${pad(one.month, width)}/${pad(one.day, width)}/${pad(one.year, 4)}`,
  };
}

/** Reads what follows a date; `undefined` if it is no time. */
export function readTime(text: string): TimeText | undefined {
  const parts = clock.exec(text);
  if (!parts) return undefined;
  const [, separator = '', hour = '', minute = '', second = '', fraction = '', zone = ''] = parts;
  return { separator, hour, minute, second, fraction, zone };
}

export function writeTime({ separator, hour, minute, second, fraction, zone }: TimeText): string {
  return `${separator}${hour}:${minute}${second}${fraction}${zone}`;
}

/** A text in place of what is no time; still none. */
export function notATime(text: string): string {
  return `${text.charAt(0)}«not a time»`;
}

/** A zone tells where a district is, so any but UTC becomes this one, in the same notation. */
export function plainZone(zone: string): string {
  if (!/[1-9]/.test(zone)) return zone;
  return zone.includes(':') ? '+01:00' : '+0100';
}

/** Whether the calendar has such a day. */
export function exists({ year, month, day }: Day): boolean {
  const date = new Date(midnightOf({ year, month, day }));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Milliseconds since the Unix epoch; a day that does not exist counts on, as 30 February is 2 March. */
export function midnightOf({ year, month, day }: Day): number {
  // `Date.UTC` maps years below 100 to the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

export function dayAt(ms: number): Day {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const dayMs = 86_400_000;

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
