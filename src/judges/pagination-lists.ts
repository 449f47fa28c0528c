import type { Profile } from '../../contracts/profiles.ts';
import { type Exchange, pathnameOf, queryOf } from '../exchange.ts';
import type { OperationModel } from '../model.ts';
import type { JudgeContext } from './judge.ts';
import { addressOf, type ListPage, listOf, operationsOf, tokenOf } from './material.ts';
import { findWalks, type Walk } from './walks.ts';

/** A page with what its request asked for. */
export interface Page extends ListPage {
  readonly ids: readonly string[];
  /** Entries that the page may hold: the `limit` asked for, or the default. */
  readonly limit: number;
  /** Whether the request named the limit. */
  readonly limitAsked: boolean;
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** One list, seen by one token, with one set of filters: all that was asked of it. */
export interface Listing {
  readonly operation: OperationModel;
  readonly profile: Profile;
  readonly pages: readonly Page[];
  readonly forward: readonly Walk[];
  readonly backward: readonly Walk[];
  /** Every id that is known to be in the list, ascending. */
  readonly known: readonly string[];
  /** Requests for pages that got something else; only those of our own probes are looked at. */
  readonly others: readonly Exchange[];
  /** Somebody's traffic, in which a token may come to its end between two pages. */
  readonly isCaptured: boolean;
  page(exchange: Exchange): Page | undefined;
}

const own = 'pagination/';
/** Under these claims the list changes, or the limit is none. */
const apart: ReadonlySet<string> = new Set([
  'pagination/stable-under-insert',
  'pagination/stable-under-delete',
  'pagination/bad-limit',
]);

/**
 * Lists in the traffic. What our own probes asked of a list is seen as a whole, since nothing changed meanwhile; any other
 * traffic (other probes, a captured file) only walk by walk, since records may have come and gone between two walks.
 */
export function listingsOf(exchanges: readonly Exchange[], context: JudgeContext): readonly Listing[] {
  const known = remembered.get(exchanges);
  if (known?.context === context) return known.listings;
  const listings = findListings(exchanges, context);
  remembered.set(exchanges, { context, listings });
  return listings;
}

/** Twenty judges look at the same exchanges; the same evidence gives the same lists. */
const remembered = new WeakMap<
  readonly Exchange[],
  { readonly context: JudgeContext; readonly listings: readonly Listing[] }
>();

function findListings(exchanges: readonly Exchange[], context: JudgeContext): readonly Listing[] {
  const groups = new Map<string, { addressed: ListAddress; exchanges: Exchange[] }>();
  const foreign: Exchange[] = [];
  for (const exchange of exchanges) {
    const claim = exchange.step?.claim ?? '';
    if (apart.has(claim)) continue;
    if (!claim.startsWith(own)) {
      foreign.push(exchange);
      continue;
    }
    const addressed = listAddressOf(exchange, context.profiles);
    if (!addressed || limitOf(exchange, addressed.profile) === undefined) continue;
    const group = groups.get(addressed.key);
    if (group) group.exchanges.push(exchange);
    else groups.set(addressed.key, { addressed, exchanges: [exchange] });
  }
  const listings = [...groups.values()].map((group) => listingFrom(group.addressed, group.exchanges, false));
  for (const walk of findWalks(foreign, 'next')) {
    const pages = walk.pages.map((page) => page.exchange);
    const addressed = pages[0] && listAddressOf(pages[0], context.profiles);
    if (!addressed || pages.some((page) => limitOf(page, addressed.profile) === undefined)) continue;
    // In our own runs another probe may have meant the error that ended its walk.
    const ending = walk.end.kind === 'answer' && context.subject === 'har' ? [walk.end.exchange] : [];
    listings.push(listingFrom(addressed, [...pages, ...ending], context.subject === 'har'));
  }
  return listings;
}

function listingFrom(
  { operation, profile }: ListAddress,
  exchanges: readonly Exchange[],
  isCaptured: boolean,
): Listing {
  const pages = new Map<Exchange, Page>();
  const others: Exchange[] = [];
  for (const exchange of exchanges) {
    const page = listOf(exchange);
    if (!page) {
      others.push(exchange);
      continue;
    }
    const query = queryOf(exchange);
    pages.set(exchange, {
      ...page,
      ids: page.items.map((item) => item.id),
      limit: limitOf(exchange, profile) ?? profile.limit.default,
      limitAsked: query.has('limit'),
      after: query.get('starting_after') ?? undefined,
      before: query.get('ending_before') ?? undefined,
    });
  }
  const known = new Set<string>();
  for (const page of pages.values()) for (const id of page.ids) known.add(id);
  return {
    operation,
    profile,
    pages: [...pages.values()],
    forward: findWalks(exchanges, 'next'),
    backward: findWalks(exchanges, 'prev'),
    known: [...known].sort(),
    others,
    isCaptured,
    page: (exchange) => pages.get(exchange),
  };
}

interface ListAddress {
  readonly operation: OperationModel;
  readonly profile: Profile;
  /** Equal for requests of one token for one list with the same filters. */
  readonly key: string;
}

/** The paginated operation of a request, in whatever version a link may have led to. */
function listAddressOf(exchange: Exchange, profiles: readonly Profile[]): ListAddress | undefined {
  const found = addressOf(exchange, profiles);
  const pathname = pathnameOf(exchange).replace(/^\/v\d+(\.\d+)?(?=\/)/, '');
  const profile = found?.profile ?? profiles.find((one) => one.kind === 'data');
  const operation = found?.operation ?? (profile && operationAt(pathname, profile));
  if (!profile || !operation?.paginated) return undefined;
  // Only what the operation takes can be a filter: a parameter that a server puts into its own links makes no other list.
  const filters = [...queryOf(exchange)]
    .filter(([name]) => operation.queryParams.includes(name) && !pagingParams.has(name))
    .map((pair) => pair.join('='))
    .sort();
  return { operation, profile, key: [tokenOf(exchange), pathname, ...filters].join('\n') };
}

/** Parameters that say which part of a list is wanted; all others are filters. */
export const pagingParams: ReadonlySet<string> = new Set(['limit', 'starting_after', 'ending_before']);

function operationAt(pathname: string, profile: Profile): OperationModel | undefined {
  const segments = pathname.split('/');
  return operationsOf(profile).find((operation) => {
    const parts = operation.path.split('/');
    return (
      operation.paginated &&
      parts.length === segments.length &&
      parts.every((part, at) => part === segments[at] || part.startsWith('{'))
    );
  });
}

/** The limit in force, or `undefined` where what was asked is no limit that the documents allow. */
function limitOf(exchange: Exchange, profile: Profile): number | undefined {
  const asked = queryOf(exchange).getAll('limit');
  if (asked.length === 0) return profile.limit.default;
  const limit = asked.length === 1 && /^\d{1,9}$/.test(asked[0] ?? '') ? Number(asked[0]) : 0;
  return limit >= 1 && limit <= profile.limit.max ? limit : undefined;
}

/** The last place that a page covers: its greatest id, or the cursor after which nothing was found. */
export function edgeOf(page: Page): string {
  return greatest(page.ids) ?? page.after ?? '';
}

export function greatest(ids: readonly string[]): string | undefined {
  return ids.reduce<string | undefined>(
    (best, id) => (best === undefined || id > best ? id : best),
    undefined,
  );
}

export function least(ids: readonly string[]): string | undefined {
  return ids.reduce<string | undefined>(
    (best, id) => (best === undefined || id < best ? id : best),
    undefined,
  );
}

/** Entries of the list that follow on what the page covers. */
export function following(listing: Listing, page: Page): readonly string[] {
  const edge = edgeOf(page);
  return listing.known.filter((id) => id > edge);
}
