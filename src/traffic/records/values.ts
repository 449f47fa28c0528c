import type { FieldModel } from '../../../openapi/model-types.ts';
import { shorten } from '../read-exchange.ts';

/** How a value of a validated field compares with its description. */
export type ValueCheck =
  | { readonly kind: 'valid' }
  | { readonly kind: 'tolerated'; readonly note: string }
  | { readonly kind: 'invalid'; readonly expected: string; readonly actual: string };

const valid: ValueCheck = { kind: 'valid' };

/**
 * Checks one value of a validated field: its type, its list of values, its format. Null and absence are valid here, because
 * guaranteed fields are another requirement; so is an empty string where the field may be absent, because both mean "no value".
 */
export function checkValue(value: unknown, field: FieldModel): ValueCheck {
  if (value === null || value === undefined) return valid;
  if (field.type === 'array') {
    if (!Array.isArray(value)) return invalid('an array', value);
    const { items } = field;
    const checks = items
      ? value.map((item) => (item === null ? invalid('an id', item) : checkValue(item, items)))
      : [];
    return checks.find((one) => one.kind === 'invalid') ?? valid;
  }
  if (field.type !== 'string') return valid;
  if (typeof value !== 'string') return invalid('a string', value);
  if (field.enum) return checkListed(value, field.enum);
  if (value === '' && !field.guaranteed) return valid;
  // Only a birthday has a pattern without a format.
  if (field.format === undefined && field.pattern !== undefined) return checkBirthday(value, field.pattern);
  const form = forms[field.format ?? ''];
  if (!form) return valid;
  if (field.pattern === undefined) return form.fits(value) ? valid : invalid(form.name, value);
  if (form.fits(value) && new RegExp(field.pattern).test(value)) return valid;
  return isDateOrInstant(value)
    ? { kind: 'tolerated', note: 'a date or an instant that is not in UTC' }
    : invalid('an instant in UTC, YYYY-MM-DDTHH:MM:SS.sssZ', value);
}

function checkListed(value: string, listed: readonly string[]): ValueCheck {
  if (listed.includes(value)) return valid;
  if (value === '') return { kind: 'tolerated', note: 'an empty string, which is not in its list' };
  const rest = listed.length > 6 ? `, … (${listed.length} values)` : '';
  return invalid(
    `one of ${listed
      .slice(0, 6)
      .map((one) => one || '""')
      .join(', ')}${rest}`,
    value,
  );
}

/** M/D/YYYY of a day that exists. Another document has ISO dates, so they are tolerated. */
function checkBirthday(value: string, pattern: string): ValueCheck {
  if (isCalendarDate(value)) return { kind: 'tolerated', note: 'an ISO date instead of M/D/YYYY' };
  const [month = '', day = '', year = ''] = value.split('/');
  const fits = new RegExp(pattern).test(value) && exists(Number(year), Number(month), Number(day));
  return fits ? valid : invalid('a date M/D/YYYY', value);
}

const instant =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

const forms: Readonly<Record<string, { readonly name: string; fits(value: string): boolean }>> = {
  'object-id': { name: 'an id of 24 hex digits', fits: (value) => /^[0-9a-f]{24}$/i.test(value) },
  'date-time': { name: 'a date-time', fits: isInstant },
  'date-or-date-time': {
    name: 'a date or a date-time',
    fits: isDateOrInstant,
  },
};

/** `YYYY-MM-DD`, or RFC 3339 with any offset, of a day that exists. */
export function isDateOrInstant(value: string): boolean {
  return isCalendarDate(value) || isInstant(value);
}

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

function invalid(expected: string, value: unknown): ValueCheck {
  return { kind: 'invalid', expected, actual: shorten(JSON.stringify(value) ?? 'nothing') };
}
