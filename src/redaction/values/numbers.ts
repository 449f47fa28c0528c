import type { Keyed } from '../keyed.ts';
import type { Place } from '../scope.ts';

/**
 * Another number of the same kind: as many digits before and after the point, the same sign, a power of ten of the same
 * direction; 0 stays 0. For one field of one record, and outside of records for the whole run, equal numbers stay equal and
 * different ones different.
 */
export function redactNumber(value: number, place: Place, keyed: Keyed): unknown {
  if (value === 0 || !Number.isFinite(value)) return exact(value);
  const text = String(Math.abs(value));
  const scope = place.owner === '' ? '' : `${place.owner}\0${place.name}`;
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  // Fifteen digits are exact in a double; a permutation of more is not needed to tell numbers apart.
  const isShort = whole !== '' && whole.length + fraction.length <= 15;
  const digest = keyed.digest('number', isShort ? scope : `${scope}\0${text}`);
  const other = isShort ? permuted(whole, fraction, digest) : madeUp(text, digest);
  return Math.sign(value) * Number(other);
}

/** One position of a number with the digits that may stand there. */
interface Position {
  readonly low: bigint;
  readonly size: bigint;
}
const anyDigit: Position = { low: 0n, size: 10n };
const notZero: Position = { low: 1n, size: 9n };
const zero: Position = { low: 0n, size: 1n };

/** A keyed permutation of all numbers with so many digits: neither a leading nor a trailing 0 may change their count. */
function permuted(whole: string, fraction: string, digest: string): string {
  const digits = [...(whole + fraction)];
  const positions = digits.map((digit, at): Position => {
    if (at === 0) return digit === '0' ? zero : notZero;
    return fraction !== '' && at === digits.length - 1 ? notZero : anyDigit;
  });
  const total = positions.reduce((product, { size }) => product * size, 1n);
  const index = positions.reduce(
    (sum, { low, size }, at) => sum * size + BigInt(digits[at] as string) - low,
    0n,
  );
  // The total has no other prime factors than 2, 3 and 5, so a factor of this form loses nothing.
  const factor = BigInt(`0x${digest.slice(0, 16)}`) * 30n + 7n;
  let rest = (index * factor + BigInt(`0x${digest.slice(16, 32)}`)) % total;
  const shown = positions.toReversed().map(({ low, size }) => {
    const digit = (rest % size) + low;
    rest /= size;
    return String(digit);
  });
  const text = shown.toReversed().join('');
  return fraction === '' ? text : `${text.slice(0, whole.length)}.${text.slice(whole.length)}`;
}

/** For more digits than fit, and for powers of ten: as long, by digest. */
function madeUp(text: string, digest: string): string {
  const [, mantissa = '', sign = '', exponent = ''] = /^([\d.]+)(?:e([+-])(\d+))?$/.exec(text) ?? [];
  const seed = String(BigInt(`0x${digest.slice(0, 16)}`)).padStart(20, '1');
  const other = mantissa.replace(/\d/g, (_, at: number) => String((Number(seed.charAt(at % 17)) % 9) + 1));
  // A double of this size has room for little behind the point: 1….5 always stays a fraction.
  if (mantissa.includes('.') && sign === '') return `1${other.slice(1, -1)}5`;
  if (sign === '') return other;
  // 1e21 is the smallest and 1e308 the largest that is written with an exponent, 1e-7 and 1e-308 are for fractions.
  const smallest = sign === '+' ? 21 : 7;
  return `${other}e${sign}${smallest + ((Number(exponent) + Number.parseInt(digest.slice(16, 24), 16)) % (308 - smallest))}`;
}

/** `JSON.rawJSON` of Node 22 and later, missing in TypeScript's library. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** Values that JSON.stringify changes: `1e999` would become null, and -0 would become 0. */
export function exact(value: number): unknown {
  if (value === Number.POSITIVE_INFINITY) return rawJSON('1e999');
  if (value === Number.NEGATIVE_INFINITY) return rawJSON('-1e999');
  return Object.is(value, -0) ? rawJSON('-0') : value;
}
