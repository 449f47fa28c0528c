import type { OperationModel } from '../../../openapi/model-types.ts';
import type { Actor, Probe, ProbeStep } from '../probe.ts';
import { pathFor } from './data.ts';
import { limit, type Samples, sampleAll } from './reader.ts';

/** Pages of a list that is compared with what a filter leaves of it. */
const maxPages = 12;

/** Lists by role, by the own school of users, and counted. */
export const filtersProbe: Probe = {
  name: 'data/filters of users',
  api: 'data',
  provokes: ['data/role-filter', 'data/primary-filter', 'data/count', 'data/user-roles'],
  needs: [],
  run: async (actor) => {
    const samples = await sampleAll(actor);
    const { choices, operations } = actor.api;
    for (const [path, roles] of entriesOf(choices.roleFilters)) {
      const own = ownPath(actor, path, samples);
      if (own === undefined) continue;
      const step = { claim: 'data/role-filter', case: path } as const;
      await read(actor, own, '', { ...step, role: 'whole' });
      for (const role of actor.pick(roles, 2))
        await read(actor, own, `role=${role}&`, { ...step, role: 'filtered' });
      await read(actor, own, '', { ...step, role: 'whole' });
    }
    for (const [path] of entriesOf(choices.primaryFilters)) {
      const own = ownPath(actor, path, samples);
      if (own !== undefined)
        await read(actor, own, 'primary=true&', { claim: 'data/primary-filter', case: path });
    }
    const counted = operations.filter(({ queryParams }) => queryParams.includes('count'));
    for (const { path } of actor.pick(counted, 2)) {
      const step = { claim: 'data/count', case: path as `/${string}` } as const;
      await read(actor, path, '', { ...step, role: 'whole' });
      await actor.send({ path: `${path}?count=true`, step: { ...step, role: 'count' } });
      await read(actor, path, '', { ...step, role: 'whole' });
    }
  },
};

function entriesOf<T>(byPath: Readonly<Record<`/${string}`, T>>) {
  return Object.entries(byPath) as (readonly [`/${string}`, T])[];
}

function ownPath({ api }: Actor, path: string, samples: Samples): string | undefined {
  const operation: OperationModel | undefined = api.readerOf(path);
  return operation && pathFor(operation, samples, api)?.split('?', 1)[0];
}

async function read(actor: Actor, path: string, filter: string, step: ProbeStep): Promise<void> {
  await actor.walk(`${path}?${filter}limit=${limit}`, { maxPages, step });
}
