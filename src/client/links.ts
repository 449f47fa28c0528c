/**
 * Paging links: found by `rel`, resolved against the origin, and restricted to the collection that is being read. No
 * imports, so that probes, judges and the client share it.
 */

/** `uri` is `undefined` if there is no such link; not ok if the links are invalid or ambiguous. */
export type LinkLookup =
  | { readonly ok: true; readonly uri: string | undefined }
  | { readonly ok: false; readonly reason: 'links-not-a-list' | 'uri-not-text' | 'ambiguous' };

/**
 * The `uri` of the link with this `rel`, in any position. A missing list has no links. Different links with the same `rel`
 * are `ambiguous`.
 */
export function findLink(links: unknown, rel: string): LinkLookup {
  if (links === undefined || links === null) return { ok: true, uri: undefined };
  if (!Array.isArray(links)) return { ok: false, reason: 'links-not-a-list' };
  const uris = new Set<unknown>();
  for (const link of links as readonly unknown[]) {
    if (!isRecord(link) || !Object.hasOwn(link, 'rel') || link.rel !== rel) continue;
    uris.add(Object.hasOwn(link, 'uri') ? link.uri : undefined);
  }
  if (uris.size > 1) return { ok: false, reason: 'ambiguous' };
  const [uri] = uris;
  if (uris.size === 1 && typeof uri !== 'string') return { ok: false, reason: 'uri-not-text' };
  return { ok: true, uri: uri as string | undefined };
}

/** Where a link may lead. */
export interface LinkBase {
  /** `https://api.clever.com`. */
  readonly origin: string;
  /** Path of the list, with version: `/v2.0/students`. */
  readonly collectionPath: string;
}

/**
 * Why a link is not followed. `unreadable`: empty, too long, with spaces, control characters or backslashes, or not a URL;
 * `not-http`: `javascript:`, `data:`, `file:`; `userinfo`: a name before an `@`.
 */
export type LinkRefusal = 'unreadable' | 'not-http' | 'userinfo' | 'foreign-origin' | 'other-collection';

export type ResolvedLink =
  | {
      readonly ok: true;
      /** Absolute, without a fragment; path and query unchanged. */
      readonly url: string;
      /** `host-relative` (`/v2.0/…`) is the documented form; the other two are accepted as well. */
      readonly form: 'host-relative' | 'absolute' | 'relative';
      /** The link has another API version than the list; documented once (requested v1.2, linked v1.1). */
      readonly otherVersion: boolean;
    }
  | { readonly ok: false; readonly reason: LinkRefusal };

/** More than servers accept in a request line. */
const maxUriLength = 8192;

/**
 * Resolves a link and checks that it stays on the origin and in the collection. Origins are compared after URL parsing,
 * never as text: `//evil`, `/\evil` and `/<TAB>/evil` all start with a slash.
 */
export function resolveLink(uri: string, base: LinkBase): ResolvedLink {
  const refuse = (reason: LinkRefusal): ResolvedLink => ({ ok: false, reason });
  // The URL parser drops tabs and line breaks and converts backslashes; legitimate links contain none.
  if (uri === '' || uri.length > maxUriLength || /[\u0000-\u0020\u007f-\u00a0\\]/.test(uri))
    return refuse('unreadable');
  let url: URL;
  let home: URL;
  try {
    home = new URL(base.collectionPath, base.origin);
    url = new URL(uri, home);
  } catch {
    return refuse('unreadable');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('not-http');
  if (url.username !== '' || url.password !== '' || authorityOf(uri).includes('@')) return refuse('userinfo');
  if (url.origin !== home.origin) return refuse('foreign-origin');
  const [version, path] = splitVersion(url.pathname);
  const [homeVersion, homePath] = splitVersion(home.pathname);
  if (!isSamePath(path, homePath) || (version === '') !== (homeVersion === ''))
    return refuse('other-collection');
  url.hash = ''; // a fragment never travels, and would make one page look like many
  const absolute = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(uri);
  const form = absolute ? 'absolute' : uri.startsWith('/') ? 'host-relative' : 'relative';
  return { ok: true, url: url.href, form, otherVersion: version !== homeVersion };
}

/** Links of v3 write `myStudents` where its paths write `mystudents`. */
function isSamePath(one: string, other: string): boolean {
  return one === other || plainPath(one) === plainPath(other);
}

function plainPath(path: string): string {
  return path.replace(/\/my[A-Z][A-Za-z]*(?=\/|$)/g, (segment) => segment.toLowerCase());
}

/** `['/v2.0', '/students']` of `/v2.0/students`. */
export function splitVersion(path: string): readonly [version: string, rest: string] {
  const version = /^\/v\d+(\.\d+)?(?=\/)/.exec(path)?.[0] ?? '';
  return [version, path.slice(version.length)];
}

/** The text between `//` and the next slash, to detect even an empty userinfo (`https://@host/`). */
function authorityOf(uri: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]*)/i.exec(uri)?.[1] ?? '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
