import { idsIn, relations } from '../../contracts/relations.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { model } from '../../generated/model.ts';
import type { OperationModel } from '../../openapi/model-types.ts';
import { collections, collectionsOf } from '../collections.ts';
import type { Members } from '../exchange.ts';
import type { Actor, Probe } from './probe.ts';
import { sendUntilServed } from './served.ts';

type Sample = readonly Members[];
/** Sampled records by collection: `students`. */
export type Samples = ReadonlyMap<string, Sample>;

const provokes: readonly ServerRequirementId[] = [
  'data/guaranteed-fields-present',
  'data/validated-fields-in-range',
  'data/list-envelope',
  'data/single-envelope',
  'data/operation-answers',
  'data/json-content-type',
  'data/relations-resolve',
  'data/list-and-single-agree',
  'data/item-uri',
  'data/undocumented-field',
  'data/undocumented-status',
];

/** Large enough to include a fault in one of hundreds of records, small enough for a page of a few hundred kilobytes. */
const limit = 1000;

/**
 * Every read operation once, with ids from the lists, chosen so that the records are related; then the ids in a few
 * records are requested. About ninety requests.
 */
const readEverything: Probe = {
  name: 'data/read-everything',
  api: 'data',
  provokes,
  needs: [],
  run: async (actor) => {
    const operations = model.operations.filter((one) => one.document === actor.profile.document);
    const samples = await sampleAll(actor);
    const requested = new Set<string>();
    for (const operation of operations) {
      const path = pathFor(operation, samples);
      if (path === undefined) continue;
      requested.add(path);
      await sendUntilServed(actor, { path, step: { claim: 'data/operation-answers', case: operation.id } });
    }
    for (const { path, lookUp } of lookUps(operations, samples)) {
      if (requested.has(lookUp)) continue;
      requested.add(lookUp);
      await actor.send({ path: lookUp, step: { claim: 'data/relations-resolve', case: path } });
    }
  },
};

export const dataProbes: readonly Probe[] = [readEverything];

export async function sampleAll(actor: Actor): Promise<Samples> {
  const samples = new Map<string, Sample>();
  for (const collection of collectionsOf(actor.profile.document)) {
    const records = await actor.sample(collection);
    samples.set(
      collection,
      records.filter((record) => isPlainId(record.id)),
    );
  }
  return samples;
}

/** `undefined` if no id is known, or no record has the relation of the path. */
export function pathFor(operation: OperationModel, samples: Samples): string | undefined {
  const query = operation.queryParams.includes('limit') ? `?limit=${limit}` : '';
  const [, collection = '', placeholder] = operation.path.split('/');
  if (placeholder === undefined) return operation.path + query;
  const relation = relations.find((one) => one.path === operation.path && one.named === 'parent');
  const id = bestId(collection, samples, relation?.fields[0]);
  return id === undefined ? undefined : operation.path.replace('{id}', id) + query;
}

/**
 * The id with the most relations: many kinds of sampled records name it, and its record names many others. `field`: only
 * records that have it.
 */
function bestId(collection: string, samples: Samples, field: string | undefined): string | undefined {
  const scores = new Map<string, number>();
  const raise = (id: string, by: number) => scores.set(id, (scores.get(id) ?? 0) + by);
  const own = relations.filter((one) => one.named === 'parent' && one.path.startsWith(`/${collection}/`));
  for (const record of samples.get(collection) ?? []) {
    const filled = own.filter((one) => idsIn(record, one.fields[0]).length > 0);
    if (field !== undefined && idsIn(record, field).length === 0) continue;
    raise(String(record.id), 1 + filled.length);
  }
  for (const relation of relations) {
    if (relation.named !== 'parent' || targetOf(relation.path) !== collection) continue;
    const records = samples.get(relation.path.split('/')[1] ?? '') ?? [];
    const named = new Set(records.flatMap((record) => idsIn(record, relation.fields[0])));
    for (const id of named) if (scores.has(id)) raise(id, 1);
  }
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best?.[0];
}

/** By-id paths of the records that two records of each type refer to: the most referenced and the last sampled, the last id of each. */
function lookUps(operations: readonly OperationModel[], samples: Samples) {
  return relations
    .filter((one) => one.named === 'parent')
    .flatMap(({ path, fields: [field] }) => {
      const collection = path.split('/')[1] ?? '';
      const target = targetOf(path);
      const records = (samples.get(collection) ?? []).filter((record) => idsIn(record, field).length > 0);
      const best = bestId(collection, samples, field);
      const chosen = [records.find((record) => record.id === best), records.at(-1)];
      const isOffered = operations.some((one) => one.path === `/${target}/{id}`);
      return chosen.flatMap((record) => {
        const id = record ? idsIn(record, field).at(-1) : undefined;
        return !isPlainId(id) || !isOffered ? [] : [{ path, lookUp: `/${target}/${id}` }];
      });
    });
}

/** An id is used in a path only if it is a single plain segment. */
function isPlainId(id: unknown): boolean {
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id);
}

/** `students` for `/contacts/{id}/students`, `terms` for `/sections/{id}/term`. */
function targetOf(path: string): string {
  const operation = model.operations.find((one) => one.path === path);
  return collections.find((one) => one.type === operation?.record)?.name ?? '';
}
