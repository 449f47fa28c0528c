import { recordsOf, strayId } from '../../mutants/servers/data/records.ts';
import { chanceOf, type ServerVariant } from '../variant.ts';
import { inEveryRecord, inSuccesses, isOfData } from './support.ts';

/** Fields marked nullable in the published description, by collection: may be absent, null or empty. */
const optional: Readonly<Record<string, readonly string[]>> = {
  students: [
    'dob',
    'ell_status',
    'email',
    'gender',
    'grade',
    'graduation_year',
    'hispanic_ethnicity',
    'location',
    'race',
    'state_id',
    'student_number',
  ],
  teachers: ['credentials', 'email', 'state_id', 'teacher_number', 'title'],
  sections: ['grade', 'period', 'section_number'],
  schools: ['high_grade', 'location', 'low_grade', 'mdr_number', 'nces_id', 'phone', 'state_id'],
  courses: ['name', 'number'],
  terms: ['name', 'start_date', 'end_date'],
  contacts: ['email', 'phone', 'phone_type', 'relationship', 'sis_id'],
};

/** Optional text fields without an enum, or with one to which open question `empty-enum-value` adds the empty string. */
const optionalTexts: Readonly<Record<string, readonly string[]>> = {
  students: [
    'ell_status',
    'email',
    'gender',
    'grade',
    'graduation_year',
    'hispanic_ethnicity',
    'race',
    'state_id',
  ],
  sections: ['grade', 'period', 'section_number'],
  schools: ['high_grade', 'low_grade', 'phone'],
};

/** Realistic names: other scripts, right to left, marks, quotes, very long, like code, like nothing. */
const names = [
  "D'Arcy-O’Brien",
  'Zoë Ñandú',
  '小明',
  'مريم',
  '\u202Eמרים\u202C',
  '👩🏽‍🚀🦊',
  'A\u030Angstro\u0308m',
  '𠮷野家',
  'null',
  'undefined',
  '0',
  '-1',
  'true',
  '   ',
  ' trailing ',
  'Robert"); DROP TABLE students;--',
  '<b>&amp;</b>',
  '{{name}} $name %s',
  'a\tb\nc',
  '507f1f77bcf86cd799439011',
  '2026-01-05T12:00:00.000Z',
  'Reset',
  '\u0000',
  '\uFEFFBom',
  'constructor',
  '__proto__',
  'x'.repeat(5000),
] as const;

const nameFor = (id: string, part: string) => names[Math.floor(chanceOf(id + part) * names.length)] ?? '';

const places = [
  // The end of a leap day, the end of a year, and an hour that DST skips in half of Europe.
  '2024-02-29T23:59:59.999Z',
  '2025-12-31T23:59:59.999Z',
  '2026-03-29T01:30:00.000Z',
  '2000-02-29T00:00:00.000Z',
  '1970-01-01T00:00:00.000Z',
] as const;

/** Records as in real schools: missing fields and unexpected values. */
export const recordVariants: readonly ServerVariant[] = [
  {
    name: 'data/optional-fields-absent',
    why: 'open question meaning-of-guaranteed: only fields not marked nullable are required',
    slot: 'optional-fields',
    tamper: inEveryRecord((record, collection) => {
      for (const name of optional[collection] ?? []) delete record[name];
    }),
  },
  {
    name: 'data/optional-fields-absent-now-and-then',
    why: 'open question meaning-of-guaranteed: each record has only the fields that were filled in',
    slot: 'optional-fields',
    tamper: inEveryRecord((record, collection) => {
      for (const name of optional[collection] ?? [])
        if (chanceOf(record.id + name) < 0.5) delete record[name];
    }),
  },
  {
    name: 'data/optional-fields-null',
    why: 'SPEC: these fields are marked nullable',
    slot: 'optional-fields',
    tamper: inEveryRecord((record, collection) => {
      for (const name of optional[collection] ?? [])
        if (chanceOf(record.id + name) < 0.5) record[name] = null;
    }),
  },
  {
    name: 'data/optional-fields-empty',
    why: 'open question empty-enum-value: the empty string was observed for enums that do not list it',
    slot: 'optional-fields',
    tamper: inEveryRecord((record, collection) => {
      for (const name of optionalTexts[collection] ?? []) record[name] = '';
    }),
  },
  {
    name: 'data/objects-without-members',
    why: 'open question meaning-of-guaranteed: the members of an object within a record are optional',
    tamper: inEveryRecord((record) => {
      for (const name of ['credentials', 'location', 'principal', 'name'])
        if (record[name] && typeof record[name] === 'object') record[name] = {};
    }),
  },
  {
    name: 'data/enrollments-at-closed-schools',
    why: 'open question past-enrollments: what a student once attended may be gone',
    tamper: inSuccesses((body, { pathname }) => {
      if (!isOfData(pathname)) return body;
      for (const record of recordsOf(body))
        if (record?.roles?.student && chanceOf(record.id) < 0.2)
          record.roles.student.enrollments = [{ school: strayId, end_date: '2019-06-12' }];
      return body;
    }),
  },
  {
    name: 'data/instants-without-fractions',
    why: 'open question date-forms: any RFC 3339 instant in UTC',
    slot: 'instants',
    tamper: inEveryRecord((record) => {
      if (record.created) record.created = record.created.replace(/\.\d+Z$/, 'Z');
      if (record.last_modified) record.last_modified = record.last_modified.replace(/Z$/, '+00:00');
    }),
  },
  {
    name: 'data/instants-with-an-offset',
    why: 'open question date-forms: another offset passes with a note',
    slot: 'instants',
    tamper: inEveryRecord((record) => {
      if (record.created) record.created = record.created.replace(/Z$/, '-07:00');
    }),
  },
  {
    name: 'data/guaranteed-fields-empty',
    why: 'open question meaning-of-guaranteed: presence is strict, an empty string is accepted',
    tamper: inEveryRecord((record, collection) => {
      if ('sis_id' in record) record.sis_id = '';
      if (collection === 'sections' || collection === 'schools' || collection === 'contacts')
        record.name = '';
      if (collection === 'students' || collection === 'teachers')
        record.name = { first: '', last: '', middle: '' };
    }),
  },
  {
    name: 'data/names-of-every-script',
    why: 'SPEC: a name is any string in UTF-8',
    slot: 'names',
    tamper: inEveryRecord((record) => {
      if (typeof record.name === 'string') record.name = nameFor(record.id, 'name');
      else if (record.name)
        for (const part of Object.keys(record.name)) record.name[part] = nameFor(record.id, part);
    }),
  },
  {
    name: 'data/one-name-for-all',
    why: 'SPEC: names need not be unique',
    slot: 'names',
    tamper: inEveryRecord((record) => {
      if (typeof record.name === 'string') record.name = 'Maria';
      else if (record.name) for (const part of Object.keys(record.name)) record.name[part] = 'Maria';
    }),
  },
  {
    name: 'data/more-fields-than-described',
    why: 'OV: clients tolerate unknown fields; the requirement on them is only observed',
    tamper: inSuccesses((body, url) => {
      if (!isOfData(url.pathname)) return { ...body, took: 3 };
      for (const record of recordsOf(body))
        if (record)
          Object.assign(record, {
            mascot: { name: 'owl', of: ['Athens'] },
            ext: null,
            'x-flags': [true, 1.5, 'on'],
          });
      return { ...body, took: 3, paging: { total: 7, count: 7 } };
    }),
  },
  {
    name: 'data/instants-at-the-edges',
    why: 'SPEC: any time in the documented format, including leap days, year ends and DST changes',
    slot: 'instants',
    tamper: inEveryRecord((record) => {
      const at = Math.floor(chanceOf(record.id) * places.length);
      if (record.created) record.created = places[at];
      if (record.last_modified) record.last_modified = places[(at + 1) % places.length];
    }),
  },
  {
    name: 'data/birthdays-in-iso-form',
    why: 'open question date-forms: an ISO date passes with a note',
    slot: 'birthdays',
    tamper: inEveryRecord((record) => {
      if (record.dob) record.dob = '2012-02-29';
    }),
  },
  {
    name: 'data/birthdays-with-leading-zeros-and-leap-days',
    why: 'SPEC: one or two digits for month and day',
    slot: 'birthdays',
    tamper: inEveryRecord((record) => {
      if (record.dob) record.dob = chanceOf(record.id) < 0.5 ? '02/29/2012' : '12/31/1999';
    }),
  },
  {
    name: 'data/term-dates-with-offsets',
    why: 'open question date-forms: term dates pass as date or date-time',
    tamper: inEveryRecord((record, collection) => {
      if (collection !== 'terms') return;
      if (record.start_date) record.start_date = '2025-11-02T01:30:00-07:00';
      if (record.end_date) record.end_date = '2026-03-29T02:30:00.123456+01:00';
    }),
  },
];
