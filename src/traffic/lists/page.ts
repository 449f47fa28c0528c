import { type ResolvedLink, resolveLink, splitVersion } from '../../client/links.ts';
import type { Link, ListItem } from '../body.ts';
import type { ListPage } from '../list-page.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { greatest, least } from './ids.ts';
import { limitOf } from './list-address.ts';
import type { List } from './lists.ts';
import { isFirstPage } from './walks.ts';

/** A page of a list, with what its request asked for. */
export class Page implements ListPage {
  readonly exchange: ReadExchange;
  readonly list: List;
  readonly ids: readonly string[];
  /** Records that the page may hold: the `limit` that was asked for, or the default. */
  readonly limit: number;
  readonly after: string | undefined;
  readonly before: string | undefined;
  #links: readonly PageLink[] | undefined;

  constructor({ exchange, ids }: Pick<ListPage, 'exchange' | 'ids'>, list: List) {
    const { query } = exchange;
    this.exchange = exchange;
    this.list = list;
    this.ids = ids;
    this.limit = limitOf(exchange, list.profile) ?? list.profile.limit.default;
    this.after = query.get('starting_after') ?? undefined;
    this.before = query.get('ending_before') ?? undefined;
  }

  get items(): readonly ListItem[] {
    return this.exchange.page?.items ?? [];
  }

  /** Whether the request has this parameter. */
  asks(name: string): boolean {
    return this.exchange.query.has(name);
  }

  /** The well-formed links, in their order. */
  get links(): readonly PageLink[] {
    this.#links ??= this.exchange.links.map((link) => new PageLink(link, this));
    return this.#links;
  }

  /** Where the links with this `rel` lead, each URI once. */
  uris(rel: Link['rel']): readonly string[] {
    return [...new Set(this.exchange.links.filter((link) => link.rel === rel).map((link) => link.uri))];
  }

  /** The last place that the page covers: its greatest id, or the cursor after which nothing was found. */
  get edge(): string {
    return greatest(this.ids) ?? this.after ?? '';
  }

  /** Requested without `ending_before`, and more records of the list come after the page. */
  get isFollowedByRecords(): boolean {
    return this.before === undefined && this.list.idAfter(this.edge) !== undefined;
  }

  /** Known ids that the page leaves out between two of its own, or, on a first page, before them. */
  get leftOut(): readonly string[] {
    if (this.ids.length === 0) return [];
    const low = isFirstPage(this.exchange) ? '' : (least(this.ids) ?? '');
    return this.list.missingBetween(low, this.edge, new Set(this.ids));
  }

  /** Ids that the page has more than once. */
  get repeatedIds(): readonly string[] {
    const seen = new Set<string>();
    return this.ids.filter((id) => seen.size === seen.add(id).size);
  }

  /** The known id that a page requested with `starting_after` has to begin with. */
  get firstDue(): string | undefined {
    const { after, before, list } = this;
    return after !== undefined && before === undefined && list.knows(after) ? list.idAfter(after) : undefined;
  }

  /** The known id that a page requested with `ending_before` has to end with. */
  get lastDue(): string | undefined {
    const { after, before, list } = this;
    return before !== undefined && after === undefined && list.knows(before)
      ? list.idBefore(before)
      : undefined;
  }
}

/** A link of a page, and where it leads. */
export class PageLink implements Link {
  readonly rel: string;
  readonly uri: string;
  readonly page: Page;
  #resolved: ResolvedLink | undefined;

  constructor({ rel, uri }: Link, page: Page) {
    this.rel = rel;
    this.uri = uri;
    this.page = page;
  }

  /** Where the link leads. */
  get resolved(): ResolvedLink {
    const { request, pathname } = this.exchange;
    this.#resolved ??= resolveLink(this.uri, { origin: request.origin, collectionPath: pathname });
    return this.#resolved;
  }

  get exchange(): ReadExchange {
    return this.page.exchange;
  }

  /** The same; `undefined` for one that must not be followed. Made anew each time: a URL takes a kilobyte. */
  get target(): URL | undefined {
    const { resolved } = this;
    return resolved.ok ? new URL(resolved.url) : undefined;
  }

  /** The path and query of the link are on the page's own origin; it may lead to another collection. */
  get isOnOrigin(): boolean {
    const { resolved } = this;
    return resolved.ok || resolved.reason === 'other-collection';
  }

  /** `/v2.0`, or `''` for a link without a version; `undefined` for one that must not be followed. */
  get version(): string | undefined {
    const { target } = this;
    return target && splitVersion(target.pathname)[0];
  }
}

/** A request for a page of a list that got something else than a page. */
export interface FailedPage {
  readonly exchange: ReadExchange;
  readonly list: List;
}
