import { trimmed } from '../../arrays.ts';
import { findLink, type LinkRefusal, resolveLink } from '../../client/links.ts';
import { isObject } from '../../text/json.ts';
import type { ListPage } from '../list-page.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { greatest, joined, least } from './ids.ts';

/** Pages of one list, each reached by the link of the page before it, whichever client followed it. */
export class Walk {
  readonly rel: 'next' | 'prev';
  /** At least one, in the order of their requests. */
  readonly pages: readonly ListPage[];
  readonly end: WalkEnd;
  #visits: readonly Visit[] | undefined;
  #ids: ReadonlySet<string> | undefined;

  constructor(rel: Walk['rel'], pages: readonly ListPage[], end: WalkEnd) {
    this.rel = rel;
    this.pages = pages;
    this.end = end;
  }

  /** Its first page was requested without a cursor. */
  get fromStart(): boolean {
    return this.pages[0] !== undefined && isFirstPage(this.pages[0].exchange);
  }

  /** The least id of its first page, or `''` where that is the first page of the list. */
  get start(): string {
    return this.fromStart ? '' : (least(this.pages[0]?.ids ?? []) ?? '');
  }

  /** Where it went no further: the request that got no page, else its last page. */
  get exchange(): ReadExchange {
    return this.end.kind === 'no-page' ? this.end.exchange : this.pages.at(-1)!.exchange;
  }

  /** Its pages, with what each adds to those before it. */
  get visits(): readonly Visit[] {
    this.#visits ??= visitsOf(this.pages);
    return this.#visits;
  }

  /** The ids of all its pages. */
  get ids(): ReadonlySet<string> {
    if (this.#ids) return this.#ids;
    const ids = new Set(joined(this.pages));
    // A set takes more than the ids of a page, and is made as fast as they are read.
    if (this.pages.length > 1) this.#ids = ids;
    return ids;
  }

  /** The greatest id of all its pages; `''` where there is none. */
  get edge(): string {
    return greatest(joined(this.pages)) ?? '';
  }

  /** Pages at the end that hold no record. */
  get trailingEmptyPages(): number {
    return this.pages.length - 1 - this.pages.findLastIndex((page) => page.ids.length > 0);
  }
}

/** A page of a walk, compared with the pages before it. */
export interface Visit {
  readonly exchange: ReadExchange;
  /** Ids that the walk has not met before. */
  readonly newIds: readonly string[];
  /** Ids that the walk has met before, on this page or an earlier one. */
  readonly repeatedIds: readonly string[];
  /** The greatest id of the pages before it. */
  readonly edgeBefore: string | undefined;
}

/** Why a walk went no further. */
export type WalkEnd =
  /** `complete`: its last page has no such link. */
  | { readonly kind: 'complete' }
  /** `cut`: the last page's link was never requested. */
  | { readonly kind: 'cut' }
  /** `cycle`: the last link leads to a page that the walk has seen. */
  | { readonly kind: 'cycle' }
  /** `refused`: the last link must not be followed, or cannot be read. */
  | {
      readonly kind: 'refused';
      readonly reason: LinkRefusal | 'links-not-a-list' | 'uri-not-text' | 'ambiguous';
    }
  /** `no-page`: the page was requested, and an error, something else than a list, or nothing came. */
  | { readonly kind: 'no-page'; readonly exchange: ReadExchange };

/** Where a link of a page leads: a key that is equal for equal requests, or the end of the walk. */
type Lead = { readonly to: string } | { readonly end: WalkEnd };

interface WalkInProgress {
  readonly pages: ListPage[];
  readonly visited: Set<string>;
  lead: Lead;
  failed: ReadExchange | undefined;
}

/**
 * Finds walks in any traffic: a page belongs to the latest walk whose last link it is the target of. Requests are equal
 * whatever the order of their parameters. `pageOf`: what counts as a page.
 */
export function findWalks(
  exchanges: readonly ReadExchange[],
  rel: Walk['rel'],
  pageOf: (exchange: ReadExchange) => ListPage | undefined = ({ page }) => page,
): readonly Walk[] {
  const walks: WalkInProgress[] = [];
  const waiting = new Map<string, WalkInProgress[]>();
  for (const exchange of exchanges) {
    if (exchange.method !== 'GET') continue;
    const key = keyOf(exchange.token, exchange.request.origin, exchange.request.path);
    const expecting = waiting.get(key);
    const page = pageOf(exchange);
    if (!page) {
      const last = expecting?.at(-1);
      if (last) last.failed = exchange;
      continue;
    }
    let walk = expecting?.pop();
    if (!walk) {
      walk = { pages: [], visited: new Set(), lead: { end: { kind: 'complete' } }, failed: undefined };
      walks.push(walk);
    }
    walk.pages.push(page);
    walk.visited.add(key);
    walk.failed = undefined;
    walk.lead = leadFrom(page, rel, walk.visited);
    if ('to' in walk.lead) {
      const others = waiting.get(walk.lead.to);
      if (others) others.push(walk);
      else waiting.set(walk.lead.to, [walk]);
    }
  }
  return walks.map(({ pages, lead, failed }) => {
    const end: WalkEnd = failed ? { kind: 'no-page', exchange: failed } : { kind: 'cut' };
    return new Walk(rel, trimmed(pages), 'end' in lead ? lead.end : end);
  });
}

function visitsOf(pages: readonly ListPage[]): readonly Visit[] {
  const seen = new Set<string>();
  let edge: string | undefined;
  return pages.map(({ exchange, ids }) => {
    const fresh: string[] = [];
    const repeated: string[] = [];
    for (const id of ids) {
      if (seen.has(id)) repeated.push(id);
      else fresh.push(id);
      seen.add(id);
    }
    const newIds = repeated.length === 0 ? ids : trimmed(fresh);
    const visit = { exchange, newIds, repeatedIds: trimmed(repeated), edgeBefore: edge };
    edge = greatest(edge === undefined ? newIds : [edge, ...newIds]);
    return visit;
  });
}

/** Requested without a cursor, so it begins where the list begins. */
export function isFirstPage({ query }: Pick<ReadExchange, 'query'>): boolean {
  return !query.has('starting_after') && !query.has('ending_before') && !query.has('page');
}

function leadFrom({ exchange }: ListPage, rel: Walk['rel'], visited: ReadonlySet<string>): Lead {
  const { json } = exchange;
  const found = findLink(isObject(json) ? json.links : undefined, rel);
  if (!found.ok) return { end: { kind: 'refused', reason: found.reason } };
  if (found.uri === undefined) return { end: { kind: 'complete' } };
  const { origin } = exchange.request;
  const resolved = resolveLink(found.uri, { origin, collectionPath: exchange.pathname });
  if (!resolved.ok) return { end: { kind: 'refused', reason: resolved.reason } };
  const to = keyOf(exchange.token, origin, resolved.url.slice(new URL(resolved.url).origin.length));
  return visited.has(to) ? { end: { kind: 'cycle' } } : { to };
}

function keyOf(token: string, origin: string, path: string): string {
  const at = path.indexOf('?');
  const pathname = at < 0 ? path : path.slice(0, at);
  const query = [...new URLSearchParams(at < 0 ? '' : path.slice(at + 1))]
    .map((pair) => pair.join('='))
    .sort();
  return [token, origin, pathname, ...query].join('\n');
}
