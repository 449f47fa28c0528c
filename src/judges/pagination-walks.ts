import { type Exchange, queryOf } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { findingAt, isTrouble } from './answers.ts';
import { describeAnswer, shorten } from './material.ts';
import { edgeOf, greatest, type Listing, least } from './pagination-lists.ts';
import { beyond, type Rule, type Verdict } from './pagination-pages.ts';
import { isFirstPage, type Walk } from './walks.ts';

/** A walk that was given up is cut; after so many pages it was not for want of interest. */
const longWalk = 10;

/**
 * Every entry once, and an end. Entries behind a page without next are the matter of `next-while-more`, a link that must
 * not be followed that of the link rules: the walk itself is then undecided.
 */
export const walkComplete: Rule = (listing) => {
  const verdicts = listing.forward.filter((walk) => walk.fromStart).map((walk) => judgeWalk(walk, listing));
  const undecided = verdicts.find((one) => one.undecided !== undefined)?.undecided;
  return {
    findings: verdicts.flatMap((one) => one.findings),
    exercised: verdicts.some((one) => one.exercised),
    ...(undecided === undefined ? {} : { undecided }),
  };
};

function judgeWalk(walk: Walk, listing: Listing): Verdict {
  const { pages, end } = walk;
  const last = pages.at(-1)!.exchange;
  const { findings, seen } = repeats(walk);
  const edge = greatest([...seen]) ?? '';
  const missing = listing.known.filter((id) => id < edge && !seen.has(id));
  if (missing.length > 0)
    findings.push(
      findingAt(
        last,
        'A walk by next leaves entries out.',
        'every entry',
        `${missing.length} missing, first ${missing[0]}`,
      ),
    );
  const empties = pages.length - 1 - pages.findLastIndex((page) => page.items.length > 0);
  if (end.kind === 'cycle')
    findings.push(findingAt(last, 'A next link leads to a page that was seen.', 'an end', 'a circle'));
  else if (
    end.kind === 'answer' &&
    !isTrouble(end.exchange) &&
    !isLockedOut(end.exchange, listing) &&
    !isBeyondEnd(end.exchange, listing)
  )
    findings.push(findingAt(end.exchange, 'A next link leads to no list.', '200 with a list'));
  else if (end.kind === 'cut' && empties >= longWalk)
    findings.push(
      findingAt(last, 'A walk by next does not end.', 'an end', `${empties} empty pages, and a next link`),
    );
  const why = whyOpen(walk, listing, edge);
  const exercised = end.kind === 'own' && pages.filter((page) => page.items.length > 0).length > 1;
  return { findings, exercised, ...(why === undefined ? {} : { undecided: why }) };
}

/** In somebody's traffic a token may have come to its end, or have lost what was shared with it. */
function isLockedOut({ response }: Exchange, { isCaptured }: Listing): boolean {
  return isCaptured && [401, 403, 404].includes(response?.status ?? 0);
}

/** Why it cannot be told whether a walk is complete. */
function whyOpen({ end, pages }: Walk, listing: Listing, edge: string): string | undefined {
  if (end.kind === 'answer' && (isTrouble(end.exchange) || isLockedOut(end.exchange, listing)))
    return `a page was answered with ${describeAnswer(end.exchange)}`;
  if (end.kind === 'refused') return `a next link was not followed (${end.reason})`;
  if (end.kind === 'cut' && pages.length >= longWalk)
    return `the walk was given up after ${pages.length} pages`;
  if (end.kind === 'own' && listing.known.some((id) => id > edge))
    return 'the links break off before the last entry';
  return undefined;
}

/** Entries that come twice within a walk. */
function repeats(walk: Walk): { findings: Finding[]; seen: Set<string> } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { exchange, items } of walk.pages) {
    const again = items.filter(({ id }) => seen.size === seen.add(id).size);
    if (again.length > 0)
      findings.push(
        findingAt(
          exchange,
          'An entry comes twice in a walk.',
          'every entry once',
          `${shorten(again[0]!.id)} again`,
        ),
      );
  }
  return { findings, seen };
}

/** Judged against all that is known of the list: by entries, whatever the page bounds on the way there were. */
export const prevMirrorsNext: Rule = (listing) => {
  const findings: Finding[] = [];
  let exercised = false;
  let undecided: string | undefined;
  for (const { pages, end } of listing.backward) {
    for (const [index, page] of pages.entries()) {
      const from = pages[index - 1];
      const bound = from && least(from.items.map((item) => item.id));
      if (bound === undefined) continue; // the start, or behind an empty page, whose cursor is an entry of its own
      const ids = page.items.map((item) => item.id);
      const before = listing.known.filter((id) => id < bound);
      if (before.length === 0) continue; // before the start: see the empty page
      if (ids.length > 0) exercised = true;
      const problem = gapIn(ids, before, bound);
      if (problem)
        findings.push(findingAt(page.exchange, 'Walking back differs from walking forward.', ...problem));
    }
    const last = pages.at(-1)!;
    const bound = least(last.items.map((item) => item.id));
    const earlier = bound === undefined ? [] : listing.known.filter((id) => id < bound);
    // A page may do without a prev link, says the overview; a way back that was begun has to lead to the start.
    if (earlier.length === 0 || (pages.length === 1 && end.kind === 'own')) continue;
    const expected = `a way to ${earlier.at(-1)}`;
    if (end.kind === 'own')
      findings.push(
        findingAt(last.exchange, 'Walking back breaks off before the first entry.', expected, 'no prev link'),
      );
    else if (end.kind === 'cycle')
      findings.push(
        findingAt(last.exchange, 'A prev link leads to a page that was seen.', expected, 'a circle'),
      );
    else if (end.kind === 'answer' && isTrouble(end.exchange))
      undecided = `a page got ${describeAnswer(end.exchange)}`;
    else if (end.kind === 'answer')
      findings.push(findingAt(end.exchange, 'A prev link leads to no list.', expected));
    else if (end.kind === 'refused') undecided = `a prev link was not followed (${end.reason})`;
  }
  return { findings, exercised, ...(undecided === undefined ? {} : { undecided }) };
};

/** Expected and actual where the entries are not those right before the bound. */
function gapIn(
  ids: readonly string[],
  before: readonly string[],
  bound: string,
): [string, string] | undefined {
  const nearest = before.at(-1);
  if (ids.length === 0) return [`${nearest} last`, 'an empty page'];
  const highest = greatest(ids) ?? '';
  if (highest >= bound) return [`entries before ${bound}`, `${highest} again`];
  if (highest !== nearest) return [`${nearest} last`, `${highest} last`];
  const lowest = least(ids) ?? '';
  const missing = before.find((id) => id > lowest && !ids.includes(id));
  return missing === undefined ? undefined : [`${missing} among the entries`, 'a page without it'];
}

/** Both ways to get behind the last entry or before the first: by a cursor of one's own, and by a link. */
export function emptyPages(
  listing: Listing,
  side: 'end' | 'start',
): { readonly direct: Verdict; readonly link: Verdict } {
  const linked = new Set(
    (side === 'end' ? listing.forward : listing.backward).flatMap(({ pages, end }) => [
      ...pages.slice(1).map((page) => page.exchange),
      ...(end.kind === 'answer' ? [end.exchange] : []),
    ]),
  );
  const found = { direct: newVerdict(), link: newVerdict() };
  const where = side === 'end' ? 'after the last entry' : 'before the first entry';
  for (const page of listing.pages) {
    if (beyond(page, listing) !== side) continue;
    const verdict = linked.has(page.exchange) ? found.link : found.direct;
    verdict.exercised = true;
    if (page.ids.length > 0)
      verdict.findings.push(findingAt(page.exchange, `A page ${where} is not empty.`, '200 with 0 records'));
  }
  for (const exchange of listing.others) {
    if (!(side === 'end' ? isBeyondEnd(exchange, listing) : isBeforeStart(exchange, listing))) continue;
    const verdict = linked.has(exchange) ? found.link : found.direct;
    verdict.exercised = true;
    if (isTrouble(exchange))
      verdict.undecided = `the page ${where} was answered with ${describeAnswer(exchange)}`;
    else
      verdict.findings.push(
        findingAt(exchange, `A page ${where} is no empty list.`, '200 with an empty array'),
      );
  }
  return found;
}

function newVerdict(): { findings: Finding[]; exercised: boolean; undecided?: string } {
  return { findings: [], exercised: false };
}

/** A request past the last entry, where a page without next shows that it is the last. */
function isBeyondEnd(exchange: Exchange, listing: Listing): boolean {
  const last = listing.known.at(-1);
  if (last === undefined || queryOf(exchange).get('starting_after') !== last) return false;
  return listing.pages.some(
    (page) =>
      page.before === undefined && edgeOf(page) === last && !page.links.some((link) => link.rel === 'next'),
  );
}

/** A request before the first entry, where a page without cursor shows that it is the first. */
function isBeforeStart(exchange: Exchange, listing: Listing): boolean {
  const [first] = listing.known;
  if (first === undefined || queryOf(exchange).get('ending_before') !== first) return false;
  return listing.pages.some((page) => isFirstPage(page.exchange) && least(page.ids) === first);
}
