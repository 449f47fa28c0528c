import type { Api } from '../../api.ts';
import type { Members } from '../../exchange.ts';
import { isObject, textOf } from '../../text/json.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { RecordType, type Schemas } from './record-type.ts';

/** The records of the Data API: of lists, of single records, of second-level paths, and the objects inside events. */
export class Records {
  /** Records by type, without the objects inside events, in which nothing is guaranteed. */
  readonly whole: readonly RecordType[];
  /** Records and objects inside events by type. */
  readonly all: readonly RecordType[];

  constructor(exchanges: readonly ReadExchange[], { collections, schemas }: Api) {
    const types = collections.map(({ type }) => type);
    const [whole, inside] = [countedByType(types), countedByType(types)];
    // Events write `districtadmins` where the path has `district_admins`.
    const typeByWord = new Map(collections.map(({ name, type }) => [name.replaceAll('_', ''), type]));
    for (const exchange of exchanges) {
      const { addressed } = exchange;
      if (addressed?.profile.kind !== 'data' || exchange.status !== 200) continue;
      const type = addressed.operation.record;
      for (const record of exchange.carriedRecords) {
        count(whole.get(type), record, exchange);
        const inner = type === 'Event' ? objectIn(record, typeByWord) : undefined;
        if (inner) count(inside.get(inner.type), inner.object, exchange);
      }
    }
    const typesOf = (...parts: readonly ReadonlyMap<string, Counted>[]) => readTypes(types, schemas, parts);
    this.whole = typesOf(whole);
    this.all = typesOf(whole, inside);
  }
}

/** The record that an event is about, and its type. */
function objectIn(
  event: Members,
  typeByWord: ReadonlyMap<string, string>,
): { readonly type: string; readonly object: Members } | undefined {
  const type = typeByWord.get(textOf(event.type).split('.', 1)[0] ?? '');
  if (type === undefined || !isObject(event.data) || !isObject(event.data.object)) return undefined;
  return { type, object: event.data.object };
}

/** How often each record was served. Equal responses share their records, so a record is its own key. */
type Counted = Map<Members, { readonly exchange: ReadExchange; times: number }>;

function countedByType(types: readonly string[]): ReadonlyMap<string, Counted> {
  return new Map(types.map((type) => [type, new Map()]));
}

function count(records: Counted | undefined, record: Members, exchange: ReadExchange): void {
  const known = records?.get(record);
  if (known) known.times++;
  else records?.set(record, { exchange, times: 1 });
}

/** One for each type of the Data API; none where no record was served at all. */
function readTypes(
  types: readonly string[],
  schemas: Schemas,
  parts: readonly ReadonlyMap<string, Counted>[],
): readonly RecordType[] {
  const read = types.map(
    (type) =>
      new RecordType(
        type,
        schemas,
        parts.flatMap((part) => [...(part.get(type) ?? [])].map(([record, seen]) => ({ record, ...seen }))),
      ),
  );
  return read.some((one) => one.records.length > 0) ? read : [];
}
