import { kindOf, relations } from '../data/schema.ts';
import { type People, people } from './ids.ts';
import type { Collection, Shared, Way } from './paths.ts';
import { laterKinds } from './tables.ts';

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

const columns = 'key, id, kind, district, hidden, tag, json';

/** What a restricted view shows: resources, which have negative keys, belong to every school. */
export function seenBy({ view }: Viewer): string {
  if (view === 0) return '';
  return ` and (r.key < 0 or exists (select 1 from visible v where v.view = ${view} and v.key = r.key))`;
}

export function kindsOf(which: readonly People[]): string {
  return `(${which.map(kindOf).join()})`;
}

/** Events are in two tables, because v2.0 has none of resources. */
export function tableOf(collection: Exclude<Collection, 'users'>): string {
  if (collection === 'resources') return `select ${columns} from later where kind = ${laterKinds.resources}`;
  const known = `select ${columns} from record where kind = ${kindOf(collection)}`;
  if (collection !== 'events') return known;
  return `${known} union all select ${columns} from later where kind = ${laterKinds.resourceEvents}`;
}

/** A query that still lacks its bound, and the column that orders the entries. */
export interface Entries {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  readonly order: 'r.id' | 'r.key' | 'p.id';
}

export function entriesOf(viewer: Viewer, source: Source): Entries {
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
    const primary = source.primary === undefined ? '' : ` and ${ownSchool(viewer)} = ?`;
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

/** The school that a person's record names as its own: in a restricted view, the first visible one in place of a hidden one. */
function ownSchool({ view }: Viewer): string {
  if (view === 0) return "r.json ->> '$.school'";
  const visible = `cross join visible v on v.view = ${view} and v.key = s.key where s.hidden = 0`;
  return (
    `coalesce((select s.id from record s ${visible} and s.id = r.json ->> '$.school'),` +
    ` (select s.id from json_each(r.json, '$.schools') j cross join record s on s.id = j.value ${visible} and r.json ->> '$.school' is not null order by j.key limit 1))`
  );
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
