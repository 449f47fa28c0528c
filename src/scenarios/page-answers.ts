import type { Answer, Asked, GoodAnswer } from './scenario.ts';

/** Building blocks for rules about lists: parsing, modifying and serializing pages. */

/** Applies to every request. */
export const always = 1_000_000;

/** Large enough for three pages of the default limit. */
export const threePages = { students: 230, pageSize: 100 } as const;

export interface PageLink {
  readonly rel: string;
  readonly uri: string;
}

export interface Entry {
  readonly data: Readonly<Record<string, unknown>>;
  readonly uri?: string;
}

export interface PageBody {
  readonly data: readonly Entry[];
  readonly links: readonly PageLink[];
}

/** Matches every page of the job's list. */
export function isList(asked: Asked): boolean {
  return asked.isList;
}

/** Modifies the normal page. Other responses, such as errors, are passed through. */
export function changedPage(good: GoodAnswer, change: (page: PageBody) => unknown): Answer {
  const page = pageIn(good);
  return page ? { body: JSON.stringify(change(page)) } : {};
}

/** The normal page with a next link to `uri`; other links stay. */
export function leadingTo(good: GoodAnswer, uri: string): Answer {
  return changedPage(good, (page) => ({ ...page, links: withNext(page.links, uri) }));
}

/** Replaces the next link, or appends one. */
export function withNext(links: readonly PageLink[], uri: string): readonly PageLink[] {
  return [...links.filter((link) => link.rel !== 'next'), { rel: 'next', uri }];
}

/** Changes the `uri` of the next link, if there is one. */
export function rewriteNext(good: GoodAnswer, change: (uri: string) => string): Answer {
  return changedPage(good, (page) => ({
    ...page,
    links: page.links.map((link) => (link.rel === 'next' ? { ...link, uri: change(link.uri) } : link)),
  }));
}

/** Path and query of this list with another cursor; otherwise as sent by the client. */
export function listAt(asked: Asked, cursor?: string): string {
  const query = new URLSearchParams(asked.query);
  for (const name of ['starting_after', 'ending_before']) query.delete(name);
  if (cursor !== undefined) query.set('starting_after', cursor);
  return query.size === 0 ? asked.pathname : `${asked.pathname}?${query}`;
}

/** The id just below another one, which is unused because seeded ids are at least a second apart. */
export function idBelow(id: string): string {
  return (BigInt(`0x${id}`) - 1n).toString(16).padStart(24, '0');
}

export function idOf(entry: Entry | undefined): string {
  return String(entry?.data.id ?? '');
}

function pageIn(good: GoodAnswer): PageBody | undefined {
  if (good.status !== 200) return undefined;
  const body = JSON.parse(good.body) as Partial<PageBody>;
  return Array.isArray(body.data) && Array.isArray(body.links) ? (body as PageBody) : undefined;
}
