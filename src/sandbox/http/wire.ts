import type { Answer } from './answer.ts';
import { json } from './answer.ts';

/** Paging as asked for in a query. */
export interface Paging {
  readonly limit: number;
  /** Ids are compared as text, in lower case. */
  readonly cursor?: { readonly kind: 'after' | 'before'; readonly id: string } | { readonly kind: 'last' };
}

/** A parsed query: paging, and the other parameters in their original order. */
export interface Query {
  readonly paging: Paging;
  /** `limit=3&school=…`, undecoded, for the links; '' when there is none. */
  readonly kept: string;
  readonly params: URLSearchParams;
}

/** Error body of the Data API: `{error}` as recorded, although the published description differs. */
export function dataError(status: number, error: string): Answer {
  return json(status, { error });
}

export const notFound: Answer = dataError(404, 'Resource not found');

/** Unknown paths return HTML, as recorded. */
export function htmlNotFound(method: string, path: string): Answer {
  const text = `Cannot ${method} ${path}`.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
  return {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
    body: `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>${text}</pre>\n</body>\n</html>\n`,
  };
}

/**
 * Parses the query of a list. Returns an error response if it is invalid: 400 for an invalid limit or cursor, 413 for a
 * limit over the maximum. Unknown parameters are repeated in links and otherwise ignored.
 */
export function readQuery(
  search: string,
  limits: { readonly default: number; readonly max: number },
): Query | Answer {
  if (search === '') return { paging: { limit: limits.default }, kept: '', params: new URLSearchParams() };
  if (/%(?![0-9a-f]{2})/i.test(search))
    return dataError(400, 'Could not parse the query: broken percent encoding');
  const params = new URLSearchParams(search);
  const kept = search
    .split('&')
    .filter((part) => part !== '' && !/^(starting_after|ending_before)(=|$)/.test(part))
    .join('&');

  const limit = params.get('limit') ?? String(limits.default);
  if (!/^\d+$/.test(limit) || /^0+$/.test(limit)) {
    return dataError(
      400,
      `Could not parse limit '${shown(limit)}': a whole number from 1 to ${limits.max} is expected`,
    );
  }
  if (Number(limit) > limits.max) return dataError(413, `limit may be at most ${limits.max}`);

  const after = params.get('starting_after');
  const before = params.get('ending_before');
  if (after !== null && before !== null) {
    return dataError(400, 'starting_after and ending_before cannot be combined');
  }
  const cursor = after ?? before;
  if (cursor === null) return { paging: { limit: Number(limit) }, kept, params };
  if (before === 'last') return { paging: { limit: Number(limit), cursor: { kind: 'last' } }, kept, params };
  if (!/^[0-9a-f]{24}$/i.test(cursor)) {
    const name = after === null ? 'ending_before' : 'starting_after';
    return dataError(400, `Could not parse ${name} '${shown(cursor)}': an id of 24 hex digits is expected`);
  }
  const kind = after === null ? 'before' : 'after';
  return { paging: { limit: Number(limit), cursor: { kind, id: cursor.toLowerCase() } }, kept, params };
}

function shown(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

export interface Link {
  readonly rel: string;
  readonly uri: string;
}

/** The input for a page's links. */
export interface PageEnds {
  readonly count: number;
  /** Ids of the first and last entry; absent on an empty page. */
  readonly first?: string;
  readonly last?: string;
}

/**
 * The links of a page, in the recorded order: self, prev, next. Forward, `next` stands exactly on a full page, with no
 * look-ahead, so a full last page leads to an empty one; every page but the first has `prev`. Backward it is the mirror
 * image; the page of `ending_before=last` has no `next`. On an empty page the other direction repeats the request's cursor.
 */
export function pageLinks(path: string, search: string, query: Query, page: PageEnds): readonly Link[] {
  const to = (cursor: string, id: string) => `${path}?${query.kept ? `${query.kept}&` : ''}${cursor}=${id}`;
  const { limit, cursor } = query.paging;
  // The trailing question mark without a query is as recorded.
  const links: Link[] = [{ rel: 'self', uri: `${path}?${search}` }];
  const isFull = page.count === limit;
  const isForward = cursor === undefined || cursor.kind === 'after';
  const known = cursor && cursor.kind !== 'last' ? cursor.id : undefined;

  const prevId = page.first ?? (isForward ? known : undefined);
  if (prevId !== undefined && (isForward ? cursor !== undefined : isFull)) {
    links.push({ rel: 'prev', uri: to('ending_before', prevId) });
  }
  const nextId = page.last ?? (isForward ? undefined : known);
  if (nextId !== undefined && (isForward ? isFull : cursor.kind !== 'last')) {
    links.push({ rel: 'next', uri: to('starting_after', nextId) });
  }
  return links;
}
