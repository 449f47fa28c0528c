import fc from 'fast-check';
import type { Api } from '../../api.ts';
import type { ProbeStep } from '../../probes/probe.ts';
import { all, share } from '../choices.ts';
import { type CommandKind, inTurn, kindOf, type Setting } from '../command.ts';
import { pathAt } from './access.ts';
import { topLists } from './lists.ts';

/** Lists of users by role and by school, and lists that are counted: of versions that have them. */

/** Enough for a list of a few hundred users, in pages of some size. */
const maxPages = 12;

/** A list, walked. */
async function read({ data }: Setting, path: string, query: string, step: ProbeStep): Promise<void> {
  await data.walk(`${path}?${query}`, { maxPages, step });
}

type Path = `/${string}`;
const pathsIn = (byPath: Readonly<Record<Path, unknown>>) => Object.keys(byPath) as Path[];

/** A list as a whole, with each role, and as a whole again. */
const roles = kindOf<{ list: Path; roles: string[]; at: number; limit: number }>({
  name: 'by-role',
  api: 'data',
  needs: [],
  share: 4,
  fits: ({ choices }) => pathsIn(choices.roleFilters).length > 0,
  choices: (turn, { choices }) => {
    const list = inTurn(pathsIn(choices.roleFilters), turn);
    return fc.record({
      list: fc.constant(list),
      roles: all(choices.roleFilters[list] ?? []),
      at: share,
      limit: fc.constantFrom(1000, 50),
    });
  },
  run: async (setting, { list, roles: chosen, at, limit }) => {
    const path = await pathAt(setting.data, list, at);
    // Of another parent it would be another list.
    if (path === undefined || !setting.isFirst(`by role ${list}`)) return;
    const step = { claim: 'data/role-filter', case: list } as const;
    await read(setting, path, `limit=${limit}`, { ...step, role: 'whole' });
    for (const role of chosen)
      await read(setting, path, `role=${role}&limit=${limit}`, { ...step, role: 'filtered' });
    await read(setting, path, `limit=${limit}`, { ...step, role: 'whole' });
  },
  text: ({ list, roles: chosen, limit }) =>
    `read ${list} in pages of ${limit}, and by the roles ${chosen.join(', ')}`,
});

/** The users of a few schools, those whose own school it is. */
const primary = kindOf<{ list: Path; at: number[]; limit: number }>({
  name: 'by-own-school',
  api: 'data',
  needs: [],
  share: 1,
  fits: ({ choices }) => pathsIn(choices.primaryFilters).length > 0,
  choices: (turn, { choices }) =>
    fc.record({
      list: fc.constant(inTurn(pathsIn(choices.primaryFilters), turn)),
      at: all([0, 0.5, 1]),
      limit: fc.constantFrom(1000, 20),
    }),
  run: async (setting, { list, at, limit }) => {
    const step = { claim: 'data/primary-filter', case: list } as const;
    for (const one of at) {
      const path = await pathAt(setting.data, list, one);
      if (path === undefined) continue;
      await read(setting, path, `primary=true&limit=${limit}`, { ...step, role: 'filtered' });
      await read(setting, path, `limit=${limit}`, { ...step, role: 'whole' });
    }
  },
  text: ({ list, at, limit }) =>
    `read ${list} with primary=true for ${at.length} schools, in pages of ${limit}`,
});

/** A list read, counted, and read again. */
const counts = kindOf<{ list: Path; limit: number }>({
  name: 'counts',
  api: 'data',
  needs: [],
  share: 2,
  fits: (api) => countedIn(api).length > 0,
  choices: (turn, api) =>
    fc.record({ list: fc.constant(inTurn(countedIn(api), turn)), limit: fc.constantFrom(1000, 100) }),
  run: async (setting, { list, limit }) => {
    const step = { claim: 'data/count', case: list } as const;
    await read(setting, list, `limit=${limit}`, { ...step, role: 'whole' });
    await setting.data.send({ path: `${list}?count=true`, step: { ...step, role: 'count' } });
    await read(setting, list, `limit=${limit}`, { ...step, role: 'whole' });
  },
  text: ({ list, limit }) => `read ${list} in pages of ${limit}, and count it`,
});

function countedIn(api: Api): readonly Path[] {
  return topLists(api).filter((path) => api.readerOf(path)?.queryParams.includes('count')) as Path[];
}

export const filterKinds: readonly CommandKind[] = [roles, primary, counts];
