import type { Draft, Relation, Resource } from '../schema.ts';
import { makeContact, makeDistrictAdmin, makeSchoolAdmin, makeStudent, makeTeacher } from './people.ts';
import { makeCourse, makeDistrict, makeSchool, makeTerm } from './places.ts';
import { createdS, type DistrictPlan, idOf, type Plan } from './plan.ts';
import { type Random, randomFor } from './random.ts';
import { makeSection } from './sections.ts';

/** A record and the relations that start from it; `a` and `b` are keys. */
export interface Made {
  readonly json: Draft;
  readonly relations: readonly (readonly [Relation, number, number])[];
}

/** What a maker may use. `index` counts within collection and district; everything else follows from it. */
export interface Making {
  readonly plan: Plan;
  readonly district: DistrictPlan;
  /** 0: the token's district, 1: the other one. */
  readonly which: number;
  readonly index: number;
  readonly key: number;
  readonly id: string;
  readonly districtId: string;
  /** Seconds since 1970. */
  readonly createdS: number;
  readonly stamps: { readonly created: string; readonly last_modified: string };
  readonly random: Random;
  /** Id of the n-th record of a collection in the same district. */
  readonly idAt: (resource: Resource, index: number) => string;
}

export type Maker = (making: Making) => Made;

const makers: Readonly<Record<Resource, Maker>> = {
  districts: makeDistrict,
  schools: makeSchool,
  courses: makeCourse,
  terms: makeTerm,
  teachers: makeTeacher,
  students: makeStudent,
  sections: makeSection,
  contacts: makeContact,
  school_admins: makeSchoolAdmin,
  district_admins: makeDistrictAdmin,
};

/** Where and when a new record gets its own key; by default the seeded ones. */
export interface Identity {
  readonly key: number;
  readonly id: string;
  /** Seconds since 1970. */
  readonly createdS: number;
}

/** Makes the n-th record of a collection. The same seed and numbers give the same record. */
export function makeRecord(
  plan: Plan,
  which: 0 | 1,
  resource: Resource,
  index: number,
  identity: Identity = seededIdentity(plan, plan.districts[which].base[resource] + index),
): Made {
  const district = plan.districts[which];
  const random = randomFor(plan.seed, identity.key);
  const createdMs = identity.createdS * 1000 + random.int(1000);
  const modifiedMs = createdMs + (random.oneIn(3) ? random.int(5_000_000) : 0);
  return makers[resource]({
    plan,
    district,
    which,
    index,
    key: identity.key,
    id: identity.id,
    createdS: identity.createdS,
    districtId: idOf(plan, district.base.districts),
    stamps: {
      created: new Date(createdMs).toISOString(),
      last_modified: new Date(modifiedMs).toISOString(),
    },
    random,
    idAt: (of, at) => idOf(plan, district.base[of] + at),
  });
}

/** Key, id and time of a seeded record. */
export function seededIdentity(plan: Plan, key: number): Identity {
  return { key, id: idOf(plan, key), createdS: createdS(plan, key) };
}
