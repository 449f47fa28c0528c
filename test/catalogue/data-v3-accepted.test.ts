import { expect } from 'chai';
import { model } from '../../generated/models/data-v3.1.ts';
import * as v30 from '../../generated/validators/data-v3.0.js';
import * as v31 from '../../generated/validators/data-v3.1.js';
import {
  type Body,
  changed,
  contact,
  district,
  event,
  examples,
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

const fitting: readonly (readonly [string, string, unknown])[] = [
  ['a page of three kinds of people', 'getUsers', page('users?limit=3', student, teacher, contact)],
  [
    'a person with two roles',
    'getUser',
    {
      data: {
        ...teacher,
        roles: { ...teacher.roles, staff: { legacy_id: teacher.id, schools: [], staff_id: '' } },
      },
    },
  ],
  [
    'an administrator of the district',
    'getUser',
    { data: { ...teacher, roles: { district_admin: { legacy_id: teacher.id } } } },
  ],
  ['a person without links, for the token of a single user', 'getUser', { data: student }],
  [
    'a person with links in camel case',
    'getUser',
    {
      data: teacher,
      links: [
        ...place(`users/${teacher.id}`),
        { rel: 'myStudents', uri: `/v3.0/users/${teacher.id}/myStudents` },
      ],
    },
  ],
  ['a number instead of a page', 'getUsers', { count: 263, links: place('users?count=true') }],
  ['a number of districts', 'getDistricts', { count: 1, links: place('districts?count=true') }],
  ['a list that has a count as well', 'getTerms', { ...page('terms'), count: 0 }],
  ['an answer without resources', 'getResourcesForUser', { resources: [] }],
  [
    'a page of resources',
    'getResources',
    page('resources', {
      id: 'a1',
      district,
      resource_id: 'r-1',
      roles: ['teacher'],
      title: '',
      created: times.created,
      updated: times.created,
    }),
  ],
  ['a section without subject and teacher', 'getSection', { data: section }],
  [
    'a section of every subject',
    'getSection',
    { data: { ...section, subject: 'PE and health', teacher: teacher.id } },
  ],
  [
    'a school of the new grades',
    'getSchool',
    {
      data: {
        id: school,
        district,
        ...times,
        ext: {},
        name: 'Sample',
        principal: { email: '', name: '' },
        school_number: '1',
        sis_id: '1',
        low_grade: 'TransitionalKindergarten',
        high_grade: '13',
        mdr_number: '',
      },
    },
  ],
  [
    'a district with an error that is empty',
    'getDistrict',
    {
      data: {
        id: district,
        name: 'Sample',
        sis_type: 'sftp',
        launch_date: '2017-02-23',
        error: '',
        state: 'running',
        portal_url: 'https://example.org',
        login_methods: ['Clever Badges'],
        last_sync: times.last_modified,
        district_contact: { district, email: '', id: teacher.id, name: { first: '', last: '' }, title: '' },
      },
    },
  ],
  [
    'a term without dates',
    'getTerm',
    { data: { id: section.id, district, name: '', start_date: '', end_date: '2023-06-12' } },
  ],
  [
    'an event with the former values inside data',
    'getEvent',
    event(changed({ student: { gender: 'X', ext: { sample: '' } } })),
  ],
  [
    'an event with the former values beside data',
    'getEvent',
    event({ object: { id: student.id } }, { previous_attributes: { name: { middle: '' } } }),
  ],
  [
    'an event of a contact with what v2 says of it',
    'getEvent',
    event({
      object: {
        ...contact,
        roles: {
          contact: {
            ...(contact.roles.contact as Body),
            relationship: 'Parent',
            students: [student.id],
            type: '',
          },
        },
      },
    }),
  ],
  [
    'who a token belongs to, with links',
    'me',
    {
      type: 'user',
      data: { id: teacher.id, district, type: 'teacher', authorized_by: 'district' },
      links: [
        { rel: 'self', uri: '/me' },
        { rel: 'canonical', uri: `/v3.0/users/${teacher.id}` },
      ],
    },
  ],
  [
    'who a token belongs to, without',
    'me',
    { data: { id: '58a000000000000000000201', district, type: 'teacher' } },
  ],
];

/** What only v3.1 describes: v3.0 takes it as it takes every undocumented member. */
const fittingNew: typeof fitting = [
  ['an LMS status', 'getUser', { data: { ...student, lms_status: { synced_in_lms: true } } }],
  [
    'a student with the new members',
    'getUser',
    role('student', {
      disability: { disability_code: '', disability_status: 'Y', disability_type: 'Other' },
      preferred_name: { first: 'Rob' },
      frl_status: 'Other',
      home_language: '',
      home_language_code: 'eng',
      iep_status: '',
    }),
  ],
];
describe('the validators of Data API v3.0 and v3.1', () => {
  for (const [name, id, body] of fitting) {
    it(`take ${name}`, () => {
      expect(faults(v30, id, body)).to.deep.equal([]);
      expect(faults(v31, id, body)).to.deep.equal([]);
    });
  }

  for (const [name, id, body] of fittingNew) {
    it(`take ${name}`, () => {
      expect(faults(v31, id, body)).to.deep.equal([]);
      expect(faults(v30, id, body)).to.deep.equal([]);
    });
  }

  it('take every field that is not guaranteed as absent, null or empty', () => {
    let examined = 0;
    for (const [schema, record] of examples) {
      for (const [name, one] of Object.entries(model.schemas[schema]?.fields ?? {})) {
        // A role that a person does not have is absent.
        if (one.guaranteed || schema === 'Roles') continue;
        const { [name]: given, ...without } = record;
        const values = [null, ...(one.type === 'string' ? [''] : [])].map((value) => ({
          ...without,
          [name]: value,
        }));
        for (const value of [without, record, ...values]) {
          expect(v31.validateSchema(schema, value), `${schema}.${name} instead of ${given}`).to.deep.equal(
            [],
          );
          examined++;
        }
      }
    }
    expect(examined).to.be.above(250);
  });

  it('take both forms of an error', () => {
    for (const version of [v30, v31]) {
      expect(version.validateResponse('getUser', 404, { message: 'Resource not found' })).to.deep.equal([]);
      expect(version.validateResponse('me', 401, { error: 'Unrecognized token string' })).to.deep.equal([]);
      expect(version.validateResponse('getUser', 404, { reason: 'none' })).not.to.be.empty;
    }
  });
});
