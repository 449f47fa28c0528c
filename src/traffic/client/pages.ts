import { profiles } from '../../../contracts/profiles.ts';
import type { ListPage, ReadExchange } from '../read-exchange.ts';
import type { ScenarioTraffic } from './scenario-traffic.ts';

/** A page that the client was served. */
export interface ServedPage extends ListPage {
  /** The next link as it was given; absent at the end of the list. */
  readonly next: string | undefined;
  /** Records that it may hold: the `limit` that was asked for, or the default. */
  readonly limit: number;
}

/** A next link that the client was given, and the requests that can only have come from it. */
export interface NextLink {
  readonly page: ServedPage;
  /** The response that gave it. */
  readonly exchange: ReadExchange;
  /** The link as it was given. */
  readonly uri: string;
  /** Where it leads, resolved against the origin. */
  readonly url: URL;
  /** Requests for the link's own path and query, parameters in any order. */
  readonly asGiven: readonly ReadExchange[];
  /** Requests with the link's cursor, under whatever path and with whatever else in the query. */
  readonly byCursor: readonly ReadExchange[];
  /** Whether the page that it leads to was requested, in any form. */
  readonly isFollowed: boolean;
}

/** The pages among responses (200 and a list), in the order of their requests. */
export function servedPagesIn(exchanges: readonly ReadExchange[]): readonly ServedPage[] {
  return exchanges.flatMap(({ page }) =>
    page
      ? [
          {
            ...page,
            next: page.links.find((link) => link.rel === 'next')?.uri,
            limit: limitOf(page.exchange),
          },
        ]
      : [],
  );
}

/**
 * The ids that pages have more than once, by the server's doing: a page that was requested again counts once, and a walk that began
 * anew is another walk. `keyOf` is equal for requests of the same page.
 */
export function idsServedTwiceIn(
  pages: readonly ServedPage[],
  keyOf: (exchange: ReadExchange) => string,
): ReadonlySet<string> {
  const twice = new Set<string>();
  const requested = new Set<string>();
  let served = new Set<string>();
  for (const { exchange, items } of pages) {
    if (requested.has(keyOf(exchange))) continue;
    requested.add(keyOf(exchange));
    if (!exchange.query.has('starting_after')) served = new Set();
    for (const { id } of items) (served.has(id) ? twice : served).add(id);
  }
  return twice;
}

/** Records that a request asks for: its `limit`, or the default, also where it is not a number. */
export function limitOf({ query }: ReadExchange): number {
  const limit = Number(query.get('limit') ?? Number.NaN);
  return Number.isFinite(limit) ? limit : profiles[0].limit.default;
}

/** The next links on the client's own origin, in the order of their pages. */
export function nextLinksOf({ pages, ownRequests, origin }: ScenarioTraffic): readonly NextLink[] {
  const requestsTo = Map.groupBy(ownRequests, (one) => targetOf(one.pathname, one.query));
  const requestsAfter = Map.groupBy(ownRequests, (one) => one.query.get('starting_after'));
  return pages.flatMap((page): readonly NextLink[] => {
    const { next: uri, exchange } = page;
    if (uri === undefined || !URL.canParse(uri, origin)) return [];
    const url = new URL(uri, origin);
    if (url.origin !== origin) return [];
    const cursor = url.searchParams.get('starting_after');
    const asGiven = requestsTo.get(targetOf(url.pathname, url.searchParams)) ?? [];
    const byCursor = (cursor !== null && requestsAfter.get(cursor)) || [];
    return [
      { page, exchange, uri, url, asGiven, byCursor, isFollowed: asGiven.length + byCursor.length > 0 },
    ];
  });
}

/** Whether two queries have the same parameters, in any order. */
export function isSameQuery(one: URLSearchParams, other: URLSearchParams): boolean {
  return targetOf('', one) === targetOf('', other);
}

/** Equal for requests of one path with the same parameters in any order. */
function targetOf(pathname: string, query: URLSearchParams): string {
  return JSON.stringify([pathname, ...[...query].map((pair) => pair.join('=')).sort()]);
}
