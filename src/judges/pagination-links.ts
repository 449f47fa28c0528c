import { type ResolvedLink, resolveLink } from '../client/links.ts';
import { pathnameOf, queryOf } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import { type Link, shorten } from './material.ts';
import { greatest, type Listing, type Page, pagingParams } from './pagination-lists.ts';
import type { Rule, Verdict } from './pagination-pages.ts';

interface Judged {
  readonly findings?: readonly Finding[];
  readonly note?: string;
}

const resolvedLinks = new WeakMap<
  Page,
  readonly { readonly link: Link; readonly resolved: ResolvedLink }[]
>();

/** The links of a page with where they lead; resolved once, for all the rules that ask. */
function resolvedLinksOf(page: Page) {
  const known = resolvedLinks.get(page);
  if (known) return known;
  const { origin } = page.exchange.request;
  const collectionPath = pathnameOf(page.exchange);
  const links = page.links.map((link) => ({
    link,
    resolved: resolveLink(link.uri, { origin, collectionPath }),
  }));
  resolvedLinks.set(page, links);
  return links;
}

/** A rule that looks at links one by one. `undefined`: the link says nothing about it. */
function perLink(
  judge: (link: Link, resolved: ResolvedLink, page: Page, listing: Listing) => Judged | undefined,
): Rule {
  return (listing): Verdict => {
    const findings: Finding[] = [];
    const notes = new Set<string>();
    let exercised = false;
    for (const page of listing.pages) {
      for (const { link, resolved } of resolvedLinksOf(page)) {
        const judged = judge(link, resolved, page, listing);
        if (!judged) continue;
        exercised = true;
        findings.push(...(judged.findings ?? []));
        if (judged.note !== undefined) notes.add(judged.note);
      }
    }
    return { findings, exercised, notes: [...notes] };
  };
}

/** By origin, never by text: `//host`, `/\host` and a host behind a tab begin with a slash as well. */
export const linksHostRelative = perLink((link, resolved, page) => {
  const accuse = (message: string) => ({
    findings: [
      findingAt(
        page.exchange,
        message,
        'a path and query on the own origin',
        `${link.rel}: ${shorten(link.uri)}`,
      ),
    ],
  });
  if (!resolved.ok) {
    if (resolved.reason === 'other-collection') return {};
    return accuse(`A ${link.rel} link is not safe to follow (${resolved.reason}).`);
  }
  if (resolved.form === 'absolute') return accuse(`A ${link.rel} link names a host.`);
  return resolved.form === 'relative'
    ? { note: 'links are relative to the path of the page, not to the host' }
    : {};
});

/** Next, and prev as well: either decides what is read next. */
export const nextStays = perLink((link, resolved, page) => {
  if (link.rel !== 'next' && link.rel !== 'prev') return undefined;
  if (resolved.ok) return {};
  if (resolved.reason !== 'other-collection') return undefined;
  const expected = `a link to ${pathnameOf(page.exchange)}`;
  return {
    findings: [findingAt(page.exchange, `A ${link.rel} link leads elsewhere.`, expected, shorten(link.uri))],
  };
});

/** Path and query of a link that may be followed, or `undefined`. */
function targetOf(resolved: ResolvedLink): URL | undefined {
  return resolved.ok ? new URL(resolved.url) : undefined;
}

export const linkCursors = perLink((link, resolved, page) => {
  const query = targetOf(resolved)?.searchParams;
  if (!query || (link.rel !== 'next' && link.rel !== 'prev')) return undefined;
  const { ids, after, before, exchange } = page;
  const isNext = link.rel === 'next';
  const [param, other] = isNext ? ['starting_after', 'ending_before'] : ['ending_before', 'starting_after'];
  const cursors = query.getAll(param);
  const actual = shorten(link.uri);
  if (cursors.length !== 1 || query.has(other))
    return {
      findings: [findingAt(exchange, `The ${link.rel} link has another cursor.`, `one ${param}`, actual)],
    };
  const cursor = cursors[0] ?? '';
  // An empty page has no id of its own, and repeats what it was asked for.
  const ends = isNext ? [ids.at(-1), greatest(ids)] : [ids[0]];
  const right = ids.length > 0 ? ends : [after, before];
  if (right.includes(cursor)) return {};
  if (!isNext && cursor === after)
    return { note: 'prev repeats the cursor of the request, as the documented example does' };
  const expected = `${param}=${right.find((id) => id !== undefined) ?? 'an id'}`;
  return {
    findings: [
      findingAt(exchange, `The cursor of the ${link.rel} link is not of this page.`, expected, actual),
    ],
  };
});

export const linksKeepQuery = perLink((link, resolved, page) => {
  const target = targetOf(resolved);
  if (!target || (link.rel !== 'next' && link.rel !== 'prev')) return undefined;
  const asked = queryOf(page.exchange);
  const names = [...new Set(asked.keys())].filter((name) => name === 'limit' || !pagingParams.has(name));
  if (names.length === 0) return undefined;
  const valuesOf = (query: URLSearchParams, name: string) => query.getAll(name).sort().join(', ');
  return {
    findings: names
      .filter((name) => valuesOf(asked, name) !== valuesOf(target.searchParams, name))
      .map((name) => {
        const actual = valuesOf(target.searchParams, name);
        return findingAt(
          page.exchange,
          `The ${link.rel} link loses ${name}.`,
          `${name}=${valuesOf(asked, name)}`,
          actual === '' ? `no ${name}` : `${name}=${actual}`,
        );
      }),
  };
});

export const linksKeepVersion = perLink((link, resolved, page) => {
  if (!resolved.ok) return undefined;
  if (!resolved.otherVersion) return {};
  const expected = `a path below /${pathnameOf(page.exchange).split('/')[1]}`;
  return {
    findings: [
      findingAt(page.exchange, `A ${link.rel} link changes the version.`, expected, shorten(link.uri)),
    ],
  };
});
