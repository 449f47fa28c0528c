import { counted } from '../../../src/traffic/client/endings.ts';
import { isSameQuery, type NextLink } from '../../../src/traffic/client/pages.ts';
import type { ScenarioTraffic } from '../../../src/traffic/client/scenario-traffic.ts';
import { greatest } from '../../../src/traffic/lists/ids.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { claim, each, expect, undecided, violation } from '../../support/client.ts';
import { expectNoStandstill, requireOwnEnd } from '../endings.ts';
import { expectFollowed, expectNone, nothingFollowed, requireFollowed, requireLinks } from './following.ts';

const neverRequested = 'The page that a `next` link leads to was never requested.';

claim('pagination/client-follows-next', {
  assert: (scenario) => {
    // A client that hangs or floods before it reads a page must not count as one that had nothing to follow.
    if (scenario.nextLinks.length === 0) requireOwnEnd(scenario);
    const links = requireLinks(scenario);
    expectNoStandstill(scenario);
    // A limit on time may have come between a page and the next request; a limit on requests cannot.
    if (scenario.report?.endedBy === 'time' && !links.every((link) => link.isFollowed))
      undecided('stopped-early', 'the time limit ended the client before it had every page');
    each(
      links.filter((link) => isToBeFollowed(link, scenario)),
      (link) => expectFollowed(scenario, link, neverRequested),
    );
  },
});

function isToBeFollowed(link: NextLink, scenario: ScenarioTraffic): boolean {
  return scenario.mayGoOn(link) && !isReadBeside(link, scenario);
}

/** A page with a limit of its own, of a list that the client also walks with another one, further than this page. */
function isReadBeside({ page }: NextLink, { pages }: ScenarioTraffic): boolean {
  const edge = greatest(page.ids) ?? '';
  return pages.some((one) => one.limit !== page.limit && (greatest(one.ids) ?? '') > edge);
}

claim('pagination/client-uses-link-as-given', {
  // After a 413 a client has to ask for less than its link does.
  cases: ({ scenarios }) =>
    scenarios
      .everywhere('pagination/client-uses-link-as-given')
      .filter((one) => !one.listedOnFailure || one.ownRequests.every(({ status }) => status !== 413)),
  assert: (scenario) => {
    const given = requestsAsGiven(scenario);
    // Another path is up to client-resolves-relative-links; this is about the query.
    const followed = scenario.nextLinks.flatMap(({ uri, url, asGiven, byCursor }) => {
      const exchange = asGiven[0] ?? byCursor.find((one) => one.pathname === url.pathname && !given.has(one));
      return exchange ? [{ exchange, uri, isAsGiven: asGiven.length > 0 }] : [];
    });
    if (followed.length === 0) undecided('not-exercised', nothingFollowed);
    each(followed, ({ exchange, uri, isAsGiven }) => {
      if (isAsGiven) return;
      const added = addedTo(uri, exchange);
      violation(
        added === undefined
          ? 'The client built a URL of its own instead of following the `next` link.'
          : `The client added ${added} to the \`next\` link.`,
        { expected: uri, actual: exchange.request.path },
      );
    });
  },
});

/** Requests that are as some link says: a page that is read twice may have another one each time. */
function requestsAsGiven({ nextLinks }: ScenarioTraffic): ReadonlySet<ReadExchange> {
  return new Set(nextLinks.flatMap(({ asGiven }) => asGiven));
}

/** What a request has beside all parameters of a link, in words; `undefined` where it lacks one of them. */
function addedTo(uri: string, { request }: ReadExchange): string | undefined {
  const pairsOf = (path: string) => [...new URL(path, request.origin).searchParams];
  const added = pairsOf(request.path);
  for (const [name, value] of pairsOf(uri)) {
    const at = added.findIndex((pair) => pair[0] === name && pair[1] === value);
    if (at < 0) return undefined;
    added.splice(at, 1);
  }
  if (added.length === 0) return undefined;
  if (added.some(([, value]) => value.startsWith('«token:'))) return 'its token';
  return [...new Set(added.map(([name]) => `\`${name}\``))].join(' and ');
}

claim('pagination/client-resolves-relative-links', {
  cases: ({ scenarios }) => scenarios.everywhere('pagination/client-resolves-relative-links'),
  assert: (scenario) => {
    const links = requireFollowed(scenario);
    const given = requestsAsGiven(scenario);
    const requests = links.flatMap((link) => {
      const resolved = link.byCursor.filter((one) => !given.has(one) && isResolvedFrom(link, one));
      return [...link.asGiven, ...resolved].map((exchange) => ({ exchange, url: link.url }));
    });
    if (requests.length === 0)
      undecided('not-offered', 'the client built its own URLs, so it resolved no link');
    each(requests, ({ exchange, url }) =>
      expect(exchange.pathname, 'The `next` link was resolved to another path.').to.equal(url.pathname),
    );
  },
});

/**
 * Whether a request with the cursor of a link comes from the link. A client may make a cursor of the last id that it has: then it
 * repeats its own request with that cursor, and knows nothing else of the link.
 */
function isResolvedFrom({ url, exchange }: NextLink, { pathname, query }: ReadExchange): boolean {
  if (pathname !== exchange.pathname) return true;
  const own = new URLSearchParams(exchange.query);
  own.set('starting_after', query.get('starting_after') ?? '');
  return isSameQuery(query, url.searchParams) && !isSameQuery(query, own);
}

claim('pagination/client-continues-past-short-page', {
  assert: (scenario, { scenarios }) => {
    const short = requireLinks(scenario).filter(
      (link) => link.page.items.length < link.page.limit && isToBeFollowed(link, scenario),
    );
    if (short.length === 0)
      undecided('not-offered', 'the client asks for so few records that no page was short');
    // Where it follows no link at all, it did not stop because of the number of records.
    if (![scenario, ...scenarios.all].some((one) => one.nextLinks.some((link) => link.isFollowed)))
      undecided('not-exercised', nothingFollowed);
    each(short, (link) => {
      const records = counted(link.page.items.length, 'record');
      expectFollowed(
        scenario,
        link,
        `The client stopped after a short page (${records}) although it had a \`next\` link.`,
      );
    });
  },
});

claim('pagination/client-stops-at-the-end', {
  // A later start may read the list anew, and some clients request the first page, which may be the only one, twice.
  cases: ({ scenarios }) =>
    scenarios
      .everywhere('pagination/client-stops-at-the-end')
      .filter((one) => !one.listedOnFailure || (one.runs.length === 1 && one.nextLinks.length > 0)),
  assert: (scenario) => {
    const end = scenario.pages.find((page) => page.next === undefined && page.hasReadableLinks)?.exchange;
    if (!end) undecided('not-reached', 'the client never came to the end of the list');
    // In virtual time a request and its response have one instant, so the order counts as well.
    const beyond = scenario.listRequests.filter(
      (one) => one.seq > end.seq && one.request.sentAtMs >= end.answeredAtMs,
    );
    expectNone(beyond, 'requested the list again after a page without a `next` link');
  },
});

claim('pagination/client-accepts-any-link-order', {
  assert: (scenario) => {
    const backward = scenario.ownRequests.filter((one) => one.query.has('ending_before'));
    // A client that follows no link at all does not choose by position; that is up to client-follows-next.
    if (backward.length === 0) requireFollowed(scenario);
    expectNone(backward, 'followed a `prev` link');
    each(
      scenario.nextLinks.filter((link) => isToBeFollowed(link, scenario)),
      (link) => expectFollowed(scenario, link, neverRequested),
    );
  },
});
