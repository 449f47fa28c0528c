import fc from 'fast-check';
import type { Api } from '../../api.ts';
import { idsIn } from '../../probes/responses.ts';
import { all, share, yes } from '../choices.ts';
import { type CommandKind, inTurn, itemAt, kindOf } from '../command.ts';
import {
  follow,
  type KnownList,
  knowList,
  linkTo,
  listStep,
  nestedLists,
  shortLists,
  topLists,
} from './lists.ts';

/** Page sizes that documents, clients and servers have reasons of their own for; any other number comes by chance. */
const namedLimits = [1, 2, 7, 10, 30, 40, 99, 100, 101, 1000];
/** A walk takes at most about so many pages in each direction. */
const maxPages = 5;

/** `parts`: the limit divides the list into so many pages. */
interface PageSize {
  readonly limit: number;
  readonly parts: number;
}

const pageSizes = (turn: number) =>
  fc.record({
    limit: fc.oneof(
      { weight: 3, arbitrary: fc.constant(inTurn(namedLimits, 3 + turn * 5)) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 120 }) },
    ),
    parts: fc.integer({ min: 2, max: 4 }),
  });

/** The limit, or one that divides the list where the limit would make too many pages or only one. */
function limitFor({ ids }: KnownList, { limit, parts }: PageSize): number {
  const isFitting = ids.length > limit && ids.length <= limit * (maxPages + 1);
  return isFitting ? limit : Math.max(1, Math.ceil(ids.length / parts));
}

/** Only a long list shows whether a large limit is kept: most often the longest. */
function longFirst(turn: number, api: Api) {
  const lists = topLists(api);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(inTurn(lists, 0)) },
    { weight: 1, arbitrary: fc.constant(inTurn(lists, turn)) },
  );
}

/** In one direction or both, whatever the list, its parent and the limit. */
function walkKind(name: string, lists: (api: Api) => readonly string[], of: number) {
  return kindOf<{ list: string; parent: number; size: PageSize; back: boolean }>({
    name,
    api: 'data',
    needs: [],
    share: of,
    choices: (turn, api) =>
      fc.record({
        list: fc.constant(inTurn(lists(api), turn)),
        parent: fc.integer({ min: 0, max: 2 }),
        size: pageSizes(turn),
        back: yes,
      }),
    run: async (setting, { list: template, parent, size, back }) => {
      const list = await knowList(setting, template, parent);
      if (!list) return;
      const path = `${list.path}?limit=${limitFor(list, size)}`;
      const pages = await setting.data.walk(path, {
        maxPages: maxPages + 1,
        step: listStep(template, 'forth'),
      });
      const last = pages.findLast((page) => idsIn(page).length > 0);
      if (last && back)
        await follow(setting.data, last, 'prev', { pages: maxPages + 1, step: listStep(template, 'back') });
    },
    text: ({ list, size, back }) =>
      `walk ${list} in pages of ${size.limit} (or ${size.parts} pages)${back ? ', there and back' : ''}`,
  });
}

const defaultWalk = kindOf<{ list: string }>({
  name: 'walk-by-default',
  api: 'data',
  needs: [],
  share: 2,
  choices: (turn, api) => fc.record({ list: longFirst(turn, api) }),
  run: async (setting, { list: template }) => {
    if (!(await knowList(setting, template))) return;
    const pages = await setting.data.walk(template, { maxPages, step: listStep(template, 'forth') });
    const last = pages.findLast((page) => idsIn(page).length > 0);
    if (last) await follow(setting.data, last, 'prev', { pages: maxPages, step: listStep(template, 'back') });
  },
  text: ({ list }) => `walk ${list} without a limit, there and back`,
});

/** Walks with every limit, each of a few pages. */
const limits = kindOf<{ list: string; limits: number[] }>({
  name: 'limits',
  api: 'data',
  needs: [],
  share: 1,
  choices: (turn, api) =>
    fc.record({
      list: longFirst(turn, api),
      limits: fc
        .tuple(all(namedLimits), fc.integer({ min: 3, max: 200 }))
        .map(([named, other]) => [...new Set([...named, other])]),
    }),
  run: async (setting, { list: template, limits }) => {
    if (!(await knowList(setting, template))) return;
    for (const limit of limits) {
      const step = { claim: 'pagination/limit-honoured', case: `limit=${limit}` } as const;
      const page = await setting.data.send({ path: `${template}?limit=${limit}`, step });
      await follow(setting.data, page, 'next', { pages: 2, step: listStep(template, 'forth') });
    }
  },
  text: ({ list, limits }) => `walk the first pages of ${list} with limit ${limits.join(', ')}`,
});

/** Cursors of the suite's own, in the middle and at both ends, and one link from there. */
const cursors = kindOf<{ list: string; at: number; limit: number; side: 'after' | 'before' | 'both' }>({
  name: 'cursors',
  api: 'data',
  needs: [],
  share: 2,
  choices: (turn, api) =>
    fc.record({
      list: fc.constant(inTurn(shortLists(api), turn)),
      at: share,
      limit: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(7, 2, 10) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
      ),
      side: fc.constant('both' as const),
    }),
  run: async (setting, { list: template, at, limit, side }) => {
    const list = await knowList(setting, template);
    if (!list) return;
    // The middle, and the two ends: beyond them a page is empty.
    const middle = itemAt(list.ids, at) ?? '';
    const requests = [
      ['after', 'starting_after', middle],
      ['before', 'ending_before', middle],
      ['after', 'starting_after', list.ids.at(-1)],
      ['before', 'ending_before', list.ids[0]],
    ] as const;
    for (const [which, param, id] of requests) {
      if (side !== 'both' && side !== which) continue;
      const step = listStep(template, which === 'after' ? 'forth' : 'back');
      const page = await setting.data.send({ path: `${list.path}?limit=${limit}&${param}=${id}`, step });
      if (id === middle)
        await follow(setting.data, page, which === 'after' ? 'next' : 'prev', { pages: 1, step });
    }
    if (side === 'before') return;
    // A page that is exactly the list: a server may link from there to an empty page.
    const step = listStep(template, 'forth');
    const exact = await setting.data.send({ path: `${list.path}?limit=${list.ids.length}`, step });
    await follow(setting.data, exact, 'next', { pages: 2, step });
    const edge = list.ids[2];
    if (edge === undefined) return;
    const back = listStep(template, 'back');
    const first = await setting.data.send({ path: `${list.path}?limit=2&ending_before=${edge}`, step: back });
    await follow(setting.data, first, 'prev', { pages: 2, step: back });
  },
  text: ({ list, at, limit, side }) =>
    `read ${list} around its record at ${Math.round(at * 100)} % and beyond its ends, limit ${limit}, ${side}`,
});

/** Two walks at once, page by page, and each resumed where it stopped. */
const interleaved = kindOf<{ lists: string[]; parts: number }>({
  name: 'interleaved-walks',
  api: 'data',
  needs: [],
  share: 1,
  choices: (turn, api) =>
    fc.record({
      lists: fc.constant([inTurn(topLists(api), 2 * turn + 6), inTurn(topLists(api), 2 * turn + 7)]),
      parts: fc.integer({ min: 3, max: 4 }),
    }),
  run: async (setting, { lists, parts }) => {
    const places: { readonly template: string; path: string | undefined }[] = [];
    for (const template of lists) {
      const list = await knowList(setting, template);
      const limit = list && Math.ceil(list.ids.length / parts);
      if (list) places.push({ template, path: `${list.path}?limit=${limit}` });
    }
    for (let round = 0; round <= maxPages; round++)
      for (const place of places) {
        if (place.path === undefined) continue;
        const step = listStep(place.template, 'forth');
        const page = await setting.data.send({ path: place.path, step });
        place.path = linkTo(page, 'next');
      }
  },
  text: ({ lists, parts }) => `walk ${lists.join(' and ')} at once in ${parts} pages each`,
});

/** The same page twice, with something else in between. */
const repeated = kindOf<{ list: string; parts: number }>({
  name: 'repeated-walk',
  api: 'data',
  needs: [],
  share: 1,
  choices: (turn, api) =>
    fc.record({ list: fc.constant(inTurn(topLists(api), turn)), parts: fc.integer({ min: 2, max: 3 }) }),
  run: async (setting, { list: template, parts }) => {
    const list = await knowList(setting, template);
    if (!list) return;
    const step = listStep(template, 'forth');
    const path = `${list.path}?limit=${Math.ceil(list.ids.length / parts)}`;
    const first = await setting.data.send({ path, step });
    await setting.data.walk(path, { maxPages, step });
    await follow(setting.data, first, 'next', { pages: maxPages, step });
  },
  text: ({ list, parts }) => `walk ${list} in ${parts} pages, and again from its first page`,
});

const badLimitTexts = ['0', '-1', 'abc', '1.5', '', '%20', '1e3', '0x10'];

const badLimit = kindOf<{ list: string; limits: string[] }>({
  name: 'bad-limits',
  api: 'data',
  needs: [],
  share: 1,
  choices: (turn, api) =>
    fc.record({
      list: longFirst(turn, api),
      limits: all([0, 1, 2, 3, 4, 5].map((at) => inTurn(badLimitTexts, at + turn))),
    }),
  run: async ({ data }, { list, limits }) => {
    const claim = 'pagination/bad-limit';
    await data.send({ path: `${list}?limit=1`, step: { claim, case: 'limit=1', role: 'control' } });
    for (const limit of limits)
      await data.send({ path: `${list}?limit=${limit}`, step: { claim, case: `limit=${limit}` } });
  },
  text: ({ list, limits }) => `read ${list} with invalid limits: ${limits.join(', ')}`,
});

export const pagingKinds: readonly CommandKind[] = [
  walkKind('walk', topLists, 7),
  walkKind('walk-below', nestedLists, 6),
  defaultWalk,
  limits,
  cursors,
  interleaved,
  repeated,
  badLimit,
];
