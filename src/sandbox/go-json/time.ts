import { quoteGoTime } from './quote.ts';

/** Milliseconds since the Unix epoch, or Go's error text. */
export type GoTime = { readonly epochMs: number } | { readonly error: string };

/** `fits`: the layout matched, but a number in it is out of range. */
type Attempt = GoTime & { readonly fits?: boolean };

/** The parts of Go's reference time used by the layouts below; everything between them is literal. */
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

/** The result of reading a chunk. `bad` and `range` are errors; even then some text may have been consumed. */
interface Reading {
  readonly rest: string;
  readonly number?: number;
  /** Nanoseconds, truncated to milliseconds. */
  readonly millis?: number;
  readonly offsetMinutes?: number;
  readonly bad?: boolean;
  readonly range?: string;
}

const atoi = (text: string): number => (/^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN);

function readDigits(rest: string, pattern: RegExp, name = '', min = 0, max = 99): Reading {
  const taken = pattern.exec(rest)?.[0];
  if (taken === undefined) return { rest, bad: true };
  const number = Number(taken);
  return {
    rest: rest.slice(taken.length),
    number,
    ...(number < min || number > max ? { range: name } : {}),
  };
}

/** Consumes four characters if the first is a digit, whatever the other three are. */
function readYear(rest: string): Reading {
  if (rest.length < 4 || !/^\d/.test(rest)) return { rest, bad: true };
  const number = atoi(rest.slice(0, 4));
  return { rest: rest.slice(4), number, bad: Number.isNaN(number) };
}

/** A point or comma and `length - 1` characters, which may start with a sign. */
function readFraction(rest: string, length: number): Reading {
  if (rest.length < length) return { rest, bad: true };
  const after = rest.slice(length);
  const digits = rest.slice(1, Math.min(length, 10));
  if (!/^[.,]/.test(rest) || Number.isNaN(atoi(digits))) return { rest: after, bad: true };
  if (atoi(digits) < 0) return { rest: after, range: 'fractional second' };
  // A sign takes the place of a digit, so `.+50` is 50 ms.
  return { rest: after, millis: Number(digits.replace(/[+-]/, '0').slice(0, 3).padEnd(3, '0')) };
}

/** Seconds, and a fraction even if the layout has none; Go then accepts missing seconds. */
function readSeconds(rest: string, fractionFollows: boolean): Reading {
  const seconds = readDigits(rest, /^\d\d/, 'second', 0, 59);
  const fraction = /^[.,]\d+/.exec(seconds.rest)?.[0];
  if (fraction === undefined || fractionFollows || seconds.range !== undefined) return seconds;
  return { ...readFraction(seconds.rest, fraction.length), number: seconds.number ?? 0 };
}

/** `Z`, or sign, hours and minutes; neither is range-checked and each may have its own sign. */
function readZone(rest: string, colon: boolean): Reading {
  if (rest.startsWith('Z')) return { rest: rest.slice(1), offsetMinutes: 0 };
  const length = colon ? 6 : 5;
  if (rest.length < length || (colon && rest[3] !== ':')) return { rest, bad: true };
  const minutes = atoi(rest.slice(1, 3)) * 60 + atoi(rest.slice(length - 2, length));
  const bad = Number.isNaN(minutes) || !/^[+-]/.test(rest);
  return { rest: rest.slice(length), offsetMinutes: rest.startsWith('-') ? -minutes : minutes, bad };
}

function readChunk(chunk: string, rest: string, fractionFollows: boolean): Reading {
  if (chunk === '2006') return readYear(rest);
  if (chunk === '01') return readDigits(rest, /^\d\d/, 'month', 1, 12);
  if (chunk === '02') return readDigits(rest, /^\d\d/);
  if (chunk === '15') return readDigits(rest, /^\d\d?/, 'hour', 0, 23);
  if (chunk === '04') return readDigits(rest, /^\d\d/, 'minute', 0, 59);
  if (chunk === '05') return readSeconds(rest, fractionFollows);
  return chunk.startsWith('.') ? readFraction(rest, chunk.length) : readZone(rest, chunk === 'Z07:00');
}

/** The rest after a literal; a space matches any number of spaces, and none at the end. */
function skipLiteral(rest: string, literal: string): Reading {
  let left = rest;
  for (const char of literal) {
    if (char === ' ' && (left === '' || left.startsWith(' '))) left = left.replace(/^ +/, '');
    else if (left.startsWith(char)) left = left.slice(1);
    else return { rest: left, bad: true };
  }
  return { rest: left };
}

function parseLayout(layout: string, parts: readonly Part[], value: string): Attempt {
  const prefix = `parsing time ${quoteGoTime(value)}`;
  const mismatch = (rest: string, chunk: string): Attempt => ({
    error: `${prefix} as "${layout}": cannot parse ${quoteGoTime(rest)} as "${chunk}"`,
  });
  const read: Record<string, number> = {};
  let millis = 0;
  let offsetMinutes = 0;
  let rest = value;
  for (const [index, { literal, chunk }] of parts.entries()) {
    const skipped = skipLiteral(rest, literal);
    if (skipped.bad) return mismatch(skipped.rest, literal);
    rest = skipped.rest;
    if (chunk === '') break;
    const reading = readChunk(chunk, rest, parts[index + 1]?.chunk.startsWith('.') ?? false);
    if (reading.range !== undefined) return { error: `${prefix}: ${reading.range} out of range`, fits: true };
    if (reading.bad) return mismatch(reading.rest, chunk);
    rest = reading.rest;
    if (reading.number !== undefined) read[chunk] = reading.number;
    millis = reading.millis ?? millis;
    offsetMinutes = reading.offsetMinutes ?? offsetMinutes;
  }
  if (rest !== '') return { error: `${prefix}: extra text: ${quoteGoTime(rest)}` };
  const date = new Date(0);
  date.setUTCFullYear(read['2006'] ?? 0, (read['01'] ?? 1) - 1, read['02'] ?? 1);
  if (date.getUTCDate() !== read['02']) return { error: `${prefix}: day out of range`, fits: true };
  date.setUTCHours(read['15'] ?? 0, read['04'] ?? 0, read['05'] ?? 0, millis);
  return { epochMs: date.getTime() - offsetMinutes * 60_000 };
}

/**
 * Parses a date-time like go-openapi's `strfmt`, with the error text of Go's `time.Parse`. The empty string is the Unix
 * epoch. One deviation: `strfmt` reports the error of the last layout, so its versions differ on an impossible day with a
 * time of day; here `day out of range` wins, as LMS Connect documents.
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
