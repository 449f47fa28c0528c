import type { FieldModel } from '../../../openapi/model-types.ts';
import { hasMarkup, plainText } from '../../text/plain-text.ts';
import { isIdLike } from '../ids.ts';
import type { Place, Scope } from '../scope.ts';
import { choose } from './categories.ts';
import { exact, redactNumber } from './numbers.ts';

/** Redacts a string, number, boolean or null: same type, same emptiness, same validity. */
export function redactLeaf(
  value: unknown,
  field: FieldModel | undefined,
  place: Place,
  scope: Scope,
): unknown {
  if (typeof value === 'string') return redactString(value, field, place, scope);
  if (typeof value === 'number') {
    if (field?.redact === 'drop') return 0;
    const isKept = field?.redact === 'keep' && (field.type === 'number' || field.type === 'integer');
    return isKept ? exact(value) : redactNumber(value, place, scope.keyed);
  }
  // Of a record, a yes or no may be about a person, where the documents do not say otherwise.
  if (typeof value === 'boolean' && place.owner !== '' && (!field || field.redact === 'category'))
    return choose(String(value), ['false', 'true'], place, scope.keyed) === 'true';
  return value;
}

function redactString(value: string, field: FieldModel | undefined, place: Place, scope: Scope): string {
  if (value.trim() === '') return value;
  const seen = scope.tokens.foundIn(value);
  if (seen !== '') return seen;
  const tag = (purpose: string) => tagOf(purpose, value, place, scope);
  switch (field?.redact) {
    case 'keep':
      return keepString(value, field, place, scope);
    case 'category':
      return field.enum?.includes(value)
        ? choose(value, field.enum, place, scope.keyed)
        : `«not in enum ${tag('enum')}»`;
    case 'id':
      return scope.ids.map(value);
    case 'date':
    case 'calendar':
    case 'instant':
    case 'due':
      return dateOf(value, field.redact, place, scope);
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(value)
        ? `user-${tag('email')}@example.invalid`
        : `not-an-email-${tag('email')}`;
    case 'url': {
      const scheme = URL.canParse(value) ? (/^https?:/i.exec(value)?.[0] ?? 'x-scheme:') : '';
      return scheme === '' ? `not-a-url-${tag('url')}` : `${scheme}//url-${tag('url')}.invalid/`;
    }
    case 'drop':
      return '';
    case 'number':
      // `graduation_year` is a number in a string.
      if (/^(?:0|-?[1-9]\d{0,14})$/.test(value))
        return String(redactNumber(Number(value), place, scope.keyed));
      return alikeIn(value, field.pattern ?? '', place, scope);
    case 'name':
    case 'text':
      if (field.pattern !== undefined) return alikeIn(value, field.pattern, place, scope);
      if (field.enum?.includes(value)) return value;
      if (place.name === 'description') return describedAs(value, place, scope);
      return `${field.redact === 'name' ? 'name' : 'text'}-${tag('text')}`;
    default:
      return redactUnknown(value, place, scope);
  }
}

/** Six hex digits that are equal for equal values of one record; outside of records, of the whole run. */
function tagOf(purpose: string, value: string, { owner }: Place, { keyed }: Scope): string {
  return owner === '' ? keyed.tag(purpose, value) : keyed.digest(purpose, `${owner}\0${value}`).slice(0, 6);
}

/** An LMS may return a description as HTML: the pseudonym is that of the plain text, in a paragraph if it has any markup. */
function describedAs(value: string, place: Place, scope: Scope): string {
  const text = `text-${tagOf('text', plainText(value), place, scope)}`;
  return hasMarkup(value) ? `<p>${text}</p>` : text;
}

/** Kept if it is an enum value or matches the pattern; otherwise replaced by a marker. */
function keepString(value: string, field: FieldModel, place: Place, scope: Scope): string {
  // A list of values and a pattern are of fields that say nothing of a person, so equal values stay equal in the whole run.
  const tag = (purpose: string) => scope.keyed.tag(purpose, value);
  if (field.enum) return field.enum.includes(value) ? value : `«not in enum ${tag('enum')}»`;
  if (field.pattern !== undefined && fits(value, field.pattern) && value.length <= 40) return value;
  // Without either, the value may be personal.
  return field.pattern === undefined
    ? `text-${tagOf('text', value, place, scope)}`
    : `«not in pattern ${tag('pattern')}»`;
}

/** A string of an undocumented field: ids, addresses and dates keep their kind. */
function redactUnknown(value: string, place: Place, scope: Scope): string {
  const { ids } = scope;
  if (ids.has(value) || isIdLike(value)) return ids.map(value);
  const moved = scope.dates.own(value, place.owner);
  if (moved !== undefined) return moved;
  return value.includes('@')
    ? `user-${tagOf('email', value, place, scope)}@example.invalid`
    : `text-${tagOf('text', value, place, scope)}`;
}

/** Replaces every digit and letter by another, provided that the text still matches, or still violates, the pattern. */
function alikeIn(value: string, pattern: string, place: Place, scope: Scope): string {
  const wanted = fits(value, pattern);
  for (let attempt = 0; attempt < 8; attempt++) {
    const filler = alike(value, `${place.owner}\0${pattern}#${attempt}`, scope);
    if (filler !== value && fits(filler, pattern) === wanted) return filler;
  }
  return `«${wanted ? '' : 'not '}in pattern ${tagOf('pattern', value, place, scope)}»`;
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

/** Another date of the same class; other text gets a marker that is equal for equal text. */
function dateOf(
  value: string,
  mark: 'date' | 'calendar' | 'instant' | 'due',
  place: Place,
  scope: Scope,
): string {
  if (mark === 'due') return redactDue(value, scope);
  const { dates, instants } = scope;
  const moved =
    mark === 'calendar'
      ? dates.calendar(value, place.owner)
      : ((mark === 'instant' ? instants.map(value) : undefined) ?? dates.own(value, place.owner));
  return moved ?? `not-a-date-${tagOf('date', value, place, scope)}`;
}

/** A due date, also where an error text repeats it. */
export function redactDue(value: string, scope: Scope): string {
  return value === '' ? '' : (scope.dates.due(value) ?? `not-a-date-${scope.keyed.tag('date', value)}`);
}

function fits(value: string, pattern: string): boolean {
  return value.length <= 200 && new RegExp(pattern).test(value);
}
