import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v30 from '../../generated/validators/data-v3.0.js';

export type Body = Record<string, unknown>;

// Bodies as v3.0 really sends them: made up, with the members, the empty strings and the notations of recorded ones.
export const district = '60a000000000000000000001';
export const school = '60a000000000000000000101';
export const times = { created: '2020-11-10T21:18:45.461Z', last_modified: '2023-04-08T01:16:29.132Z' };
const person = (id: string, name: Body, roles: Body) => ({
  id,
  district,
  ...times,
  email: 'x@example.org',
  name,
  roles,
});
export const student = person(
  '58a000000000000000000301',
  { first: 'Robin', last: 'Sample', middle: '' },
  {
    student: {
      credentials: { district_username: '' },
      dob: '9/4/2014',
      email: 'x@example.org',
      enrollments: [],
      ext: { sample_status: 'N' },
      gender: 'X',
      grade: 'Kindergarten',
      graduation_year: '',
      hispanic_ethnicity: '',
      location: { address: '', city: '', lat: '', lon: '', state: '', zip: '' },
      race: '',
      school,
      schools: [school],
      sis_id: '100095233',
      state_id: '',
      student_number: '',
    },
  },
);
export const teacher = person(
  '60a000000000000000000201',
  { first: 'Casey', last: 'Demo', middle: '' },
  {
    teacher: {
      credentials: { district_username: '' },
      ext: { sample_permissions: 'x' },
      legacy_id: '58a000000000000000000201',
      school,
      schools: [school],
      sis_id: '5',
      state_id: '',
      teacher_number: '',
      title: '',
    },
  },
);
export const contact = person(
  '60a000000000000000000701',
  { last: 'Jordan Sample' },
  {
    contact: {
      legacy_id: '58a000000000000000000701',
      phone: '',
      phone_type: 'Other',
      sis_id: '',
      student_relationships: [{ relationship: 'Parent', student: student.id, type: '' }],
    },
  },
);
export const section = {
  id: '58a000000000000000000401',
  ...times,
  district,
  school,
  course: '',
  ext: {},
  grade: '',
  name: 'Kindergarten, room 5',
  period: '',
  section_number: '',
  sis_id: '1',
  students: [student.id],
  teachers: [teacher.id],
};
export const place = (path: string) => [{ rel: 'self', uri: `/v3.0/${path}` }];
export const page = (path: string, ...records: Body[]) => ({
  links: place(path),
  data: records.map((data) => ({ data, uri: `/v3.0/${path.split('?')[0]}/${data.id}` })),
});
export const event = (data: Body, more: Body = {}) => ({
  data: {
    id: '64a000000000000000000f01',
    type: 'users.updated',
    created: '2023-03-26T05:12:44.000Z',
    data,
    ...more,
  },
});
export const changed = (roles: Body): Body => ({
  object: { id: student.id, roles: student.roles },
  previous_attributes: { roles },
});
export const role = (name: string, more: Body) => {
  const [of] = [student, teacher, contact].filter((one) => name in one.roles);
  return { data: { ...of, roles: { [name]: { ...(of?.roles[name] as Body), ...more } } } };
};

/** Where a body of a status 200 does not fit. JSON has no undefined members. */
export function faults(version: typeof v30, operationId: string, body: unknown) {
  return version
    .validateResponse(operationId, 200, JSON.parse(JSON.stringify(body)))
    ?.map((one) => one.instancePath);
}

/** The records of the published examples, by schema, and the parts of them. */
export const examples: readonly (readonly [string, Body])[] = (() => {
  const file = join(import.meta.dirname, '../../generated/openapi/data-v3.1.json');
  const named = JSON.parse(readFileSync(file, 'utf8')).components.examples;
  const record = (name: string) => named[name].value.data as Body & { roles: Record<string, Body> };
  const [robin, casey] = [record('one-user'), record('one-teacher')];
  const of = robin.roles.student as Record<string, Body>;
  return Object.entries({
    User: robin,
    Name: robin.name as Body,
    Student: of,
    Disability: of.disability,
    PreferredName: of.preferred_name,
    Location: of.location,
    Teacher: casey.roles.teacher,
    Staff: casey.roles.staff,
    DistrictAdmin: record('one-staff-member').roles.district_admin,
    Contact: record('one-contact').roles.contact,
    Course: record('one-course'),
    District: record('one-district'),
    DistrictContact: record('one-district').district_contact as Body,
    Resource: record('one-resource'),
    School: record('one-school'),
    Section: record('one-section'),
    Term: record('one-term'),
    Attendance: named['attendance-page'].value.data[0] as Body,
    Me: record('me'),
  }).map(([schema, value]) => [schema, value ?? {}]);
})();
