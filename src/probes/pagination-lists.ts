import { model } from '../../generated/model.ts';
import { type Exchange, type Members, pathnameOf } from '../exchange.ts';
import type { OperationModel } from '../model.ts';
import { hasNext, idOf, idsIn, linkedPath } from './answers.ts';
import type { Actor, Probe, UntypedStep } from './probe.ts';

/** Most pages of a short list; three are meant, a server that keeps its pages short gets more. */
const mostPages = 12;
/** A list that goes on after the default page is walked for three pages only, with this limit. */
const limitOfLongList = 40;
/** So many parents are tried until one has entries enough. */
const parentsTried = 3;

/** Every top-level list, forth and back, in pages that are smaller than the list. */
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

/** Every second-level list, forth and back, of a parent that has entries in it. */
export const nestedProbe: Probe = {
  name: 'pagination/second-level-lists',
  api: 'data',
  provokes: ['pagination/nested-lists-paginate'],
  needs: [],
  run: async (actor) => {
    for (const { path } of paginatedBy(actor).filter((one) => one.path.includes('{'))) {
      const [, collection = '', , relation = ''] = path.split('/');
      const step = { claim: 'pagination/nested-lists-paginate', case: path } as const;
      let best: { path: string; whole: Exchange } | undefined;
      for (const id of parentsOf(await actor.sample(collection), relation)) {
        const asked = path.replace('{id}', id);
        const whole = await actor.send({ path: asked, step: { ...step, role: 'whole' } });
        if (!best || idsIn(whole).length > idsIn(best.whole).length) best = { path: asked, whole };
        if (idsIn(best.whole).length > 2) break;
      }
      if (best) await walkBothWays(actor, best.path, best.whole, step);
    }
  },
};

function paginatedBy(actor: Actor): readonly OperationModel[] {
  return model.operations.filter((one) => one.paginated && one.document === actor.profile.document);
}

/** The ids to try. A record that names its relations itself (`section.students`) saves trying. */
function parentsOf(records: readonly Members[], relation: string): string[] {
  const countOf = (record: Members) => {
    const ids = record[relation];
    return Array.isArray(ids) ? ids.length : undefined;
  };
  const isCounted = records.some((record) => countOf(record) !== undefined);
  const byCount = isCounted ? [...records].sort((a, b) => (countOf(b) ?? 0) - (countOf(a) ?? 0)) : records;
  const ids = byCount.flatMap((record) => idOf(record) ?? []);
  return ids.slice(0, isCounted ? 1 : parentsTried);
}

/**
 * Whether a first page is the whole list: it has no next link, or one that leads to an empty page, as some servers have it
 * on every page. Costs a request where there is a next link.
 */
export async function isWholeList(actor: Actor, page: Exchange): Promise<boolean> {
  if (!hasNext(page)) return true;
  const { origin } = page.request;
  const next = linkedPath(page, 'next', { origin, collectionPath: pathnameOf(page) });
  if (next === undefined) return false;
  const behind = await actor.send({ path: next });
  return behind.response?.status === 200 && idsIn(behind).length === 0 && !hasNext(behind);
}

/** Forth from the first page with about a third of the list per page, and back from the last page that has entries. */
async function walkBothWays(actor: Actor, path: string, whole: Exchange, step: UntypedStep): Promise<void> {
  const count = idsIn(whole).length;
  if (count === 0) return;
  const isLong = !(await isWholeList(actor, whole));
  const limit = isLong ? limitOfLongList : Math.ceil(count / 3);
  const maxPages = isLong ? 3 : mostPages;
  const pages = await actor.walk(`${path}?limit=${limit}`, { maxPages, step: { ...step, role: 'forth' } });
  const last = pages.findLast((page) => idsIn(page).length > 0);
  if (!last) return;
  await actor.walk(last.request.path, { rel: 'prev', maxPages, step: { ...step, role: 'back' } });
}
