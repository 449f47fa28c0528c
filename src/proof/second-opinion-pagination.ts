import {
  ascends,
  hasCursorForm,
  hasKnownRels,
  hasOneNext,
  isComplete,
  isDefaultPage,
  isEmptyPage,
  isHostRelative,
  isOutside,
  isWithinLimit,
  keepsQuery,
  type Linked,
  mirrors,
  more,
  once,
  same,
  stays,
} from './second-opinion-page-truths.ts';
import { linksOf, type PageFact, type PageFacts, versionOf, type WalkFact } from './second-opinion-pages.ts';
import { ruleOn } from './second-opinion-rules.ts';

const rule = ruleOn<PageFacts>();
type Of<One> = (facts: PageFacts) => readonly One[];

// What the rules speak of.
const settled: Of<PageFact> = ({ pages }) => pages.filter((page) => !page.unsettled && page.level === 1);
const forward: Of<PageFact> = (facts) => settled(facts).filter((page) => page.before === undefined);
const sentFor =
  (claim: string): Of<PageFact> =>
  ({ asked }) =>
    asked.filter((page) => page.claim === claim);
const links =
  (...rels: string[]): Of<Linked> =>
  ({ pages }) =>
    pages
      .filter(({ level }) => level === 1)
      .flatMap((page) =>
        (rels.length > 0 ? linksOf(page, ...rels) : (page.links ?? [])).map((link) => ({ ...page, link })),
      );
const walks =
  (rel: 'next' | 'prev', level: 1 | 2): Of<WalkFact> =>
  (facts) =>
    facts.walks.filter(
      ({ rel: by, pages: [start] }) => by === rel && start?.level === level && !start.unsettled,
    );

/** The walk of a change probe holds what was there before it, each once; what is new may come on top. */
function survives(claim: string) {
  return rule(
    claim as `pagination/${'stable-under-insert' | 'stable-under-delete'}`,
    ({ asked }) =>
      asked
        .filter((page) => page.claim === claim && page.role === 'before' && page.size)
        .map((page) => ({
          ...page,
          walked: asked.filter(
            (one) =>
              one.claim === claim && one.case === page.case && one.role === 'walk' && one.seq > page.seq,
          ),
        }))
        .filter(({ walked }) => walked.length > 1),
    ({ ids, walked }) => {
      const seen = walked.flatMap((page) => page.ids);
      const kept = seen.filter((id) => ids.includes(id)).sort();
      const last = ids.at(-1) ?? '';
      const isServed = walked.every((page) => page.size !== undefined || (page.after ?? '') >= last);
      return isServed && once(seen) && same(kept, ids);
    },
  );
}

/** One row for each requirement that pagination has for a server. */
export const paginationRules = [
  rule('pagination/default-limit-100', settled, (page, facts) =>
    page.query.has('limit') || (isWithinLimit(page) && facts.truth(page).length <= facts.defaultLimit)
      ? undefined
      : isWithinLimit(page),
  ),
  rule('pagination/full-pages', forward, (page, facts) =>
    more(page, facts) ? (page.size ?? 0) >= (page.limit ?? 0) : undefined,
  ),
  rule(
    'pagination/limit-honoured',
    ({ asked }) => asked.filter((page) => page.level === 1 && !page.unsettled && page.query.has('limit')),
    (page, facts) => {
      if (page.limit === undefined) return undefined;
      // A limit that is refused is not honoured either; the greatest one has a row of its own.
      if (page.claim === 'pagination/limit-honoured' && page.status === 400) return false;
      if (page.size === undefined) return undefined;
      if (isWithinLimit(page) && facts.truth(page).length <= page.limit) return undefined;
      return isWithinLimit(page);
    },
  ),
  rule(
    'pagination/limit-10000-accepted',
    ({ asked, maxLimit }) => asked.filter((page) => page.query.get('limit') === String(maxLimit)),
    (page) => (page.status === 429 ? undefined : page.size !== undefined),
  ),
  rule('pagination/next-while-more', forward, (page, facts) =>
    more(page, facts) ? hasOneNext(page) : undefined,
  ),
  rule('pagination/next-walk-complete', walks('next', 1), isComplete),
  rule(
    'pagination/ids-ascend',
    (facts) => [...settled(facts), ...walks('next', 1)(facts), ...walks('prev', 1)(facts)],
    (one, facts) => {
      if ('ids' in one) return one.ids.length > 1 ? ascends(one.ids) : undefined;
      const pages = one.pages.filter((page) => page.ids.length > 0 && !isOutside(page, facts));
      const borders = (one.rel === 'next' ? pages : pages.toReversed()).flatMap(({ ids }) => [
        ids[0] ?? '',
        ids.at(-1) ?? '',
      ]);
      return pages.length > 1 ? ascends(borders) : undefined;
    },
  ),
  rule(
    'pagination/starting-after-excludes-cursor',
    sentFor('pagination/starting-after-excludes-cursor'),
    (page, facts) => {
      if (page.after === undefined || page.size === undefined) return undefined;
      return page.ids[0] === facts.truth(page).find((id) => id > (page.after ?? ''));
    },
  ),
  rule(
    'pagination/ending-before-excludes-cursor',
    sentFor('pagination/ending-before-excludes-cursor'),
    (page, facts) => {
      if (page.before === undefined || page.size === undefined) return undefined;
      return page.ids.at(-1) === facts.truth(page).findLast((id) => id < (page.before ?? ''));
    },
  ),
  rule('pagination/prev-walk-mirrors-next', walks('prev', 1), mirrors),
  rule(
    'pagination/empty-page-after-the-end',
    ({ asked }) => asked.filter((page) => page.level === 1 && !page.unsettled && page.after !== undefined),
    (page, facts) =>
      facts.truth(page).length === 0 || facts.truth(page).some((id) => id > (page.after ?? ''))
        ? undefined
        : isEmptyPage(page),
  ),
  rule(
    'pagination/empty-page-before-the-start',
    ({ asked }) => asked.filter((page) => page.level === 1 && !page.unsettled && page.before !== undefined),
    (page, facts) =>
      facts.truth(page).length === 0 || facts.truth(page).some((id) => id < (page.before ?? ''))
        ? undefined
        : isEmptyPage(page),
  ),
  rule('pagination/links-host-relative', links(), isHostRelative),
  rule(
    'pagination/link-rels-known',
    ({ pages }) => pages.filter((page) => page.level === 1 && page.links !== undefined),
    hasKnownRels,
  ),
  rule('pagination/link-cursor-form', links('next', 'prev'), hasCursorForm),
  rule('pagination/next-stays-in-collection', links('next', 'prev'), stays),
  rule('pagination/links-keep-query', links('next', 'prev'), keepsQuery),
  rule('pagination/links-keep-version', links(), ({ pathname, link }) =>
    link.to ? versionOf(link.to.pathname) === versionOf(pathname) : undefined,
  ),
  rule(
    'pagination/self-link',
    ({ pages }) => pages,
    (page) => linksOf(page, 'self').length > 0,
  ),
  rule(
    'pagination/nested-lists-paginate',
    (facts) => [
      ...facts.pages.filter((page) => page.level === 2),
      ...walks('next', 2)(facts),
      ...walks('prev', 2)(facts),
    ],
    (one, facts) => {
      if ('rel' in one) return one.rel === 'next' ? isComplete(one, facts) : mirrors(one, facts);
      const isDue = one.before === undefined && more(one, facts);
      const all = (one.links ?? []).map((link) => ({ ...one, link }));
      const steps = all.filter(({ link }) => link.rel === 'next' || link.rel === 'prev');
      return (
        isWithinLimit(one) &&
        ascends(one.ids) &&
        (!isDue || hasOneNext(one)) &&
        (!isOutside(one, facts) || one.size === 0) &&
        hasKnownRels(one) &&
        all.every(isHostRelative) &&
        steps.every((step) => hasCursorForm(step) !== false && stays(step) !== false)
      );
    },
  ),
  survives('pagination/stable-under-insert'),
  survives('pagination/stable-under-delete'),
  rule('pagination/bad-limit', sentFor('pagination/bad-limit'), (page, facts) => {
    if (page.role === 'control' || page.status === 429) return undefined;
    return page.status === 400 || (page.size !== undefined && isDefaultPage(page, facts));
  }),
];
