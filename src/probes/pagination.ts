import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { changeProbes } from './pagination-changes.ts';
import { listProbe, nestedProbe } from './pagination-lists.ts';
import type { Actor, Probe } from './probe.ts';

/** Limits that the catalogue names; 10,000 has a requirement of its own. */
const limits = [1, 2, 30, 99, 101, 1000];
/** None of them is a limit. */
const badLimits = ['0', '-1', 'abc', '1.5', ''];
/** Lists that are likely to have several pages, the likeliest first. */
const longLists = ['students', 'sections', 'teachers', 'schools'];
/** A list of more entries is walked with larger pages, so that a walk stays within two dozen requests. */
const walkedByDefault = 2000;
const pagesOfLongList = 20;

/** Walks a list from end to end with the default limit, after one look at the whole of it. */
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
      const step = { claim: 'pagination/limit-10000-accepted', case: collection } as const;
      const whole = await actor.send({ path: `/${collection}?limit=${actor.profile.limit.max}`, step });
      const records = idsIn(whole);
      const query =
        records.length > walkedByDefault ? `?limit=${Math.ceil(records.length / pagesOfLongList)}` : '';
      // More than fits into the largest page: another list will do for a walk from end to end.
      const isWhole = whole.response?.status !== 200 || !hasNext(whole);
      const walk = { claim: 'pagination/next-walk-complete', case: collection, role: 'walk' } as const;
      if (!isWhole) await actor.send({ path: `/${collection}`, step: walk });
      else await actor.walk(`/${collection}${query}`, { maxPages: 3 * pagesOfLongList, step: walk });
      if (isWhole && (records.length > 0 || whole.response?.status !== 200)) return;
    }
  },
};
