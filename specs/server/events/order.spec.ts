import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { claim, each, expect, undecided, violation } from '../../support/server.ts';

/** An id has whole seconds and `created` has milliseconds, so within a second the two may disagree. */
const toleranceMs = 1000;

type OrderCase = 'ids' | 'times' | 'pages' | 'list';

claim('events/list-ascends', {
  cases: (traffic) => {
    const { pages } = traffic.events;
    const named = (name: OrderCase, exchange?: ReadExchange) => ({ name, ...(exchange ? { exchange } : {}) });
    if (pages.some(({ events }) => events.length > 1))
      return [named('ids'), named('times'), named('pages', walkIn(traffic).walk?.pages.at(-1)?.exchange)];
    return pages.length > 0 || wholeListIn(traffic)?.isTransient ? [named('list')] : [];
  },
  otherwise: {
    untested: (traffic: Traffic) => {
      const asked = wholeListIn(traffic);
      return asked ? `the list was answered with ${asked.summary}` : 'no events were requested';
    },
  },
  assert: ({ name }, traffic) => {
    if (name === 'ids') expectAscendingIds(traffic);
    else if (name === 'times') expectAscendingTimes(traffic);
    else if (name === 'pages') expectPagesOfWhole(traffic);
    else if (traffic.events.pages.length > 0) undecided('not-offered', 'the list has fewer than two events');
    else undecided('inconclusive-response', `the request was answered with ${wholeListIn(traffic)?.summary}`);
  },
});

function walkIn(traffic: Traffic) {
  return traffic.events.walkIn(traffic.steps('events/list-ascends'));
}

function wholeListIn(traffic: Traffic): ReadExchange | undefined {
  return traffic.steps('events/list-ascends').find((one) => one.name === 'whole')?.exchanges[0];
}

/** Within each page. */
function expectAscendingIds({ events: { pages } }: Traffic): void {
  each(pages, ({ events }) => {
    const at = events.findIndex(({ id }, index) => index > 0 && id <= (events[index - 1]?.id ?? ''));
    if (at > 0)
      violation('The ids of events do not ascend.', {
        expected: `an id above ${events[at - 1]?.id}`,
        actual: events[at]?.id,
      });
  });
}

/** Within each page. */
function expectAscendingTimes({ events: { pages } }: Traffic): void {
  const timed = pages.map(({ exchange, events }) => ({
    exchange,
    times: events.flatMap(({ createdMs }) => createdMs ?? []),
  }));
  if (timed.flatMap(({ times }) => times).length < 2)
    undecided('unreadable', 'the events have no times of creation');
  each(timed, ({ times }) => {
    let [latestMs = 0] = times;
    for (const ms of times) {
      expect(new Date(ms), 'An older event comes after a newer one.').to.be.at.least(
        new Date(latestMs - toleranceMs),
      );
      latestMs = Math.max(latestMs, ms);
    }
  });
}

/** The pages of a walk, put together, are the list that was requested as a whole. */
function expectPagesOfWhole(traffic: Traffic): void {
  const { whole, walk } = walkIn(traffic);
  if (!whole || !walk) undecided('not-offered', 'the list was not walked');
  const ids = whole.events.map((event) => event.id);
  const walked = walk.pages.flatMap((page) => page.items.map((item) => item.id));
  const at = walked.findIndex((id, index) => index < ids.length && id !== ids[index]);
  if (at >= 0)
    expect(walked[at], `Event ${at + 1} of the pages is not the one of the whole list.`).to.equal(ids[at]);
  if (walk.end.kind === 'no-page')
    undecided('inconclusive-response', `a page was answered with ${walk.end.exchange.summary}`);
  if (walk.pages.length === 1 && walked.length >= ids.length)
    undecided('not-offered', 'the list has one page only');
  expect(walk.pages, 'The list ends after its first page.').to.have.sizeAtLeast(2);
}
