import { model } from '../../../generated/model.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { type Members, pathnameOf } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, Probe } from '../probe.ts';
import { hasNext, idOf, idsIn, linkedPath } from '../responses.ts';

/** For a short list: three pages, or more if a server returns short pages. */
const maxPagesOfShortList = 12;
/** For a list longer than the default page, of which only three pages are read. */
const limitOfLongList = 40;
/** Parents that are tried to find one with enough records. */
const maxParents = 3;

/** Follows the links of every top-level list, forward and back, in pages smaller than the list. */
export const listProbe: Probe = {
  name: 'pagination/top-level-lists',
  api: 'data',
  provokes: [
    'pagination/full-pages',
    'pagination/next-while-more',
    'pagination/next-walk-complete',
    'pagination/ids-ascend',
    'pagination/prev-walk-mirrors-next',
    'pagination/empty-page-after-the-end',
    'pagination/empty-page-before-the-start',
    'pagination/links-keep-query',
    'pagination/link-cursor-form',
    'pagination/nested-lists-paginate',
  ],
  needs: [],
  run: async (actor) => {
    for (const { path } of paginatedBy(actor).filter((one) => !one.path.includes('{'))) {
      const step = { claim: 'pagination/next-walk-complete', case: path } as const;
      const whole = await actor.send({ path, step: { ...step, role: 'whole' } });
      await walkBothWays(actor, path, whole, step);
    }
  },
};

/** Follows the links of every second-level list, forward and back, for a parent with records. */
export const nestedProbe: Probe = {
  name: 'pagination/second-level-lists',
  api: 'data',
  provokes: ['pagination/nested-lists-paginate'],
  needs: [],
  run: async (actor) => {
    for (const { path } of paginatedBy(actor).filter((one) => one.path.includes('{'))) {
      const [, collection = '', , relation = ''] = path.split('/');
      const step = { claim: 'pagination/nested-lists-paginate', case: path } as const;
      let best: { path: string; whole: ReadExchange } | undefined;
      for (const id of parentsOf(await actor.sample(collection), relation)) {
        const listPath = path.replace('{id}', id);
        const whole = await actor.send({ path: listPath, step: { ...step, role: 'whole' } });
        if (!best || idsIn(whole).length > idsIn(best.whole).length) best = { path: listPath, whole };
        if (idsIn(best.whole).length > 2) break;
      }
      if (best) await walkBothWays(actor, best.path, best.whole, step);
    }
  },
};

/** Requirements that lists are walked in both directions for. */
type WalkedClaim = 'pagination/next-walk-complete' | 'pagination/nested-lists-paginate';

function paginatedBy(actor: Actor): readonly OperationModel[] {
  return model.operations.filter((one) => one.paginated && one.document === actor.profile.document);
}

/** Ids of parents to try; only one if the records list their relations (`section.students`). */
function parentsOf(records: readonly Members[], relation: string): string[] {
  const countOf = (record: Members) => {
    const ids = record[relation];
    return Array.isArray(ids) ? ids.length : undefined;
  };
  const isCounted = records.some((record) => countOf(record) !== undefined);
  const byCount = isCounted ? [...records].sort((a, b) => (countOf(b) ?? 0) - (countOf(a) ?? 0)) : records;
  const ids = byCount.flatMap((record) => idOf(record) ?? []);
  return ids.slice(0, isCounted ? 1 : maxParents);
}

/**
 * Whether a first page is the whole list: it has no `next` link, or one to an empty page, as some servers have on
 * every page. Costs a request if there is a `next` link.
 */
export async function isWholeList(actor: Actor, page: ReadExchange): Promise<boolean> {
  if (!hasNext(page)) return true;
  const { origin } = page.request;
  const next = linkedPath(page, 'next', { origin, collectionPath: pathnameOf(page) });
  if (next === undefined) return false;
  const following = await actor.send({ path: next });
  return following.response?.status === 200 && idsIn(following).length === 0 && !hasNext(following);
}

/** Follows `next` from the first page with about a third of the list per page, then `prev` from the last page with records. */
async function walkBothWays(
  actor: Actor,
  path: string,
  whole: ReadExchange,
  step: { readonly claim: WalkedClaim; readonly case: string },
): Promise<void> {
  const count = idsIn(whole).length;
  if (count === 0) return;
  const isLong = !(await isWholeList(actor, whole));
  const limit = isLong ? limitOfLongList : Math.ceil(count / 3);
  const maxPages = isLong ? 3 : maxPagesOfShortList;
  const pages = await actor.walk(`${path}?limit=${limit}`, { maxPages, step: { ...step, role: 'forth' } });
  const last = pages.findLast((page) => idsIn(page).length > 0);
  if (!last) return;
  await actor.walk(last.request.path, { rel: 'prev', maxPages, step: { ...step, role: 'back' } });
}
