import { groupOf, type ListGroup, type Lists } from '../../../src/traffic/lists/lists.ts';
import { claim, undecided } from '../../support/server.ts';
import { expectCompleteWalks, expectEmptyPages, expectSameWayBack, type Outside } from './walk-rules.ts';

const noList = 'no list was served';

claim('pagination/next-walk-complete', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: {
    untested: noList,
    inapplicable: 'no walk over several pages was followed to its end',
  },
  assert: expectCompleteWalks,
});

/** Pages need not offer `prev`; where they do and no request followed, the requirement is untested. */
claim('pagination/prev-walk-mirrors-next', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: 'no `prev` link was offered and followed' },
  assert: (group, { lists }) => {
    expectSameWayBack(group);
    if (!offersPrev(lists) && group.inconclusive === undefined)
      undecided('not-offered', 'no page has a `prev` link');
  },
});

function offersPrev({ all }: Lists): boolean {
  return all.some(({ pages }) => pages.some((page) => page.uris('prev').length > 0));
}

claim('pagination/empty-page-after-the-end', {
  cases: ({ lists }) =>
    outsideCases(lists, 'end', ['starting_after the last id', 'next past the last entry']),
  otherwise: { untested: 'no page after the last record was requested' },
  assert: (group) => expectEmptyPages(group, group),
});

claim('pagination/empty-page-before-the-start', {
  cases: ({ lists }) =>
    outsideCases(lists, 'start', ['ending_before the first id', 'prev before the first entry']),
  otherwise: { untested: 'no page before the first record was requested' },
  assert: (group) => expectEmptyPages(group, group),
});

/** One case for requests that chose the cursor, one for links, which a server need not offer. */
function outsideCases(
  { all }: Lists,
  side: Outside['side'],
  [chosen, linked]: readonly [string, string],
): readonly (ListGroup & Outside)[] {
  const lists = all.filter((list) => !list.isSecondLevel && list.pages.length > 0);
  if (lists.length === 0) return [];
  return [
    { ...groupOf(chosen, lists), side, isLinked: false },
    { ...groupOf(linked, lists), side, isLinked: true, inconclusive: undefined },
  ];
}
