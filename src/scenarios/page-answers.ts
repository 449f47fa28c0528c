import type { Answer, Asked, GoodAnswer } from './scenario.ts';

/** What rules about lists are made of: pages that are taken apart, bent, and put together again. */

/** As often as it is asked. */
export const always = 1_000_000;

/** Large enough for three pages of the default limit: a client that counts entries cannot tell them from plain ones. */
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

/** Whether it is the list of students that is asked for, under any version and with any cursor. */
export function isList(asked: Asked): boolean {
  return asked.method === 'GET' && /^\/v\d+(?:\.\d+)?\/students$/.test(asked.pathname);
}

/** The good page, changed. What is no page (a refusal, for one) goes out as it is. */
export function changedPage(good: GoodAnswer, change: (page: PageBody) => unknown): Answer {
  const page = pageIn(good);
  return page ? { body: JSON.stringify(change(page)) } : {};
}

/** The good page with a next link that leads to `uri`; other links stay. */
export function leadingTo(good: GoodAnswer, uri: string): Answer {
  return changedPage(good, (page) => ({ ...page, links: withNext(page.links, uri) }));
}

/** Links with the next one changed, or with one at the end. */
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

/** Path and query of this list, with another cursor; the rest of the query as the client sent it. */
export function listAt(asked: Asked, cursor?: string): string {
  const query = new URLSearchParams(asked.query);
  for (const name of ['starting_after', 'ending_before']) query.delete(name);
  if (cursor !== undefined) query.set('starting_after', cursor);
  return query.size === 0 ? asked.pathname : `${asked.pathname}?${query}`;
}

/** The id just below another one. Seeded ids are at least a second apart, so nobody has it. */
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
