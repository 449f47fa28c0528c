import { model } from '../../generated/model.ts';
import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, judged, outcomeOf, undecided } from '../outcome.ts';
import { isTrouble } from './answers.ts';
import type { Judge, JudgeContext } from './judge.ts';
import { addressOf, describeAnswer } from './material.ts';
import { byOperation, caseOf, isSecondLevel, troubleIn } from './pagination-cases.ts';
import { linkCursors, linksHostRelative, nextStays } from './pagination-links.ts';
import { type Listing, listingsOf } from './pagination-lists.ts';
import {
  defaultLimit,
  endingBefore,
  idsAscend,
  limitHonoured,
  linkRels,
  nextWhileMore,
  type Rule,
  startingAfter,
  type Verdict,
  verdictOf,
} from './pagination-pages.ts';
import { emptyPages, prevMirrorsNext, walkComplete } from './pagination-walks.ts';

/** The required rules that top-level lists are held to, each by a requirement of its own. */
const rules: readonly Rule[] = [
  defaultLimit,
  limitHonoured,
  nextWhileMore,
  walkComplete,
  idsAscend,
  startingAfter,
  endingBefore,
  prevMirrorsNext,
  (listing) => emptyPages(listing, 'end').direct,
  (listing) => emptyPages(listing, 'end').link,
  (listing) => emptyPages(listing, 'start').direct,
  (listing) => emptyPages(listing, 'start').link,
  linksHostRelative,
  linkRels,
  linkCursors,
  nextStays,
];

/**
 * One case for each paginated operation. Second-level lists are held to all rules here; of top-level ones it is only said
 * that they were walked, because what is wrong with them has a requirement of its own.
 */
export const nestedLists: Judge = (exchanges, context) => {
  const listings = byOperation(listingsOf(exchanges, context));
  const cases: CaseOutcome[] = [];
  let isAnySeen = false;
  for (const { document, path, paginated } of model.operations) {
    if (!paginated || !context.profiles.some((one) => one.document === document)) continue;
    const seen = listings.get(path) ?? [];
    const hasEntries = seen.some((one) => one.known.length > 0);
    isAnySeen ||= isSecondLevel(path) && hasEntries;
    if (hasEntries) cases.push(isSecondLevel(path) ? nestedCase(path, seen) : topLevelCase(path, seen));
    else cases.push(emptyCase(path, seen, exchanges, context));
  }
  return outcomeOf(isAnySeen ? cases : [], 'no second-level list with entries was answered');
};

function nestedCase(path: string, listings: readonly Listing[]): CaseOutcome {
  const verdicts = listings.flatMap(verdictsOf);
  const trouble = troubleIn(listings);
  const one = caseOf(path, verdicts, trouble, 'no list has a second page');
  // A list that was cut short by an error keeps the rules only as far as it was seen.
  return one.outcome === 'passed' && trouble !== undefined ? undecided(path, 'cantTell', trouble) : one;
}

function verdictsOf(listing: Listing): readonly Verdict[] {
  return rules.map((rule) => verdictOf(rule, listing));
}

function topLevelCase(path: string, listings: readonly Listing[]): CaseOutcome {
  if (listings.every((one) => verdictsOf(one).every(({ findings }) => findings.length === 0)))
    return judged(
      path,
      [],
      ['the yardstick: a top-level list, judged by the other requirements of this theme'],
    );
  return undecided(
    path,
    'inapplicable',
    'a top-level list; other requirements of this theme tell what is wrong',
  );
}

function emptyCase(
  path: string,
  listings: readonly Listing[],
  exchanges: readonly Exchange[],
  context: JudgeContext,
): CaseOutcome {
  const trouble = troubleIn(listings);
  if (trouble !== undefined) return undecided(path, 'cantTell', trouble);
  if (listings.some((one) => one.pages.length > 0))
    return undecided(path, 'inapplicable', 'the list is empty');
  const refused = listings.flatMap((one) => one.others).at(-1);
  const status = refused?.response?.status;
  if (refused && (status === 403 || status === 404))
    return undecided(path, 'inapplicable', `the list is not served to this token (${status})`);
  if (refused) return undecided(path, 'untested', `the list was answered with ${describeAnswer(refused)}`);
  const [, parent = ''] = path.split('/');
  const isParentEmpty = exchanges.some((one) => {
    const found = addressOf(one, context.profiles);
    return found?.operation.path === `/${parent}` && !isTrouble(one) && isWithoutRecords(one);
  });
  if (isSecondLevel(path) && isParentEmpty)
    return undecided(path, 'inapplicable', `the district shares no ${parent}`);
  return undecided(path, 'untested', 'the list was not asked for');
}

function isWithoutRecords(exchange: Exchange): boolean {
  const status = exchange.response?.status;
  return status === 403 || status === 404 || describeAnswer(exchange) === '200 with 0 records';
}
