import { type Draft, eventWord, type Resource, resources } from '../data/schema.ts';
import { createdS, type DistrictPlan, idOf, type Plan } from './plan.ts';
import { type Random, randomFor } from './random.ts';
import { type Identity, makeRecord, seededIdentity } from './records.ts';

export const eventVerbs = ['created', 'updated', 'deleted'] as const;
export type EventVerb = (typeof eventVerbs)[number];

/** A seeded event, and the record that it reports on. */
export interface PlannedEvent {
  readonly identity: Identity;
  readonly which: 0 | 1;
  readonly resource: Resource;
  readonly verb: EventVerb;
  /** The record; for `deleted`, one that no longer exists. */
  readonly subject: Identity;
  /** Position of the record in its collection. */
  readonly index: number;
  readonly random: Random;
}

/** Most events concern people and sections; districts hardly ever change. */
const common: readonly (readonly [Resource, EventVerb])[] = [
  ['students', 'updated'],
  ['students', 'updated'],
  ['sections', 'updated'],
  ['teachers', 'updated'],
  ['students', 'created'],
  ['contacts', 'updated'],
];

/** Plans the n-th event: every third cycles through all 30 types, every eleventh belongs to the other district. */
export function planEvent(plan: Plan, n: number): PlannedEvent | undefined {
  const identity = seededIdentity(plan, plan.eventBase + n);
  const random = randomFor(plan.seed, identity.key);
  const which = n % 11 === 10 ? 1 : 0;
  const turn = Math.floor(n / 3);
  const [resource, verb] =
    n % 3 === 0
      ? ([
          resources[turn % resources.length] ?? 'students',
          eventVerbs[Math.floor(turn / resources.length) % 3] ?? 'updated',
        ] as const)
      : random.pick(common);
  const district = plan.districts[which];
  const count = district.count[resource];
  const index = verb === 'deleted' ? count + n : random.int(Math.max(1, count));
  if (verb !== 'deleted' && count === 0) return undefined;
  const key = verb === 'deleted' ? plan.goneBase + n : district.base[resource] + index;
  return { identity, which, resource, verb, subject: seededIdentity(plan, key), index, random };
}

/** An event as sent on the wire: `previous_attributes` next to `object`. */
export function eventJson(
  identity: Identity,
  type: string,
  object: Draft,
  previous: Draft | undefined,
): Draft {
  return {
    created: new Date(identity.createdS * 1000).toISOString(),
    data: previous ? { object, previous_attributes: previous } : { object },
    id: identity.id,
    type,
  };
}

/** `students.updated`. */
export function eventType(resource: Resource, verb: EventVerb): string {
  return `${eventWord(resource)}.${verb}`;
}

/** The record's previous values: one changed attribute, and its former timestamp. */
export function previousOf(resource: Resource, object: Draft, random: Random): Draft {
  const before: Partial<Record<Resource, Draft>> = {
    students: { grade: object.grade === '1' ? 'Kindergarten' : '1', email: '' },
    teachers: { title: 'Substitute' },
    sections: { name: 'Unnamed section', period: '' },
    schools: { phone: `555-01${10 + random.int(90)}` },
    contacts: { phone_type: '' },
    districts: { last_sync: '2025-11-30T04:00:00.000Z' },
    courses: { name: 'Untitled' },
    terms: { name: 'Term' },
    school_admins: { title: 'Registrar' },
    district_admins: { title: 'Clerk' },
  };
  const former = before[resource] ?? {};
  return object.last_modified === undefined ? former : { ...former, last_modified: object.last_modified };
}

/** A deleted record: generated with the next index and an id that is in no list. */
export function goneRecord(plan: Plan, event: PlannedEvent): Draft {
  return makeRecord(plan, event.which, event.resource, event.index, event.subject).json;
}

/** Schools that match an event's `school` filter: those named by its object. */
export function schoolIdsOf(resource: Resource, object: Draft): readonly string[] {
  if (resource === 'schools') return [String(object.id)];
  if (Array.isArray(object.schools)) return object.schools.map(String);
  return typeof object.school === 'string' ? [object.school] : [];
}

/** School keys by id, for the relations of seeded events. */
export function schoolKeys(plan: Plan, district: DistrictPlan): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (let n = 0; n < district.count.schools; n++) {
    keys.set(idOf(plan, district.base.schools + n), district.base.schools + n);
  }
  return keys;
}

/** Timestamp of an event, which becomes the `last_modified` of its record. */
export function eventTime(plan: Plan, event: PlannedEvent): string {
  return new Date(createdS(plan, event.identity.key) * 1000).toISOString();
}
