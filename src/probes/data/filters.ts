import { idsIn, valueAt } from '../../../contracts/relations.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { withId } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, Probe, ProbeStep } from '../probe.ts';
import { memberOf, recordsIn } from '../responses.ts';
import { pathFor } from './data.ts';
import { limit, type Samples, sampleAll } from './reader.ts';

/** Pages of a list that is compared with what a filter leaves of it. */
const maxPages = 12;

/** Lists by role, by the own school of users, and counted. What differs is read again: it may have changed meanwhile. */
export const filtersProbe: Probe = {
  name: 'data/filters of users',
  api: 'data',
  provokes: ['data/role-filter', 'data/primary-filter', 'data/count', 'data/user-roles'],
  needs: [],
  run: async (actor) => {
    const samples = await sampleAll(actor);
    const { choices, operations } = actor.api;
    for (const [path, roles] of actor.pick(entriesOf(choices.roleFilters), 3)) {
      const own = ownPath(actor, path, samples);
      if (own !== undefined) await byRole(actor, own, { path, roles: actor.pick(roles, 2) });
    }
    for (const [path, fields] of entriesOf(choices.primaryFilters)) {
      const [first] = (samples.get(choices.main) ?? []).flatMap((one) => idsIn(one, fields));
      const own = first === undefined ? ownPath(actor, path, samples) : withId(path, first);
      if (own === undefined) continue;
      const step = { claim: 'data/primary-filter', case: path } as const;
      const whole = await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
      const listed = await read(actor, `${own}?primary=true&limit=${limit}`, { ...step, role: 'filtered' });
      const ids = new Set(listed.map(({ id }) => id));
      const due = whole.filter((one) => idsIn(one, fields).some((id) => own.includes(id)));
      if (due.some(({ id }) => !ids.has(id)))
        await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
    }
    const counted = operations.filter(({ queryParams }) => queryParams.includes('count'));
    for (const { path } of actor.pick(counted, 2)) {
      const step = { claim: 'data/count', case: path as `/${string}` } as const;
      const whole = await read(actor, `${path}?limit=${limit}`, { ...step, role: 'whole' });
      const { json } = await actor.send({ path: `${path}?count=true`, step: { ...step, role: 'count' } });
      if (memberOf(json, 'count') !== whole.length)
        await read(actor, `${path}?limit=${limit}`, { ...step, role: 'whole' });
    }
  },
};

/** Below a record in pages so small that a role has to be kept from one to the next. */
async function byRole(
  actor: Actor,
  own: string,
  { path, roles }: { readonly path: `/${string}`; readonly roles: readonly string[] },
): Promise<void> {
  const field = actor.api.choices.roles?.field ?? '';
  const step = { claim: 'data/role-filter', case: path } as const;
  const whole = await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
  let differs = false;
  for (const role of roles) {
    const due = whole.filter((one) => isObject(valueAt(one, `${field}.${role}`)));
    const size = path.includes('{') ? Math.min(limit, Math.floor(due.length / 2) + 1) : limit;
    const listed = await read(actor, `${own}?role=${role}&limit=${size}`, { ...step, role: 'filtered' });
    const rolesById = new Map(listed.map((one) => [one.id, namesIn(one[field])]));
    differs ||= due.some((one) => rolesById.get(one.id) !== namesIn(one[field]));
  }
  if (differs) await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
}

function namesIn(value: unknown): string {
  return isObject(value) ? Object.keys(value).sort().join() : '';
}

function entriesOf<T>(byPath: Readonly<Record<`/${string}`, T>>) {
  return Object.entries(byPath) as (readonly [`/${string}`, T])[];
}

function ownPath({ api }: Actor, path: string, samples: Samples): string | undefined {
  const operation: OperationModel | undefined = api.readerOf(path);
  return operation && pathFor(operation, samples, api)?.split('?', 1)[0];
}

async function read(actor: Actor, path: string, step: ProbeStep): Promise<readonly Members[]> {
  const pages: readonly ReadExchange[] = await actor.walk(path, { maxPages, step });
  return pages.flatMap(recordsIn);
}
