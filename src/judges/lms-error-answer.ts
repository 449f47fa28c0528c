import type { LmsErrorRow } from '../../contracts/lms-errors.ts';
import { type Exchange, jsonOf, type Members } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import { isAbsent, sentBody, type Verdict } from './lms-material.ts';
import { describeAnswer, isObject, isText, shorten } from './material.ts';

/** The message of an answer, or why it has none that counts. */
type Said = { readonly text: string; readonly isBare: boolean } | { readonly fault: string };

/** Holds one answer against its row: the status, the way in which the message travels, and the message. */
export function answerVerdict(row: LmsErrorRow, exchange: Exchange): Verdict {
  const status = exchange.response?.status ?? 0;
  const findings: Finding[] = [];
  const notes: string[] = [];
  const find = (message: string, expected: string, actual: string) =>
    findings.push(findingAt(exchange, message, expected, actual));
  if (status !== row.status)
    find(`the status is not that of the row (${row.on})`, String(row.status), describeAnswer(exchange));
  // A success and a crash have texts of their own.
  if (status < 400 || status >= 500) return { findings, notes };

  const documented = expectedText(row, exchange);
  const said = saidBy(row, exchange);
  if ('fault' in said) find(said.fault, describe(row, documented), shorten(exchange.response?.body ?? ''));
  else if (!isDocumented(row, said.text, exchange)) {
    const doubt = alternativeOf(row, said.text, exchange);
    if (doubt === undefined)
      find('the message is another one', describe(row, documented), `"${shorten(said.text)}"`);
    else notes.push(`the other documented wording: "${shorten(said.text)}" (${doubt})`);
  } else if (!isExact(said.text, documented)) notes.push(`the exact text differs: "${shorten(said.text)}"`);
  if ('text' in said && said.isBare) notes.push('the message came as bare text');
  return { findings, notes };
}

function saidBy(row: LmsErrorRow, exchange: Exchange): Said {
  const body = exchange.response?.body ?? '';
  const json = jsonOf(exchange);
  const message = isObject(json) && isText(json.message) ? json.message : undefined;
  if (row.body === 'empty') {
    const isEmpty = body.trim() === '' || message?.trim() === '';
    return isEmpty ? { text: '', isBare: false } : { fault: 'the answer has a message' };
  }
  if (message !== undefined) return { text: message, isBare: false };
  if (row.body === 'json-or-text' && body.trim() !== '' && (isText(json) || json === undefined))
    return { text: isText(json) ? json : body, isBare: true };
  return { fault: 'the body is no JSON object with a text under message' };
}

/** The document's text with the values that this request calls for; a placeholder that the request does not fill stays. */
function expectedText(row: LmsErrorRow, exchange: Exchange): string {
  const sent = sentBody(exchange);
  const values: Members = {
    fields: absentFields(sent).join(', '),
    grader_id: sent.grader_id,
    value: sent.due_date,
  };
  return row.message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return isText(value) && value !== '' ? value : whole;
  });
}

/** As the document has it, apart from what its slips excuse; a value of the request comes back unchanged. */
function isDocumented(row: LmsErrorRow, text: string, exchange: Exchange): boolean {
  if (!new RegExp(row.pattern, row.flags).test(text)) return false;
  const sent = sentBody(exchange);
  switch (row.id) {
    case 'lms-errors/missing-required-fields':
      return text.trim().endsWith(`: ${absentFields(sent).join(', ')}`);
    case 'lms-errors/unknown-grader':
      return text.includes(`clever:${String(sent.grader_id)} `);
    case 'lms-errors/update-due-date-out-of-range':
      return text.includes(String(sent.due_date));
    default:
      return true;
  }
}

/** The doubt because of which another wording passes. */
function alternativeOf(row: LmsErrorRow, text: string, exchange: Exchange): string | undefined {
  // Only for a day that the calendar has is it a question which of the two texts belongs to it.
  if (row.id === 'lms-errors/update-due-date-out-of-range' && !isRealDay(sentBody(exchange).due_date))
    return undefined;
  return row.alternatives.find(({ pattern, flags }) => new RegExp(pattern, flags).test(text))?.doubt;
}

function isExact(text: string, documented: string): boolean {
  if (!documented.includes('{')) return text === documented;
  // Any name will do for the LMS, but nothing around the text.
  const [start = '', end = ''] = documented.split(/\{\w+\}/);
  return text.startsWith(start) && text.endsWith(end) && text === text.trim() && !/["“”]/.test(text);
}

function describe(row: LmsErrorRow, documented: string): string {
  if (row.body === 'empty') return 'an empty body, or an empty message';
  return row.body === 'json' ? `{"message": "${documented}"}` : `"${documented}"`;
}

function absentFields(sent: Members): string[] {
  return ['title', 'description', 'due_date'].filter((name) => isAbsent(sent[name]) || sent[name] === '');
}

/** Whether a text begins with a day that some calendar page shows: 30 February is none. */
function isRealDay(value: unknown): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(isText(value) ? value : '') ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
}
