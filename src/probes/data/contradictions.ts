import type { Depth } from '../../../contracts/depths.ts';
import { idsIn, sharedSections } from '../../../contracts/relations.ts';
import { type Api, withId } from '../../api.ts';
import { textOf } from '../../text/json.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { findRecordPlaces } from '../../traffic/records/record-places.ts';
import { Snapshot } from '../../traffic/records/snapshot.ts';
import type { Actor } from '../probe.ts';
import { memberOf } from '../responses.ts';
import { isPlainId, limit, maxPages, type Reader, type Sample, type Samples, targetOf } from './reader.ts';

/** Ids of each type that a record names and no list has. */
const maxUnlisted = { quick: 3, full: 10 } as const;

/** Ids that records and events name, and that the list of their type does not have. */
export function unlisted(
  samples: Samples,
  api: Api,
  depth: Depth,
): readonly { readonly path: string; readonly lookUp: string }[] {
  const named = new Map<string, Set<string>>();
  const name = (collection: string, id: string) => {
    if (isPlainId(id)) named.set(collection, (named.get(collection) ?? new Set()).add(id));
  };
  for (const { path, named: by, fields } of api.relations.direct) {
    const [, collection = ''] = path.split('/');
    const member = targetOf(path, api);
    const [holders, target] = by === 'parent' ? [collection, member] : [member, collection];
    for (const record of samples.get(holders) ?? []) for (const id of idsIn(record, fields)) name(target, id);
  }
  for (const { list, field, target } of api.relations.references)
    for (const record of samples.get(list.slice(1)) ?? [])
      for (const id of idsIn(record, [field])) name(target.slice(1), id);
  for (const { collection, id } of livingIn(samples.get('events') ?? [], api)) name(collection, id);
  return [...named].flatMap(([collection, ids]) => {
    const listed = new Set(samples.get(collection)?.map((one) => String(one.id)));
    if (listed.size === 0 || !api.resources.includes(collection)) return [];
    // Of a list that goes on, what comes after its last record read is not missing.
    const last = [...listed].at(-1) ?? '';
    const isCut = listed.size >= limit * maxPages[depth];
    const missing = [...ids].filter((id) => !listed.has(id) && !(isCut && id > last));
    return missing
      .slice(0, maxUnlisted[depth])
      .map((id) => ({ path: `/${collection}`, lookUp: `/${collection}/${id}` }));
  });
}

/** Records that the last event about them does not report as deleted. */
function livingIn(events: Sample, { collections }: Api) {
  const living = new Map<string, { readonly collection: string; readonly id: string }>();
  for (const event of events) {
    const [word = '', action] = textOf(event.type).split('.');
    const collection = collections.find(({ name }) => name.replaceAll('_', '') === word)?.name;
    const id = memberOf(memberOf(event.data, 'object'), 'id');
    if (collection === undefined || typeof id !== 'string') continue;
    if (action === 'deleted') living.delete(id);
    else living.set(id, { collection, id });
  }
  return living.values();
}

/** Lists that lead back from what another one has, where no field relates the two: one for each that had any. */
export function waysBack(
  exchanges: readonly ReadExchange[],
  { relations, readerOf }: Api,
): readonly { readonly path: string; readonly lookUp: string }[] {
  const ways = relations.mutual.flatMap(([there, back]) => [
    { path: there, back },
    { path: back, back: there },
  ]);
  return ways.flatMap(({ path, back }) => {
    const known = exchanges.find(
      (one) => one.addressed?.operation.path === path && one.carriedIds.length > 0,
    );
    const id = known?.carriedIds.at(-1);
    if (id === undefined || !isPlainId(id) || !readerOf(back)) return [];
    return [{ path: back, lookUp: `${withId(back, id)}?limit=${limit}` }];
  });
}

/** At most so many places are read again; one is enough to show that something is missing. */
const maxAgain = 6;

/**
 * Reads again what contradicts itself: the path that lacks a record, and then the records that show it. On a server that others
 * change meanwhile, only what was there both before and after is missing.
 */
export async function readAround(actor: Actor, reader: Reader): Promise<void> {
  const snapshot = new Snapshot(reader.exchanges, actor.api, { ownSteps: true, soleClient: false });
  const contradicted = findRecordPlaces(snapshot).flatMap(({ name, readings }) =>
    readings.flatMap(({ exchange, doubtful }) =>
      doubtful.length > 0 ? [{ name, exchange, ids: doubtful.slice(0, 2) }] : [],
    ),
  );
  const { relations } = actor.api;
  for (const { name, exchange, ids } of contradicted.slice(0, maxAgain)) {
    const step = { claim: 'data/no-record-missing', case: name } as const;
    const [, collection = '', parent] = name.split('/');
    const target = parent === undefined ? collection : targetOf(name, actor.api);
    const query = exchange.query.has('limit') ? `?limit=${exchange.query.get('limit')}` : '';
    const own = exchange.pathname.slice(actor.profile.prefix.length);
    await reader.again(own + query, step);
    if (parent !== undefined) await reader.again(own.split('/').slice(0, 3).join('/'), step);
    const back = relations.mutual.flatMap(([one, other]) =>
      one === name ? other : other === name ? one : [],
    );
    for (const id of ids) {
      await reader.again(`/${target}/${id}`, step);
      for (const path of back) await reader.again(`${withId(path, id)}?limit=${limit}`, step);
    }
    if (relations.throughSections.some((one) => one.path === name))
      await reader.again(`${sharedSections}?limit=${limit}`, step);
  }
}
