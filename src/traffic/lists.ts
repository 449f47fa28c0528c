import type { Profile } from '../../contracts/profiles.ts';
import type { OperationModel } from '../model.ts';
import type { Link } from './body.ts';
import type { Certainty } from './certainty.ts';
import { operationsOf } from './operations.ts';
import type { ListPage, ReadExchange } from './read-exchange.ts';
import { findWalks, type Walk } from './walks.ts';

/** A page of a list, with what its request asked for. */
export interface Page extends ListPage {
  readonly ids: readonly string[];
  /** Records that the page may hold: the `limit` that was asked for, or the default. */
  readonly limit: number;
  /** Whether the request named a limit. */
  readonly limitAsked: boolean;
  readonly after: string | undefined;
  readonly before: string | undefined;
  readonly list: List;
}

/** One list, as one token sees it with one set of filters: everything that was requested of it. */
export interface List {
  readonly operation: OperationModel;
  readonly profile: Profile;
  readonly pages: readonly Page[];
  /** Walks along `next` links. */
  readonly forward: readonly Walk[];
  /** Walks along `prev` links. */
  readonly backward: readonly Walk[];
  /** Every id that is known to be in the list, ascending. */
  readonly knownIds: readonly string[];
  /** Requests for pages that got something else than a page. */
  readonly failed: readonly ReadExchange[];
  /** Whether a token may expire, or data be unshared, between two of its pages. */
  readonly mayLockOut: boolean;
  /** The page that an exchange of this list served. */
  pageOf(exchange: ReadExchange): Page | undefined;
}

/** The lists of one operation: other tokens, filters and parents are other lists of the same operation. */
export interface ListGroup {
  /** Path of the operation: `/students`, `/schools/{id}/students`. */
  readonly name: string;
  readonly lists: readonly List[];
  readonly pages: readonly Page[];
  readonly failed: readonly ReadExchange[];
  /** Why nothing may have been seen, where a request for it got an inconclusive response. */
  readonly inconclusive: string | undefined;
}

const ownCategory = 'pagination/';
/** Requests for these requirements change the list, or send an invalid limit. */
const mutating: ReadonlySet<string> = new Set([
  'pagination/stable-under-insert',
  'pagination/stable-under-delete',
  'pagination/bad-limit',
]);

/** Parameters that select a part of a list; all others are filters. */
export const pagingParams: ReadonlySet<string> = new Set(['limit', 'starting_after', 'ending_before']);

/** The lists of the traffic. */
export class Lists {
  readonly all: readonly List[];
  /** By operation. */
  readonly groups: readonly ListGroup[];
  /** Lists at the top of the API, such as `/students`. */
  readonly topLevel: readonly ListGroup[];

  constructor(all: readonly List[]) {
    this.all = all;
    this.groups = [...Map.groupBy(all, (one) => one.operation.path)].map(([path, lists]) =>
      groupOf(path, lists),
    );
    this.topLevel = this.groups.filter(
      (one) => !isSecondLevel(one.name) && (one.pages.length > 0 || one.inconclusive !== undefined),
    );
  }

  /** The lists of an operation, by its path. */
  of(path: string): ListGroup {
    return this.groups.find((one) => one.name === path) ?? groupOf(path, []);
  }
}

export function groupOf(name: string, lists: readonly List[]): ListGroup {
  const failed = lists.flatMap((one) => one.failed);
  const inconclusive = failed.find((one) => one.isInconclusive);
  return {
    name,
    lists,
    pages: lists.flatMap((one) => one.pages),
    failed,
    inconclusive: inconclusive && `the request was answered with ${inconclusive.summary}`,
  };
}

/** `/schools/{id}/students` */
export function isSecondLevel(path: string): boolean {
  return path.includes('{');
}

/**
 * What the suite's own pagination probes asked of a list is one list, since nothing changed meanwhile. Any other traffic (other
 * probes, a capture) is split into walks, since records may have come and gone between two of them.
 */
export function findLists(
  exchanges: readonly ReadExchange[],
  profiles: readonly Profile[],
  { ownSteps }: Certainty,
): Lists {
  const groups = new Map<string, { readonly address: ListAddress; readonly exchanges: ReadExchange[] }>();
  const others: ReadExchange[] = [];
  for (const exchange of exchanges) {
    const claim = exchange.step?.claim ?? '';
    if (mutating.has(claim)) continue;
    if (!claim.startsWith(ownCategory)) {
      others.push(exchange);
      continue;
    }
    const address = listAddressOf(exchange, profiles);
    if (!address || limitOf(exchange, address.profile) === undefined) continue;
    const group = groups.get(address.key);
    if (group) group.exchanges.push(exchange);
    else groups.set(address.key, { address, exchanges: [exchange] });
  }
  const lists = [...groups.values()].map((group) => listFrom(group.address, group.exchanges, false));
  for (const { pages, end } of findWalks(others, 'next')) {
    const walked = pages.map((page) => page.exchange);
    const address = walked[0] && listAddressOf(walked[0], profiles);
    if (!address || walked.some((one) => limitOf(one, address.profile) === undefined)) continue;
    // In the suite's own runs another probe may have provoked the error that ended its walk.
    const ending = end.kind === 'no-page' && !ownSteps ? [end.exchange] : [];
    lists.push(listFrom(address, [...walked, ...ending], !ownSteps));
  }
  return new Lists(lists);
}

function listFrom(
  { operation, profile }: ListAddress,
  exchanges: readonly ReadExchange[],
  mayLockOut: boolean,
): List {
  const pages: Page[] = [];
  const byExchange = new Map<ReadExchange, Page>();
  const failed: ReadExchange[] = [];
  const list: List = {
    operation,
    profile,
    pages,
    forward: findWalks(exchanges, 'next'),
    backward: findWalks(exchanges, 'prev'),
    knownIds: [...new Set(exchanges.flatMap(({ page }) => page?.items.map((item) => item.id) ?? []))].sort(),
    failed,
    mayLockOut,
    pageOf: (exchange) => byExchange.get(exchange),
  };
  for (const exchange of exchanges) {
    const { page, query } = exchange;
    if (!page) {
      failed.push(exchange);
      continue;
    }
    const read: Page = {
      ...page,
      ids: page.items.map((item) => item.id),
      limit: limitOf(exchange, profile) ?? profile.limit.default,
      limitAsked: query.has('limit'),
      after: query.get('starting_after') ?? undefined,
      before: query.get('ending_before') ?? undefined,
      list,
    };
    pages.push(read);
    byExchange.set(exchange, read);
  }
  return list;
}

interface ListAddress {
  readonly operation: OperationModel;
  readonly profile: Profile;
  /** Equal for requests of one token for one list with the same filters. */
  readonly key: string;
}

/** The paginated operation of a request, under whatever version a link may have led to. */
function listAddressOf(exchange: ReadExchange, profiles: readonly Profile[]): ListAddress | undefined {
  const { addressed } = exchange;
  const pathname = exchange.pathname.replace(/^\/v\d+(\.\d+)?(?=\/)/, '');
  const profile = addressed?.profile ?? profiles.find((one) => one.kind === 'data');
  const operation = addressed?.operation ?? (profile && operationAt(pathname, profile));
  if (!profile || !operation?.paginated) return undefined;
  // Only a documented parameter is a filter: one that a server adds to its own links makes no other list.
  const filters = [...exchange.query]
    .filter(([name]) => operation.queryParams.includes(name) && !pagingParams.has(name))
    .map((pair) => pair.join('='))
    .sort();
  return { operation, profile, key: [exchange.token, pathname, ...filters].join('\n') };
}

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

/** The limit that applies, or `undefined` where the request asked for one that the documents do not allow. */
function limitOf({ query }: ReadExchange, profile: Profile): number | undefined {
  const asked = query.getAll('limit');
  if (asked.length === 0) return profile.limit.default;
  const limit = asked.length === 1 && /^\d{1,9}$/.test(asked[0] ?? '') ? Number(asked[0]) : 0;
  return limit >= 1 && limit <= profile.limit.max ? limit : undefined;
}

/** The last place that a page covers: its greatest id, or the cursor after which nothing was found. */
export function edgeOf(page: Page): string {
  return greatest(page.ids) ?? page.after ?? '';
}

/** Known ids of the list that come after what the page covers. */
export function idsAfter(page: Page): readonly string[] {
  const { knownIds } = page.list;
  return knownIds.slice(placeAfter(knownIds, edgeOf(page)));
}

/** Position of the first id above `id` in ascending ids. */
export function placeAfter(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? '') > id) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The links of a page with this `rel`, each URI once. */
export function linkUris(page: ListPage, rel: Link['rel']): readonly string[] {
  return [...new Set(page.links.filter((link) => link.rel === rel).map((link) => link.uri))];
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
