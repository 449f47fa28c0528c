import { profiles } from '../../contracts/profiles.ts';
import { counted } from '../../src/traffic/client/endings.ts';
import { isSameQuery, type NextLink } from '../../src/traffic/client/pages.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { claim, each, expect, undecided, violation } from '../support/client.ts';
import { describedOnly } from './described-only.ts';
import { expectAction, expectNoStandstill, requireOwnEnd, requireReport } from './endings.ts';

const { limit } = profiles[0];
const nothingFollowed = 'the client followed no `next` link';
const neverRequested = 'The page that a `next` link leads to was never requested.';

claim('pagination/client-follows-next', {
  assert: (scenario) => {
    const links = requireLinks(scenario);
    expectNoStandstill(scenario);
    // A limit on time may have come between a page and the next request; a limit on requests cannot.
    if (scenario.report?.endedBy === 'time' && !links.every((link) => link.isFollowed))
      undecided('stopped-early', 'the time limit ended the client before it had every page');
    each(links, (link) => expectFollowed(scenario, link, neverRequested));
  },
});

claim('pagination/client-uses-link-as-given', {
  assert: (scenario) => {
    // Another path is up to client-resolves-relative-links; this is about the query.
    const followed = scenario.nextLinks.flatMap(({ uri, url, asGiven, byCursor }) => {
      const exchange = asGiven[0] ?? byCursor.find((one) => one.pathname === url.pathname);
      return exchange ? [{ exchange, uri, isAsGiven: asGiven.length > 0 }] : [];
    });
    if (followed.length === 0) undecided('not-exercised', nothingFollowed);
    each(followed, ({ exchange, uri, isAsGiven }) => {
      if (!isAsGiven)
        violation('The client built a URL of its own instead of following the `next` link.', {
          expected: uri,
          actual: exchange.request.path,
        });
    });
  },
});

claim('pagination/client-resolves-relative-links', {
  assert: (scenario) => {
    const links = requireFollowed(scenario);
    const requests = links.flatMap((link) =>
      [...new Set([...link.asGiven, ...link.byCursor.filter((one) => isResolvedFrom(link, one))])].map(
        (exchange) => ({ exchange, url: link.url }),
      ),
    );
    if (requests.length === 0)
      undecided('not-exercised', 'the client built its own URLs, so it resolved no link');
    each(requests, ({ exchange, url }) =>
      expect(exchange.pathname, 'The `next` link was resolved to another path.').to.equal(url.pathname),
    );
  },
});

/**
 * Whether a request with the cursor of a link comes from the link. A client may make a cursor of the last id that it has: then it
 * keeps to the path of its own request, and knows none of the link's other parameters.
 */
function isResolvedFrom({ url, exchange }: NextLink, request: ReadExchange): boolean {
  return request.pathname !== exchange.pathname || isSameQuery(request.query, url.searchParams);
}

claim('pagination/client-continues-past-short-page', {
  assert: (scenario, { scenarios }) => {
    const short = requireLinks(scenario).filter(({ page }) => page.items.length < page.limit);
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
  assert: (scenario) => {
    const end = scenario.pages.find((page) => page.next === undefined)?.exchange;
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
    each(scenario.nextLinks, (link) => expectFollowed(scenario, link, neverRequested));
  },
});

claim('pagination/client-limit-within-10000', {
  cases: ({ scenarios }) => scenarios.everywhere('pagination/client-limit-within-10000'),
  assert: ({ pages, listRequests, ownRequests }) => {
    if (listRequests.length === 0) undecided('not-exercised', 'the client requested no list');
    // What a link asks for was the server's choice.
    const given = new Set(pages.flatMap((page) => page.links.map((link) => link.uri)));
    each(ownRequests, (one) => {
      if (!given.has(one.request.path))
        expect(maxLimitOf(one), 'The client asked for more records than a page may hold.').to.be.at.most(
          limit.max,
        );
    });
  },
});

/** The greatest `limit` of a request; 0 where it has none. */
function maxLimitOf({ query }: ReadExchange): number {
  const limits = query.getAll('limit').map(Number);
  return Math.max(0, ...limits.filter((one) => !Number.isNaN(one)));
}

/** The reported set against the whole one; a set that was never reported complete does not count. */
claim('pagination/client-holds-each-record-once', {
  // What only the published description says does not count against a client.
  cases: ({ scenarios }) =>
    scenarios
      .everywhere('pagination/client-holds-each-record-once')
      .filter(({ name, collection }) => collection !== undefined && !describedOnly.has(name)),
  assert: (scenario) => {
    requireReport(scenario);
    if (scenario.report?.says === 'incomplete') {
      const why = 'the client does not report that it has the whole list';
      // Where the server did something odd, it is wise to distrust the set.
      if (scenario.reachedAnyRule) undecided('not-offered', why);
      const hasEveryPage = scenario.reachedTheEnd && scenario.nextLinks.every((link) => link.isFollowed);
      expectNoStandstill(scenario);
      // A limit on time may have come first; one on requests cannot, for a list of few pages.
      if (!hasEveryPage || (scenario.wasStopped && scenario.report.endedBy !== 'requests'))
        undecided('not-reached', why);
      violation('Every page was served, but the client reported "incomplete".', {
        expected: 'the client reports "complete"',
        actual: scenario.ending,
      });
    }
    // Records of a page that never came do not make a set complete, however the client found their ids.
    const { missing, repeated, unknown } = scenario.reportedIds;
    const total = scenario.truth.length;
    // What the server sent twice is up to client-holds-repeated-record-once.
    const own = repeated.filter((id) => !scenario.idsServedTwice.has(id));
    const differences = [
      { ids: missing, message: `The client misses ${missing.length} of ${counted(total, 'record')}.` },
      { ids: own, message: `The client has ${counted(own.length, 'record')} more than once.` },
      { ids: unknown, message: `The client has ${counted(unknown.length, 'id')} that no record has.` },
    ];
    each(differences, ({ ids, message }) => expect(ids, message).to.be.empty);
  },
});

claim('pagination/client-holds-repeated-record-once', {
  assert: (scenario) => {
    requireReport(scenario);
    if (scenario.report?.says === 'incomplete')
      undecided('not-offered', 'the client does not report that it has the whole list');
    if (scenario.idsServedTwice.size === 0)
      undecided('not-exercised', 'the client was served no record twice');
    const twice = scenario.reportedIds.repeated.filter((id) => scenario.idsServedTwice.has(id));
    expect(
      twice,
      `The client has ${counted(twice.length, 'record')} more than once, as the server sent them.`,
    ).to.be.empty;
  },
});

/**
 * Repeated requests that a client may need to notice a loop: one at the start, one to see that it is the same page, and one more
 * where it had requested the first page under another URL than the link's.
 */
const maxRepeats = 3;

/** The requests in a loop of `next` links, and what the client reported at its end. */
claim('pagination/client-stops-on-cycle', {
  assert: (scenario) => {
    const repeated = repeatedRequests(scenario);
    each([{ exchange: repeated[maxRepeats] }], () =>
      expect(
        repeated.length,
        `The client kept following a loop of \`next\` links (${counted(repeated.length, 'repeated request')}).`,
      ).to.be.at.most(maxRepeats),
    );
    // A client that has every record found another way out of the loop, with cursors of its own.
    const isPartial = scenario.reportedIds.missing.length > 0;
    if (scenario.reachedAnyRule && isPartial && scenario.report?.says === 'complete')
      violation('The client reported "complete" although the list ended in a loop.', {
        expected: 'the client reports "incomplete"',
        actual: scenario.ending,
      });
    requireOwnEnd(scenario);
    requireReport(scenario);
  },
});

/** Requests for pages of the list that were requested before. */
function repeatedRequests(scenario: ScenarioTraffic): readonly ReadExchange[] {
  const seen = new Set<string>();
  return scenario.listRequests.filter((one) => {
    const key = scenario.requestKey(one);
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}

/** The links of the pages that were served; undecided where there are none. */
function requireLinks({ nextLinks }: ScenarioTraffic): readonly NextLink[] {
  if (nextLinks.length === 0) undecided('not-exercised', 'the client was served no page with a `next` link');
  return nextLinks;
}

/** The same, of a client that followed one of them at least. */
function requireFollowed(scenario: ScenarioTraffic): readonly NextLink[] {
  const links = requireLinks(scenario);
  if (!links.some((link) => link.isFollowed)) undecided('not-exercised', nothingFollowed);
  return links;
}

function expectFollowed(scenario: ScenarioTraffic, link: NextLink, message: string): void {
  const assert = () => {
    if (!link.isFollowed) violation(message, { expected: `a request for ${link.uri}`, actual: 'none' });
  };
  // In a capture the client may have gone on from the last page afterwards; a page that it passed by counts.
  if (link.page === scenario.pages.at(-1)) expectAction(scenario, assert);
  else assert();
}

/** Asserts that the client did something in no request; the finding names the first request that did it. */
function expectNone(requests: readonly ReadExchange[], action: string): void {
  const paths = requests.map((one) => one.request.path);
  each(
    [{ exchange: requests[0] }],
    () => expect(paths, `The client ${action} (${counted(paths.length, 'request')}).`).to.be.empty,
  );
}
