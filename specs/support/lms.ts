import { each, note, undecided } from '../../src/claims/check.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { type ExpectedField, isAbsent } from '../../src/traffic/lms/fields.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { expect } from './expect.ts';

/** Guards and assertions for LMS Connect. */

/** Why a requirement of LMS Connect has no case. */
export const nothingSent =
  'no such request was sent: no section to work with was found, or no assignment could be created in it';

/** Leaves the case undecided where no response came, or a transient one: it says nothing about the request. */
export function expectConclusive(exchange: ReadExchange): void {
  if (exchange.isTransient)
    undecided('inconclusive-response', `the request was answered with ${exchange.summary}`);
}

/**
 * Leaves the case undecided for want of a request that works. Where nothing may be created, that is a matter of permission and not
 * of the target, so the case is untested.
 */
export function undecidedWithoutControl(
  { wroteAnything }: { readonly wroteAnything: boolean },
  why: string,
): never {
  if (wroteAnything) undecided('no-control', why);
  undecided(
    'precondition-failed',
    `${why}; an assignment to compare with needs to be created (--allow-writes)`,
  );
}

/** The exchange of a step, unless it was not sent or its response says nothing. */
export function requireStep(exchange: ReadExchange | undefined): ReadExchange {
  if (!exchange) undecided('not-exercised', 'it was not sent, or the step before it did not succeed');
  expectConclusive(exchange);
  return exchange;
}

/** Asserts each field. An optional one may be absent, and a description may be HTML: both are only noted. */
export function expectFields(fields: readonly ExpectedField[], message: (field: string) => string): void {
  each(fields, ({ name, expected, actual, mayBeAbsent }) => {
    if (mayBeAbsent && isAbsent(actual)) note(`\`${name}\` is absent from the response.`);
    else if (name === 'description' && isSameButForMarkup(expected, actual))
      note('`description` differs in markup or white space (description-as-html)');
    else expect(actual, message(`\`${name}\``)).to.have.sameValue(expected);
  });
}

function isSameButForMarkup(expected: unknown, actual: unknown): boolean {
  if (typeof expected !== 'string' || typeof actual !== 'string' || expected === actual) return false;
  return plainText(expected) === plainText(actual);
}
