import { apiFor } from '../../../src/api.ts';
import type { UndecidedCode } from '../../../src/claims/undecided.ts';
import type { ListGroup } from '../../../src/traffic/lists/lists.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';
import { claim, holds, note, undecided } from '../../support/server.ts';
import {
  expectCursorsOfThePage,
  expectHostRelativeLinks,
  expectKnownRels,
  expectSameCollection,
} from './link-rules.ts';
import {
  expectAscendingIds,
  expectDefaultLimit,
  expectEndBeforeCursor,
  expectLimitHonoured,
  expectNextWhileMore,
  expectStartAfterCursor,
} from './page-rules.ts';
import { expectCompleteWalks, expectEmptyPages, expectSameWayBack } from './walk-rules.ts';

/** Everything that a required requirement holds top-level lists to. */
function expectRequired(group: ListGroup): void {
  expectDefaultLimit(group);
  expectLimitHonoured(group);
  expectNextWhileMore(group);
  expectCompleteWalks(group);
  expectAscendingIds(group);
  expectStartAfterCursor(group);
  expectEndBeforeCursor(group);
  expectSameWayBack(group);
  for (const side of ['end', 'start'] as const)
    for (const isLinked of [false, true]) expectEmptyPages(group, { side, isLinked });
  expectHostRelativeLinks(group);
  expectKnownRels(group);
  expectCursorsOfThePage(group);
  expectSameCollection(group);
}

/**
 * One case for each paginated operation. Top-level lists are listed to show that they were walked; what is wrong with them is
 * reported by other requirements.
 */
claim('pagination/nested-lists-paginate', {
  cases: paginatedOperations,
  otherwise: {
    untested: 'no second-level list with records was served',
    inapplicable: 'no list has a second page',
  },
  assert: ({ group, isSecondLevel }, traffic) => {
    if (!hasRecords(group)) undecided(...emptyReason(group, isSecondLevel, traffic));
    if (isSecondLevel) expectRequired(group);
    else if (holds(group, () => expectRequired(group)))
      note('a top-level list, for comparison: other requirements of this category judge it');
    else
      undecided(
        'not-offered',
        'a top-level list; other requirements of this category report what is wrong with it',
      );
  },
  // A list that was cut short by an error meets the rules only as far as it was seen.
  control: ({ group, isSecondLevel, inconclusive }) => {
    if (isSecondLevel && hasRecords(group) && inconclusive !== undefined)
      undecided('inconclusive-response', inconclusive);
  },
});

function paginatedOperations({ lists, profiles }: Traffic) {
  const paths = profiles
    .flatMap((one) => apiFor(one).operations)
    .filter(({ paginated }) => paginated)
    .map(({ path }) => path);
  const cases = [...new Set(paths)].map((path) => {
    const group = lists.of(path);
    return { name: path, group, isSecondLevel: path.includes('{'), inconclusive: group.inconclusive };
  });
  return cases.some(({ group, isSecondLevel }) => isSecondLevel && hasRecords(group)) ? cases : [];
}

function hasRecords({ lists }: ListGroup): boolean {
  return lists.some((list) => list.knownIds.length > 0);
}

/** Why a list without records cannot be judged. */
function emptyReason(
  { name, pages, failed, inconclusive }: ListGroup,
  isSecondLevel: boolean,
  { exchanges }: Traffic,
): [UndecidedCode, string] {
  if (inconclusive !== undefined) return ['inconclusive-response', inconclusive];
  if (pages.length > 0) return ['not-offered', 'the list is empty'];
  const refused = failed.at(-1)?.exchange;
  if (refused?.status === 403 || refused?.status === 404)
    return ['not-offered', `the list is not served to this token (${refused.status})`];
  if (refused) return ['precondition-failed', `the list was answered with ${refused.summary}`];
  const [, parent = ''] = name.split('/');
  const isParentEmpty = exchanges.some(
    (one) => one.addressed?.operation.path === `/${parent}` && isWithoutRecords(one),
  );
  return isSecondLevel && isParentEmpty
    ? ['not-offered', `the district shares no ${parent}`]
    : ['not-exercised', 'the list was not requested'];
}

function isWithoutRecords({ status, page }: ReadExchange): boolean {
  return status === 403 || status === 404 || page?.items.length === 0;
}
