import type { DataRequests } from '../../../src/traffic/data-requests.ts';
import { isHtml, readableMessage, tokensIn } from '../../../src/traffic/error-bodies.ts';
import { goodPairs } from '../../../src/traffic/good-requests.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { answeredWith, expectConclusive, expectControl } from '../../support/responses.ts';
import { claim, each, expect, note, undecided, violation } from '../../support/server.ts';

/** What errors say, what they keep to themselves, and that they leave no trace. */

claim('errors/message-readable', {
  cases: ({ exchanges }) => {
    const errors = exchanges.filter((one) => one.addressedPath && isError(one) && hasBodyOfItsOwn(one));
    return [...Map.groupBy(errors, errorName)]
      .map(([name, some]) => ({ name, errors: some }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  otherwise: { untested: 'no request was refused' },
  assert: ({ errors }, { data }) =>
    each(errors, (error) => {
      // Open questions wrong-token-type and error-body-key.
      if (isHtml(error) && isKnownWebPage(error, data)) note(`a ${error.status} is a web page`);
      else if (readableMessage(error) === '')
        violation('An error has no readable message.', {
          expected: 'a text under `message` or `error`, or plain text',
        });
    }),
});

/** `404`, or `LMS Connect 404`. */
function errorName({ status, addressedPath }: ReadExchange): string {
  return addressedPath?.profile.kind === 'data' ? `${status}` : `LMS Connect ${status}`;
}

/** Proxies send 413. A token of the wrong kind gets 404; one that is served this operation elsewhere is of the right kind. */
function isKnownWebPage(error: ReadExchange, { all }: DataRequests): boolean {
  const { status, addressedPath, token } = error;
  if (status !== 404) return status === 413;
  const same = all.filter(({ operation }) => operation === addressedPath?.operation);
  return !same.some(
    ({ exchange }) =>
      exchange.token === token && exchange.isServed && arrangedFor(exchange) === arrangedFor(error),
  );
}

/** A server may issue the same text for tokens of different scopes, one after the other. */
function arrangedFor({ step }: ReadExchange): string {
  return step?.claim.startsWith('access/') ? step.claim : '';
}

function isError({ status }: ReadExchange): boolean {
  return status >= 400 && status < 600;
}

/**
 * A 429 is documented as empty, and so is the message of a 405 of LMS Connect; a response to HEAD has no body, and the bodies of
 * outages are the probe's.
 */
function hasBodyOfItsOwn({ method, status, step, addressedPath }: ReadExchange): boolean {
  const isProvoked = step?.claim === 'errors/outage-statuses' || step?.claim.startsWith('rate-limit/');
  const isDocumentedEmpty = status === 429 || (status === 405 && addressedPath?.profile.kind === 'lms');
  return !isDocumentedEmpty && method !== 'HEAD' && !isProvoked;
}

claim('errors/no-secret-echo', {
  cases: ({ exchanges }) => {
    const errors = exchanges.filter((one) => isError(one) && one.token !== '' && one.profile);
    if (errors.length === 0) return [];
    return [
      { name: 'bodies', errors, tokensOf: (error: ReadExchange) => tokensIn(error.response?.body ?? '') },
      { name: 'headers', errors, tokensOf: headersWithTokens },
    ];
  },
  otherwise: { untested: 'no request with a token was refused' },
  assert: ({ name, errors, tokensOf }) =>
    each(
      errors,
      (error) =>
        expect(tokensOf(error), `The ${name === 'bodies' ? 'body' : 'header'} of an error repeats a token.`)
          .to.be.empty,
    ),
});

/** `x-debug: «token:1»` */
function headersWithTokens({ response }: ReadExchange): readonly string[] {
  return Object.entries(response?.headers ?? {}).flatMap(([name, value]) =>
    tokensIn(value).map((token) => `${name}: ${token}`),
  );
}

claim('errors/error-is-side-effect-free', {
  cases: goodPairs,
  otherwise: { untested: 'no good request was sent before and after a refused one' },
  assert: ({ before, exchange: after, refused }, { certainty }) => {
    if (refused.length === 0) undecided('not-offered', 'nothing was refused');
    expectControl(before.page !== undefined, answeredWith(before));
    expectConclusive(after);
    expect(after, 'A good request fails after a refused one.').to.be.served;
    const [content, earlier] = [contentOf(after), contentOf(before)];
    if (!certainty.soleClient && JSON.stringify(content) !== JSON.stringify(earlier))
      undecided('ambiguous', 'the list has changed, which may be due to a sync');
    expect(content.ids, 'A list has other records after a refused request.').to.deep.equal(earlier.ids);
    expect(content.links, 'A list has other links after a refused request.').to.deep.equal(earlier.links);
  },
});

/** Ids and links: time stamps of a record may change at any time. */
function contentOf({ page, links }: ReadExchange) {
  return { ids: page?.items.map((item) => item.id), links };
}
