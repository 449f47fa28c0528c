import type { FieldModel } from '../model.ts';
import { shorten } from './material.ts';

/** What is wrong with a value of a validated field, or what is tolerated in it. */
export type ValueVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'tolerated'; readonly note: string }
  | { readonly kind: 'wrong'; readonly expected: string; readonly actual: string };

const fine: ValueVerdict = { kind: 'fine' };

/**
 * Judges one value of a validated field: type, list, form. Null and absence are the guarantee's matter, so they are fine
 * here; so is an empty string where the field may be absent (both mean "no value" on the wire).
 */
export function judgeValue(value: unknown, field: FieldModel): ValueVerdict {
  if (value === null || value === undefined) return fine;
  if (field.type === 'array') {
    if (!Array.isArray(value)) return wrong('an array', value);
    const { items } = field;
    const verdicts = items
      ? value.map((item) => (item === null ? wrong('an id', item) : judgeValue(item, items)))
      : [];
    return verdicts.find((one) => one.kind === 'wrong') ?? fine;
  }
  if (field.type !== 'string') return fine;
  if (typeof value !== 'string') return wrong('a string', value);
  if (field.enum) return judgeListed(value, field.enum);
  if (value === '' && !field.guaranteed) return fine;
  // The one pattern that is no instant is that of a birthday.
  if (field.format === undefined && field.pattern !== undefined) return judgeBirthday(value, field.pattern);
  const form = forms[field.format ?? ''];
  if (!form) return fine;
  return form.fits(value) && (field.pattern === undefined || new RegExp(field.pattern).test(value))
    ? fine
    : wrong(field.pattern === undefined ? form.name : 'YYYY-MM-DDTHH:MM:SS.sssZ', value);
}

function judgeListed(value: string, listed: readonly string[]): ValueVerdict {
  if (listed.includes(value)) return fine;
  if (value === '') return { kind: 'tolerated', note: 'an empty string, which its list does not name' };
  const rest = listed.length > 6 ? `, … (${listed.length} values)` : '';
  return wrong(
    `one of ${listed
      .slice(0, 6)
      .map((one) => one || '""')
      .join(', ')}${rest}`,
    value,
  );
}

/** M/D/YYYY of a day that exists. An ISO date stands in another document, so it is tolerated. */
function judgeBirthday(value: string, pattern: string): ValueVerdict {
  if (isCalendarDate(value)) return { kind: 'tolerated', note: 'an ISO date instead of M/D/YYYY' };
  const [month = '', day = '', year = ''] = value.split('/');
  const fits = new RegExp(pattern).test(value) && exists(Number(year), Number(month), Number(day));
  return fits ? fine : wrong('a date M/D/YYYY', value);
}

const instant =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

const forms: Readonly<Record<string, { readonly name: string; fits(value: string): boolean }>> = {
  'object-id': { name: 'an id of 24 hex digits', fits: (value) => /^[0-9a-f]{24}$/i.test(value) },
  'date-time': { name: 'a date-time', fits: isInstant },
  'date-or-date-time': {
    name: 'a date or a date-time',
    fits: (value) => isCalendarDate(value) || isInstant(value),
  },
};

function isInstant(value: string): boolean {
  return isCalendarDate(instant.exec(value)?.[1] ?? '');
}

/** `YYYY-MM-DD` of a day that exists. */
export function isCalendarDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts !== null && exists(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function wrong(expected: string, value: unknown): ValueVerdict {
  return { kind: 'wrong', expected, actual: shorten(JSON.stringify(value) ?? 'nothing') };
}
