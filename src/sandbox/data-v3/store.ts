import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { narrow } from '../data/narrow.ts';
import { type Draft, kindOf, relations } from '../data/schema.ts';
import type { Paging } from '../http/wire.ts';
import { isPeople, type People, people, type UserIds } from './ids.ts';
import type { Collection, Shared, Way } from './paths.ts';
import { laterKinds } from './tables.ts';
import type { Account } from './translate.ts';

/** The caller's view. */
export interface Viewer {
  readonly district: number;
  /** 0 sees the whole district (see `views.ts`). */
  readonly view: number;
  /** Accounts of these collections of v2.0 are shared. */
  readonly open: readonly People[];
}

/** Entries of a list. */
export type Source =
  | { readonly collection: Shared | 'resources' }
  /** `who`: users with one of these accounts. */
  | { readonly collection: 'users'; readonly who: readonly People[] }
  /** Events of these collections, of v2.0 or `resources`. */
  | { readonly collection: 'events'; readonly tags: readonly string[]; readonly school?: string }
  | {
      readonly collection: Shared | 'resources' | 'users';
      readonly ways: readonly Way[];
      readonly start: readonly Start[];
      readonly who?: readonly People[];
      /** Only users whose own school this is. */
      readonly primary?: string;
      /** Only these ids. */
      readonly among?: readonly string[];
    };

/** Where a way begins: a record, or an account of a user. */
export interface Start {
  readonly key: number;
  readonly of?: People;
}

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
const columns = 'key, id, kind, district, hidden, tag, json';

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
  const narrowed = ({ view }: Viewer, kind: number, tag: string | null, json: unknown): Draft => {
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
        { collection, key: Number(row.key), record: narrowed(viewer, Number(row.kind), null, row.json) },
      ];
    });
    return accounts.sort((a, b) => people.indexOf(a.collection) - people.indexOf(b.collection));
  };

  const stored = (viewer: Viewer, row: Record<string, unknown>): Stored => {
    const [id, tag] = [String(row.id), row.tag as string | null];
    const record = narrowed(viewer, Number(row.kind), tag, row.json);
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

/** What a restricted view shows: resources, which have negative keys, belong to every school. */
function seenBy({ view }: Viewer): string {
  if (view === 0) return '';
  return ` and (r.key < 0 or exists (select 1 from visible v where v.view = ${view} and v.key = r.key))`;
}

function kindsOf(which: readonly People[]): string {
  return `(${which.map(kindOf).join()})`;
}

/** Events are in two tables, because v2.0 has none of resources. */
function tableOf(collection: Exclude<Collection, 'users'>): string {
  if (collection === 'resources') return `select ${columns} from later where kind = ${laterKinds.resources}`;
  const known = `select ${columns} from record where kind = ${kindOf(collection)}`;
  if (collection !== 'events') return known;
  return `${known} union all select ${columns} from later where kind = ${laterKinds.resourceEvents}`;
}

/** A query that still lacks its bound, and the column that orders the entries. */
interface Entries {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  readonly order: 'r.id' | 'r.key' | 'p.id';
}

function entriesOf(viewer: Viewer, source: Source): Entries {
  if ('ways' in source) return related(viewer, source);
  const seen = seenBy(viewer);
  if (source.collection === 'users') {
    const who = source.who.filter((one) => viewer.open.includes(one));
    return {
      sql: `select distinct p.id from person p cross join record r on r.key = p.record and r.hidden = 0${seen} where p.district = ? and p.kind in ${kindsOf(who)}`,
      values: [viewer.district],
      order: 'p.id',
    };
  }
  const sql = `select r.* from (${tableOf(source.collection)}) r where r.district = ? and r.hidden = 0${seen}`;
  if (source.collection !== 'events') {
    return { sql, values: [viewer.district], order: source.collection === 'resources' ? 'r.id' : 'r.key' };
  }
  const { tags, school } = source;
  const ofSchool =
    ` and (exists (select 1 from relation e join record s on s.key = e.b where e.rel = ${relations.eventSchool} and e.a = r.key and s.id = ?)` +
    ` or ${ofAnotherAccount})`;
  return {
    sql: `${sql} and r.tag in (select value from json_each(?))${school === undefined ? '' : ofSchool}`,
    values: [viewer.district, JSON.stringify(tags), ...(school === undefined ? [] : [school, school])],
    order: 'r.id',
  };
}

/** An event of a user shows the schools of all accounts, though it is about one of them. */
const ofAnotherAccount =
  `r.tag in (${people.map((one) => `'${one}'`).join()}) and exists (select 1 from record o cross join person p on p.record = o.key` +
  ' cross join person q on q.id = p.id and q.record <> o.key cross join record a on a.key = q.record and a.hidden = 0' +
  ` cross join relation x on x.a = q.record and x.rel in (${relations.studentSchool}, ${relations.teacherSchool}, ${relations.adminSchool})` +
  " cross join record s on s.key = x.b where o.id = r.json ->> '$.data.object.id' and s.id = ?)";

function related(viewer: Viewer, source: Extract<Source, { ways: readonly Way[] }>): Entries {
  const parts = source.ways.flatMap((way) =>
    source.start
      .filter((start) => way.of === undefined || way.of === start.of)
      .map((start) => ({ sql: keysAlong(way), key: start.key })),
  );
  const keys =
    parts.length > 0 ? parts.map((one) => one.sql).join(' union ') : 'select null as key where false';
  const values: (string | number)[] = parts.map((one) => one.key);
  const seen = seenBy(viewer);
  if (source.collection === 'users') {
    const who = (source.who ?? people).filter((one) => viewer.open.includes(one));
    const primary = source.primary === undefined ? '' : ` and r.json ->> '$.school' = ?`;
    if (source.primary !== undefined) values.push(source.primary);
    return {
      sql:
        `select distinct p.id from (${keys}) k cross join record r on r.key = k.key and r.hidden = 0${seen}` +
        ` cross join person p on p.record = r.key where p.kind in ${kindsOf(who)}${primary}`,
      values,
      order: 'p.id',
    };
  }
  const among = source.among === undefined ? '' : ' and r.id in (select value from json_each(?))';
  if (source.among !== undefined) values.push(JSON.stringify(source.among));
  const table = source.collection === 'resources' ? 'later' : 'record';
  return {
    sql: `select r.* from (${keys}) k cross join ${table} r on r.key = k.key where r.hidden = 0${seen}${among}`,
    values,
    order: 'r.id',
  };
}

/** Keys at the end of a way that begins at `?`. The record between two hops is a section. */
function keysAlong({ hops: [first, second] }: Way): string {
  const far = (from: 'a' | 'b') => (from === 'a' ? 'b' : 'a');
  const start = `x.rel = ${first[0]} and x.${first[1]} = ?`;
  if (!second) return `select x.${far(first[1])} as key from relation x where ${start}`;
  return (
    `select distinct y.${far(second[1])} as key from relation x cross join record s on s.key = x.${far(first[1])} and s.hidden = 0` +
    ` cross join relation y on y.rel = ${second[0]} and y.${second[1]} = s.key where ${start}`
  );
}
