import type { DatabaseSync } from 'node:sqlite';
import { narrow } from '../data/narrow.ts';
import {
  type Collection,
  collectionOf,
  collections,
  type Draft,
  isResource,
  kindOf,
  type Relation,
  type Resource,
  relations,
} from '../data/schema.ts';
import { inTransaction } from '../data/transaction.ts';
import { createResourceChanges } from '../data-v3/resource-changes.ts';
import { type EventVerb, eventJson, eventType, schoolIdsOf } from '../seed/events.ts';
import type { Plan } from '../seed/plan.ts';
import { mix, objectId } from '../seed/random.ts';
import { type Identity, makeRecord } from '../seed/records.ts';

/** Changes to the seeded data; `reset` undoes all of them. Times are epoch milliseconds. */
export interface Changes {
  /** Removes a record from all lists, including related ones. False when there is no such record. */
  hide(id: string, reason: 'deleted' | 'unshared', nowMs: number): boolean;
  /** Adds a record to the token's district and returns its id, which is greater than all others. A user is a student. */
  create(collection: Creatable, nowMs: number): string;
  reset(): void;
}

/** What v3.x serves besides the collections of v2.0. */
const laterCollections = ['users', 'resources'] as const;
export const creatable = [...collections, ...laterCollections] as const;
export type Creatable = (typeof creatable)[number];

const hiddenBy = { deleted: 1, unshared: 2 } as const;

export function createChanges(db: DatabaseSync, plan: Plan): Changes {
  const lastSeeded = plan.eventBase + plan.events - 1;
  const ofResources = createResourceChanges(db, plan);
  const keep = db.prepare(
    'insert or ignore into original select key, hidden, json from record where key = ?',
  );
  const write = db.prepare('update record set json = ? where key = ?');
  const visible = db.prepare('select 1 from record where id = ? and hidden = 0');
  const keyOfId = db.prepare('select key from record where id = ?');
  const isThere = (id: string) => visible.get(id) !== undefined;
  /** A key and id greater than all existing ones, even if the clock is earlier than the newest id. */
  const nextIdentity = (nowMs: number): Identity => {
    const top = db.prepare('select key, id from record order by key desc limit 1').get();
    const later = db.prepare('select max(id) as id from later').get();
    const lastS = Math.max(
      ...[top, later].map((row) => Number.parseInt(String(row?.id ?? '0').slice(0, 8), 16)),
    );
    const key = Math.max(Number(top?.key ?? 0), lastSeeded) + 1;
    const createdS = Math.max(Math.floor(nowMs / 1000), lastS + 1);
    return { key, id: objectId(plan.machine, createdS, mix(plan.seed, key)), createdS };
  };
  const insert = (
    identity: Identity,
    district: number,
    collection: Collection,
    tag: string | null,
    record: Draft,
  ) =>
    db
      .prepare('insert into record (key, kind, district, tag, id, json) values (?, ?, ?, ?, ?, ?)')
      .run(identity.key, kindOf(collection), district, tag, identity.id, JSON.stringify(record));
  const relate = (relation: Relation, a: number, b: number) =>
    db.prepare('insert or ignore into relation (rel, a, b) values (?, ?, ?)').run(relations[relation], a, b);

  const addEvent = (
    nowMs: number,
    district: number,
    resource: Resource,
    verb: EventVerb,
    object: Draft,
  ): string => {
    const identity = nextIdentity(nowMs);
    insert(
      identity,
      district,
      'events',
      resource,
      eventJson(identity, eventType(resource, verb), object, undefined),
    );
    for (const school of schoolIdsOf(resource, object)) {
      const key = keyOfId.get(school)?.key;
      if (key !== undefined) relate('eventSchool', identity.key, Number(key));
    }
    return identity.id;
  };

  /** Hides the record and, for a school, everyone who has no other school. */
  const hideKeys = (key: number, kind: number, reason: number): readonly number[] => {
    const hidden = [key];
    if (kind === kindOf('schools')) {
      const belongs = `select distinct a from relation x where b = ? and rel in (${relations.sectionSchool}, ${relations.studentSchool}, ${relations.teacherSchool})
        and not exists (select 1 from relation y join record r on r.key = y.b and r.hidden = 0 where y.rel = x.rel and y.a = x.a and y.b <> x.b)`;
      hidden.push(
        ...db
          .prepare(belongs)
          .all(key)
          .map((row) => Number(row.a)),
      );
    }
    for (const one of hidden) {
      keep.run(one);
      db.prepare('update record set hidden = ? where key = ? and hidden = 0').run(reason, one);
    }
    return hidden;
  };

  /** Removes references to hidden records from the records that remain. */
  const forget = (hidden: readonly number[]) => {
    const related = db.prepare(
      `select key, kind, tag, json from record where hidden = 0 and kind <> ${kindOf('events')} and key in (
         select x.a from json_each(?1) h cross join relation x on x.rel in (1, 2, 3, 4, 5, 6, 7, 8, 9) and x.b = h.value)`,
    );
    for (const row of related.all(JSON.stringify(hidden))) {
      keep.run(row.key as number);
      const record = narrow(Number(row.kind), undefined, JSON.parse(String(row.json)) as Draft, isThere);
      write.run(JSON.stringify(record), row.key as number);
    }
  };

  return {
    hide: (id, reason, nowMs) =>
      inTransaction(db, () => {
        const row = db
          .prepare('select key, kind, district, json from record where id = ? and hidden = 0')
          .get(id);
        if (!row) {
          const isResource = ofResources.hide(id, hiddenBy[reason], () => nextIdentity(nowMs));
          return isResource || keyOfId.get(id) !== undefined;
        }
        const hidden = hideKeys(Number(row.key), Number(row.kind), hiddenBy[reason]);
        forget(hidden);
        const resource = resourceOf(Number(row.kind));
        if (resource)
          addEvent(nowMs, Number(row.district), resource, 'deleted', JSON.parse(String(row.json)) as Draft);
        return true;
      }),
    create: (asked, nowMs) =>
      inTransaction(db, () => {
        if (asked === 'resources') return ofResources.create(() => nextIdentity(nowMs));
        const collection = asked === 'users' ? 'students' : asked;
        const main = plan.districts[0];
        if (!isResource(collection)) {
          const row = db
            .prepare(
              'select json from record where kind = ? and district = 0 and hidden = 0 order by key limit 1',
            )
            .get(kindOf('students'));
          const object = JSON.parse(String(row?.json ?? '{}')) as Draft;
          return addEvent(nowMs, 0, 'students', 'created', object);
        }
        const identity = nextIdentity(nowMs);
        const extra = Number(
          db
            .prepare('select count(*) as n from record where key > ? and kind = ?')
            .get(lastSeeded, kindOf(collection))?.n,
        );
        const made = makeRecord(plan, 0, collection, main.count[collection] + extra, identity);
        const record = narrow(kindOf(collection), undefined, made.json, isThere);
        insert(identity, 0, collection, null, record);
        for (const [relation, a, b] of made.relations) relate(relation, a, b);
        addEvent(nowMs, 0, collection, 'created', record);
        return identity.id;
      }),
    reset: () => {
      inTransaction(db, () => {
        db.exec(
          'update record set hidden = o.hidden, json = o.json from original o where o.key = record.key; delete from original',
        );
        ofResources.reset();
        const made = db.prepare('select 1 from record where key > ? limit 1').get(lastSeeded);
        if (!made) return;
        for (const rel of Object.values(relations)) {
          db.prepare('delete from relation where rel = ? and a > ?').run(rel, lastSeeded);
          db.prepare('delete from relation where rel = ? and b > ?').run(rel, lastSeeded);
        }
        db.prepare('delete from record where key > ?').run(lastSeeded);
      });
    },
  };
}

function resourceOf(kind: number): Resource | undefined {
  const collection = collectionOf(kind);
  return collection && isResource(collection) ? collection : undefined;
}
