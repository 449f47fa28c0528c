import { quoteGoTime } from './go-quote.ts';

/** Milliseconds since the Unix epoch, or Go's text of why the value is not a time. */
export type GoTime = { readonly epochMs: number } | { readonly error: string };

/** `fits`: the layout matched, but a number in it lies outside its range. */
type Attempt = GoTime & { readonly fits?: boolean };

/** The parts of Go's reference time that the layouts below use; what lies between them is literal. */
const chunkPattern = /2006|01|02|15|04|05|\.0+|Z07:?00/g;

/** The layouts that go-openapi's `strfmt.ParseDateTime` tries, in its order; without a zone the time is UTC. */
const layouts = [
  '2006-01-02T15:04:05.000000Z07:00',
  '2006-01-02T15:04:05.000000Z0700',
  '2006-01-02T15:04:05.000Z07:00',
  '2006-01-02T15:04:05.000Z0700',
  '2006-01-02T15:04:05Z07:00',
  '2006-01-02T15:04:05',
  '2006-01-02T15:04Z',
  '2006-01-02T15:04',
  '2006-01-02 15:04:05',
  '2006-01-02',
].map((layout) => ({ layout, parts: split(layout) }));

interface Part {
  readonly literal: string;
  /** `''` after the last literal. */
  readonly chunk: string;
}

function split(layout: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of layout.matchAll(chunkPattern)) {
    parts.push({ literal: layout.slice(from, match.index), chunk: match[0] });
    from = match.index + match[0].length;
  }
  parts.push({ literal: layout.slice(from), chunk: '' });
  return parts;
}

const ranges: Readonly<Record<string, readonly [string, number, number]>> = {
  '01': ['month', 1, 12],
  '15': ['hour', 0, 23],
  '04': ['minute', 0, 59],
  '05': ['second', 0, 59],
};

/** How a chunk reads the front of what is left: text taken, or nothing where it does not fit. */
const shapes: Readonly<Record<string, RegExp>> = {
  '2006': /^\d{4}/,
  '01': /^\d\d/,
  '02': /^\d\d/,
  '15': /^\d\d?/,
  '04': /^\d\d/,
  '05': /^\d\d/,
  'Z07:00': /^(?:Z|[+-]\d\d:\d\d)/,
  Z0700: /^(?:Z|[+-]\d\d\d\d)/,
};

function parseLayout(layout: string, parts: readonly Part[], value: string): Attempt {
  const prefix = `parsing time ${quoteGoTime(value)}`;
  const read: Record<string, number> = {};
  let fraction = '';
  let zone = 'Z';
  let rest = value;
  const mismatch = (chunk: string): Attempt => ({
    error: `${prefix} as "${layout}": cannot parse ${quoteGoTime(rest)} as "${chunk}"`,
  });
  for (const { literal, chunk } of parts) {
    for (const char of literal) {
      if (!rest.startsWith(char)) return mismatch(literal);
      rest = rest.slice(1);
    }
    if (chunk === '') break;
    const shape = shapes[chunk] ?? new RegExp(`^\\.\\d{${chunk.length - 1}}`);
    const taken = shape.exec(rest)?.[0];
    if (taken === undefined) return mismatch(chunk);
    rest = rest.slice(taken.length);
    if (chunk.startsWith('.')) fraction = taken;
    else if (chunk.startsWith('Z')) {
      zone = taken;
      const wrong = zoneFault(zone);
      if (wrong !== undefined)
        return { error: `${prefix}: time zone offset ${wrong} out of range`, fits: true };
    } else {
      const number = Number(taken);
      read[chunk] = number;
      const [name, least, most] = ranges[chunk] ?? ['', number, number];
      if (number < least || number > most) return { error: `${prefix}: ${name} out of range`, fits: true };
    }
    // Go reads a fraction behind the seconds even where the layout has none.
    if (chunk === '05' && !layout.includes('.')) {
      fraction = /^[.,]\d+/.exec(rest)?.[0] ?? '';
      rest = rest.slice(fraction.length);
    }
  }
  if (rest !== '') return { error: `${prefix}: extra text: ${quoteGoTime(rest)}` };
  const {
    '2006': year = 0,
    '01': month = 1,
    '02': day = 1,
    '15': hour = 0,
    '04': minute = 0,
    '05': second = 0,
  } = read;
  const millis = Math.trunc(Number(`0.${fraction.slice(1) || '0'}`) * 1000);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return { error: `${prefix}: day out of range`, fits: true };
  date.setUTCHours(hour, minute, second, millis);
  return { epochMs: date.getTime() - offsetMs(zone) };
}

/** Go allows offsets up to and with 24 hours and 60 minutes. */
function zoneFault(zone: string): 'hour' | 'minute' | undefined {
  if (zone === 'Z') return undefined;
  if (Number(zone.slice(1, 3)) > 24) return 'hour';
  return Number(zone.slice(-2)) > 60 ? 'minute' : undefined;
}

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/**
 * A date-time as go-openapi's `strfmt` reads it, with the error text of Go's `time.Parse`. The empty string is the Unix
 * epoch, as there. One deviation: `strfmt` reports whichever layout it tried last, so its versions differ on an
 * impossible day with a time of day; here `day out of range` wins, which is what LMS Connect documents.
 */
export function parseGoDateTime(text: string): GoTime {
  if (text === '') return { epochMs: 0 };
  // Go works on bytes.
  const value = Buffer.from(text).toString('latin1');
  let last: Attempt = { error: '' };
  for (const { layout, parts } of layouts) {
    const attempt = parseLayout(layout, parts, value);
    if ('epochMs' in attempt) return attempt;
    if (!('fits' in last)) last = attempt;
  }
  return { error: 'error' in last ? last.error : '' };
}
