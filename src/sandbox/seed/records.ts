import type { Resource } from '../data/schema.ts';
import type { Made, Maker } from './maker.ts';
import { makeContact, makeDistrictAdmin, makeSchoolAdmin, makeStudent, makeTeacher } from './people.ts';
import { makeCourse, makeDistrict, makeSchool, makeTerm } from './places.ts';
import { createdS, idOf, type Plan } from './plan.ts';
import { randomFor } from './random.ts';
import { makeSection } from './sections.ts';

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

/** Key, id and creation time of a record. */
export interface Identity {
  readonly key: number;
  readonly id: string;
  /** Epoch seconds. */
  readonly createdS: number;
}

/** Generates the n-th record of a collection; deterministic. */
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

export function seededIdentity(plan: Plan, key: number): Identity {
  return { key, id: idOf(plan, key), createdS: createdS(plan, key) };
}
