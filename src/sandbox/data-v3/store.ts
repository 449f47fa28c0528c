import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { narrow } from '../data/narrow.ts';
import { type Draft, kindOf } from '../data/schema.ts';
import type { Paging } from '../http/wire.ts';
import { entriesOf, kindsOf, type Source, seenBy, tableOf, type Viewer } from './entries.ts';
import { isPeople, people, type UserIds } from './ids.ts';
import type { Collection } from './paths.ts';
import type { Account } from './translate.ts';

/** A record as stored, which is as in v2.0; a user has one or two. */
export type Stored =
  | { readonly id: string; readonly key: number; readonly record: Draft }
  | { readonly id: string; readonly accounts: readonly (Account & { readonly key: number })[] }
  | {
      readonly id: string;
      readonly tag: string;
      readonly event: Draft;
      /** The other accounts of the user that it is about. */
      readonly others: readonly Account[];
    };

export interface Store {
  /** Ascending by id. */
  page(viewer: Viewer, source: Source, paging: Paging): readonly Stored[];
  count(viewer: Viewer, source: Source): number;
  single(viewer: Viewer, collection: Collection, id: string): Stored | undefined;
}

const peopleByKind = new Map(people.map((one) => [kindOf(one), one]));
/** No id is above it. */
const aboveAll = 'g';

export function createStore(db: DatabaseSync, ids: UserIds): Store {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const narrowed = ({ view }: Viewer, kind: number, tag: string | undefined, json: unknown): Draft => {
    const record = JSON.parse(String(json)) as Draft;
    if (view === 0) return record;
    const sql =
      'select 1 from record r join visible v on v.view = ? and v.key = r.key where r.id = ? and r.hidden = 0';
    return narrow(kind, tag, record, (id) => prepare(sql).get(view, id) !== undefined);
  };

  const accountsOf = (viewer: Viewer, id: string): readonly (Account & { key: number })[] => {
    const rows = prepare(
      `select p.kind, r.key, r.json from person p cross join record r on r.key = p.record and r.hidden = 0
         where p.district = ? and p.id = ? and p.kind in ${kindsOf(viewer.open)}${seenBy(viewer)}`,
    ).all(viewer.district, id);
    const accounts = rows.flatMap((row) => {
      const collection = peopleByKind.get(Number(row.kind));
      if (!collection) return [];
      return [
        { collection, key: Number(row.key), record: narrowed(viewer, Number(row.kind), undefined, row.json) },
      ];
    });
    return accounts.sort((a, b) => people.indexOf(a.collection) - people.indexOf(b.collection));
  };

  const stored = (viewer: Viewer, row: Record<string, unknown>): Stored => {
    const [id, tag] = [String(row.id), row.tag as string | null];
    const record = narrowed(viewer, Number(row.kind), tag ?? undefined, row.json);
    if (tag === null) return { id, key: Number(row.key), record };
    const { object } = record.data as { object: Draft };
    const others = isPeople(tag)
      ? accountsOf(viewer, ids.of(tag, String(object.id))).filter((one) => one.record.id !== object.id)
      : [];
    return { id, tag, event: record, others };
  };

  return {
    page: (viewer, source, paging) => {
      const forward = paging.cursor === undefined || paging.cursor.kind === 'after';
      const { sql, values, order } = entriesOf(viewer, source);
      const rows = prepare(
        `${sql} and ${order} ${forward ? '>' : '<'} ${boundOf(order, forward)} order by ${order} ${forward ? 'asc' : 'desc'} limit ?`,
      ).all(...values, cursorOf(paging), paging.limit);
      if (!forward) rows.reverse();
      if (source.collection === 'users') {
        return rows.map(({ id }) => ({ id: String(id), accounts: accountsOf(viewer, String(id)) }));
      }
      return rows.map((row) => stored(viewer, row));
    },
    count: (viewer, source) => {
      const { sql, values } = entriesOf(viewer, source);
      return Number(prepare(`select count(*) as n from (${sql})`).get(...values)?.n);
    },
    single: (viewer, collection, id) => {
      if (collection === 'users') {
        const accounts = accountsOf(viewer, id);
        return accounts.length > 0 ? { id, accounts } : undefined;
      }
      const row = prepare(
        `select * from (${tableOf(collection)}) r where r.id = ? and r.district = ? and r.hidden = 0${seenBy(viewer)}`,
      ).get(id, viewer.district);
      return row && stored(viewer, row);
    },
  };
}

/** The bound of a page: an id, or the key of the nearest one. */
function boundOf(order: string, forward: boolean): string {
  if (order !== 'r.key') return '?';
  return forward
    ? 'coalesce((select key from record where id <= ? order by id desc limit 1), -1)'
    : `coalesce((select key from record where id >= ? order by id limit 1), ${Number.MAX_SAFE_INTEGER})`;
}

function cursorOf({ cursor }: Paging): string {
  if (cursor === undefined) return '';
  return cursor.kind === 'last' ? aboveAll : cursor.id;
}
