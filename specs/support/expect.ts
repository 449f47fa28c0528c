import { config, expect, use } from 'chai';
import { isAbsent, isSameValue } from '../../src/traffic/lms/fields.ts';
import { shorten } from '../../src/traffic/read-exchange.ts';

// A proxy around each assertion quadruples its cost; TypeScript catches the misspelt ones.
config.useProxy = false;

declare global {
  namespace Chai {
    interface Assertion {
      /** The exchange was answered with this status. */
      status(status: number): Assertion;
      /** The exchange was answered with this error status, and the body has no record. */
      errorStatus(status: number): Assertion;
      /** The exchange has a documented 200: a list, even an empty one, or a record with an id. */
      served: Assertion;
      /** The exchange has a documented 200 with at least one record. */
      servedWithRecords: Assertion;
      /** The exchange has a 200 with the list envelope and no record in it. */
      emptyPage(): Assertion;
      /** The field has this value: dates are compared as instants, lists as sets, and null as absent. */
      sameValue(value: unknown): Assertion;
      /** The response has all four rate-limit headers. */
      rateLimitHeaders(): Assertion;
    }
  }
}

/** What an assertion about a response needs of an exchange. */
interface Answered {
  readonly status: number;
  readonly summary: string;
  readonly carriedIds: readonly string[];
  readonly isServed: boolean;
  readonly servesRecords: boolean;
  readonly page?: { readonly items: readonly unknown[] } | undefined;
}

/** What an assertion about rate-limit headers needs of a response. */
interface RateLimited {
  readonly rateLimit: { readonly missing: readonly string[] };
}

use((chai, utils) => {
  /** Fails with expected and actual in words. */
  const assertWords = (assertion: Chai.AssertionStatic, holds: boolean, expected: string, actual: string) => {
    if (holds) return;
    const text = utils.flag(assertion, 'message') as string | undefined;
    throw new chai.AssertionError(text ?? `expected ${expected}, got ${actual}`, {
      expected,
      actual,
      authored: true,
    });
  };
  chai.Assertion.addMethod('status', function (this: Chai.AssertionStatic, status: number) {
    const { summary, status: actual } = utils.flag(this, 'object') as Answered;
    assertWords(this, actual === status, `${status}`, shorten(summary));
  });
  chai.Assertion.addMethod('errorStatus', function (this: Chai.AssertionStatic, status: number) {
    const { summary, status: actual, carriedIds } = utils.flag(this, 'object') as Answered;
    assertWords(this, actual === status && carriedIds.length === 0, `${status} without records`, summary);
  });
  chai.Assertion.addProperty('served', function (this: Chai.AssertionStatic) {
    const { summary, isServed } = utils.flag(this, 'object') as Answered;
    assertWords(this, isServed, '200 with a list or a record', summary);
  });
  chai.Assertion.addProperty('servedWithRecords', function (this: Chai.AssertionStatic) {
    const { summary, servesRecords } = utils.flag(this, 'object') as Answered;
    assertWords(this, servesRecords, '200 with records', summary);
  });
  chai.Assertion.addMethod('emptyPage', function (this: Chai.AssertionStatic) {
    const { page, summary } = utils.flag(this, 'object') as Answered;
    assertWords(this, page?.items.length === 0, '200 with an empty list', summary);
  });
  chai.Assertion.addMethod('sameValue', function (this: Chai.AssertionStatic, value: unknown) {
    const actual: unknown = utils.flag(this, 'object');
    assertWords(this, isSameValue(value, actual), valueText(value), valueText(actual));
  });
  chai.Assertion.addMethod('rateLimitHeaders', function (this: Chai.AssertionStatic) {
    const { missing } = (utils.flag(this, 'object') as RateLimited).rateLimit;
    assertWords(this, missing.length === 0, 'the four X-RateLimit headers', `${4 - missing.length} of them`);
  });
});

function valueText(value: unknown): string {
  return isAbsent(value) ? 'absent' : JSON.stringify(value);
}

export { expect };
