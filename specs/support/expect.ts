import { config, expect, use } from 'chai';
import { shorten } from '../../src/traffic/read-exchange.ts';

// A proxy around each assertion quadruples its cost; TypeScript catches the misspelt ones.
config.useProxy = false;

declare global {
  namespace Chai {
    interface Assertion {
      /** The exchange was answered with this status. */
      status(status: number): Assertion;
      /** The exchange has a 200 with the list envelope and no record in it. */
      emptyPage(): Assertion;
      /** The response has all four rate-limit headers. */
      rateLimitHeaders(): Assertion;
    }
  }
}

/** What an assertion about a response needs of an exchange. */
interface Answered {
  readonly status: number;
  readonly summary: string;
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
  chai.Assertion.addMethod('emptyPage', function (this: Chai.AssertionStatic) {
    const { page, summary } = utils.flag(this, 'object') as Answered;
    assertWords(this, page?.items.length === 0, '200 with an empty list', summary);
  });
  chai.Assertion.addMethod('rateLimitHeaders', function (this: Chai.AssertionStatic) {
    const { missing } = (utils.flag(this, 'object') as RateLimited).rateLimit;
    assertWords(this, missing.length === 0, 'the four X-RateLimit headers', `${4 - missing.length} of them`);
  });
});

export { expect };
