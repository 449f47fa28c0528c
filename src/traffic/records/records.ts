import { collections } from '../../collections.ts';
import type { Members } from '../../exchange.ts';
import { isObject, textOf } from '../../json.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { RecordType } from './record-type.ts';

/** The records of the Data API: of lists, of single records, of second-level paths, and the objects inside events. */
export class Records {
  /** Records by type, without the objects inside events, in which nothing is guaranteed. */
  readonly whole: readonly RecordType[];
  /** Records and objects inside events by type. */
  readonly all: readonly RecordType[];

  constructor(exchanges: readonly ReadExchange[]) {
    const whole = countedByType();
    const inside = countedByType();
    for (const exchange of exchanges) {
      const { addressed } = exchange;
      if (addressed?.profile.kind !== 'data' || exchange.status !== 200) continue;
      const type = addressed.operation.record;
      for (const record of exchange.carriedRecords) {
        count(whole.get(type), record, exchange);
        const inner = type === 'Event' ? objectIn(record) : undefined;
        if (inner) count(inside.get(inner.type), inner.object, exchange);
      }
    }
    this.whole = typesOf(whole);
    this.all = typesOf(whole, inside);
  }
}

/** The record that an event is about, and its type. */
function objectIn(event: Members): { readonly type: string; readonly object: Members } | undefined {
  const type = typeByEventWord.get(textOf(event.type).split('.', 1)[0] ?? '');
  if (type === undefined || !isObject(event.data) || !isObject(event.data.object)) return undefined;
  return { type, object: event.data.object };
}

/** Events write `districtadmins` where the path has `district_admins`. */
const typeByEventWord: ReadonlyMap<string, string> = new Map(
  collections.map(({ name, type }) => [name.replaceAll('_', ''), type]),
);

/** How often each record was served. Equal responses share their records, so a record is its own key. */
type Counted = Map<Members, { readonly exchange: ReadExchange; times: number }>;

function countedByType(): ReadonlyMap<string, Counted> {
  return new Map(collections.map(({ type }) => [type, new Map()]));
}

function count(records: Counted | undefined, record: Members, exchange: ReadExchange): void {
  const known = records?.get(record);
  if (known) known.times++;
  else records?.set(record, { exchange, times: 1 });
}

/** One for each type of the Data API; none where no record was served at all. */
function typesOf(...parts: readonly ReadonlyMap<string, Counted>[]): readonly RecordType[] {
  const types = collections.map(
    ({ type }) =>
      new RecordType(
        type,
        parts.flatMap((part) => [...(part.get(type) ?? [])].map(([record, seen]) => ({ record, ...seen }))),
      ),
  );
  return types.some((one) => one.records.length > 0) ? types : [];
}
