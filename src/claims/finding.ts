import { util } from 'chai';
import type { Finding } from '../outcome.ts';
import { textOf } from '../text/json.ts';
import { type Failure, type Subject, seqOf } from './check.ts';

/**
 * A failed assertion as a finding. The text that the spec gave (`expect(value, text)`) is its message; what chai adds to it,
 * `expected 101 to be at most 100`, becomes expected (`at most 100`) and actual (`101`).
 */
export function findingOf(error: Failure, subject: Subject | undefined): Finding {
  const exchange = seqOf(subject);
  const { message, expected, actual } = isAuthored(error)
    ? { message: error.message, expected: textOf(error.expected), actual: error.actual ?? summaryOf(subject) }
    : readMessage(error);
  return { message, ...apart(expected, textOf(actual)), ...(exchange === undefined ? {} : { exchange }) };
}

/** White space and what prints as nothing. */
const unseen = /[\s\u00ad\u200b-\u200f\u2060-\u206f\ufeff]/g;

/** Texts that differ, and would print alike, with every character but printable ASCII as an escape: `"a\u00a0b"`. */
function apart(expected: string, actual: string): Pick<Finding, 'expected' | 'actual'> {
  const seen = (text: string) => text.normalize('NFKC').replace(unseen, '');
  if (expected === actual || seen(expected) !== seen(actual)) return { expected, actual };
  return { expected: escaped(expected), actual: escaped(actual) };
}

function escaped(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

interface Authored {
  readonly expected: unknown;
  readonly actual: unknown;
}

/** From `violation` and from the suite's own assertions, which say what they expect in words. */
function isAuthored(error: Failure): error is Failure & Authored {
  return 'authored' in error && error.authored === true;
}

function readMessage(error: Failure): { message: string; expected: string; actual: string } {
  const { expected: wanted, actual: found } = error as Failure & Authored;
  const at = error.message.indexOf(': expected ');
  const message = at < 0 ? error.message : error.message.slice(0, at);
  const phrase = at < 0 ? '' : error.message.slice(at + ': expected '.length);
  const expected = predicateOf(phrase) ?? util.inspect(wanted);
  // A list that should be empty has what the message is about.
  if (expected === 'empty' && isListed(found)) return { message, expected: 'none', actual: listed(found) };
  return { message, expected, actual: shown(found, util.inspect(found)) };
}

function isListed(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');
}

/** More are counted: the reader looks for the first few. */
const maxListed = 5;

function listed(items: readonly (string | number)[]): string {
  const more = items.length - maxListed;
  return items.slice(0, maxListed).join(', ') + (more > 0 ? `, and ${more} more` : '');
}

/** `at most 100` of `101 to be at most 100`. */
function predicateOf(phrase: string): string | undefined {
  const match = /^.*? (to (?:be |have |equal |deeply equal )?|not to (?:be |have )?)(.*)$/s.exec(phrase);
  if (!match) return undefined;
  const [, verb = '', rest = ''] = match;
  const predicate = rest
    .replace(/ but got .*$/s, '')
    .replace(/^'(.*)'$/s, '$1')
    // chai tells zero from minus zero.
    .replace(/(?<=^|\s)\+0\b/g, '0');
  return verb.startsWith('not') ? `not ${predicate}` : predicate;
}

function shown(value: unknown, inspected: string): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : inspected;
}

function summaryOf(subject: Subject | undefined): string {
  if (!subject) return '';
  if ('exchange' in subject && typeof subject.exchange === 'object' && subject.exchange !== null)
    return summaryOf(subject.exchange);
  return 'summary' in subject && typeof subject.summary === 'string' ? subject.summary : '';
}
