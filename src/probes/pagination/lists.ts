import { idsIn as relatedIn } from '../../../contracts/relations.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { type Members, pathnameOf } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { ownersFor } from '../data/reader.ts';
import type { Actor, Probe } from '../probe.ts';
import { hasNext, idOf, idsIn, linkedPath } from '../responses.ts';
import { type PlannedWalk, walkTogether } from './together.ts';

/** Limits that lists are walked with, where they have more records; also with a third of the list, all of it, and no limit. */
const limits = [1, 2, 30, 99, 101, 1000];
/** Second-level lists are many and short. */
const nestedLimits = [1, 99];
/** A walk of more pages is read at its beginning and at its end. */
const maxPages = 4;
/** Pages at each end of a longer walk. */
const pagesAtEnds = 2;
/** Parents that are tried to find one with enough records. */
const maxParents = 3;

/** Follows the links of every top-level list, forward and back, with every limit. */
export const listProbe: Probe = {
  name: 'pagination/top-level-lists',
  api: 'data',
  provokes: [
    'pagination/limit-10000-accepted',
    'pagination/limit-honoured',
    'pagination/full-pages',
    'pagination/next-while-more',
    'pagination/next-walk-complete',
    'pagination/ids-ascend',
    'pagination/prev-walk-mirrors-next',
    'pagination/empty-page-after-the-end',
    'pagination/empty-page-before-the-start',
    'pagination/links-keep-query',
    'pagination/link-cursor-form',
    'pagination/self-link',
    'pagination/nested-lists-paginate',
  ],
  needs: [],
  run: async (actor) => {
    const lists: WholeList[] = [];
    for (const { path } of paginatedBy(actor).filter((one) => !one.path.includes('{'))) {
      const step = { claim: 'pagination/next-walk-complete', case: path } as const;
      const isWalkedBack = actor.api.choices.back.includes(path.slice(1));
      const known = await shortList(actor, path);
      if (known.length > 0) {
        lists.push({ path, ids: known, step, isWalkedBack });
        continue;
      }
      const largest = { claim: 'pagination/limit-10000-accepted', case: path } as const;
      const whole = await actor.send({ path: `${path}?limit=${actor.profile.limit.max}`, step: largest });
      // A server that refuses the largest limit is read with the default one.
      const ids = idsIn(whole.page ? whole : await actor.send({ path, step: { ...step, role: 'whole' } }));
      if (ids.length > 0) lists.push({ path, ids, step, isWalkedBack });
    }
    await walkLists(actor, lists);
  },
};

/** Follows the links of every second-level list, forward and back, for a parent with records. */
export const nestedProbe: Probe = {
  name: 'pagination/second-level-lists',
  api: 'data',
  provokes: ['pagination/nested-lists-paginate'],
  needs: [],
  run: async (actor) => {
    const paths = paginatedBy(actor).map(({ path }) => path);
    const nested = paths.filter((path) => path.includes('{'));
    const { nested: first } = actor.api.choices;
    const likely = first.filter((path) => nested.includes(path));
    const ordered = [...likely, ...nested.filter((path) => !first.includes(path as `/${string}`))];
    const lists: WholeList[] = [];
    for (const path of actor.pick(ordered, first.length)) {
      const relation = actor.api.relations.direct.find((one) => one.path === path && one.named === 'parent');
      const parents = parentsOf(await ownersFor(actor, path), relation?.of ? [] : (relation?.fields ?? []));
      const step = { claim: 'pagination/nested-lists-paginate', case: path } as const;
      let best: WholeList | undefined;
      for (const id of parents) {
        const listPath = path.replace('{id}', id);
        const whole = await actor.send({ path: listPath, step: { ...step, role: 'whole' } });
        const ids = idsIn(whole);
        if (ids.length > (best?.ids.length ?? 0)) best = { path: listPath, ids, step, isWalkedBack: false };
        if (ids.length > (actor.depth === 'full' ? 2 : 1)) break;
      }
      if (best) lists.push(best);
    }
    await walkLists(actor, lists);
  },
};

/** In a quick run: the ids of a list that is known as a whole from its first page of default size, so it need not be read again. */
async function shortList(actor: Actor, path: string): Promise<readonly string[]> {
  if (actor.depth === 'full') return [];
  const ids = (await actor.sample(path.slice(1))).flatMap((record) => idOf(record) ?? []);
  return ids.length < actor.profile.limit.default ? ids : [];
}

/** Requirements that lists are walked in both directions for. */
type WalkedClaim = 'pagination/next-walk-complete' | 'pagination/nested-lists-paginate';

/** A list and the ids of its first page, which is all of it unless it is very long. */
interface WholeList {
  readonly path: string;
  readonly ids: readonly string[];
  readonly step: { readonly claim: WalkedClaim; readonly case: string };
  /** In a quick run; a full one walks every list back. */
  readonly isWalkedBack: boolean;
}

/**
 * Quick: all lists at once, each in two pages. Full: one list after the other, with all limits at once; each way back begins at
 * the last page of its way forward.
 */
async function walkLists(actor: Actor, lists: readonly WholeList[]): Promise<void> {
  if (actor.depth === 'quick') {
    const inHalves = lists.map((list) => ({ ...list, limit: Math.floor(list.ids.length / 2) + 1 }));
    const ways = inHalves.map(({ path, limit, step }) => ({
      path: `${path}?limit=${limit}`,
      maxPages: 3,
      step: { ...step, role: 'forth' } as const,
    }));
    const walked = await walkTogether(actor, ways);
    const back = inHalves.flatMap((list, at) =>
      list.isWalkedBack ? [wayBack(list, walked[at] ?? [], 3)] : [],
    );
    await walkTogether(actor, back.flat());
    return;
  }
  for (const list of lists) {
    const ways = waysThrough(list);
    const walked = await walkTogether(actor, ways);
    const back = walked.filter((pages, at) => pages.length > 1 && isWalkedBack(actor, list, ways[at]));
    await walkTogether(
      actor,
      back.flatMap((pages) => wayBack(list, pages, maxPages)),
    );
    await walkTogether(actor, waysFromTheMiddle(list));
  }
}

function waysThrough({ path, ids, step }: WholeList): readonly PlannedWalk[] {
  const forth = { ...step, role: 'forth' } as const;
  const count = ids.length;
  const smaller = (isNested(path) ? nestedLimits : limits).filter((limit) => limit < count);
  const asked = [...smaller, Math.ceil(count / 3), count, 1000];
  return [undefined, ...new Set(asked)].flatMap((limit): PlannedWalk[] => {
    const query = limit === undefined ? '' : `limit=${limit}`;
    const pages = Math.ceil(count / (limit ?? 100));
    const isShort = pages < maxPages;
    const way = { path: `${path}?${query}`, maxPages: isShort ? maxPages : pagesAtEnds, step: forth };
    const resumedAt = ids.at(-2 * (limit ?? 100));
    if (isShort || resumedAt === undefined) return [way];
    const resumed = `${path}?${query}&starting_after=${resumedAt}`.replace('?&', '?');
    return [way, { path: resumed, maxPages: pagesAtEnds + 1, step: forth }];
  });
}

/** Every way through the main list; through others the shortest pages and the longest. */
function isWalkedBack({ api }: Actor, { path, ids }: WholeList, way: PlannedWalk | undefined): boolean {
  const limit = new URLSearchParams(way?.path.split('?')[1]).get('limit');
  return path === `/${api.choices.main}` || limit === '1' || limit === String(Math.ceil(ids.length / 3));
}

function isNested(path: string): boolean {
  return path.split('/').length > 2;
}

/** Pages after the last record and before the first. Those of top-level lists are requested by another probe. */
function waysOutside(query: string, ids: readonly string[], step: WholeList['step']): readonly PlannedWalk[] {
  return [
    { path: `${query}&starting_after=${ids.at(-1)}`, maxPages: 1, step: { ...step, role: 'forth' } },
    { path: `${query}&ending_before=${ids[0]}`, rel: 'prev', maxPages: 1, step: { ...step, role: 'back' } },
  ];
}

/** From the last page with records. */
function wayBack(
  { step }: WholeList,
  walked: readonly ReadExchange[],
  pages: number,
): readonly PlannedWalk[] {
  const last = walked.findLast((page) => idsIn(page).length > 0);
  if (!last || walked.length < 2) return [];
  return [{ path: last.request.path, rel: 'prev', maxPages: pages, step: { ...step, role: 'back' } }];
}

/** To the end and to the beginning, from a cursor of the suite's own. */
function waysFromTheMiddle({ path, ids, step }: WholeList): readonly PlannedWalk[] {
  const middle = ids[Math.floor(ids.length / 2)];
  if (ids.length < 4 || middle === undefined) return [];
  const limit = Math.ceil(ids.length / 4);
  const query = `${path}?limit=${limit}`;
  return [
    { path: `${query}&starting_after=${middle}`, maxPages, step: { ...step, role: 'forth' } },
    { path: `${query}&ending_before=${middle}`, rel: 'prev', maxPages, step: { ...step, role: 'back' } },
    ...(isNested(path) ? waysOutside(query, ids, step) : []),
  ];
}

function paginatedBy(actor: Actor): readonly OperationModel[] {
  return actor.api.operations.filter((one) => one.paginated);
}

/** Ids of parents to try; only one if the records list their relations in some fields (`section.students`). */
function parentsOf(records: readonly Members[], fields: readonly string[]): string[] {
  const countOf = (record: Members) => relatedIn(record, fields).length;
  const isCounted = records.some((record) => countOf(record) > 0);
  const byCount = isCounted ? [...records].sort((a, b) => countOf(b) - countOf(a)) : records;
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
