import type { FieldModel } from '../../openapi/model-types.ts';
import { isIdLike } from './ids.ts';
import type { Scope } from './scope.ts';

/** Redacts a string, number, boolean or null: same type, same emptiness, same validity. */
export function redactLeaf(value: unknown, field: FieldModel | undefined, scope: Scope): unknown {
  if (typeof value === 'string') return redactString(value, field, scope);
  if (typeof value !== 'number') return value;
  if (field?.redact === 'drop') return 0;
  return field?.redact === 'keep' ? exact(value) : redactNumber(value, scope);
}

function redactString(value: string, field: FieldModel | undefined, scope: Scope): string {
  if (value.trim() === '') return value;
  const seen = scope.tokens.foundIn(value);
  if (seen !== '') return seen;
  const { keyed, ids } = scope;
  switch (field?.redact) {
    case 'keep':
      return keepString(value, field, scope);
    case 'id':
      return ids.map(value);
    case 'date':
      return redactDate(value, scope);
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(value)
        ? `user-${keyed.tag('email', value)}@example.invalid`
        : `not-an-email-${keyed.tag('email', value)}`;
    case 'url': {
      const scheme = URL.canParse(value) ? (/^https?:/i.exec(value)?.[0] ?? 'x-scheme:') : '';
      return scheme === ''
        ? `not-a-url-${keyed.tag('url', value)}`
        : `${scheme}//url-${keyed.tag('url', value)}.invalid/`;
    }
    case 'drop':
      return '';
    case 'number':
      // `graduation_year` is a number in a string.
      if (/^(?:0|-?[1-9]\d{0,14})$/.test(value)) return String(redactNumber(Number(value), scope));
      return alikeIn(value, field.pattern ?? '', scope);
    case 'name':
    case 'text': {
      if (field.pattern !== undefined) return alikeIn(value, field.pattern, scope);
      if (field.enum?.includes(value)) return value;
      return `${field.redact === 'name' ? 'name' : 'text'}-${keyed.tag('text', value)}`;
    }
    default:
      return redactUnknown(value, scope);
  }
}

/** Kept if it is an enum value or matches the pattern; otherwise replaced by a marker. */
function keepString(value: string, field: FieldModel, scope: Scope): string {
  if (field.enum)
    return field.enum.includes(value) ? value : `«not in enum ${scope.keyed.tag('enum', value)}»`;
  if (field.pattern !== undefined && fits(value, field.pattern) && value.length <= 40) return value;
  if (field.format === 'date-time' || field.format === 'date-or-date-time') return redactDate(value, scope);
  // Without an enum or pattern, the value may be personal.
  return field.pattern === undefined
    ? `text-${scope.keyed.tag('text', value)}`
    : `«not in pattern ${scope.keyed.tag('pattern', value)}»`;
}

/** A string of an undocumented field: ids, addresses and dates keep their kind. */
export function redactUnknown(value: string, scope: Scope): string {
  const { ids, keyed } = scope;
  if (ids.has(value) || isIdLike(value)) return ids.map(value);
  const moved = scope.moveDate(value);
  if (moved !== undefined) return moved;
  return value.includes('@')
    ? `user-${keyed.tag('email', value)}@example.invalid`
    : `text-${keyed.tag('text', value)}`;
}

/** Replaces every digit and letter by another, provided that the text still matches, or still violates, the pattern. */
function alikeIn(value: string, pattern: string, scope: Scope): string {
  const wanted = fits(value, pattern);
  for (let attempt = 0; attempt < 8; attempt++) {
    const filler = alike(value, `${pattern}#${attempt}`, scope);
    if (filler !== value && fits(filler, pattern) === wanted) return filler;
  }
  return `«${wanted ? '' : 'not '}in pattern ${scope.keyed.tag('pattern', value)}»`;
}

function alike(value: string, purpose: string, scope: Scope): string {
  const digest = scope.keyed.digest(purpose, value);
  let at = 0;
  return value.slice(0, 64).replace(/[0-9A-Za-z]/g, (char) => {
    const number = Number.parseInt(digest.charAt(at % 64), 16) + at++;
    if (char <= '9') return String(number % 10);
    return String.fromCharCode((char <= 'Z' ? 65 : 97) + (number % 26));
  });
}

/** A shifted date; other text gets a marker that is equal for equal text. */
export function redactDate(value: string, scope: Scope): string {
  return value === '' ? '' : (scope.moveDate(value) ?? `not-a-date-${scope.keyed.tag('date', value)}`);
}

function fits(value: string, pattern: string): boolean {
  return value.length <= 200 && new RegExp(pattern).test(value);
}

/**
 * Another number of the same kind: as many digits before and after the point, the same sign, 0 stays 0. Fillers preserve
 * equality and inequality.
 */
export function redactNumber(value: number, scope: Scope): unknown {
  if (value === 0 || !Number.isFinite(value)) return exact(value);
  const text = String(value);
  const known = scope.numbers.fillers.get(text);
  if (known !== undefined) return Number(known);
  const shape = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  // 1e21 and above, 1e-7 and below: not plausible as personal data.
  if (!shape) return value;
  const [, sign = '', whole = '', fraction = ''] = shape;
  const { taken } = scope.numbers;
  const digest = scope.keyed.digest('number', text);
  let filler = '';
  for (let attempt = 0; attempt < 2_000; attempt++) {
    filler = sign + otherDigits(whole, fraction, digest, attempt);
    if (String(Number(filler)) === filler && !taken.has(filler)) break;
  }
  scope.numbers.fillers.set(text, filler);
  taken.add(filler);
  return Number(filler);
}

function otherDigits(whole: string, fraction: string, digest: string, attempt: number): string {
  // Fifteen digits are exact in a double; longer numbers keep trailing zeros.
  const length = Math.min(15, whole.length + fraction.length);
  const isInteger = fraction === '';
  const low = whole === '0' ? 0 : 10 ** (length - 1);
  const size = (whole === '0' ? 10 ** Math.min(length, fraction.length) : 9 * low) || 9;
  const number = low + ((Number.parseInt(digest.slice(0, 12), 16) + attempt) % size);
  const digits = String(number).padStart(length, '0');
  if (isInteger) return digits.padEnd(whole.length, '0');
  return `${whole === '0' ? '0' : digits.slice(0, whole.length)}.${digits.slice(whole === '0' ? 1 : whole.length) || '1'}`;
}

/** `JSON.rawJSON` of Node 22 and later, missing in TypeScript's library. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** Values that JSON.stringify changes: `1e999` would become null, and -0 would become 0. */
function exact(value: number): unknown {
  if (value === Number.POSITIVE_INFINITY) return rawJSON('1e999');
  if (value === Number.NEGATIVE_INFINITY) return rawJSON('-1e999');
  return Object.is(value, -0) ? rawJSON('-0') : value;
}
