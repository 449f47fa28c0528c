import type { DatabaseSync } from 'node:sqlite';
import {
  collections,
  type Draft,
  indexes,
  kindOf,
  type Resource,
  relations,
  tables,
} from '../data/schema.ts';
import { type Bulk, openBulk } from './bulk.ts';
import {
  eventJson,
  eventTime,
  eventType,
  goneRecord,
  planEvent,
  previousOf,
  schoolIdsOf,
  schoolKeys,
} from './events.ts';
import { idOf, type Plan } from './plan.ts';
import { makeRecord } from './records.ts';

/**
 * Fills an empty database in one transaction. Records are generated one by one and not retained, so memory stays constant
 * for a million students.
 */
export function seedDatabase(db: DatabaseSync, plan: Plan): void {
  db.exec('begin');
  db.exec(tables);
  const records = recordsOf(db);
  const links = relationsOf(db);
  for (const which of [0, 1] as const) {
    const district = plan.districts[which];
    for (const collection of collections) {
      if (collection === 'events') continue;
      const kind = kindOf(collection);
      for (let index = 0; index < district.count[collection]; index++) {
        const key = district.base[collection] + index;
        const made = makeRecord(plan, which, collection, index);
        records.add(key, kind, which, null, made.json.id as string, JSON.stringify(made.json));
        for (const [relation, a, b] of made.relations) links.add(relations[relation], a, b);
      }
    }
  }
  records.flush();
  seedEvents(db, plan, links);
  links.flush();
  const insertMeta = db.prepare('insert into meta (name, value) values (?, ?)');
  insertMeta.run('seed', String(plan.seed));
  insertMeta.run('students', String(plan.students));
  db.exec(indexes);
  db.exec('commit');
}

function recordsOf(db: DatabaseSync): Bulk {
  return openBulk(db, 'insert into record (key, kind, district, tag, id, json)', 6);
}

function relationsOf(db: DatabaseSync): Bulk {
  return openBulk(db, 'insert or ignore into relation (rel, a, b)', 3);
}

function seedEvents(db: DatabaseSync, plan: Plan, links: Bulk): void {
  const select = db.prepare('select json from record where key = ?');
  const update = db.prepare('update record set json = ? where key = ?');
  const records = recordsOf(db);
  const keys = plan.districts.map((district) => schoolKeys(plan, district));
  for (let n = 0; n < plan.events; n++) {
    const event = planEvent(plan, n);
    if (!event) continue;
    const { resource, verb, subject, which } = event;
    let object: Draft;
    let previous: Draft | undefined;
    if (verb === 'deleted') object = goneRecord(plan, event);
    else object = JSON.parse(String(select.get(subject.key)?.json)) as Draft;
    if (verb === 'updated') {
      previous = previousOf(resource, object, event.random);
      if (object.last_modified !== undefined) {
        object.last_modified = eventTime(plan, event);
        update.run(JSON.stringify(object), subject.key);
      }
    }
    const { key, id } = event.identity;
    const json = eventJson(event.identity, eventType(resource, verb), object, previous);
    records.add(key, kindOf('events'), which, resource, id, JSON.stringify(json));
    for (const school of eventSchools(plan, which, resource, object)) {
      const schoolKey = keys[which]?.get(school);
      if (schoolKey !== undefined) links.add(relations.eventSchool, key, schoolKey);
    }
  }
  records.flush();
}

/** A contact's schools are those of its students; other resources name theirs. */
function eventSchools(plan: Plan, which: 0 | 1, resource: Resource, object: Draft): readonly string[] {
  if (resource !== 'contacts') return schoolIdsOf(resource, object);
  const district = plan.districts[which];
  const students = new Set(object.students as string[]);
  const schools: string[] = [];
  // Ids ascend with keys, so binary search finds the key.
  for (const id of students) {
    let low = district.base.students;
    let high = low + district.count.students - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (idOf(plan, middle) < id) low = middle + 1;
      else high = middle;
    }
    const index = low - district.base.students;
    schools.push(idOf(plan, district.base.schools + (index % district.schools)));
  }
  return schools;
}
