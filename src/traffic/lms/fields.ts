import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import type { ReadExchange } from '../read-exchange.ts';

/** Fields of assignments that both places that name guarantees agree on (`assignment-guarantees`). */
export const guaranteedFields = ['id', 'title', 'description', 'state'];

/** Fields of assignments that an update can change. Times and state follow from other things. */
export const writableFields = [
  'assignee_ids',
  'assignee_mode',
  'attachments',
  'description',
  'display_date',
  'due_date',
  'end_date',
  'grading_type',
  'max_attempts',
  'points_possible',
  'start_date',
  'submission_types',
  'term_id',
  'title',
];

/** Fields of submissions that an update can change. */
export const gradableFields = [
  'extra_attempts',
  'flags',
  'grade',
  'grade_comment',
  'grade_points',
  'grader_id',
  'override_due_date',
];

/** A field that a response should show with a known value. */
export interface ExpectedField {
  readonly exchange: ReadExchange;
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
  /** Optional in the documents: an LMS may not have it. */
  readonly mayBeAbsent: boolean;
}

/** What a response should show of `expected`; values that are absent there are not expected. */
export function expectFields(
  exchange: ReadExchange,
  expected: Members,
  actual: Members,
  mayBeAbsent: (field: string) => boolean = () => false,
): readonly ExpectedField[] {
  return Object.entries(expected)
    .filter(([, value]) => !isAbsent(value))
    .map(([name, value]) => ({
      exchange,
      name,
      expected: comparable(name, value),
      actual: comparable(name, actual[name]),
      mayBeAbsent: mayBeAbsent(name),
    }));
}

/** An LMS keeps a file in a place of its own, under links that expire: of attachments only the number can be compared. */
function comparable(name: string, value: unknown): unknown {
  return name === 'attachments' && Array.isArray(value) && value.length > 0
    ? `${value.length} attached`
    : value;
}

/** The values of some fields. */
export function pick(record: Members, fields: readonly string[]): Members {
  return Object.fromEntries(
    fields.filter((name) => Object.hasOwn(record, name)).map((name) => [name, record[name]]),
  );
}

/** This API does not distinguish null, an empty list and an absent member. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Whether two values mean the same: dates are compared as instants, lists as sets. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b || (isAbsent(a) && isAbsent(b))) return true;
  if (isDate(a) && isDate(b)) return Date.parse(a) === Date.parse(b);
  if (Array.isArray(a) && Array.isArray(b)) return textOf(a) === textOf(b);
  return isObject(a) && isObject(b) && JSON.stringify(a) === JSON.stringify(b);
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
}

function textOf(list: readonly unknown[]): string {
  return JSON.stringify(list.map((one) => JSON.stringify(one)).sort());
}
