import { outcomeOf } from '../outcome.ts';
import type { Judge, ServerJudges } from './judge.ts';
import { caseOf, onEachList, topLevel, troubleIn, untestedInstead, whyNone } from './pagination-cases.ts';
import { badLimit, stableUnderDelete, stableUnderInsert } from './pagination-changes.ts';
import { keptQuery, limitCases, tenThousand } from './pagination-limits.ts';
import { linkCursors, linksHostRelative, linksKeepVersion, nextStays } from './pagination-links.ts';
import { listingsOf } from './pagination-lists.ts';
import { nestedLists } from './pagination-nested.ts';
import {
  defaultLimit,
  endingBefore,
  fullPages,
  idsAscend,
  linkRels,
  nextWhileMore,
  selfLink,
  startingAfter,
} from './pagination-pages.ts';
import { emptyPages, prevMirrorsNext, walkComplete } from './pagination-walks.ts';

const noSecondPage = 'no list with a second page was seen';
const noLinks = 'no page has such links';

/** How lists are cut into pages, judged in any traffic that holds lists. */
export const paginationJudges: ServerJudges<'pagination'> = {
  'pagination/default-limit-100': onEachList(
    defaultLimit,
    'the list was not seen to have more than 100 entries',
  ),
  'pagination/full-pages': onEachList(fullPages, noSecondPage),
  'pagination/limit-honoured': limitCases,
  'pagination/limit-10000-accepted': tenThousand,
  'pagination/next-while-more': onEachList(nextWhileMore, noSecondPage),
  'pagination/next-walk-complete': onEachList(
    walkComplete,
    'no walk over several pages was followed to its end',
  ),
  'pagination/ids-ascend': onEachList(idsAscend, 'no page with two entries was seen'),
  'pagination/starting-after-excludes-cursor': onEachList(
    startingAfter,
    'no such page was asked for',
    'untested',
  ),
  'pagination/ending-before-excludes-cursor': onEachList(
    endingBefore,
    'no such page was asked for',
    'untested',
  ),
  'pagination/prev-walk-mirrors-next': prevWalk,
  'pagination/empty-page-after-the-end': emptyCases('end', [
    'starting_after the last id',
    'next past the last entry',
  ]),
  'pagination/empty-page-before-the-start': emptyCases('start', [
    'ending_before the first id',
    'prev before the first entry',
  ]),
  'pagination/links-host-relative': onEachList(linksHostRelative, noLinks),
  'pagination/link-rels-known': onEachList(linkRels, noLinks),
  'pagination/link-cursor-form': onEachList(linkCursors, noLinks),
  'pagination/next-stays-in-collection': onEachList(nextStays, noLinks),
  'pagination/links-keep-query': keptQuery,
  'pagination/links-keep-version': onEachList(linksKeepVersion, noLinks),
  'pagination/self-link': onEachList(selfLink, noLinks),
  'pagination/nested-lists-paginate': nestedLists,
  'pagination/stable-under-insert': stableUnderInsert,
  'pagination/stable-under-delete': stableUnderDelete,
  'pagination/bad-limit': badLimit,
};

/** Pages need not offer prev; where they do and nobody follows, it is untested. */
function prevWalk(...[exchanges, context]: Parameters<Judge>): ReturnType<Judge> {
  const outcome = onEachList(prevMirrorsNext, 'no prev link was offered and followed')(exchanges, context);
  const isOffered = listingsOf(exchanges, context).some(({ pages }) =>
    pages.some((page) => page.links.some((link) => link.rel === 'prev')),
  );
  return isOffered ? untestedInstead(outcome) : outcome;
}

/** One case for the way by a cursor of one's own, one for the way by a link, which a server need not offer. */
function emptyCases(side: 'end' | 'start', [direct, link]: readonly [string, string]): Judge {
  return (exchanges, context) => {
    const listings = topLevel(listingsOf(exchanges, context)).filter((one) => one.pages.length > 0);
    const verdicts = listings.map((listing) => emptyPages(listing, side));
    const ways = [
      caseOf(
        direct,
        verdicts.map((one) => one.direct),
        troubleIn(listings),
        'no such page was asked for',
      ),
      caseOf(
        link,
        verdicts.map((one) => one.link),
        undefined,
        'no such link was offered and followed',
      ),
    ];
    return untestedInstead(outcomeOf(listings.length > 0 ? ways : [], whyNone));
  };
}
