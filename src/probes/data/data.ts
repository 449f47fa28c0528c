import { idsIn, sharedSections } from '../../../contracts/relations.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { unjudgedPaths } from '../../../contracts/versions.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { type Api, ownerIn, withId } from '../../api.ts';
import { isObject, type Members } from '../../text/json.ts';
import { isBareList } from '../../traffic/list-page.ts';
import type { Actor, Probe } from '../probe.ts';
import { readAround, unlisted, waysBack } from './contradictions.ts';
import {
  createReader,
  isPlainId,
  limit,
  ownersFor,
  type Reader,
  type Sample,
  type Samples,
  targetOf,
} from './reader.ts';

const provokes: readonly ServerRequirementId[] = [
  'data/guaranteed-fields-present',
  'data/validated-fields-in-range',
  'data/list-envelope',
  'data/single-envelope',
  'data/operation-answers',
  'data/json-content-type',
  'data/no-record-missing',
  'data/relations-resolve',
  'data/list-and-single-agree',
  'data/item-uri',
  'data/undocumented-field',
  'data/undocumented-status',
];

/** Records of each list that are requested by their ids: spread over the list, with the first and the last. */
const recordsById = 4;

/**
 * Every read operation once, with ids from the lists, chosen so that the records are related; then the ids in a few
 * records are requested, and whatever one response has and another has not is read again. About sixty requests.
 */
const readEverything: Probe = {
  name: 'data/read-everything',
  api: 'data',
  provokes,
  needs: [],
  run: async (actor) => {
    const reader = createReader(actor);
    const { operations } = actor.api;
    const samples = new Map<string, Sample>();
    const whole = operations.filter((one) => !one.path.includes('{') && !unjudgedPaths.includes(one.path));
    for (const { id, path } of whole) {
      const step = { claim: 'data/operation-answers', case: id } as const;
      // A quick run reads a list once that fits on its first page.
      const first = actor.depth === 'quick' ? await reader.first(path, step) : [];
      const isWhole = first.length > 0 && first.length < actor.profile.limit.default;
      // What does not work at all does not work with a limit either, and each attempt has its waits.
      const isDown = actor.depth === 'quick' && !reader.hasRead(path);
      const records = isWhole || isDown ? first : await reader.list(`${path}?limit=${limit}`, step);
      samples.set(
        path.slice(1),
        records.filter((record) => isPlainId(record.id)),
      );
    }
    for (const operation of operations.filter((one) => one.path.includes('{'))) {
      const path = pathFor(operation, samples, actor.api) ?? (await pathByRole(operation, samples, actor));
      if (path === undefined) continue;
      const step = { claim: 'data/operation-answers', case: operation.id } as const;
      // Attendance of a school has thousands of entries, and another probe walks it.
      if (isBareList(operation)) await reader.first(path, step);
      else if (operation.answers === 'list') await reader.list(path, step);
      else await reader.once(path, step);
    }
    for (const { path, lookUp } of lookUps(samples, actor))
      if (actor.depth === 'full' || !reader.hasRead(path))
        await reader.once(lookUp, { claim: 'data/relations-resolve', case: path });
    if (actor.depth === 'full') await readWidely(reader, actor.api, samples);
    for (const { path, lookUp } of actor.pick(waysBack(reader.exchanges, actor.api), 1))
      await reader.once(lookUp, { claim: 'data/no-record-missing', case: path });
    for (const { path, lookUp } of unlisted(samples, actor.api, actor.depth))
      await reader.once(lookUp, { claim: 'data/no-record-missing', case: path });
    await readAround(actor, reader);
  },
};

export const dataProbes: readonly Probe[] = [readEverything];

/** A few records of every list by their ids, and every second-level path of a few parents. */
async function readWidely(reader: Reader, api: Api, samples: Samples): Promise<void> {
  const { operations, relations } = api;
  for (const operation of operations.filter((one) => one.path.includes('{'))) {
    const { path } = operation;
    const collection = ownerIn(path);
    const isOfDistrict = path.endsWith('/district');
    const ids = (samples.get(collection) ?? []).map(({ id }) => String(id));
    const fields = relations.direct.find((one) => one.path === path && one.named === 'parent')?.fields;
    const isOffered = (id: string) =>
      fields === undefined ||
      owners !== undefined ||
      samples.get(collection)?.some((one) => one.id === id && idsIn(one, fields).length > 0) === true;
    const owners = ownersIn(samples.get(collection) ?? [], path, api);
    const some = isOfDistrict
      ? spread(ids, 1)
      : [...spread(owners ?? ids, recordsById), ...ofEachRole(samples.get(collection) ?? [], owners, api)];
    const chosen = some.filter(isOffered);
    const telling = [...richest(samples.get(collection) ?? [], fields), ...namedLast(path, samples, api)];
    for (const id of new Set([...chosen, ...telling]))
      await reader.once(withId(withLimit(operation), id), {
        claim: 'data/no-record-missing',
        case: path,
      });
  }
}

/** Ids of the records from which a path leads to others, where that depends on their role; those that others name come first. */
function ownersIn(records: Sample, path: string, { choices, relations }: Api): readonly string[] | undefined {
  const fields = choices.owners[path as `/${string}`];
  if (fields === undefined) return undefined;
  const child = relations.direct.find((one) => one.path === path && one.named === 'child');
  const named = new Set(child ? records.flatMap((one) => idsIn(one, child.fields)) : []);
  const ids = records.filter((one) => idsIn(one, fields).length > 0).map(({ id }) => String(id));
  return ids.toSorted((a, b) => Number(named.has(b)) - Number(named.has(a)));
}

/** One record for each set of roles that people have, of those from which the path leads anywhere. */
function ofEachRole(
  records: Sample,
  owners: readonly string[] | undefined,
  { choices }: Api,
): readonly string[] {
  const field = choices.roles?.field ?? '';
  const people = records.filter((one) => isObject(one[field]) && (owners?.includes(String(one.id)) ?? true));
  const bySet = Map.groupBy(people, (one) =>
    Object.keys(one[field] as Members)
      .sort()
      .join(),
  );
  return [...bySet.values()].flatMap(([first]) => (first ? [String(first.id)] : []));
}

/** The record that names the most others in some fields. */
function richest(records: Sample, fields: readonly string[] | undefined): readonly string[] {
  if (fields === undefined) return [];
  const [best] = records.toSorted((a, b) => idsIn(b, fields).length - idsIn(a, fields).length);
  return best && idsIn(best, fields).length > 1 ? [String(best.id)] : [];
}

/**
 * Of a list whose records name what they belong to, or share a section: for each field, whom the record with the most ids names
 * last. Such as a teacher of a section who is not the first one, or a school that is not the own school.
 */
function namedLast(path: string, samples: Samples, api: Api): readonly string[] {
  const { direct, throughSections } = api.relations;
  const child = direct.find((one) => one.path === path && one.named === 'child');
  const shared = throughSections.find((one) => one.path === path);
  const members = samples.get(child ? targetOf(path, api) : sharedSections.slice(1)) ?? [];
  return (child?.fields ?? (shared ? [shared.from] : [])).flatMap((field) => {
    const ids = members.map((one) => idsIn(one, [field]));
    const [most = []] = ids.toSorted((a, b) => b.length - a.length);
    return most.length > 1 ? most.slice(-1).filter(isPlainId) : [];
  });
}

/** The first, the last, and some between. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  const at = Array.from({ length: count }, (_, n) => Math.round((n * (items.length - 1)) / (count - 1 || 1)));
  return [...new Set(at)].flatMap((place) => items[place] ?? []);
}

/** `undefined` if no id is known, or no record has the relation of the path. */
export function pathFor(operation: OperationModel, samples: Samples, api: Api): string | undefined {
  const collection = ownerIn(operation.path);
  const relation = api.relations.direct.find((one) => one.path === operation.path && one.named === 'parent');
  const [owner] = ownersIn(samples.get(collection) ?? [], operation.path, api) ?? [];
  const id = owner ?? bestId(collection, samples, api, relation?.fields);
  return id === undefined ? undefined : withId(withLimit(operation), id);
}

/** For a path that leads from people of one role, where the pages that were read have none of them: short pages of a large list. */
async function pathByRole(
  operation: OperationModel,
  samples: Samples,
  actor: Actor,
): Promise<string | undefined> {
  const { path } = operation;
  if (actor.api.choices.owners[path as `/${string}`] === undefined) return undefined;
  const owners = await ownersFor(actor, path);
  return pathFor(operation, new Map(samples).set(ownerIn(path), owners), actor.api);
}

function withLimit({ path, queryParams }: OperationModel): string {
  return queryParams.includes('limit') ? `${path}?limit=${limit}` : path;
}

/**
 * The id with the most relations: many kinds of sampled records name it, and its record names many others. `fields`: only
 * records that have ids in them.
 */
function bestId(
  collection: string,
  samples: Samples,
  api: Api,
  fields: readonly string[] | undefined,
): string | undefined {
  const named = api.relations.direct.filter((one) => one.named === 'parent' && one.of === undefined);
  const scores = new Map<string, number>();
  const raise = (id: string, by: number) => scores.set(id, (scores.get(id) ?? 0) + by);
  const own = named.filter((one) => one.path.startsWith(`/${collection}/`));
  for (const record of samples.get(collection) ?? []) {
    const filled = own.filter((one) => idsIn(record, one.fields).length > 0);
    if (fields && idsIn(record, fields).length === 0) continue;
    raise(String(record.id), 1 + filled.length);
  }
  for (const relation of named) {
    if (targetOf(relation.path, api) !== collection) continue;
    const records = samples.get(relation.path.split('/')[1] ?? '') ?? [];
    const ids = new Set(records.flatMap((record) => idsIn(record, relation.fields)));
    for (const id of ids) if (scores.has(id)) raise(id, 1);
  }
  // The last of equals: a server that returns its first record for any id would pass with the first.
  const [best] = [...scores].reverse().sort(([, a], [, b]) => b - a);
  return best?.[0];
}

/**
 * By-id paths of the records that two records of each type refer to: the most referenced and the last sampled, the last id of
 * each; of the last one only in a quick run.
 */
function lookUps(samples: Samples, { api, pick }: Actor) {
  return api.relations.direct
    .filter((one) => one.named === 'parent')
    .flatMap(({ path, fields }) => {
      const collection = path.split('/')[1] ?? '';
      const target = targetOf(path, api);
      const records = (samples.get(collection) ?? []).filter((record) => idsIn(record, fields).length > 0);
      const best = bestId(collection, samples, api, fields);
      const chosen = [records.find((record) => record.id === best), records.at(-1)];
      const isOffered = api.readerOf(`/${target}/{id}`) !== undefined;
      return pick(chosen.reverse(), 1).flatMap((record) => {
        const id = record ? idsIn(record, fields).at(-1) : undefined;
        return !isPlainId(id) || !isOffered ? [] : [{ path, lookUp: `/${target}/${id}` }];
      });
    });
}
