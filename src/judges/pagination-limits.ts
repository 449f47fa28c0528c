import { type Exchange, queryOf } from '../exchange.ts';
import { type CaseOutcome, judged, outcomeOf, undecided } from '../outcome.ts';
import { findingAt, isTrouble, whyPassing } from './answers.ts';
import type { Judge } from './judge.ts';
import { byOperation, caseOf, topLevel, troubleIn, whyNone } from './pagination-cases.ts';
import { linksKeepQuery } from './pagination-links.ts';
import { type Listing, listingsOf, pagingParams } from './pagination-lists.ts';
import { limitHonoured } from './pagination-pages.ts';

/** One case for each limit in the traffic; telling only where a list has more entries than that, or as many. */
export const limitCases: Judge = (exchanges, context) => {
  const listings = topLevel(listingsOf(exchanges, context));
  const asked = listings.flatMap(({ pages, others }) => [...pages.map((page) => page.exchange), ...others]);
  const limits = new Set(asked.filter((one) => queryOf(one).has('limit')).map(limitIn));
  const cases = [...limits]
    .sort((a, b) => a - b)
    .map((limit) => {
      const those = listings.map((listing) => withLimit(listing, limit));
      return caseOf(
        `limit=${limit}`,
        those.map(limitHonoured),
        troubleIn(those),
        'no list has that many entries',
      );
    });
  return outcomeOf(listings.some((one) => one.pages.length > 0) ? cases : [], whyNone);
};

function withLimit(listing: Listing, limit: number): Listing {
  const has = (exchange: Exchange) => queryOf(exchange).has('limit') && limitIn(exchange) === limit;
  const pages = listing.pages.filter((page) => has(page.exchange));
  return { ...listing, pages, others: listing.others.filter(has) };
}

function limitIn(exchange: Exchange): number {
  return Number(queryOf(exchange).get('limit'));
}

/** The greatest documented limit, on any list that is served without it. */
export const tenThousand: Judge = (exchanges, context) => {
  const cases: CaseOutcome[] = [];
  for (const [path, listings] of byOperation(listingsOf(exchanges, context)))
    for (const { pages, others, profile } of listings) {
      const isAsked = (exchange: Exchange) => queryOf(exchange).get('limit') === String(profile.limit.max);
      const served = pages.find((page) => isAsked(page.exchange) && page.ids.length > 0);
      const refused = others.find(isAsked);
      const name = `${path}?limit=${profile.limit.max}`;
      if (served) cases.push(judged(name, []));
      else if (refused && isTrouble(refused)) cases.push(undecided(name, 'cantTell', whyPassing(refused)));
      else if (refused && pages.some((page) => page.ids.length > 0))
        cases.push(judged(name, [findingAt(refused, 'The greatest limit is refused.', '200 with a list')]));
    }
  return outcomeOf(cases, 'no list with entries was asked for with the greatest limit');
};

/** One case for `limit`, one for each filter. */
export const keptQuery: Judge = (exchanges, context) => {
  const listings = topLevel(listingsOf(exchanges, context)).filter((one) => one.pages.length > 0);
  const names = new Set(['limit', ...listings.flatMap(filtersOf)]);
  const cases = [...names].map((name) => {
    const those = listings
      .map((listing) => ({
        ...listing,
        pages: listing.pages.filter((page) => queryOf(page.exchange).has(name)),
      }))
      .filter((listing) => listing.pages.length > 0);
    const whyNot = `no page that was asked for with ${name} has a next or prev link`;
    return caseOf(name, those.map(linksKeepQuery), troubleIn(those), whyNot);
  });
  return outcomeOf(listings.length > 0 ? cases : [], whyNone);
};

function filtersOf(listing: Listing): string[] {
  return listing.pages.flatMap((page) =>
    [...queryOf(page.exchange).keys()].filter((name) => !pagingParams.has(name)),
  );
}
