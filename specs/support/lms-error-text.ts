import type { LmsErrorRow } from '../../contracts/lms-errors.ts';
import type { Members } from '../../src/exchange.ts';
import { isObject, textOf } from '../../src/text/json.ts';
import { isAbsent } from '../../src/traffic/lms/fields.ts';
import { sentBody } from '../../src/traffic/lms/responses.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';

/** The text of an error response, and the text that the documents have for it. */

/** The text that counts as the message. */
export interface ErrorText {
  /** `undefined` where the response has no message in one of the forms that the error allows. */
  readonly text: string | undefined;
  /** It is the body itself, not the `message` of a JSON object. */
  readonly isBare: boolean;
}

/** The text of a response, in the forms that the error allows. */
export function errorTextOf({ body }: LmsErrorRow, { json, response }: ReadExchange): ErrorText {
  const whole = response?.body ?? '';
  if (isObject(json) && typeof json.message === 'string') return { text: json.message, isBare: false };
  const isText = typeof json === 'string' || json === undefined;
  if (body === 'empty') return { text: whole, isBare: false };
  if (body === 'json-or-text' && whole.trim() !== '' && isText)
    return { text: typeof json === 'string' ? json : whole, isBare: true };
  return { text: undefined, isBare: false };
}

/** The documented text with the values that the request calls for; a placeholder that it does not fill stays. */
export function documentedText({ message }: LmsErrorRow, exchange: ReadExchange): string {
  const sent = sentBody(exchange);
  const values: Members = {
    fields: absentFields(sent).join(', '),
    grader_id: sent.grader_id,
    value: sent.due_date,
  };
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : whole;
  });
}

/**
 * How a text compares with the documented one. `similar`: it differs in what the documents leave open, such as quotation marks.
 * `alternative`: another documented wording, allowed because of an open question.
 */
export type Wording =
  | { readonly kind: 'exact' | 'similar' | 'different' }
  | { readonly kind: 'alternative'; readonly question: string };

export function wordingOf(row: LmsErrorRow, text: string, exchange: ReadExchange): Wording {
  if (matches(row, text) && repeatsValues(row, text, exchange))
    return { kind: isExact(text, documentedText(row, exchange)) ? 'exact' : 'similar' };
  const question = questionOf(row, text, exchange);
  return question === undefined ? { kind: 'different' } : { kind: 'alternative', question };
}

function matches({ pattern, flags }: Pick<LmsErrorRow, 'pattern' | 'flags'>, text: string): boolean {
  return new RegExp(pattern, flags).test(text);
}

/** Values of the request come back unchanged. */
function repeatsValues({ id }: LmsErrorRow, text: string, exchange: ReadExchange): boolean {
  const sent = sentBody(exchange);
  switch (id) {
    case 'lms-errors/missing-required-fields':
      return text.trim().endsWith(`: ${absentFields(sent).join(', ')}`);
    case 'lms-errors/unknown-grader':
      return text.includes(`clever:${textOf(sent.grader_id)} `);
    case 'lms-errors/update-due-date-out-of-range':
      return text.includes(textOf(sent.due_date));
    default:
      return true;
  }
}

/** The open question that allows another wording. */
function questionOf(row: LmsErrorRow, text: string, exchange: ReadExchange): string | undefined {
  // Which of the two texts belongs to a past day is open; for a day that no calendar has it is not.
  if (row.id === 'lms-errors/update-due-date-out-of-range' && !isRealDay(sentBody(exchange).due_date))
    return undefined;
  // The table has the text for a create.
  if (row.id === 'lms-errors/empty-body' && exchange.method === 'PATCH') return 'errors-on-updates';
  return row.alternatives.find((one) => matches(one, text))?.doubt;
}

function isExact(text: string, documented: string): boolean {
  if (!documented.includes('{')) return text === documented;
  // Any name is good for the LMS, but nothing around the text.
  const [start = '', end = ''] = documented.split(/\{\w+\}/);
  return text.startsWith(start) && text.endsWith(end) && text === text.trim() && !/["“”]/.test(text);
}

function absentFields(sent: Members): string[] {
  return ['title', 'description', 'due_date'].filter((name) => isAbsent(sent[name]) || sent[name] === '');
}

/** Whether a text begins with a day that the calendar has: 30 February is not one. */
function isRealDay(value: unknown): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(typeof value === 'string' ? value : '') ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
}
