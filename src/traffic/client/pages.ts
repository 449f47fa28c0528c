import { profiles } from '../../../contracts/profiles.ts';
import { isObject } from '../../text/json.ts';
import type { Link, ListItem } from '../body.ts';
import type { ListPage } from '../list-page.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { ScenarioTraffic } from './scenario-traffic.ts';

/** A page that the client was served. */
export class ServedPage implements ListPage {
  readonly exchange: ReadExchange;
  readonly ids: readonly string[];
  readonly links: readonly Link[];
  /** Records that it may hold: the `limit` that was asked for, or the default. */
  readonly limit: number;

  constructor({ exchange, ids, links }: ListPage) {
    this.exchange = exchange;
    this.ids = ids;
    this.links = links;
    this.limit = limitOf(exchange);
  }

  get items(): readonly ListItem[] {
    return this.exchange.page?.items ?? [];
  }

  /** Whether it has a list of links that can all be read, so that one without next is the end. */
  get hasReadableLinks(): boolean {
    const { json } = this.exchange;
    return (
      isObject(json) &&
      Array.isArray(json.links) &&
      json.links.every((link: unknown) => isObject(link) && typeof link.uri === 'string')
    );
  }

  /** The next link as it was given; `undefined` at the end of the list. */
  get next(): string | undefined {
    return this.links.find((link) => link.rel === 'next')?.uri;
  }
}

/** A next link that the client was given, and the requests that can only have come from it. */
export class NextLink {
  readonly page: ServedPage;
  /** The link as it was given. */
  readonly uri: string;
  /** Requests for the link's own path and query, parameters in any order. */
  readonly asGiven: readonly ReadExchange[];
  /** Requests with the link's cursor, under whatever path and with whatever else in the query. */
  readonly byCursor: readonly ReadExchange[];

  constructor(
    page: ServedPage,
    uri: string,
    asGiven: readonly ReadExchange[],
    byCursor: readonly ReadExchange[],
  ) {
    this.page = page;
    this.uri = uri;
    this.asGiven = asGiven;
    this.byCursor = byCursor;
  }

  /** The response that gave it. */
  get exchange(): ReadExchange {
    return this.page.exchange;
  }

  /** Where it leads, resolved against the origin. Made anew each time: a URL takes a kilobyte. */
  get url(): URL {
    return new URL(this.uri, this.exchange.request.origin);
  }

  /** Whether it is no other than the request of its page with the last id as cursor, so that a client may also have built it. */
  get isBuildable(): boolean {
    const last = this.page.ids.at(-1);
    const { pathname, query } = this.exchange;
    const built = new URLSearchParams(query);
    built.set('starting_after', last ?? '');
    return last !== undefined && this.url.pathname === pathname && isSameQuery(this.url.searchParams, built);
  }

  /** Whether the page that it leads to was requested, in any form. */
  get isFollowed(): boolean {
    return this.asGiven.length + this.byCursor.length > 0;
  }
}

/** The pages among responses (200 and a list), in the order of their requests. */
export function servedPagesIn(exchanges: readonly ReadExchange[]): readonly ServedPage[] {
  return exchanges.flatMap(({ page }) => (page ? [new ServedPage(page)] : []));
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
  for (const { exchange, ids } of pages) {
    if (requested.has(keyOf(exchange))) continue;
    requested.add(keyOf(exchange));
    if (!exchange.query.has('starting_after')) served = new Set();
    for (const id of ids) (served.has(id) ? twice : served).add(id);
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
    const { next: uri } = page;
    if (uri === undefined || !URL.canParse(uri, origin)) return [];
    const url = new URL(uri, origin);
    // No document has links without a leading slash: they lead elsewhere from the page than from the origin.
    if (url.origin !== origin || url.href !== new URL(uri, origin + page.exchange.pathname).href) return [];
    const cursor = url.searchParams.get('starting_after');
    const asGiven = requestsTo.get(targetOf(url.pathname, url.searchParams)) ?? none;
    const byCursor = (cursor !== null && requestsAfter.get(cursor)) || none;
    return [new NextLink(page, uri, asGiven, byCursor)];
  });
}

const none: readonly ReadExchange[] = [];

/** Whether two queries have the same parameters, in any order. */
export function isSameQuery(one: URLSearchParams, other: URLSearchParams): boolean {
  return targetOf('', one) === targetOf('', other);
}

/** Equal for requests of one path with the same parameters in any order. */
function targetOf(pathname: string, query: URLSearchParams): string {
  return JSON.stringify([pathname, ...[...query].map((pair) => pair.join('=')).sort()]);
}
