import { collections, type Resource } from '../data/schema.ts';
import { machineOf, mix, objectId } from './random.ts';
import { grades, subjects } from './words.ts';

/**
 * Assigns key ranges, in order: first district, second district, deleted records (referenced by events only), events.
 * Every relation follows from arithmetic, so a million students need no list in memory.
 */
export interface Plan {
  readonly seed: number;
  /** The middle part of all ids. */
  readonly machine: string;
  readonly students: number;
  /** The token's district, and another one that the token must not see. */
  readonly districts: readonly [DistrictPlan, DistrictPlan];
  readonly goneBase: number;
  readonly eventBase: number;
  readonly events: number;
  /** Epoch seconds of key 0. */
  readonly baseS: number;
}

export interface DistrictPlan {
  readonly students: number;
  readonly schools: number;
  readonly teachersPerSchool: number;
  readonly sectionsPerSchool: number;
  /** First key of each collection, and how many records it has. The district itself is a collection of one. */
  readonly base: Readonly<Record<Resource, number>>;
  readonly count: Readonly<Record<Resource, number>>;
}

const studentsPerSchool = 500;
/** Students of one section. */
export const classSize = 20;
/** Sections per student. */
const lessons = 5;
/** Events of a district: enough for three pages of 100, all 30 types among them. */
const seededEvents = 330;
/** Deleted records, referenced by events only. */
export const goneRecords = seededEvents;

/** 2025-07-01T06:00:00Z: the night before the school year's first sync. */
const schoolYearS = Date.UTC(2025, 6, 1, 6) / 1000;
/** 2025-12-08T00:00:00Z to 2026-01-05T00:00:00Z: the documented 30-day window of events, just before virtual time begins. */
const eventsFromS = Date.UTC(2025, 11, 8) / 1000;
const eventStepS = Math.floor((28 * 86_400) / seededEvents);

/** Computes all key ranges; `students` may be 0. */
export function createPlan(seed: number, students: number): Plan {
  const first = planDistrict(0, students);
  const second = planDistrict(endOf(first), 40);
  const goneBase = endOf(second);
  const eventBase = goneBase + goneRecords;
  const baseS = Math.min(schoolYearS, eventsFromS - 2 * eventBase - 86_400);
  return {
    seed,
    machine: machineOf(seed),
    students,
    districts: [first, second],
    goneBase,
    eventBase,
    events: seededEvents,
    baseS,
  };
}

function endOf(district: DistrictPlan): number {
  return district.base.district_admins + district.count.district_admins;
}

function planDistrict(from: number, students: number): DistrictPlan {
  const schools = Math.max(2, Math.ceil(students / studentsPerSchool));
  const maxEnrolled = Math.ceil(students / schools);
  const sectionsPerSchool = Math.max(
    2,
    Math.ceil((lessons * maxEnrolled) / Math.max(1, Math.min(classSize, maxEnrolled))),
  );
  const teachersPerSchool = Math.max(2, Math.ceil(sectionsPerSchool / 4));
  const count: Record<Resource, number> = {
    districts: 1,
    schools,
    courses: subjects.length * grades.length,
    terms: 5,
    teachers: schools * teachersPerSchool,
    students,
    sections: schools * sectionsPerSchool,
    contacts: firstContacts(students) + Math.floor((students + 3) / 4),
    school_admins: schools + 2,
    district_admins: 4,
  };
  const base = {} as Record<Resource, number>;
  let next = from;
  for (const one of collections) {
    if (one === 'events') continue;
    base[one] = next;
    next += count[one];
  }
  return { students, schools, teachersPerSchool, sectionsPerSchool, base, count };
}

/** Nine of ten students have a first contact; every fourth has a second one. */
export function firstContacts(students: number): number {
  return Math.ceil((students * 9) / 10);
}

/** Creation time of a key in epoch seconds; strictly ascending. */
export function createdS(plan: Plan, key: number): number {
  if (key >= plan.eventBase) {
    const n = key - plan.eventBase;
    return eventsFromS + n * eventStepS + (mix(plan.seed, key) % (eventStepS - 1));
  }
  return plan.baseS + 2 * key + (mix(plan.seed, key) & 1);
}

/** The id of a seeded key: ascends with the key, with gaps. */
export function idOf(plan: Plan, key: number): string {
  const spread = mix(plan.seed, key);
  return objectId(plan.machine, createdS(plan, key), plan.seed * 7919 + key * 5 + (spread % 5));
}
