import type { DatabaseSync } from 'node:sqlite';
import type { Draft } from '../data/schema.ts';
import { type EventVerb, eventJson, eventVerbs } from '../seed/events.ts';
import { type DistrictPlan, idOf, type Plan } from '../seed/plan.ts';
import { objectId } from '../seed/random.ts';
import type { Identity } from '../seed/records.ts';
import { laterKinds, resourceRelations } from './tables.ts';

/** Content that the first district has; the other one has none. */
const titles = [
  'Reading room',
  'Number garden',
  'Field notes',
  'Sound lab',
  'Atlas',
  'Sketchbook',
  'Word bank',
];

/** Key of the first seeded event; the resources themselves have keys from -1. All keys below `firstFreeKey` are of provider states. */
const eventKey = -100;
export const firstFreeKey = eventKey - eventVerbs.length + 1;

/** Seconds before the first seeded record of v2.0. */
const beforeS = 86_400;

/** A resource, made at a time that its id says. */
export function makeResource(plan: Plan, index: number, createdS: number): Draft {
  const created = new Date(createdS * 1000).toISOString();
  return {
    created,
    district: idOf(plan, plan.districts[0].base.districts),
    id: objectId(plan.machine, createdS, index),
    resource_id: `sample-${index + 1}`,
    roles: index % 3 === 2 ? ['teacher'] : ['student', 'teacher'],
    title: titles[index % titles.length],
    updated: created,
  };
}

/** Resources with whom they are shared, and their events. Everything is among the first records of the district. */
export function seedResources(db: DatabaseSync, plan: Plan): void {
  const [district] = plan.districts;
  const insert = db.prepare(
    'insert into later (key, kind, district, tag, id, json) values (?, ?, 0, ?, ?, ?)',
  );
  const relate = db.prepare('insert or ignore into relation (rel, a, b) values (?, ?, ?)');
  const made = titles.map((_, at) => makeResource(plan, at, plan.baseS - beforeS + at * 60));
  for (const [at, record] of made.entries()) {
    const key = -1 - at;
    insert.run(key, laterKinds.resources, null, record.id as string, JSON.stringify(record));
    for (const [relation, b] of shares(district, at)) relate.run(resourceRelations[relation], key, b);
  }
  const gone = makeResource(plan, titles.length, plan.baseS - beforeS + 3600);
  for (const [at, verb] of eventVerbs.entries()) {
    const object = verb === 'deleted' ? gone : (made[at] ?? gone);
    const identity = eventIdentity(plan, at);
    const event = resourceEvent(identity, verb, object);
    insert.run(identity.key, laterKinds.resourceEvents, 'resources', identity.id, JSON.stringify(event));
  }
}

export function resourceEvent(identity: Identity, verb: EventVerb, object: Draft): Draft {
  const previous = verb === 'updated' ? { title: 'Untitled' } : undefined;
  return eventJson(identity, `resources.${verb}`, object, previous);
}

/** Among the seeded events. */
function eventIdentity(plan: Plan, at: number): Identity {
  const createdS = Date.UTC(2025, 11, 12 + at, 3, 30) / 1000;
  return { key: eventKey - at, id: objectId(plan.machine, createdS, 0xff_ff00 + at), createdS };
}

/** With whom the n-th resource is shared: a few courses, sections, students and teachers, as far as there are any. */
function shares(
  { base, count }: DistrictPlan,
  at: number,
): readonly (readonly [keyof typeof resourceRelations, number])[] {
  const some = (relation: keyof typeof resourceRelations, size: number) =>
    Array.from({ length: Math.min(size, count[relation]) }, (_, n) => (at * 3 + n) % count[relation]).map(
      (index) => [relation, base[relation] + index] as const,
    );
  return [
    ...some('courses', 3),
    ...some('sections', 6),
    ...(at % 3 === 2 ? [] : some('students', 12)),
    ...some('teachers', 4),
  ];
}
