import type { Profile } from '../../../contracts/profiles.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { trimmed } from '../../arrays.ts';
import type { Certainty } from '../certainty.ts';
import { barePageOf, type ListPage } from '../list-page.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { joinContinued, type WalkedList } from './continued-walks.ts';
import { ascendingOnce, joined, least, placeAfter, placeOf } from './ids.ts';
import { type ListAddress, limitOf, listAddressOf } from './list-address.ts';
import { type OutsideRequest, requestsOutside } from './list-ends.ts';
import { type FailedPage, Page } from './page.ts';
import { findWalks, isFirstPage, type Walk } from './walks.ts';

/** One list, as one token sees it with one set of filters: everything that was requested of it. */
export class List {
  readonly operation: OperationModel;
  readonly profile: Profile;
  readonly pages: readonly Page[];
  readonly failed: readonly FailedPage[];
  /** Every id that is known to be in the list, ascending. */
  readonly knownIds: readonly string[];
  /** Whether a token may expire, or data be unshared, between two of its pages. */
  readonly mayLockOut: boolean;
  readonly #exchanges: readonly ReadExchange[];
  readonly #pageOf: (exchange: ReadExchange) => ListPage | undefined;
  #forward: readonly Walk[] | undefined;
  #backward: readonly Walk[] | undefined;
  #outside: { readonly end: OutsideRequests; readonly start: OutsideRequests } | undefined;

  constructor(
    { operation, profile }: Pick<ListAddress, 'operation' | 'profile'>,
    exchanges: readonly ReadExchange[],
    mayLockOut: boolean,
  ) {
    this.operation = operation;
    this.profile = profile;
    this.mayLockOut = mayLockOut;
    this.#exchanges = exchanges;
    this.#pageOf = operation.enveloped ? ({ page }) => page : barePageOf;
    const read = exchanges.map((exchange) => ({ exchange, page: this.#pageOf(exchange) }));
    this.pages = trimmed(read.flatMap(({ page }) => (page ? [new Page(page, this)] : [])));
    this.failed = trimmed(read.filter((one) => !one.page).map(({ exchange }) => ({ exchange, list: this })));
    this.knownIds = ascendingOnce(joined(this.pages));
  }

  /** Walks along `next` links. */
  get forward(): readonly Walk[] {
    this.#forward ??= findWalks(this.#exchanges, 'next', this.#pageOf);
    return this.#forward;
  }

  /** Walks along `prev` links. */
  get backward(): readonly Walk[] {
    this.#backward ??= findWalks(this.#exchanges, 'prev', this.#pageOf);
    return this.#backward;
  }

  /** Requests for pages after the last record (`end`) or before the first one (`start`). */
  outside(side: 'end' | 'start'): OutsideRequests {
    this.#outside ??= { end: requestsOutside(this, 'end'), start: requestsOutside(this, 'start') };
    return this.#outside[side];
  }

  /** `/schools/{id}/students` */
  get isSecondLevel(): boolean {
    return this.operation.path.includes('{');
  }

  knows(id: string): boolean {
    return this.knownIds[placeOf(this.knownIds, id)] === id;
  }

  /** The first known id above this one. */
  idAfter(id: string): string | undefined {
    return this.knownIds[placeAfter(this.knownIds, id)];
  }

  /** The last known id below this one. */
  idBefore(id: string): string | undefined {
    return this.knownIds[placeOf(this.knownIds, id) - 1];
  }

  /** Known ids that a walk has passed by: above where it began, below its greatest one, and not among those that it visited. */
  skippedBy({ ids, edge, start }: Walk): readonly string[] {
    const passed = placeAfter(this.knownIds, edge);
    const from = placeOf(this.knownIds, start);
    return passed - from === ids.size ? [] : this.knownIds.slice(from, passed).filter((id) => !ids.has(id));
  }

  /** Known ids above `low` and below `high` that are not among `seen`. */
  missingBetween(low: string, high: string, seen: ReadonlySet<string>): readonly string[] {
    const { knownIds } = this;
    return knownIds.slice(placeAfter(knownIds, low), placeOf(knownIds, high)).filter((id) => !seen.has(id));
  }

  /** A request after the last record, where a page without `next` shows that it is the last. */
  isAfterTheEnd({ query }: ReadExchange): boolean {
    const last = this.knownIds.at(-1);
    if (last === undefined || query.get('starting_after') !== last) return false;
    return this.pages.some(
      (page) => page.before === undefined && page.edge === last && page.uris('next').length === 0,
    );
  }

  /** A request before the first record, where a page without a cursor shows that it is the first. */
  isBeforeTheStart({ query }: ReadExchange): boolean {
    const [first] = this.knownIds;
    if (first === undefined || query.get('ending_before') !== first) return false;
    return this.pages.some((page) => isFirstPage(page.exchange) && least(page.ids) === first);
  }
}

type OutsideRequests = readonly OutsideRequest[];

/** Requests for lists, of one operation or chosen otherwise: the material of a case. */
export interface ListGroup {
  /** Path of the operation: `/students`, `/schools/{id}/students`. */
  readonly name: string;
  readonly lists: readonly List[];
  readonly pages: readonly Page[];
  readonly failed: readonly FailedPage[];
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

/** The lists of the traffic. */
export class Lists {
  readonly all: readonly List[];
  /** By operation: other tokens, filters and parents are other lists of the same operation. */
  readonly groups: readonly ListGroup[];
  /** Lists at the top of the API, such as `/students`, by operation. */
  readonly topLevel: readonly ListGroup[];
  /** The lists that were served at any level, by operation. */
  readonly served: readonly ListGroup[];

  constructor(all: readonly List[]) {
    this.all = all;
    this.groups = [...Map.groupBy(all, (one) => one.operation.path)].map(([path, lists]) =>
      groupOf(path, lists),
    );
    this.topLevel = this.groups.filter(
      ({ lists, pages, inconclusive }) =>
        !lists[0]?.isSecondLevel && (pages.length > 0 || inconclusive !== undefined),
    );
    this.served = this.groups.filter(
      (group) => this.topLevel.includes(group) || group.pages.some(({ ids }) => ids.length > 0),
    );
  }

  /** The lists of an operation, by its path. */
  of(path: string): ListGroup {
    return this.groups.find((one) => one.name === path) ?? groupOf(path, []);
  }
}

/** Requests for these lists: all of them, or those that `isMeant` selects. */
export function groupOf(
  name: string,
  lists: readonly List[],
  isMeant: (request: FailedPage) => boolean = () => true,
): ListGroup {
  const failed = lists.flatMap((one) => one.failed.filter(isMeant));
  const inconclusive = failed.find(({ exchange }) => exchange.isInconclusive)?.exchange;
  return {
    name,
    lists,
    pages: lists.flatMap((one) => one.pages.filter(isMeant)),
    failed,
    inconclusive: inconclusive && `the request was answered with ${inconclusive.summary}`,
  };
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
  const lists = [...groups.values()].map((group) => new List(group.address, group.exchanges, false));
  const walks: WalkedList[] = [];
  for (const { pages, end } of findWalks(others, 'next')) {
    const walked = pages.map((page) => page.exchange);
    const address = walked[0] && listAddressOf(walked[0], profiles);
    if (!address || walked.some((one) => limitOf(one, address.profile) === undefined)) continue;
    // In the suite's own runs another probe may have provoked the error that ended its walk.
    const ending = end.kind === 'no-page' && !ownSteps ? [end.exchange] : [];
    walks.push({ address, exchanges: [...walked, ...ending] });
  }
  for (const { address, exchanges: some } of ownSteps ? walks : joinContinued(walks))
    lists.push(new List(address, some, !ownSteps));
  return new Lists(lists);
}
