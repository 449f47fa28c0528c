import type { ServerMutant } from '../../mutant.ts';
import { inRecords } from './records.ts';

/** A student after the first page of the default size. */
const oneStudent = '200119';

/** Violations of one documented guarantee of a record each. */
export const fieldMutants: readonly ServerMutant[] = [
  {
    name: 'data/one-student-of-many-has-no-last-modified',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('students', (record) => {
      if (record.sis_id === oneStudent) delete record.last_modified;
    }),
  },
  {
    name: 'data/a-term-without-district',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('terms', (record) => {
      if (record.name === '') delete record.district;
    }),
  },
  {
    name: 'data/empty-guaranteed-texts-are-null',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('districts', (record) => {
      if (record.error === '') record.error = null;
    }),
  },
  {
    name: 'data/students-without-a-user-name-have-no-credentials',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('students', (record) => {
      if (record.credentials.district_username === '') delete record.credentials;
    }),
  },
  {
    name: 'data/one-teacher-has-no-schools',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('teachers', (record) => {
      // Its own number would also work, but not every teacher has one.
      if (record.sis_id === '50001') delete record.schools;
    }),
  },
  {
    name: 'data/the-second-school-has-no-number',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('schools', (record) => {
      if (record.school_number !== '100') delete record.school_number;
    }),
  },
  {
    name: 'data/one-student-is-in-grade-13',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('students', (record) => {
      if (record.sis_id === oneStudent) record.grade = '13';
    }),
  },
  {
    name: 'data/a-birthday-on-the-45th-of-the-13th-month',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('students', (record) => {
      if (record.sis_id === oneStudent) record.dob = '13/45/2010';
    }),
  },
  {
    name: 'data/grades-of-sections-are-numbers',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('sections', (record) => {
      if (record.grade === '7') record.grade = 7;
    }),
  },
  {
    name: 'data/a-subject-in-capitals',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('sections', (record) => {
      if (record.subject === 'math') record.subject = 'Math';
    }),
  },
  {
    name: 'data/birthdays-begin-with-the-year',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('students', (record) => {
      const [month, day, year] = record.dob?.split('/') ?? [];
      if (year !== undefined) record.dob = `${year}/${month}/${day}`;
    }),
  },
  {
    name: 'data/created-is-a-number',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('teachers', (record) => {
      record.created = Date.parse(record.created);
    }),
  },
  {
    name: 'data/created-is-written-as-in-a-header',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('schools', (record) => {
      record.created = new Date(record.created).toUTCString();
    }),
  },
  {
    name: 'data/an-event-tells-of-a-value-out-of-the-list',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('events', (event) => {
      if (event.type === 'students.updated') event.data.object.gender = 'female';
    }),
  },
];
