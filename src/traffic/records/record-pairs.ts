import type { Members } from '../../exchange.ts';
import { isObject, textOf } from '../../text/json.ts';
import { idInPath } from '../operation-traffic.ts';
import type { ReadExchange } from '../read-exchange.ts';
import type { Snapshot } from './snapshot.ts';

/** A record as one response has it. */
interface SeenRecord {
  readonly record: Members;
  readonly exchange: ReadExchange;
}

/** One record, in another response and by its id, as one token sees it. */
export interface RecordPair {
  /** In a list, or as the one record of a second-level path. */
  readonly listed: SeenRecord;
  readonly single: SeenRecord;
  /** The response by id. */
  readonly exchange: ReadExchange;
  /** Members that differ. Null and absence are the same here. */
  readonly differing: readonly string[];
  /** The record was modified between the two requests, or may have been. */
  readonly isModified: boolean;
}

/** The records of one type that were served by their id, next to the same records in other responses. */
export interface RecordPairs {
  /** Schema name: `Student`. */
  readonly name: string;
  /** Whether any list had a record of the type. */
  readonly isListed: boolean;
  readonly pairs: readonly RecordPair[];
}

/** One for each type; none where nothing can be compared. Other responses include those of second-level paths. */
export function findRecordPairs(snapshot: Snapshot): readonly RecordPairs[] {
  if (snapshot.exchanges.length === 0) return [];
  const byType = Map.groupBy(snapshot.exchanges, (one) => one.addressed?.operation.record);
  return snapshot.api.collections.map(({ type, path }) => {
    const others = (byType.get(type) ?? []).filter(
      ({ addressed }) => addressed?.operation.path !== `${path}/{id}`,
    );
    return pairsOf(type, others, snapshot);
  });
}

function pairsOf(type: string, served: readonly ReadExchange[], snapshot: Snapshot): RecordPairs {
  const { api } = snapshot;
  const listed = Map.groupBy(served.flatMap(seenIn), ({ record, exchange }) =>
    keyOf(exchange, textOf(record.id)),
  );
  const singles = snapshot.operations.of(api.readerOf(`${api.collectionOf(type)}/{id}`));
  const pairs = singles.flatMap((exchange) => {
    const id = idInPath(exchange);
    const others = listed.get(keyOf(exchange, id)) ?? [];
    const [single] = seenIn(exchange);
    // Another record than the one that was asked for has nothing to compare; that is another requirement.
    if (!single || single.record.id !== id) return [];
    return others.map((other): RecordPair => {
      const differing = differencesOf(single.record, other.record);
      const mayBeModified = () =>
        snapshot.mayChangeBetween(exchange, other.exchange) ||
        hasChanged([...singles.filter((one) => idInPath(one) === id).flatMap(seenIn), ...others]);
      const isModified =
        !snapshot.isSettled &&
        (differing.includes('last_modified') ||
          (snapshot.mayChange && differing.length > 0 && mayBeModified()));
      return { listed: other, single, exchange, differing, isModified };
    });
  });
  const isListed = served.some((one) => one.addressed?.operation.answers === 'list' && one.servesRecords);
  return { name: type, isListed, pairs };
}

function seenIn(exchange: ReadExchange): readonly SeenRecord[] {
  if (exchange.status !== 200) return [];
  return exchange.carriedRecords.map((record) => ({ record, exchange }));
}

function keyOf({ token }: ReadExchange, id: string): string {
  return `${token} ${id}`;
}

/** Whether one path served the record in two states. */
function hasChanged(seen: readonly SeenRecord[]): boolean {
  return [...Map.groupBy(seen, ({ exchange }) => exchange.pathname).values()].some(
    (some) => new Set(some.map(({ record }) => canonical(record))).size > 1,
  );
}

/** Names of the members that are not equal. */
function differencesOf(a: Members, b: Members): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => canonical(a[name]) !== canonical(b[name]));
}

/** JSON with members in the order of their names, without those that are null or absent. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, member]) => member !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
