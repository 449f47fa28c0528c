import { type Exchange, jsonOf, queryOf } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { findingAt, isTrouble } from './answers.ts';
import { linksIn } from './material.ts';
import { following, greatest, type Listing, least, type Page } from './pagination-lists.ts';
import { isFirstPage } from './walks.ts';

/** What a rule says of one list. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Whether the list gave the rule anything to judge. */
  readonly exercised: boolean;
  readonly notes?: readonly string[];
  /** Why it cannot be told, where it cannot. */
  readonly undecided?: string;
}

export type Rule = (listing: Listing) => Verdict;

const verdicts = new WeakMap<Listing, Map<Rule, Verdict>>();

/** Asks a rule about a list, once: most rules have a requirement of their own and are a yardstick of others as well. */
export function verdictOf(rule: Rule, listing: Listing): Verdict {
  const known = verdicts.get(listing) ?? new Map<Rule, Verdict>();
  verdicts.set(listing, known);
  const verdict = known.get(rule) ?? rule(listing);
  known.set(rule, verdict);
  return verdict;
}

/** A rule that looks at pages one by one. `undefined`: the page says nothing about it. */
function perPage(judge: (page: Page, listing: Listing) => readonly Finding[] | undefined): Rule {
  return (listing) => {
    const found = listing.pages.flatMap((page) => {
      const findings = judge(page, listing);
      return findings ? [findings] : [];
    });
    return { findings: found.flat(), exercised: found.length > 0 };
  };
}

/** Judged on lists that have more entries than fit: a short list would keep the rule by accident. */
export const defaultLimit = perPage((page, listing) => {
  const { default: most } = listing.profile.limit;
  if (page.limitAsked) return undefined;
  const { exchange, ids } = page;
  if (ids.length > most)
    return [
      findingAt(exchange, 'A page holds more entries than the default limit.', `at most ${most} entries`),
    ];
  return ids.length === most || listing.known.length > most ? [] : undefined;
});

export const limitHonoured: Rule = (listing) => {
  const max = String(listing.profile.limit.max);
  const pages = perPage((page) => {
    const { exchange, ids, limit } = page;
    if (!page.limitAsked) return undefined;
    if (ids.length > limit)
      return [
        findingAt(exchange, 'A page holds more entries than were asked for.', `at most ${limit} entries`),
      ];
    return ids.length === limit || listing.known.length > limit ? [] : undefined;
  })(listing);
  // The control: a refused limit means something only where the list has entries to serve.
  const refused = listing.others.filter(
    (one) =>
      listing.known.length > 0 && asksFirstPage(one) && !isTrouble(one) && queryOf(one).get('limit') !== max,
  );
  const accused = refused.map((one) => findingAt(one, 'A documented limit is refused.', '200 with a list'));
  return { findings: [...pages.findings, ...accused], exercised: pages.exercised };
};

/** With a limit and without a cursor. */
function asksFirstPage(exchange: Exchange): boolean {
  return queryOf(exchange).has('limit') && isFirstPage(exchange);
}

/** Only forward: a page asked for with `ending_before` need not be full, as recordings show. */
export const fullPages = perPage((page, listing) => {
  const { exchange, ids, limit, before } = page;
  if (before !== undefined || following(listing, page).length === 0) return undefined;
  if (ids.length >= limit) return [];
  return [findingAt(exchange, 'A page is short although more entries follow.', `${limit} entries`)];
});

/** Pages asked for with `ending_before` are left out: recorded ones have no next at times. */
export const nextWhileMore = perPage((page, listing) => {
  if (page.before !== undefined) return undefined;
  const [more] = following(listing, page);
  if (more === undefined) return undefined;
  const nexts = new Set(page.links.filter((link) => link.rel === 'next').map((link) => link.uri));
  if (nexts.size === 1) return [];
  const message =
    nexts.size === 0 ? 'More entries follow, and there is no next link.' : 'The next links of a page differ.';
  return [findingAt(page.exchange, message, 'exactly one next link', `${nexts.size} next links`)];
});

/** Ids within pages, and from page to page; an entry that comes again is told by the walk, not by the order. */
export const idsAscend: Rule = (listing) => {
  const findings: Finding[] = [];
  let exercised = false;
  for (const { exchange, ids } of listing.pages) {
    if (ids.length > 1) exercised = true;
    const at = ids.findIndex((id, index) => index > 0 && id < (ids[index - 1] ?? ''));
    if (at > 0)
      findings.push(
        findingAt(
          exchange,
          'Ids do not ascend within a page.',
          `entry ${at + 1} has a greater id than entry ${at}`,
          `${ids[at]} after ${ids[at - 1]}`,
        ),
      );
  }
  for (const walk of listing.forward) {
    const seen = new Set<string>();
    let top = '';
    for (const { exchange, items } of walk.pages) {
      const fresh = items.map((item) => item.id).filter((id) => !seen.has(id));
      const lowest = least(fresh);
      if (lowest !== undefined && lowest < top)
        findings.push(findingAt(exchange, 'Ids go back from page to page.', `ids above ${top}`, `${lowest}`));
      for (const id of fresh) seen.add(id);
      top = greatest([top, ...fresh]) ?? top;
    }
  }
  return { findings, exercised };
};

/** Judged by the first entry: what comes later on the page is the walk's matter. */
export const startingAfter = perPage((page, listing) => {
  const { after, before, exchange, ids } = page;
  if (after === undefined || before !== undefined || !listing.known.includes(after)) return undefined;
  const expected = listing.known.find((id) => id > after);
  if (expected === undefined) return undefined; // the end of the list: see the empty page
  const [first] = ids;
  if (first === undefined)
    return [
      findingAt(exchange, 'Nothing comes after the cursor, though entries follow.', `${expected} first`),
    ];
  if (first <= after)
    return [
      findingAt(exchange, 'The page does not begin after the cursor.', `${expected} first`, `${first} first`),
    ];
  const lowest = least(ids.filter((id) => id > after));
  if (lowest === expected) return [];
  return [
    findingAt(
      exchange,
      'The page leaves out the entry after the cursor.',
      `${expected} first`,
      `${lowest} first`,
    ),
  ];
});

export const endingBefore = perPage((page, listing) => {
  const { after, before, exchange, ids } = page;
  if (before === undefined || after !== undefined || !listing.known.includes(before)) return undefined;
  const expected = listing.known.findLast((id) => id < before);
  if (expected === undefined) return undefined; // the start of the list: see the empty page
  const last = ids.at(-1);
  if (last === undefined)
    return [findingAt(exchange, 'Nothing comes before the cursor, though entries do.', `${expected} last`)];
  if (last >= before)
    return [
      findingAt(exchange, 'The page does not end before the cursor.', `${expected} last`, `${last} last`),
    ];
  const highest = greatest(ids.filter((id) => id < before));
  if (highest === expected) return [];
  return [
    findingAt(
      exchange,
      'The page leaves out the entry before the cursor.',
      `${expected} last`,
      `${highest} last`,
    ),
  ];
});

const rels: ReadonlySet<string> = new Set(['self', 'prev', 'next']);

export const linkRels = perPage((page) => {
  const links = linksIn(jsonOf(page.exchange));
  if (links.length === 0) return undefined;
  const findings = links
    .filter((link) => !rels.has(link.rel))
    .map((link) => findingAt(page.exchange, 'A link has an unknown rel.', 'self, prev or next', link.rel));
  for (const rel of rels) {
    const times = links.filter((link) => link.rel === rel).length;
    if (times > 1)
      findings.push(
        findingAt(page.exchange, 'A rel stands twice.', `one ${rel} link`, `${times} ${rel} links`),
      );
  }
  return findings;
});

export const selfLink = perPage((page) => {
  if (page.links.some((link) => link.rel === 'self')) return [];
  const rest = page.links.map((link) => link.rel).join(', ') || 'none';
  return [findingAt(page.exchange, 'A list has no self link.', 'a self link', `links: ${rest}`)];
});

/** A page past the last entry, or before the first, that holds entries nevertheless. */
export function beyond(page: Page, listing: Listing): 'end' | 'start' | undefined {
  const { after, before } = page;
  if (after !== undefined && before === undefined && listing.known.includes(after))
    return listing.known.at(-1) === after ? 'end' : undefined;
  if (before !== undefined && after === undefined && listing.known.includes(before))
    return listing.known[0] === before ? 'start' : undefined;
  return undefined;
}
