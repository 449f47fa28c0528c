import type { Profile } from '../../contracts/profiles.ts';
import { type AskedList, asksFor } from '../job-list.ts';

/** A list request for the sandbox, and the reverse mapping for the links of its response. */
export interface Clamped {
  /** Path and query for the sandbox. */
  readonly path: string;
  /** Restores the client's limit in the body's links. */
  restore(body: string): string;
}

/** Any version, because scenarios rewrite links to other versions. */
const dataPath = /^\/v\d+(?:\.\d+)?\//;

/**
 * Reduces the page size: requests at most `pageSize` entries from the sandbox, and restores the client's limit in links, so
 * that a full page has a next link as usual. Other paths, and invalid limits, are passed through.
 */
export function clampPages(path: string, pageSize: number, { limit }: Profile): Clamped {
  const at = path.indexOf('?');
  const pathname = at < 0 ? path : path.slice(0, at);
  const pairs = at < 0 ? [] : path.slice(at + 1).split('&');
  const place = pairs.findIndex((pair) => /^limit(?:=|$)/.test(pair));
  const asked =
    place < 0 ? limit.default : Number(/^limit=(\d+)$/.exec(pairs[place] ?? '')?.[1] ?? Number.NaN);
  const isFine = asked >= 1 && asked <= limit.max;
  if (!isFine || asked <= pageSize || !dataPath.test(pathname)) return { path, restore: (body) => body };
  const small = `limit=${pageSize}`;
  const clamped = place < 0 ? [...pairs, small] : pairs.map((pair, one) => (one === place ? small : pair));
  return {
    path: `${pathname}?${clamped.filter((pair) => pair !== '').join('&')}`,
    restore: (body) => restoreLinks(body, small, place < 0 ? undefined : pairs[place]),
  };
}

function restoreLinks(body: string, small: string, own: string | undefined): string {
  let page: { links?: unknown };
  try {
    page = JSON.parse(body);
  } catch {
    return body;
  }
  if (typeof page !== 'object' || page === null || !Array.isArray(page.links)) return body;
  const links = (page.links as { rel: string; uri: string }[]).map(({ rel, uri }) => {
    const at = uri.indexOf('?');
    if (at < 0) return { rel, uri };
    const pairs = uri.slice(at + 1).split('&');
    const place = pairs.indexOf(small);
    const left =
      own === undefined
        ? pairs.toSpliced(place, place < 0 ? 0 : 1)
        : pairs.with(Math.max(0, place), place < 0 ? (pairs[0] ?? '') : own);
    return { rel, uri: `${uri.slice(0, at)}?${left.join('&')}` };
  });
  return JSON.stringify({ ...page, links });
}

/** Whether a path with its query is that of a page of a list, under any version. */
export function isPageOf(list: AskedList, path: string): boolean {
  const [pathname = '', search] = path.split('?', 2);
  return (
    dataPath.test(pathname) && asksFor(list, pathname.replace(dataPath, ''), new URLSearchParams(search))
  );
}

/**
 * Index of the requested page of a list, from 0, assuming full pages before it; -1 for a backward cursor or an unknown one.
 */
export function pageAt(
  path: string,
  options: { readonly pageSize: number; readonly truth: readonly string[]; readonly limit: Profile['limit'] },
): number {
  const query = new URLSearchParams(path.split('?', 2)[1]);
  if (query.has('ending_before')) return -1;
  const after = query.get('starting_after');
  if (after === null) return 0;
  const place = options.truth.indexOf(after.toLowerCase());
  const asked = Number(query.get('limit') ?? options.limit.default);
  const size = asked >= 1 ? Math.min(asked, options.pageSize) : options.pageSize;
  return place < 0 ? -1 : Math.ceil((place + 1) / size);
}

/** The path under the version that the sandbox serves. */
export function onServedVersion(path: string, { prefix }: Profile): string {
  return path.replace(dataPath, `${prefix}/`);
}
