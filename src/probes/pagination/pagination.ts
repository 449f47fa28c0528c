import type { Actor, Probe } from '../probe.ts';
import { hasNext, idsIn } from '../responses.ts';
import { changeProbes } from './changes.ts';
import { isWholeList, listProbe, nestedProbe } from './lists.ts';

/** Limits that the catalogue names; 10,000 has its own requirement. */
const limits = [1, 2, 30, 99, 101, 1000];
/** None of them is a valid limit. */
const badLimits = ['0', '-1', 'abc', '1.5', ''];
/** Lists that are likely to have several pages, the likeliest first. */
const longLists = ['students', 'sections', 'teachers', 'schools'];
/** Lists that are likely to fit on one page. */
const shortLists = ['teachers', 'schools', 'terms', 'district_admins'];
/** Longer lists are read in larger pages, so that a walk takes at most two dozen requests. */
const maxWalkedByDefault = 2000;
const pagesOfLongList = 20;

const longWalk: Probe = {
  name: 'pagination/long-walk',
  api: 'data',
  provokes: [
    'pagination/default-limit-100',
    'pagination/full-pages',
    'pagination/limit-10000-accepted',
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
    for (const collection of longLists) {
      const path = `/${collection}`;
      const whole = await actor.send({
        path: `${path}?limit=${actor.profile.limit.max}`,
        step: { claim: 'pagination/limit-10000-accepted', case: collection },
      });
      const isServed = whole.response?.status === 200;
      const count = idsIn(whole).length;
      const query = count > maxWalkedByDefault ? `?limit=${Math.ceil(count / pagesOfLongList)}` : '';
      // A list that continues after the largest page is too long to read: one page is enough.
      const isFull = count >= actor.profile.limit.max;
      const maxPages = isServed && isFull && hasNext(whole) ? 1 : 3 * pagesOfLongList;
      const step = { claim: 'pagination/next-walk-complete', case: collection, role: 'long' } as const;
      await actor.walk(path + query, { maxPages, step });
      if (maxPages > 1 && (count > 0 || !isServed)) return;
    }
  },
};

const limitProbe: Probe = {
  name: 'pagination/limits',
  api: 'data',
  provokes: ['pagination/limit-honoured', 'pagination/full-pages'],
  needs: [],
  run: async (actor) => {
    const collection = await maxListLength(actor);
    for (const limit of limits)
      await actor.send({
        path: `/${collection}?limit=${limit}`,
        step: { claim: 'pagination/limit-honoured', case: `limit=${limit}` },
      });
  },
};

const badLimitProbe: Probe = {
  name: 'pagination/bad-limits',
  api: 'data',
  provokes: ['pagination/bad-limit'],
  needs: [],
  run: async (actor) => {
    const collection = await maxListLength(actor);
    const claim = 'pagination/bad-limit';
    await actor.send({ path: `/${collection}?limit=1`, step: { claim, case: 'limit=1', role: 'control' } });
    for (const limit of badLimits)
      await actor.send({ path: `/${collection}?limit=${limit}`, step: { claim, case: `limit=${limit}` } });
  },
};

/** The list with the longest first page. */
async function maxListLength(actor: Actor): Promise<string> {
  let longest = { collection: 'students', count: -1 };
  for (const collection of longLists) {
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
    for (const collection of shortLists) {
      const path = `/${collection}`;
      const send = (claim: CursorClaim, query: string) =>
        actor.send({ path: path + query, step: { claim, case: collection } });
      const whole = await send('pagination/starting-after-excludes-cursor', '');
      const ids = idsIn(whole);
      if (ids.length < 3 || !(await isWholeList(actor, whole))) continue;
      const middle = ids[Math.floor(ids.length / 2)];
      await send(
        'pagination/starting-after-excludes-cursor',
        `?limit=${cursorLimit}&starting_after=${middle}`,
      );
      await send('pagination/ending-before-excludes-cursor', `?limit=${cursorLimit}&ending_before=${middle}`);
      await send('pagination/empty-page-after-the-end', `?limit=${cursorLimit}&starting_after=${ids.at(-1)}`);
      await send('pagination/empty-page-before-the-start', `?limit=${cursorLimit}&ending_before=${ids[0]}`);
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
      return;
    }
  },
};

const filterProbe: Probe = {
  name: 'pagination/filtered-events',
  api: 'data',
  provokes: ['pagination/links-keep-query'],
  needs: [],
  run: async (actor) => {
    const school = (await actor.sample('schools'))[0]?.id;
    const filters = { record_type: 'students', ...(typeof school === 'string' ? { school } : {}) };
    for (const name of ['record_type', 'school'] as const)
      if (filters[name] !== undefined)
        await actor.walk(`/events?${name}=${filters[name]}&limit=2`, {
          maxPages: 2,
          step: { claim: 'pagination/links-keep-query', case: name },
        });
  },
};

/** In execution order; those that change the data come last. */
export const paginationProbes: readonly Probe[] = [
  longWalk,
  limitProbe,
  cursorProbe,
  listProbe,
  nestedProbe,
  filterProbe,
  badLimitProbe,
  ...changeProbes,
];
