import { greatest, least } from '../../../src/traffic/lists/ids.ts';
import type { ListGroup } from '../../../src/traffic/lists/lists.ts';
import type { FailedPage, Page } from '../../../src/traffic/lists/page.ts';
import { isFirstPage } from '../../../src/traffic/lists/walks.ts';
import { alsoEach, each, expect } from '../../support/server.ts';

/** What top-level lists are held to by a requirement each, and second-level lists by `nested-lists-paginate`. */
export type Rule = (group: ListGroup) => void;

/** Only lists with as many records as the default limit show it: a shorter one would be within it by accident. */
export const expectDefaultLimit: Rule = ({ pages }) =>
  each(
    pages.filter((page) => !page.asks('limit') && mayExceedLimit(page)),
    expectWithinLimit,
  );

/** Refusals of the largest limit are left to `limit-10000-accepted`. */
export const expectLimitHonoured: Rule = ({ pages, failed }) => {
  each(
    pages.filter((page) => page.asks('limit') && mayExceedLimit(page)),
    expectWithinLimit,
  );
  alsoEach(failed.filter(asksFirstPageWithLimit), ({ exchange }) =>
    expect(exchange, 'A documented limit is refused.').to.be.a.listPage(),
  );
};

function expectWithinLimit({ ids, limit }: Page): void {
  expect(ids, 'A page holds more records than its limit.').to.have.sizeAtMost(limit);
}

function mayExceedLimit({ ids, limit, list }: Page): boolean {
  return ids.length >= limit || list.knownIds.length > limit;
}

/** A refusal proves something only where the list has records to serve. */
function asksFirstPageWithLimit({ exchange, list }: FailedPage): boolean {
  const { query } = exchange;
  const isLargest = query.get('limit') === String(list.profile.limit.max);
  return (
    query.has('limit') &&
    !isLargest &&
    isFirstPage(exchange) &&
    !exchange.isInconclusive &&
    list.knownIds.length > 0
  );
}

/** Pages requested with `ending_before` are left out: recorded ones have no `next` link at times. */
export const expectNextWhileMore: Rule = ({ pages }) =>
  each(
    pages.filter((page) => page.isFollowedByRecords),
    (page) => {
      const uris = page.uris('next');
      const text =
        uris.length > 1
          ? 'The `next` links of a page differ.'
          : 'There are more records, but the page has no `next` link.';
      expect(uris, text).to.have.size(1);
    },
  );

/** Within pages and from page to page. A record that comes again is left to `next-walk-complete`. */
export const expectAscendingIds: Rule = ({ pages, lists }) => {
  each(
    pages.filter(({ ids }) => ids.length > 1),
    ({ ids }) => expect(ids, 'Ids do not ascend within a page.').to.be.ascendingIds(),
  );
  const visits = lists.flatMap((list) => list.forward.flatMap((walk) => walk.visits));
  alsoEach(visits, ({ newIds, edgeBefore }) => {
    const lowest = least(newIds);
    if (lowest !== undefined && edgeBefore !== undefined)
      expect(lowest, 'Ids do not ascend from page to page.').to.be.idAfter(edgeBefore);
  });
};

/** Only the first record of the page: what follows it is left to the walks. */
export const expectStartAfterCursor: Rule = ({ pages }) =>
  each(
    pages.filter(({ firstDue }) => firstDue !== undefined),
    ({ ids, after = '', firstDue }) => {
      const text =
        ids.length === 0
          ? 'The page is empty, but there are records after the cursor.'
          : 'The page does not begin after the cursor.';
      expect(ids[0], text).to.be.idAfter(after);
      const first = least(ids.filter((id) => id > after));
      expect(first, 'The page leaves out the record right after the cursor.').to.equal(firstDue);
    },
  );

/** Only the last record of the page: what precedes it is left to the walks. */
export const expectEndBeforeCursor: Rule = ({ pages }) =>
  each(
    pages.filter(({ lastDue }) => lastDue !== undefined),
    ({ ids, before = '', lastDue }) => {
      const text =
        ids.length === 0
          ? 'The page is empty, but there are records before the cursor.'
          : 'The page does not end before the cursor.';
      expect(ids.at(-1), text).to.be.idBefore(before);
      const last = greatest(ids.filter((id) => id < before));
      expect(last, 'The page leaves out the record right before the cursor.').to.equal(lastDue);
    },
  );
