import { idsIn, valueAt } from '../../../contracts/relations.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import type { Api } from '../../api.ts';
import type { Probe } from '../probe.ts';
import { idOf } from '../responses.ts';
import { sendUntilServed, untilServed } from '../served.ts';
import { pathFor } from './data.ts';
import { type Samples, sampleAll } from './reader.ts';

/** Reads after one that ended in a server error: whether that was a hiccup, or happens every few times. */
const readsAfterCrash = 5;

/** Every operation three times more, in a full run: some fail only now and then. */
export const repeatProbe: Probe = {
  name: 'data/reads repeated',
  api: 'data',
  provokes: ['data/operation-answers'],
  needs: [],
  run: async (actor) => {
    const samples = await sampleAll(actor);
    const { operations } = actor.api;
    for (let round = 0; round < actor.pick([1, 2, 3], 0).length; round++)
      for (const operation of operations) {
        const path = pathFor(operation, samples, actor.api);
        const step = { claim: 'data/operation-answers', case: operation.id } as const;
        if (path === undefined) continue;
        const first = await actor.send({ path, step });
        await untilServed(actor, { path, step }, first);
        if (first.status === 500)
          for (let more = 0; more < readsAfterCrash; more++) await actor.send({ path, step });
      }
  },
};

/** Parents that are tried for a list: the samples do not always show who has no members. */
const triedParents = 3;

/** Second-level lists of records that seem to have no members: they are empty, and no error. */
export const childlessProbe: Probe = {
  name: 'data/lists without members',
  api: 'data',
  provokes: ['data/operation-answers', 'errors/success-is-200'],
  needs: [],
  run: async (actor) => {
    const samples = await sampleAll(actor);
    const lists = actor.api.operations.filter((one) => one.path.includes('/{id}/') && one.answers === 'list');
    const found = lists.flatMap((operation) => {
      const ids = childlessIn(operation, samples, actor.api);
      return ids.length > 0 ? [{ operation, ids }] : [];
    });
    for (const { operation, ids } of actor.pick(found, 1))
      for (const id of actor.pick(ids.slice(0, triedParents), 1)) {
        const step = { claim: 'data/operation-answers', case: operation.id } as const;
        const list = await sendUntilServed(actor, {
          path: `${operation.path.replace('{id}', id)}?limit=1000`,
          step,
        });
        if (list.status === 200) continue;
        // Whether the record is still there.
        const [, collection] = operation.path.split('/');
        const path = `/${collection}/{id}`;
        const reader = actor.api.readerOf(path);
        await actor.send({
          path: path.replace('{id}', id),
          step: { ...step, case: reader?.id ?? step.case },
        });
      }
  },
};

/** Ids of records that name no member, and that no sampled member names. */
function childlessIn(
  { path, record }: OperationModel,
  samples: Samples,
  { relations, collections }: Api,
): readonly string[] {
  const parents = samples.get(path.split('/')[1] ?? '') ?? [];
  const relation = relations.direct.find((one) => one.path === path);
  const target = collections.find((one) => one.type === record)?.name ?? '';
  const members = samples.get(target) ?? [];
  const named = new Set(
    relation?.named === 'child' ? members.flatMap((one) => idsIn(one, relation.fields)) : [],
  );
  // The last ones first: samples are first pages, whose members belong to the first parents.
  return parents
    .toReversed()
    .filter(
      (one) =>
        relation?.named !== 'parent' || relation.fields.every((field) => isEmptyList(valueAt(one, field))),
    )
    .flatMap((one) => idOf(one) ?? [])
    .filter((id) => !named.has(id));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
