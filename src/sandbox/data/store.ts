import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { PageEnds, Paging } from '../http/wire.ts';
import { narrow } from './narrow.ts';
import {
  type Collection,
  collectionOf,
  type Draft,
  kindOf,
  type Relation,
  relations,
  type Via,
} from './schema.ts';

/** The caller's view: a whole district, or a restricted view of it. */
export interface Viewer {
  readonly district: number;
  /** 0 sees the whole district. */
  readonly view: number;
}

export type Source =
  | { readonly collection: Collection; readonly tags?: readonly string[]; readonly school?: string }
  | { readonly via: Via; readonly key: number };

export interface Page extends PageEnds {
  /** The entries as JSON, joined by commas, as UTF-8. */
  readonly items: Uint8Array;
}

type Row = Readonly<Record<string, unknown>>;

export interface Single {
  readonly key: number;
  /** The resource of an event. */
  readonly tag?: string;
  readonly json: string;
}

/** A record as a version sees it. `tag`: the resource of an event. */
export type Describe = (collection: Collection, record: Draft, tag: string | undefined) => Draft;

/** Reads records. Pages are key ranges; what is served as stored is concatenated as text by the database. */
export interface Store {
  /** `prefix` of an entry's uri: `/v2.0/students/`. @default records as stored */
  page(viewer: Viewer, source: Source, paging: Paging, prefix: string, describe?: Describe): Page;
  /** How many records all pages have together. */
  count(viewer: Viewer, source: Source): number;
  /** A record that the viewer may see. @default as stored */
  single(viewer: Viewer, collection: Collection, id: string, describe?: Describe): Single | undefined;
}

export function createStore(db: DatabaseSync): Store {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const isVisible = (view: number) => (id: string) =>
    prepare(
      'select 1 from record r join visible v on v.view = ? and v.key = r.key where r.id = ? and r.hidden = 0',
    ).get(view, id) !== undefined;

  /** Converts an id to a key bound, even if the id does not exist (any more). */
  const bound = (cursor: Paging['cursor']): number => {
    if (!cursor || cursor.kind === 'last') return cursor ? Number.MAX_SAFE_INTEGER : -1;
    const sql =
      cursor.kind === 'after'
        ? 'select key from record where id <= ? order by id desc limit 1'
        : 'select key from record where id >= ? order by id limit 1';
    const key = prepare(sql).get(cursor.id)?.key;
    if (key !== undefined) return Number(key);
    return cursor.kind === 'after' ? -1 : Number.MAX_SAFE_INTEGER;
  };

  /** A stored record as the viewer sees it. */
  const shown = ({ view }: Viewer, row: Row, describe: Describe | undefined): string => {
    if (view === 0 && !describe) return String(row.json);
    const stored = JSON.parse(String(row.json)) as Draft;
    const [kind, tag] = [Number(row.kind), typeof row.tag === 'string' ? row.tag : undefined];
    const record = view === 0 ? stored : narrow(kind, tag, stored, isVisible(view));
    const collection = collectionOf(kind);
    return JSON.stringify(describe && collection ? describe(collection, record, tag) : record);
  };

  return {
    page: (viewer, source, paging, prefix, describe) => {
      const forward = paging.cursor === undefined || paging.cursor.kind === 'after';
      const { sql, values } = entriesOf(viewer, source, forward);
      const range = [...values, bound(paging.cursor), paging.limit];
      if (viewer.view !== 0 || describe) {
        const rows = prepare(`select id, kind, tag, json from (${sql}) order by key`).all(...range);
        const items = rows.map(
          (row) => `{"data":${shown(viewer, row, describe)},"uri":"${prefix}${String(row.id)}"}`,
        );
        return {
          count: rows.length,
          ...ends(rows[0]?.id, rows.at(-1)?.id),
          items: Buffer.from(items.join()),
        };
      }
      const item = `'{"data":' || json || ',"uri":"${prefix}' || id || '"}'`;
      // The subquery's `limit` prevents flattening and so keeps its order; backward pages are sorted again.
      const row = prepare(
        `select count(*) as n, min(id) as first, max(id) as last,
           cast(group_concat(${item}, ','${forward ? '' : ' order by key'}) as blob) as items from (${sql})`,
      ).get(...range);
      return {
        count: Number(row?.n),
        ...ends(row?.first, row?.last),
        items: row?.items instanceof Uint8Array ? row.items : new Uint8Array(),
      };
    },
    count: (viewer, source) => {
      const { sql, values } = entriesOf(viewer, source, true);
      const row = prepare(`select count(*) as n from (${sql})`).get(...values, bound(undefined), -1);
      return Number(row?.n);
    },
    single: (viewer, collection, id, describe) => {
      const row = prepare(
        'select key, kind, tag, json from record where id = ? and kind = ? and district = ? and hidden = 0',
      ).get(id, kindOf(collection), viewer.district);
      if (!row) return undefined;
      if (viewer.view !== 0 && !isVisible(viewer.view)(id)) return undefined;
      const head = { key: Number(row.key), ...(typeof row.tag === 'string' ? { tag: row.tag } : {}) };
      return { ...head, json: shown(viewer, row, describe) };
    },
  };
}

function ends(first: unknown, last: unknown): { first?: string; last?: string } {
  return typeof first === 'string' && typeof last === 'string' ? { first, last } : {};
}

/** The query for a page; parameters: its own values, the key bound, the limit. */
function entriesOf(
  viewer: Viewer,
  source: Source,
  forward: boolean,
): { sql: string; values: (string | number)[] } {
  const { from, where, key, values } =
    'collection' in source ? ofCollection(viewer, source) : ofRelation(source);
  const seen =
    viewer.view === 0
      ? ''
      : ` and exists (select 1 from visible v where v.view = ${viewer.view} and v.key = r.key)`;
  const sql =
    `select r.key, r.id, r.kind, r.tag, r.json from ${from} where ${where} and r.hidden = 0${seen}` +
    ` and ${key} ${forward ? '>' : '<'} ? order by ${key} ${forward ? 'asc' : 'desc'} limit ?`;
  return { sql, values };
}

interface Entries {
  readonly from: string;
  readonly where: string;
  /** The column that orders and bounds the entries. */
  readonly key: string;
  readonly values: (string | number)[];
}

function ofCollection(viewer: Viewer, source: Extract<Source, { collection: Collection }>): Entries {
  let where = 'r.kind = ? and r.district = ?';
  const values: (string | number)[] = [kindOf(source.collection), viewer.district];
  if (source.tags) {
    where += ` and r.tag in (select value from json_each(?))`;
    values.push(JSON.stringify(source.tags));
  }
  if (source.school !== undefined) {
    where += ` and exists (select 1 from relation e join record s on s.key = e.b where e.rel = ${relations.eventSchool} and e.a = r.key and s.id = ?)`;
    values.push(source.school);
  }
  return { from: 'record r', where, key: 'r.key', values };
}

function ofRelation(source: Extract<Source, { via: Via }>): Entries {
  const { via, key } = source;
  if (via.relation !== 'overSections') {
    const [here, there] = via.from === 'a' ? ['a', 'b'] : ['b', 'a'];
    // `cross join` fixes the join order: along the relation, without sorting.
    return {
      from: `relation x cross join record r on r.key = x.${there}`,
      where: `x.rel = ${relations[via.relation]} and x.${here} = ?`,
      key: `x.${there}`,
      values: [key],
    };
  }
  const [mine, theirs]: readonly [Relation, Relation] =
    via.from === 'teacher' ? ['sectionTeacher', 'sectionStudent'] : ['sectionStudent', 'sectionTeacher'];
  return {
    from:
      `(select distinct y.b as key from relation x cross join record s on s.key = x.a and s.hidden = 0` +
      ` cross join relation y on y.rel = ${relations[theirs]} and y.a = x.a where x.rel = ${relations[mine]} and x.b = ?) k` +
      ' cross join record r on r.key = k.key',
    where: 'true',
    key: 'r.key',
    values: [key],
  };
}
