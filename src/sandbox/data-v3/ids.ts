import type { Resource } from '../data/schema.ts';
import { idOf, type Plan } from '../seed/plan.ts';
import { mix, objectId } from '../seed/random.ts';

/** Collections of v2.0 whose records are users since v3.0, in the order in which roles are read. */
export const people = ['students', 'teachers', 'school_admins', 'district_admins', 'contacts'] as const;
export type People = (typeof people)[number];

export function isPeople(collection: string): collection is People {
  return (people as readonly string[]).includes(collection);
}

/** What a person of a collection is since v3.0. */
export const roleOf = {
  students: 'student',
  teachers: 'teacher',
  school_admins: 'staff',
  district_admins: 'district_admin',
  contacts: 'contact',
} as const satisfies Record<People, string>;

/** Ids since v3.0, out of those of v2.0. */
export interface UserIds {
  /** The id of a user: students keep theirs, all others have got a new one, and two accounts of one employee have the same. */
  of(collection: People, legacyId: string): string;
  /** Whether an employee has two accounts in v2.0, of which this is the one that gave up its id. */
  isSecond(legacyId: string): boolean;
}

/** Accounts per second of the migration, and how far apart their counters are. */
const perSecond = 500;
const apart = 30_000;

/**
 * New ids are of one migration, after all seeded records and before the events: so users ascend in blocks, students first. Records that
 * provider states create are later than it, and have an id just above their own.
 */
export function createUserIds(plan: Plan): UserIds {
  const migrationS = plan.baseS + 2 * plan.eventBase + 3600;
  const seconds = secondAccounts(plan);
  const migrated = (key: number): string =>
    objectId(
      plan.machine,
      migrationS + Math.floor(key / perSecond),
      (key % perSecond) * apart + (mix(plan.seed, key) % apart),
    );
  return {
    of: (collection, legacyId) => {
      if (collection === 'students') return legacyId;
      const key = keyOf(plan, legacyId);
      if (key >= plan.eventBase) return following(legacyId);
      return migrated(seconds.get(legacyId) ?? key);
    },
    isSecond: (legacyId) => seconds.has(legacyId),
  };
}

/** The key of a seeded id, out of its first part (`createdS`); beyond all seeded records for a later id. */
function keyOf(plan: Plan, id: string): number {
  return Math.floor((Number.parseInt(id.slice(0, 8), 16) - plan.baseS) / 2);
}

/** Created records are at least a second apart. */
function following(id: string): string {
  const counter = (Number.parseInt(id.slice(18), 16) + 1) & 0xff_ffff;
  return id.slice(0, 18) + counter.toString(16).padStart(6, '0');
}

/** Employees with two accounts: the key of the first one by the id of the second. */
function secondAccounts(plan: Plan): ReadonlyMap<string, number> {
  return new Map(
    plan.districts.flatMap(({ base, count, schools }) => {
      const key = (collection: Resource, index: number) => base[collection] + index;
      // The administrators after the first of each school, and the second teacher of the same school.
      const teaching = Array.from(
        { length: Math.min(count.school_admins - schools, count.teachers - schools) },
        (_, n): [number, number] => [key('school_admins', schools + n), key('teachers', schools + n)],
      );
      const leading: [number, number] = [
        key('district_admins', count.district_admins - 1),
        key('school_admins', 0),
      ];
      return [...teaching, leading].map(([second, first]): [string, number] => [idOf(plan, second), first]);
    }),
  );
}
