import { config, expect, use } from 'chai';
import { isObject, textOf } from '../../src/text/json.ts';
import { isAbsent, isSameValue } from '../../src/traffic/lms/fields.ts';
import { shorten } from '../../src/traffic/read-exchange.ts';

// A proxy around each assertion quadruples its cost; TypeScript catches the misspelt ones.
config.useProxy = false;

declare global {
  namespace Chai {
    interface Assertion {
      // `lengthOf`, `a`, `an` and `include` can be chained on, and so cost chai ten times what these do.
      /** The list has so many elements. */
      size(count: number): Assertion;
      sizeAtMost(count: number): Assertion;
      sizeAtLeast(count: number): Assertion;
      /** The list has this element. */
      hold(element: unknown): Assertion;
      /** The value is of this type in JSON. */
      jsonType(type: 'array' | 'object' | 'string'): Assertion;
      /** The exchange was answered with this status. */
      status(status: number): Assertion;
      /** The exchange was answered with this error status, and the body has no record. */
      errorStatus(status: number): Assertion;
      /** The response body is a JSON object. */
      jsonObject(): Assertion;
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
      /** The exchange has a 200 with the list envelope. */
      listPage(): Assertion;
      /** The link is a path and query on the origin of its page. */
      hostRelative(): Assertion;
      /** The link leads to a page of the same collection, under any version. */
      stayInCollection(): Assertion;
      /** Ids ascend from one to the next; equal ones may follow each other. */
      ascendingIds(): Assertion;
      /** The id comes after this one in ascending order. */
      idAfter(id: string): Assertion;
      /** The id comes before this one in ascending order. */
      idBefore(id: string): Assertion;
    }
  }
}

/** What an assertion about a response needs of an exchange. */
interface Answered {
  readonly status: number;
  readonly summary: string;
  readonly json: unknown;
  readonly carriedIds: readonly string[];
  readonly isServed: boolean;
  readonly servesRecords: boolean;
  readonly page?: { readonly items: readonly unknown[] } | undefined;
}

/** What an assertion about rate-limit headers needs of a response. */
interface RateLimited {
  readonly rateLimit: { readonly missing: readonly string[] };
}

/** What an assertion about a link needs of it. */
interface Leading {
  readonly uri: string;
  readonly resolved:
    | { readonly ok: true; readonly form: string }
    | { readonly ok: false; readonly reason: string };
  readonly exchange: { readonly pathname: string };
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
  const sizeIs = (name: string, fits: (size: number, count: number) => boolean, word: string) =>
    chai.Assertion.addMethod(name, function (this: Chai.AssertionStatic, count: number) {
      const { length } = utils.flag(this, 'object') as readonly unknown[];
      assertWords(this, fits(length, count), `${word}${count}`, `${length}`);
    });
  sizeIs('size', (size, count) => size === count, '');
  sizeIs('sizeAtMost', (size, count) => size <= count, 'at most ');
  sizeIs('sizeAtLeast', (size, count) => size >= count, 'at least ');
  chai.Assertion.addMethod('hold', function (this: Chai.AssertionStatic, element: unknown) {
    const list = utils.flag(this, 'object') as readonly unknown[];
    assertWords(this, list.includes(element), textOf(element), list.map(textOf).join(', ') || 'none');
  });
  chai.Assertion.addMethod('jsonType', function (this: Chai.AssertionStatic, type: string) {
    const actual = jsonTypeOf(utils.flag(this, 'object'));
    assertWords(this, actual === type, type === 'string' ? 'a string' : `an ${type}`, actual);
  });
  // Chai's own makes a second assertion even where the first look finds the value.
  chai.Assertion.overwriteMethod(
    'oneOf',
    (original: (...args: unknown[]) => void) =>
      function (this: Chai.AssertionStatic, list: readonly unknown[], ...rest: unknown[]) {
        if (utils.flag(this, 'negate') || !list.includes(utils.flag(this, 'object')))
          original.call(this, list, ...rest);
      },
  );
  chai.Assertion.addMethod('status', function (this: Chai.AssertionStatic, status: number) {
    const { summary, status: actual } = utils.flag(this, 'object') as Answered;
    assertWords(this, actual === status, `${status}`, shorten(summary));
  });
  chai.Assertion.addMethod('errorStatus', function (this: Chai.AssertionStatic, status: number) {
    const { summary, status: actual, carriedIds } = utils.flag(this, 'object') as Answered;
    assertWords(this, actual === status && carriedIds.length === 0, `${status} without records`, summary);
  });
  chai.Assertion.addMethod('jsonObject', function (this: Chai.AssertionStatic) {
    const { json, summary } = utils.flag(this, 'object') as Answered;
    let actual = `no JSON: ${summary}`;
    if (Array.isArray(json)) actual = 'a bare array';
    else if (json !== undefined) actual = isObject(json) ? 'a JSON object' : textOf(json);
    assertWords(this, isObject(json), 'a JSON object', shorten(actual));
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
    // The message names those that are missing.
    const actual = missing.length === 4 ? 'none of them' : `the other ${4 - missing.length}`;
    assertWords(this, missing.length === 0, 'the four X-RateLimit headers', actual);
  });
  chai.Assertion.addMethod('listPage', function (this: Chai.AssertionStatic) {
    const { page, summary } = utils.flag(this, 'object') as Answered;
    assertWords(this, page !== undefined, '200 with a list', summary);
  });
  chai.Assertion.addMethod('hostRelative', function (this: Chai.AssertionStatic) {
    const { resolved, uri } = utils.flag(this, 'object') as Leading;
    const holds = resolved.ok ? resolved.form === 'host-relative' : resolved.reason === 'other-collection';
    const actual = resolved.ok ? shorten(uri) : `${shorten(uri)} (${resolved.reason})`;
    assertWords(this, holds, 'a path and query on the same origin', actual);
  });
  chai.Assertion.addMethod('stayInCollection', function (this: Chai.AssertionStatic) {
    const { resolved, uri, exchange } = utils.flag(this, 'object') as Leading;
    assertWords(this, resolved.ok, `a link to ${exchange.pathname}`, shorten(uri));
  });
  chai.Assertion.addMethod('ascendingIds', function (this: Chai.AssertionStatic) {
    const ids = utils.flag(this, 'object') as readonly string[];
    const at = ids.findIndex((id, index) => id < (ids[index - 1] ?? ''));
    assertWords(this, at < 0, 'ascending ids', `${ids[at]} after ${ids[at - 1]} (record ${at + 1})`);
  });
  chai.Assertion.addMethod('idAfter', function (this: Chai.AssertionStatic, id: string) {
    const actual = utils.flag(this, 'object') as string;
    assertWords(this, actual > id, `an id after ${id}`, actual);
  });
  chai.Assertion.addMethod('idBefore', function (this: Chai.AssertionStatic, id: string) {
    const actual = utils.flag(this, 'object') as string;
    assertWords(this, actual < id, `an id before ${id}`, actual);
  });
});

function valueText(value: unknown): string {
  return isAbsent(value) ? 'absent' : JSON.stringify(value);
}

function jsonTypeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

export { expect };
