import type { DatabaseSync } from 'node:sqlite';

/**
 * What v3.x needs beside the records of v2.0, filled by the first request of such a version. `person` has a row for each record of a person, under
 * the id of the user that it belongs to; it may be two. `later` has records that v2.0 does not know, in the columns of `record`, with negative keys:
 * resources and their events.
 */
export const tables = `
create table if not exists person (record integer primary key, kind integer not null, district integer not null, id text not null);
create index if not exists person_id on person (district, id, kind, record);
create table if not exists later (
  key integer primary key, kind integer not null, district integer not null,
  hidden integer not null default 0, tag text, id text not null, json text not null);
`;

/** Kinds in `later`; those of `record` are positions of collections. */
export const laterKinds = { resources: 100, resourceEvents: 101 } as const;

/** Relations of resources (`a`, a key of `later`), in the table of all relations. */
export const resourceRelations = { sections: 101, courses: 102, students: 103, teachers: 104 } as const;

export function isFilled(db: DatabaseSync): boolean {
  return db.prepare("select 1 from meta where name = 'users'").get() !== undefined;
}
