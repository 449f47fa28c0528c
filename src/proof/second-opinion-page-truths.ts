import {
  belowVersion,
  type LinkFact,
  linksOf,
  type PageFact,
  type PageFacts,
  type WalkFact,
} from './second-opinion-pages.ts';

/** The last place that a page covers. */
export const place = (page: PageFact): string => [...page.ids, page.after ?? ''].sort().at(-1) ?? '';
/** Whether entries of the list follow on a page. */
export const more = (page: PageFact, facts: PageFacts): boolean =>
  facts.truth(page).some((id) => id > place(page));
/** Whether ids ascend; one that comes again is the matter of walks. */
export const ascends = (ids: readonly string[]): boolean =>
  ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') <= id);
/** Whether no id comes twice. */
export const once = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
/** Whether two lists are equal. */
export const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);
const idsOf = ({ pages }: WalkFact): readonly string[] => pages.flatMap((page) => page.ids);

/** Whether there is exactly one next link. */
export const hasOneNext = (page: PageFact): boolean =>
  new Set(linksOf(page, 'next').map(({ uri }) => uri)).size === 1;
/** Whether a page holds no more than it may. */
export const isWithinLimit = (page: PageFact): boolean => (page.size ?? 0) <= (page.limit ?? 0);

/** Pages behind either end have rows of their own, and so has a page that lacks the link to the rest. */
export const isOutside = (page: PageFact, facts: PageFacts): boolean => {
  const all = facts.truth(page);
  return page.before !== undefined
    ? page.before <= (all[0] ?? '')
    : page.after !== undefined && page.after >= (all.at(-1) ?? '');
};

/** Visits everything up to where it was left, each once; and it neither breaks off nor turns in a ring. */
export function isComplete(walk: WalkFact, facts: PageFacts): boolean | undefined {
  const [start] = walk.pages;
  if (!start) return undefined;
  const seen = idsOf(walk);
  const last = [...seen].sort().at(-1) ?? '';
  const passed = facts.truth(start).filter((id) => id <= last);
  const isLeft = passed.length < facts.truth(start).length;
  const isBroken = walk.ending === 'ring' || (walk.ending === 'broken' && isLeft);
  if (isBroken || !once(seen) || !same([...seen].sort(), passed)) return false;
  return walk.pages.length > 1 && walk.ending === 'end' && !isLeft ? true : undefined;
}

/** Back from the page where it began: what lies before that page's end, each once, as far as it went. */
export function mirrors(walk: WalkFact, facts: PageFacts): boolean | undefined {
  const pages = walk.pages.filter((page) => page.before === undefined || !isOutside(page, facts));
  const [start] = pages;
  if (start?.role !== 'back' || start.before !== undefined) return undefined;
  const seen = idsOf({ ...walk, pages }).toSorted();
  const [first = ''] = seen;
  const due = facts.truth(start).filter((id) => id <= place(start) && id >= first);
  const isLeft = facts.truth(start).some((id) => id < first);
  const isBroken = walk.ending === 'ring' || walk.ending === 'broken' || walk.ending === 'end';
  if ((isBroken && isLeft && pages.length > 1) || !once(seen) || !same(seen, due)) return false;
  return pages.length > 1 ? true : undefined;
}

/** Whether a list is empty; nothing is said of a refusal by the rate limit. */
export const isEmptyPage = (page: PageFact): boolean | undefined =>
  page.status === 429 ? undefined : page.size === 0;

/** A page and one of its links. */
export type Linked = PageFact & { readonly link: LinkFact };

/** Whether a link is a path on the own host, however hosts can be hidden in it. */
export const isHostRelative = ({ origin, link }: Linked): boolean =>
  typeof link.uri === 'string' && /^\/(?![/\\])[^\t\r\n]*$/.test(link.uri) && link.to?.origin === origin;

/** Whether each rel is a known one, and stands once. */
export function hasKnownRels({ links: all = [] }: PageFact): boolean {
  const rels = all.map(({ rel }) => String(rel));
  return once(rels) && rels.every((rel) => ['self', 'prev', 'next'].includes(rel));
}

/** Whether a link leads to the list that it stands in, under whatever version. */
export const stays = ({ pathname, link }: Linked): boolean | undefined =>
  link.to ? belowVersion(link.to.pathname) === belowVersion(pathname) : undefined;

/** Whether limit and filters survive in a link. */
export function keepsQuery({ query, link }: Linked): boolean | undefined {
  const kept = [...query].filter(([name]) => name !== 'starting_after' && name !== 'ending_before');
  if (kept.length === 0 || !link.to) return undefined;
  const { searchParams } = link.to;
  return kept.every(([name]) => same(query.getAll(name).sort(), searchParams.getAll(name).sort()));
}

/** Whether a link names the page that it leads to by an id of its own page, or as the documented example does. */
export function hasCursorForm({ ids, after, before, link }: Linked): boolean | undefined {
  if (!link.to) return undefined;
  const next = link.to.searchParams.get('starting_after');
  const prev = link.to.searchParams.get('ending_before');
  if (link.rel === 'next') return next !== null && prev === null && (ids.length === 0 || next === ids.at(-1));
  const allowed = [ids[0], after, before];
  return prev !== null && next === null && (ids.length === 0 || allowed.includes(prev));
}

/** Whether a page is what the list answers without a limit. */
export const isDefaultPage = (page: PageFact, facts: PageFacts): boolean =>
  facts.asked.some(
    (one) =>
      one.list === page.list &&
      !one.query.has('limit') &&
      one.after === undefined &&
      one.before === undefined &&
      same(one.ids, page.ids),
  );
