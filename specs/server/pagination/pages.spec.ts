import { edgeOf, greatest, idsAfter, least, linkUris, type Page } from '../../../src/traffic/lists.ts';
import { claim, each, expect, violation } from '../../support/server.ts';

const noList = 'no list was answered';
const noSecondPage = 'no list with a second page was seen';

claim('pagination/default-limit-100', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noList, inapplicable: 'the list was not seen to have more than 100 entries' },
  assert: ({ pages }) => each(pages.filter(showsDefaultLimit), expectWithinLimit),
});

function expectWithinLimit({ ids, limit }: Page): void {
  expect(ids, 'A page holds more records than its limit.').to.have.lengthOf.at.most(limit);
}

/** A short list would be within the limit by accident. */
function showsDefaultLimit({ limitAsked, ids, limit, list }: Page): boolean {
  return !limitAsked && (ids.length >= limit || list.knownIds.length > limit);
}

/** Only forward: a page requested with `ending_before` need not be full, as recordings show. */
claim('pagination/full-pages', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noList, inapplicable: noSecondPage },
  assert: ({ pages }) =>
    each(pages.filter(isFollowedByRecords), ({ ids, limit }) =>
      expect(ids, 'A page is short although more records follow.').to.have.lengthOf.at.least(limit),
    ),
});

claim('pagination/next-while-more', {
  cases: ({ lists }) => lists.topLevel,
  otherwise: { untested: noList, inapplicable: noSecondPage },
  assert: ({ pages }) =>
    each(pages.filter(isFollowedByRecords), (page) => {
      const links = linkUris(page, 'next');
      expect(links, 'There are more records, but the page has no `next` link.').to.not.be.empty;
      expect(links, 'The `next` links of a page differ.').to.have.lengthOf(1);
    }),
});

function isFollowedByRecords(page: Page): boolean {
  return page.before === undefined && idsAfter(page).length > 0;
}
