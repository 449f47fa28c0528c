import { findLink, type LinkRefusal, resolveLink } from '../client/links.ts';
import { type Exchange, jsonOf, pathnameOf, queryOf } from '../exchange.ts';
import { isObject, type ListPage, listOf, tokenOf } from './material.ts';

/** Pages of one list, each of them reached by the link of the page before: found in any traffic, whoever walked. */
export interface Walk {
  readonly rel: 'next' | 'prev';
  /** At least one, in the order in which they were asked for. */
  readonly pages: readonly ListPage[];
  /** Its first page was asked for without a cursor. */
  readonly fromStart: boolean;
  readonly end: WalkEnd;
}

/** Why a walk went no further. */
export type WalkEnd =
  /** By itself: its last page has no such link. */
  | { readonly kind: 'own' }
  /** Whoever walked stopped there: nobody asked for the page that the last link leads to. */
  | { readonly kind: 'cut' }
  /** The last link leads to a page that the walk has seen. */
  | { readonly kind: 'cycle' }
  /** The last link must not be followed, or cannot be read. */
  | {
      readonly kind: 'refused';
      readonly reason: LinkRefusal | 'links-not-a-list' | 'uri-not-text' | 'ambiguous';
    }
  /** The page was asked for, and what came is an error, no list or nothing. */
  | { readonly kind: 'answer'; readonly exchange: Exchange };

/** Where a link of a page leads: a key that is equal for equal requests, or the reason why nobody may go there. */
type Step = { readonly to: string } | { readonly end: WalkEnd };

interface Open {
  readonly pages: ListPage[];
  readonly visited: Set<string>;
  step: Step;
  trouble: Exchange | undefined;
}

/**
 * The walks in any traffic. Every list answer belongs to one walk; one that nobody walked on from is a walk of one page.
 * A page that failed and was asked for again does not end a walk. Two requests count as the same when token, origin,
 * path and query parameters agree, in whatever order the parameters come.
 */
export function findWalks(exchanges: readonly Exchange[], rel: Walk['rel']): readonly Walk[] {
  const walks: Open[] = [];
  const waiting = new Map<string, Open[]>();
  for (const exchange of exchanges) {
    if (exchange.request.method !== 'GET') continue;
    const key = keyOf(tokenOf(exchange), exchange.request.origin, exchange.request.path);
    const expecting = waiting.get(key);
    const page = listOf(exchange);
    if (!page) {
      const last = expecting?.at(-1);
      if (last) last.trouble = exchange;
      continue;
    }
    let walk = expecting?.pop();
    if (!walk) {
      walk = { pages: [], visited: new Set(), step: { end: { kind: 'own' } }, trouble: undefined };
      walks.push(walk);
    }
    walk.pages.push(page);
    walk.visited.add(key);
    walk.trouble = undefined;
    walk.step = stepFrom(page, rel, walk.visited);
    if ('to' in walk.step) {
      const others = waiting.get(walk.step.to);
      if (others) others.push(walk);
      else waiting.set(walk.step.to, [walk]);
    }
  }
  return walks.map(({ pages, step, trouble }) => ({
    rel,
    pages,
    fromStart: pages[0] !== undefined && isFirstPage(pages[0].exchange),
    end: 'end' in step ? step.end : trouble ? { kind: 'answer', exchange: trouble } : { kind: 'cut' },
  }));
}

/** Asked for without a cursor, so it begins where the list begins. */
export function isFirstPage(exchange: Exchange): boolean {
  const query = queryOf(exchange);
  return !query.has('starting_after') && !query.has('ending_before') && !query.has('page');
}

function stepFrom(page: ListPage, rel: Walk['rel'], visited: ReadonlySet<string>): Step {
  const { exchange } = page;
  const body = jsonOf(exchange);
  const found = findLink(isObject(body) ? body.links : undefined, rel);
  if (!found.ok) return { end: { kind: 'refused', reason: found.reason } };
  if (found.uri === undefined) return { end: { kind: 'own' } };
  const { origin } = exchange.request;
  const resolved = resolveLink(found.uri, { origin, collectionPath: pathnameOf(exchange) });
  if (!resolved.ok) return { end: { kind: 'refused', reason: resolved.reason } };
  const to = keyOf(tokenOf(exchange), origin, resolved.url.slice(new URL(resolved.url).origin.length));
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
