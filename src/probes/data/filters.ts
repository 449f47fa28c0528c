import { idsIn, valueAt } from '../../../contracts/relations.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { ownerIn, withId } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, Probe, ProbeStep } from '../probe.ts';
import { memberOf, recordsIn } from '../responses.ts';
import { pathFor } from './data.ts';
import { isPlainId, limit, type Samples, sampleAll } from './reader.ts';

/** Pages of a list that is compared with what a filter leaves of it. */
const maxPages = 12;

/** Lists by role, by the own school of users, and counted. What differs is read again: it may have changed meanwhile. */
export const filtersProbe: Probe = {
  name: 'data/filters of users',
  api: 'data',
  provokes: ['data/role-filter', 'data/primary-filter', 'data/count', 'data/user-roles'],
  needs: [],
  run: async (actor) => {
    const samples = new Map(await sampleAll(actor));
    const { choices, operations } = actor.api;
    for (const [path, roles] of actor.pick(entriesOf(choices.roleFilters), 3))
      for (const own of actor.pick(listsAt(actor, path, samples), 1)) {
        const whole = await byRole(actor, own, { path, roles: actor.pick(roles, 2) });
        if (path !== `/${choices.main}`) continue;
        // With those of all roles, who are not on the first page.
        samples.set(choices.main, whole);
        await readOfSeveralRoles(actor, whole);
      }
    for (const [path, { named, fields }] of actor.pick(entriesOf(choices.primaryFilters), 1)) {
      const own = listOfGuests(actor, path, samples);
      if (own === undefined) continue;
      const step = { claim: 'data/primary-filter', case: path } as const;
      const whole = await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
      const due =
        named === 'child' ? whole.filter((one) => idsIn(one, fields).some((id) => own.includes(id))) : [];
      const listed = await read(actor, `${own}?primary=true&limit=${inTwoPages(due)}`, {
        ...step,
        role: 'filtered',
      });
      const ids = new Set(listed.map(({ id }) => id));
      if (due.some(({ id }) => !ids.has(id)))
        await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
    }
    const counted = operations.filter(({ queryParams }) => queryParams.includes('count'));
    for (const { path } of actor.pick(counted, 1)) {
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
): Promise<readonly Members[]> {
  const field = actor.api.choices.roles?.field ?? '';
  const step = { claim: 'data/role-filter', case: path } as const;
  const whole = await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
  let differs = false;
  for (const role of roles) {
    const due = whole.filter((one) => isObject(valueAt(one, `${field}.${role}`)));
    const size = path.includes('{') ? inTwoPages(due) : limit;
    const listed = await read(actor, `${own}?role=${role}&limit=${size}`, { ...step, role: 'filtered' });
    const rolesById = new Map(listed.map((one) => [one.id, namesIn(one[field])]));
    differs ||= due.some((one) => rolesById.get(one.id) !== namesIn(one[field]));
  }
  if (differs) await read(actor, `${own}?limit=${limit}`, { ...step, role: 'whole' });
  return whole;
}

function inTwoPages(due: readonly Members[]): number {
  return Math.min(limit, Math.floor(due.length / 2) + 1);
}

/** The first and the last user of several roles by id: which of these a record shows is easily decided by the first of them. */
async function readOfSeveralRoles(actor: Actor, people: readonly Members[]): Promise<void> {
  const { main } = actor.api.choices;
  const several = withSeveralRoles(actor, people);
  const ids = new Set([several.at(-1)?.id, several[0]?.id].filter(isPlainId));
  for (const id of actor.pick([...ids], 1))
    await actor.send({
      path: `/${main}/${id}`,
      step: { claim: 'data/no-record-missing', case: `/${main}/{id}` },
    });
}

function withSeveralRoles({ api }: Actor, people: readonly Members[]): readonly Members[] {
  const { field = '' } = api.choices.roles ?? {};
  return people.filter(({ [field]: roles }) => isObject(roles) && Object.keys(roles).length > 1);
}

/**
 * Lists for which a role matters: with several users of each role, and with users of several roles, who may be listed for the first
 * of them only. Then the one that most relations lead to.
 */
function listsAt(actor: Actor, path: `/${string}`, samples: Samples): readonly string[] {
  const { relations, choices } = actor.api;
  const relation = relations.direct.find((one) => one.path === path);
  const several = withSeveralRoles(actor, samples.get(choices.main) ?? []);
  const owners =
    relation?.named === 'parent'
      ? mixedIn(samples.get(ownerIn(path)) ?? [], relation.fields, several)
      : several.flatMap((one) => idsIn(one, relation?.fields ?? [])).slice(0, 1);
  const mixed = owners.filter(isPlainId).map((id) => withId(path, id));
  return [...new Set([...mixed, ownPath(actor, path, samples)])].filter((one) => one !== undefined);
}

/** The record with the most ids in each of some fields, and of those with certain ids in them. */
function mixedIn(
  records: readonly Members[],
  fields: readonly string[],
  wanted: readonly Members[],
): readonly string[] {
  const ids = new Set(wanted.map(({ id }) => id));
  const fewest = (one: Members) => Math.min(...fields.map((field) => idsIn(one, [field]).length));
  const sorted = records.toSorted((a, b) => fewest(b) - fewest(a));
  const best = sorted.filter((one) => idsIn(one, fields).some((id) => ids.has(id)))[0];
  const [first] = sorted;
  // Of equals the one with both.
  const chosen = first && best && fewest(first) === fewest(best) ? [best] : [first, best];
  return chosen.flatMap((one) => (typeof one?.id === 'string' ? [one.id] : []));
}

/** The list of a school that is not the own school of all its users, or of a user with more than the own school. */
function listOfGuests(actor: Actor, path: `/${string}`, samples: Samples): string | undefined {
  const { api } = actor;
  const { named, fields } = api.choices.primaryFilters[path] ?? { named: 'child', fields: [] };
  const all = api.relations.direct.find((one) => one.path === path)?.fields ?? [];
  const [guest] = (samples.get(api.choices.main) ?? [])
    .filter((one) => isPlainId(one.id) && idsIn(one, fields).length > 0)
    .toSorted((a, b) => idsIn(b, all).length - idsIn(a, all).length);
  if (!guest) return ownPath(actor, path, samples);
  const own = idsIn(guest, fields);
  const schools = [...idsIn(guest, all).filter((id) => !own.includes(id)), ...own];
  const id = named === 'child' ? schools.find(isPlainId) : guest.id;
  return id === undefined ? undefined : withId(path, String(id));
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
