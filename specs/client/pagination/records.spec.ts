import { profiles } from '../../../contracts/profiles.ts';
import { counted } from '../../../src/traffic/client/endings.ts';
import type { ScenarioTraffic } from '../../../src/traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { claim, each, expect, requireReached, undecided, violation } from '../../support/client.ts';
import { describedOnly } from '../described-only.ts';
import {
  expectHonestReport,
  expectNoStandstill,
  requireOwnEnd,
  requireReport,
  requireWayOn,
} from '../endings.ts';

const { limit } = profiles[0];

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
      const { isUsual, pages, ownRequests, wasStopped } = scenario;
      const wasServed = pages.length > 0 && ownRequests.every(({ status }) => status === 200);
      if (isUsual && wasServed && !hasEveryPage && !wasStopped)
        violation('Nothing went wrong, but the client did not read the whole list.', {
          expected: 'the client reports "complete"',
          actual: scenario.ending,
        });
      // A limit on time may have come first; one on requests cannot, for a list of few pages.
      if (!hasEveryPage || (scenario.wasStopped && scenario.report.endedBy !== 'requests'))
        undecided('not-reached', why);
      violation('Every page was served, but the client reported "incomplete".', {
        expected: 'the client reports "complete"',
        actual: scenario.ending,
      });
    }
    requireWayOn(scenario);
    if (scenario.reportedIds.missing.length > 0 && scenario.pages.some((page) => !page.hasReadableLinks))
      undecided('not-offered', 'a page came without links, which is up to other requirements');
    // Records of a page that never came do not make a set complete, however the client found their ids.
    const { missing, repeated, unknown } = scenario.reportedIds;
    const total = scenario.truth.length;
    // What the server sent twice is up to client-holds-repeated-record-once.
    const own = repeated.filter((id) => !scenario.idsServedTwice.has(id));
    // What a client that filters a list itself holds besides was in that list.
    const foreign = scenario.filtersItself ? [] : unknown;
    const differences = [
      { ids: missing, message: `The client misses ${missing.length} of ${counted(total, 'record')}.` },
      { ids: own, message: `The client has ${counted(own.length, 'record')} more than once.` },
      {
        ids: foreign,
        message: `The client reports ${counted(foreign.length, 'id')} of records that the server never had.`,
      },
    ];
    each(differences, ({ ids, message }) => expect(ids, message).to.be.empty);
  },
});

claim('pagination/client-distrusts-missing-links', {
  assert: (scenario) => {
    requireReached(scenario);
    requireReport(scenario);
    requireOwnEnd(scenario);
    expectHonestReport(scenario);
  },
});

claim('pagination/client-holds-repeated-record-once', {
  assert: (scenario) => {
    requireReport(scenario);
    if (scenario.report?.says === 'incomplete')
      undecided('not-offered', 'the client does not report that it has the whole list');
    if (scenario.idsServedTwice.size === 0) undecided('not-offered', 'the client was served no record twice');
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
    each([{ exchange: repeated[maxRepeats] }], () => {
      if (repeated.length > maxRepeats)
        violation('The client kept following a loop of `next` links.', {
          expected: `an end after at most ${counted(maxRepeats, 'repeated request')}`,
          actual: counted(repeated.length, 'repeated request'),
        });
    });
    // A client that has every record found another way out of the loop, with cursors of its own.
    const isPartial = scenario.reportedIds.missing.length > 0;
    if (scenario.reachedAnyRule && isPartial && scenario.report?.says === 'complete') {
      requireWayOn(scenario);
      violation('The client reported "complete" although the list ended in a loop.', {
        expected: 'the client reports "incomplete"',
        actual: scenario.ending,
      });
    }
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
