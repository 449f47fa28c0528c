import { groupOf, type ListGroup, type Lists } from '../../../src/traffic/lists/lists.ts';
import type { FailedPage } from '../../../src/traffic/lists/page.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { claim, each, expect, note, undecided } from '../../support/server.ts';
import { expectLimitHonoured } from './page-rules.ts';

claim('pagination/limit-honoured', {
  cases: ({ lists }) => requestsByLimit(lists),
  otherwise: {
    untested: 'no list was served that was requested with a limit',
    inapplicable: 'no list has that many records',
  },
  assert: expectLimitHonoured,
});

/** One case for each limit in the traffic, in ascending order. */
function requestsByLimit({ all }: Lists): readonly ListGroup[] {
  const lists = all.filter((list) => !list.isSecondLevel);
  if (lists.every((list) => list.pages.length === 0)) return [];
  const requests = lists.flatMap(({ pages, failed }): readonly FailedPage[] => [...pages, ...failed]);
  const limits = new Set(requests.map(limitIn).filter((limit) => limit !== undefined));
  return [...limits]
    .sort((a, b) => a - b)
    .map((limit) => groupOf(`limit=${limit}`, lists, (request) => limitIn(request) === limit));
}

function limitIn({ exchange: { query } }: FailedPage): number | undefined {
  return query.has('limit') ? Number(query.get('limit')) : undefined;
}

/** The largest documented limit, on any list that is served without it. */
claim('pagination/limit-10000-accepted', {
  cases: ({ lists }) => lists.groups.map(withLargestLimit).filter(({ requests }) => requests.length > 0),
  otherwise: { untested: 'no list with records was requested with the largest limit' },
  assert: ({ requests }) =>
    each(requests, ({ exchange }) => {
      if (exchange.isInconclusive)
        undecided('inconclusive-response', `the request was answered with ${exchange.summary}`);
      expect(exchange, 'The largest documented limit is refused.').to.be.a.listPage();
    }),
});

/** For each list the request with the largest limit: one that shows records, else one that was refused. */
function withLargestLimit({ name, lists }: ListGroup) {
  const requests = lists.flatMap(({ pages, failed, profile, knownIds }) => {
    const asksLargest = ({ exchange }: FailedPage) =>
      exchange.query.get('limit') === String(profile.limit.max);
    const served = pages.find((page) => asksLargest(page) && page.ids.length > 0);
    const refused = failed.find(asksLargest);
    // A list without records may be refused for another reason.
    return served ?? (refused && (refused.exchange.isInconclusive || knownIds.length > 0) ? refused : []);
  });
  return { name: `${name}?limit=${lists[0]?.profile.limit.max}`, requests };
}

/** Observed: a note says what the response was. Only a server error, or a page without bounds, is wrong. */
claim('pagination/bad-limit', {
  cases: (traffic) =>
    servesValidLimit(traffic)
      ? traffic.steps('pagination/bad-limit').filter((one) => one.role('control') === undefined)
      : [],
  otherwise: {
    untested: (traffic: Traffic) =>
      servesValidLimit(traffic) ? 'no invalid limit was sent' : 'the list was not served with a valid limit',
  },
  assert: ({ exchanges }, { profiles }) => {
    const limit = profiles.find((one) => one.kind === 'data')?.limit.default ?? 0;
    each(exchanges, ({ status, page, summary }) => {
      if (status === 0 || status === 429) undecided('inconclusive-response', `answered with ${summary}`);
      expect(status, 'An invalid limit causes a server error.').to.be.below(500);
      expect(page?.ids ?? [], 'An invalid limit removes the limit.').to.have.sizeAtMost(limit);
      note(`the response was ${summary}`);
    });
  },
});

function servesValidLimit(traffic: Traffic): boolean {
  const steps = traffic.steps('pagination/bad-limit');
  return steps.flatMap((one) => one.roles('control'))[0]?.page !== undefined;
}
