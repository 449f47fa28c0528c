import type { Actor, Probe, ProbeStep } from '../probe.ts';
import { hasNext, idsIn } from '../responses.ts';
import { changeProbes } from './changes.ts';
import { isWholeList, listProbe, nestedProbe } from './lists.ts';
import { type PlannedWalk, walkTogether } from './together.ts';

/** None of them is a valid limit. */
const badLimits = ['abc', '-1', '0', '1.5', ''];
/** Longer lists are read in larger pages, so that a walk takes at most two dozen requests. */
const maxWalkedByDefault = 2000;
const pagesOfLongList = 20;
const pagesOfQuickWalk = 3;

const longWalk: Probe = {
  name: 'pagination/long-walk',
  api: 'data',
  provokes: [
    'pagination/default-limit-100',
    'pagination/full-pages',
    'pagination/limit-10000-accepted',
    'pagination/limit-honoured',
    'pagination/next-while-more',
    'pagination/next-walk-complete',
    'pagination/ids-ascend',
    'pagination/links-host-relative',
    'pagination/link-rels-known',
    'pagination/link-cursor-form',
    'pagination/next-stays-in-collection',
    'pagination/links-keep-version',
    'pagination/self-link',
  ],
  needs: [],
  run: async (actor) => {
    for (const collection of actor.api.choices.long) {
      const path = `/${collection}`;
      const whole = await actor.send({
        path: `${path}?limit=${actor.profile.limit.max}`,
        step: { claim: 'pagination/limit-10000-accepted', case: collection },
      });
      const isServed = whole.response?.status === 200;
      const ids = idsIn(whole);
      const step = { claim: 'pagination/next-walk-complete', case: collection, role: 'long' } as const;
      // A list that continues after the largest page is too long to read: one page is enough.
      const isEndless = isServed && ids.length >= actor.profile.limit.max && hasNext(whole);
      await walkTogether(actor, longWays(actor, path, ids, isEndless, step));
      if (!isEndless && (ids.length > 0 || !isServed)) return;
    }
  },
};

/** Several walks through the longest list at once: without a limit, with one record per page, with a thousand. */
function longWays(actor: Actor, path: string, ids: readonly string[], isEndless: boolean, step: ProbeStep) {
  const isQuick = actor.depth === 'quick';
  const nearEnd = ids.at(-actor.profile.limit.default - 2);
  const query = ids.length > maxWalkedByDefault ? `?limit=${Math.ceil(ids.length / pagesOfLongList)}` : '';
  const toEnd = isQuick ? pagesOfQuickWalk : 3 * pagesOfLongList;
  const ways: PlannedWalk[] = [{ path: path + query, maxPages: isEndless ? 1 : toEnd, step }];
  if (isEndless) return ways;
  if (isQuick && nearEnd !== undefined)
    ways.push({ path: `${path}?starting_after=${nearEnd}`, maxPages: pagesOfQuickWalk, step });
  ways.push({ path: `${path}?limit=1`, maxPages: 2, step });
  // A quick run has read pages of a thousand before: `data/read-everything`.
  if (ids.length > 1000 && !isQuick) ways.push({ path: `${path}?limit=1000`, maxPages: 11, step });
  return ways;
}

const badLimitProbe: Probe = {
  name: 'pagination/bad-limits',
  api: 'data',
  provokes: ['pagination/bad-limit'],
  needs: [],
  run: async (actor) => {
    const collection = await maxListLength(actor);
    const claim = 'pagination/bad-limit';
    await actor.send({ path: `/${collection}?limit=1`, step: { claim, case: 'limit=1', role: 'control' } });
    for (const limit of actor.pick(badLimits, 2))
      await actor.send({ path: `/${collection}?limit=${limit}`, step: { claim, case: `limit=${limit}` } });
  },
};

/** The list with the longest first page. */
async function maxListLength(actor: Actor): Promise<string> {
  let longest = { collection: actor.api.choices.main, count: -1 };
  for (const collection of actor.api.choices.long) {
    const { length: count } = await actor.sample(collection);
    if (count > longest.count) longest = { collection, count };
    if (count >= actor.profile.limit.default) break;
  }
  return longest.collection;
}

/** A page size that no other probe is likely to use, so that these pages are easy to find in a log. */
const cursorLimit = 7;

type CursorClaim =
  | 'pagination/starting-after-excludes-cursor'
  | 'pagination/ending-before-excludes-cursor'
  | 'pagination/empty-page-after-the-end'
  | 'pagination/empty-page-before-the-start';

/** Sends its own cursors: in the middle, at the last record and at the first record of a fully known list. */
const cursorProbe: Probe = {
  name: 'pagination/cursors',
  api: 'data',
  provokes: [
    'pagination/starting-after-excludes-cursor',
    'pagination/ending-before-excludes-cursor',
    'pagination/empty-page-after-the-end',
    'pagination/empty-page-before-the-start',
    'pagination/ids-ascend',
  ],
  needs: [],
  run: async (actor) => {
    const { collections, choices } = actor.api;
    const lists = actor.depth === 'full' ? collections.map(({ name }) => name) : choices.short;
    for (const collection of lists) {
      const path = `/${collection}`;
      const send = (claim: CursorClaim, query: string) =>
        actor.send({ path: path + query, step: { claim, case: collection } });
      const size = actor.depth === 'full' ? `?limit=${actor.profile.limit.max}` : '';
      const whole = await send('pagination/starting-after-excludes-cursor', size);
      const ids = idsIn(whole);
      if (ids.length < 3 || !(await isWholeList(actor, whole))) continue;
      const middle = ids[Math.floor(ids.length / 2)];
      const page = `?limit=${cursorLimit}`;
      await send('pagination/starting-after-excludes-cursor', `${page}&starting_after=${middle}`);
      await send('pagination/ending-before-excludes-cursor', `${page}&ending_before=${middle}`);
      await send('pagination/empty-page-after-the-end', `${page}&starting_after=${ids.at(-1)}`);
      await send('pagination/empty-page-before-the-start', `${page}&ending_before=${ids[0]}`);
      if (actor.depth === 'quick') return;
      // A full last page, and a full first page on the way back: a server may link from there to an empty page.
      await actor.walk(`${path}?limit=${ids.length}`, {
        maxPages: 3,
        step: { claim: 'pagination/empty-page-after-the-end', case: collection },
      });
      await actor.walk(`${path}?limit=2&ending_before=${ids[2]}`, {
        rel: 'prev',
        maxPages: 3,
        step: { claim: 'pagination/empty-page-before-the-start', case: collection },
      });
    }
  },
};

const filterProbe: Probe = {
  name: 'pagination/filtered-events',
  api: 'data',
  provokes: ['pagination/links-keep-query'],
  needs: [],
  run: async (actor) => {
    const { choices, relations } = actor.api;
    const types = choices.filters;
    const filters = types.slice(0, 1).map((type): Filter => ['record_type', type]);
    if (actor.depth === 'full') {
      const school = (await actor.sample(relations.schools.type))[0]?.id;
      if (typeof school === 'string') filters.push(['school', school]);
      for (const type of types.slice(1)) filters.push(['record_type', type]);
    }
    for (const [name, value] of filters) {
      const step = { claim: 'pagination/links-keep-query', case: name } as const;
      const path = `/events?${name}=${value}`;
      if (actor.depth === 'full') await actor.send({ path: `${path}&limit=1000`, step });
      await actor.walk(`${path}&limit=2`, { maxPages: actor.depth === 'full' ? 4 : 2, step });
    }
  },
};

type Filter = readonly ['record_type' | 'school', string];

/** In execution order; those that change the data come last. */
export const paginationProbes: readonly Probe[] = [
  longWalk,
  cursorProbe,
  listProbe,
  nestedProbe,
  filterProbe,
  badLimitProbe,
  ...changeProbes,
];
