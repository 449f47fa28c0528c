import { claim, each, expect } from '../../support/server.ts';
import {
  expectAscendingIds,
  expectDefaultLimit,
  expectEndBeforeCursor,
  expectNextWhileMore,
  expectStartAfterCursor,
} from './page-rules.ts';

const noList = 'no list was served';
const noSecondPage = 'no list with a second page was seen';
const noCursor = 'no page was requested with such a cursor';

claim('pagination/default-limit-100', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noList, inapplicable: 'the list was not seen to have more than 100 records' },
  assert: expectDefaultLimit,
});

/** Only forward: a page requested with `ending_before` need not be full, as recordings show. */
claim('pagination/full-pages', {
  cases: ({ lists }) => lists.served,
  otherwise: { untested: noList, inapplicable: noSecondPage },
  assert: ({ pages }) =>
    each(
      pages.filter((page) => page.isFollowedByRecords),
      ({ ids, limit }) =>
        expect(ids, 'A page is short although more records follow.').to.have.sizeAtLeast(limit),
    ),
});

claim('pagination/next-while-more', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noList, inapplicable: noSecondPage },
  assert: expectNextWhileMore,
});

claim('pagination/ids-ascend', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noList, inapplicable: 'no page with two records was seen' },
  assert: expectAscendingIds,
});

claim('pagination/starting-after-excludes-cursor', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noCursor },
  assert: expectStartAfterCursor,
});

claim('pagination/ending-before-excludes-cursor', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noCursor },
  assert: expectEndBeforeCursor,
});
