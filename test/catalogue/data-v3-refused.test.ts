import { expect } from 'chai';
import * as v30 from '../../generated/validators/data-v3.0.js';
import * as v31 from '../../generated/validators/data-v3.1.js';
import {
  changed,
  district,
  event,
  faults,
  page,
  place,
  role,
  school,
  section,
  student,
  teacher,
  times,
} from './data-v3-testing.ts';

const failing: readonly (readonly [string, string, unknown, string])[] = [
  ['a student without schools', 'getUser', role('student', { schools: undefined }), '/data/roles/student'],
  [
    'a teacher without the former id',
    'getUser',
    role('teacher', { legacy_id: undefined }),
    '/data/roles/teacher',
  ],
  [
    'a contact without students',
    'getUser',
    role('contact', { student_relationships: null }),
    '/data/roles/contact/student_relationships',
  ],
  [
    'a relation without a student',
    'getUser',
    role('contact', { student_relationships: [{ type: 'Family' }] }),
    '/data/roles/contact/student_relationships/0',
  ],
  ['an empty role', 'getUser', { data: { ...student, roles: { student: {} } } }, '/data/roles/student'],
  [
    'a role that is null',
    'getUser',
    { data: { ...student, roles: { ...student.roles, teacher: null } } },
    '/data/roles/teacher',
  ],
  ['roles as a list', 'getUser', { data: { ...student, roles: [{ type: 'student' }] } }, '/data/roles'],
  ['a person without roles', 'getUser', { data: { ...student, roles: undefined } }, '/data'],
  [
    'a person without a family name',
    'getUser',
    { data: { ...student, name: { first: 'Robin' } } },
    '/data/name',
  ],
  ['a grade of no list', 'getUser', role('student', { grade: '14' }), '/data/roles/student/grade'],
  [
    'a birthday in another notation',
    'getUser',
    role('student', { dob: '2014-09-04' }),
    '/data/roles/student/dob',
  ],
  [
    'a person of a page that lacks an instant',
    'getUsers',
    page('users', { ...student, created: undefined }),
    '/data/0/data',
  ],
  ['a page without links', 'getUsers', { data: [] }, ''],
  ['an answer without anything', 'getUsers', {}, ''],
  ['a number as text', 'getUsers', { count: '263', links: [] }, '/count'],
  ['a number where none can be asked for', 'getUsersForSchool', { count: 1, links: [] }, ''],
  ['no resources where there are none', 'getUsers', { resources: [] }, ''],
  ['resources that are no list', 'getResources', { resources: {} }, '/resources'],
  [
    'a resource of other people',
    'getResource',
    {
      data: { id: 'a1', district, resource_id: 'r', roles: ['contact'], title: '' },
    },
    '/data/roles/0',
  ],
  ['an event of v2', 'getEvent', event({ object: {} }, { type: 'students.updated' }), '/data/type'],
  [
    'an event with a former value of no list',
    'getEvent',
    event(changed({ student: { gender: 'x' } })),
    '/data/data/previous_attributes/roles/student/gender',
  ],
  ['a token that belongs to no district', 'me', { data: { id: teacher.id, type: 'teacher' } }, '/data'],
];

const failingNew: typeof failing = [
  [
    'a meal status of no list',
    'getUser',
    role('student', { frl_status: 'F' }),
    '/data/roles/student/frl_status',
  ],
  [
    'a language by its code',
    'getUser',
    role('student', { home_language: 'eng' }),
    '/data/roles/student/home_language',
  ],
  [
    'a disability of no list',
    'getUser',
    role('student', { disability: { disability_code: 'x' } }),
    '/data/roles/student/disability/disability_code',
  ],
  [
    'an LMS status in words',
    'getSection',
    { data: { ...section, lms_status: { synced_in_lms: 'yes' } } },
    '/data/lms_status/synced_in_lms',
  ],
  ['a state of the LMS of no list', 'getDistrict', { data: { lms_state: 'fine' } }, '/data/lms_state'],
];
const entry = {
  attendance_date: '2026-01-05',
  attendance_status: 'absent',
  attendance_type: 'daily',
  ...times,
  district_id: district,
  school_id: school,
  student_id: student.id,
};

describe('the validators of Data API v3.0 and v3.1', () => {
  for (const [name, id, body, at] of failing) {
    it(`do not take ${name}`, () => {
      expect(new Set(faults(v30, id, body))).to.deep.equal(new Set([at]));
      expect(new Set(faults(v31, id, body))).to.deep.equal(new Set([at]));
    });
  }

  for (const [name, id, body, at] of failingNew) {
    it(`do not take ${name}, of which v3.0 says nothing`, () => {
      expect(faults(v31, id, body)).to.include(at);
      expect(faults(v30, id, body)).not.to.include(at);
    });
  }

  it('know attendance in v3.1 only: bare entries, with links or without', () => {
    const id = 'listAttendanceForSchool';
    expect(faults(v31, id, { data: [entry], links: place('attendance') })).to.deep.equal([]);
    expect(faults(v31, id, { data: [] })).to.deep.equal([]);
    expect(faults(v31, id, { data: [{ data: entry }] })).to.include('/data/0');
    expect(faults(v31, id, { data: [{ ...entry, attendance_status: 'late' }] })).to.deep.equal([
      '/data/0/attendance_status',
    ]);
    expect(faults(v30, id, { data: [] })).to.equal(undefined);
    expect(v30.validateSchema('Attendance', entry)).to.equal(undefined);
  });
});
