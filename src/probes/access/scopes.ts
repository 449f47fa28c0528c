import type { Api } from '../../api.ts';
import { textOf } from '../../text/json.ts';
import { type OpenPath, openPaths, requestOpen } from '../open-paths.ts';
import type { Actor, Probe } from '../probe.ts';
import { idOf } from '../responses.ts';
import { tokenWith } from './tokens.ts';

const claim = 'access/scopes-limit-resources';

/**
 * For each type a token with all scopes but that one, which requests every path that leads to such records, and a token with only
 * that one, which requests its own records and what is below them. Lists, records and events of the token's own come along.
 */
export const scopeProbe: Probe = {
  name: 'access/scopes',
  api: 'data',
  provokes: [claim],
  needs: ['states'],
  run: async (actor) => {
    const paths = await openPaths(actor, 20, ({ name }) => ({
      claim,
      case: `without none: ${name}`,
      role: 'control',
    }));
    const all = actor.api.collections.map(({ name }) => name);
    const { personal } = actor.api.choices;
    for (const type of actor.pick([...personal, ...all.filter((one) => !personal.includes(one))], 3)) {
      const leading = paths.filter((one) => leadsTo(one, type, actor.api));
      if (leading.length === 0) continue;
      await requestWithout(actor, type, leading, paths);
      await requestWithOnly(actor, type, leading, paths);
    }
  },
};

/** Whether a path has records of a collection: `/sections/{id}/students` has students. */
function leadsTo({ operation }: OpenPath, collection: string, api: Api): boolean {
  return api.collectionOf(operation.record) === `/${collection}`;
}

/** The list of a collection, and a record of it. */
function isOwn({ operation }: OpenPath, collection: string): boolean {
  return operation.path === `/${collection}` || operation.path === `/${collection}/{id}`;
}

async function requestWithout(
  actor: Actor,
  type: string,
  leading: readonly OpenPath[],
  paths: readonly OpenPath[],
) {
  const scopes = actor.api.collections.map(({ name }) => name).filter((one) => one !== type);
  const token = await tokenWith(actor, scopes);
  if (token === undefined) return;
  const { readable } = actor.api.choices;
  const other = readable.find((one) => one !== type) ?? '';
  const own = paths.find((one) => isOwn(one, other));
  const stepOf = ({ name }: OpenPath, role: 'own' | 'asked' | 'events' | 'control') =>
    ({ claim, case: `without ${type}: ${name}`, role }) as const;
  if (own) await actor.send({ path: own.path, token, step: stepOf(own, 'own') });
  for (const one of leading) await actor.send({ path: one.path, token, step: stepOf(one, 'asked') });

  const list = paths.find((one) => one.operation.path === '/events');
  if (!list || type === 'events') return;
  await actor.send({ path: list.path, step: stepOf(list, 'control') });
  await actor.send({ path: list.path, token, step: stepOf(list, 'events') });
  const word = `${type.replaceAll('_', '')}.`;
  const event = idOf((await actor.sample('events')).find((one) => textOf(one.type).startsWith(word)));
  const record = paths.find((one) => one.operation.path === '/events/{id}');
  if (event === undefined || !record) return;
  const one = { ...record, path: `/events/${event}` } as const;
  if (!actor.hasServed(one.path)) await requestOpen(actor, one, () => stepOf(one, 'control'));
  await actor.send({ path: one.path, token, step: stepOf(one, 'asked') });
}

async function requestWithOnly(
  actor: Actor,
  type: string,
  leading: readonly OpenPath[],
  paths: readonly OpenPath[],
) {
  const token = await tokenWith(actor, [type]);
  if (token === undefined) return;
  // An event belongs to the type of its record as well, so that scope alone shows none.
  for (const one of leading.filter((path) => type !== 'events' && isOwn(path, type)))
    await actor.send({
      path: one.path,
      token,
      step: { claim, case: `only ${type}: ${one.name}`, role: 'own' },
    });
  // One of the tokens is refused everything that is not its own, the others what is below their own records.
  // What is in no list of its own, such as attendance, has no scope that the documents name.
  const others = paths.filter(
    (one) => !leading.includes(one) && actor.api.collectionOf(one.operation.record),
  );
  const below = others.filter(({ operation }) => operation.path.startsWith(`/${type}/{id}/`));
  const isMain = type === actor.api.choices.main;
  for (const one of isMain ? others : below)
    await actor.send({
      path: one.path,
      token,
      step: { claim, case: `only ${type}: ${one.name}`, role: 'asked' },
    });

  const list = paths.find((one) => one.operation.path === '/events');
  const eventsToken = list && isMain ? await tokenWith(actor, [type, 'events']) : undefined;
  if (list && eventsToken !== undefined)
    await actor.send({
      path: list.path,
      token: eventsToken,
      step: { claim, case: `only ${type} and events: ${list.name}`, role: 'events' },
    });
}
