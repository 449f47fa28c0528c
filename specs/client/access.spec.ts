import type { Certainty } from '../../src/traffic/certainty.ts';
import { counted } from '../../src/traffic/client/endings.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { claim, each, expect, note, requestsToNothing, undecided } from '../support/client.ts';

claim('access/client-sends-bearer', {
  cases: ({ scenarios }) => scenarios.everywhere('access/client-sends-bearer'),
  assert: (scenario) => {
    const { ownRequests, certainty } = scenario;
    // Of the scenarios' own servers, what is not under a version is not the API.
    const apiRequests = ownRequests.filter((one) => !certainty.ownSteps || /^\/+v\d/.test(one.pathname));
    if (apiRequests.length === 0) undecided('not-reached', 'the client sent no request to the API');
    // A client that requests nothing that exists has not shown that its token gives access to anything.
    const nowhere = requestsToNothing(scenario);
    if (nowhere !== undefined) undecided('not-exercised', nowhere);
    const without = apiRequests.flatMap((exchange) => {
      const what = insteadOfToken(exchange, certainty);
      return what === undefined ? [] : [{ exchange, what }];
    });
    if (apiRequests.some((one) => one.request.headers.authorization !== undefined && hasTokenInUrl(one)))
      note('the token is also in the URL, where it is logged; it belongs in the Authorization header alone');
    each(
      [{ exchange: without[0]?.exchange }],
      () =>
        expect(
          [...new Set(without.map((one) => one.what))],
          `${without.length} of ${counted(apiRequests.length, 'request')} came without the bearer token.${without.some(({ what }) => what === inUrl) ? ` It is in the URL, where it is logged; it belongs in the Authorization header.` : ''}`,
        ).to.be.empty,
    );
  },
});

const inUrl = 'the token in the URL';

/** Redaction leaves the name of a token in its place. */
function hasTokenInUrl({ request }: ReadExchange): boolean {
  return request.path.includes('«token:');
}

/** What a request carries that does not carry a token that the server knows. */
function insteadOfToken(exchange: ReadExchange, { ownSteps }: Certainty): string | undefined {
  if (exchange.method === 'UNREADABLE') return undefined;
  const { authorization } = exchange.request.headers;
  if (authorization === undefined && hasTokenInUrl(exchange)) return inUrl;
  if (authorization === undefined) return 'no Authorization header';
  // HTTP compares the scheme without case.
  if (!/^bearer +\S+$/i.test(authorization.trim())) return 'an Authorization header of another form';
  // A 401 that no rule gave is the sandbox's own, to a token that it does not know. In a capture a token may have expired.
  const isUnknown = ownSteps && exchange.step === undefined && exchange.status === 401;
  return isUnknown ? 'a token that the server does not know' : undefined;
}
