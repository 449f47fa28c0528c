import { always, changedPage, type Entry, isList, isListOf } from './page-answers.ts';
import type { Scenario } from './scenario.ts';

/** Guaranteed fields of a student; all others may be absent. */
const guaranteed = [
  'created',
  'credentials',
  'district',
  'id',
  'last_modified',
  'name',
  'school',
  'schools',
  'sis_id',
] as const;

/** The same of a section, and of a teacher. */
const guaranteedOfSections =
  'created district id last_modified name school sis_id students subject teachers'.split(' ');
const guaranteedOfTeachers = 'created district id last_modified name school schools sis_id'.split(' ');

/** Enum fields of a student, and one more field with a format. */
const enumerations = ['ell_status', 'gender', 'grade', 'hispanic_ethnicity', 'race'] as const;

const optionalTexts = ['dob', 'email', 'graduation_year', 'state_id', 'student_number'] as const;

type StudentRecord = Entry['data'];

function keeping(record: StudentRecord, names: readonly string[]): StudentRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

function setting(record: StudentRecord, names: readonly string[], value: unknown): StudentRecord {
  return { ...record, ...Object.fromEntries(names.map((name) => [name, value])) };
}

/** Realistic names: non-Latin, with combining marks, right to left, beyond 16 bits. */
const names = [
  { first: 'Zoë', last: "O'Brien-Ñandú" },
  { first: '小明', last: '王' },
  { first: 'Ἀλέξανδρος', last: 'Παπαδόπουλος' },
  { first: 'מרים', last: 'כהן' },
  { first: 'A\u030Angstro\u0308m', last: 'Nguyễn' },
  { first: '𠮷', last: '🦊 "quoted", \\ and, commas' },
] as const;

/** Every combination of two members of an object, none of which is guaranteed; then one more. */
function partly(members: readonly [Entry['data'], Entry['data']], at: number): Entry['data'] {
  const [one, other] = members;
  return [{}, one, other, { ...one, ...other }][at % 4] ?? {};
}

/** The members of these objects are optional, whether or not the object itself is. */
function withPartlyFilledObjects(record: StudentRecord, at: number): StudentRecord {
  return {
    ...record,
    name: partly([{ last: 'Sample' }, { first: 'Robin' }], at),
    location: partly([{ zip: '00000' }, { city: 'Sampleton' }], at),
    credentials: partly([{}, { district_username: 'robin.sample' }], at),
  };
}

function everyRecord(
  name: string,
  title: string,
  label: string,
  change: (record: StudentRecord, at: number) => StudentRecord,
  collection: 'students' | 'teachers' | 'sections' = 'students',
): Scenario {
  return {
    name: `data/${name}`,
    title,
    provokes: ['data/client-tolerates-absent-and-unknown'],
    job: `sync:${collection}`,
    rules: [
      {
        label,
        when: isListOf(collection),
        times: always,
        answer: (good) =>
          changedPage(good, (page) => ({
            ...page,
            data: page.data.map((entry, at) => ({ ...entry, data: change(entry.data, at) })),
          })),
      },
    ],
  };
}

/** Unusual but valid records, which always have their guaranteed fields. */
export const dataScenarios: readonly Scenario[] = [
  {
    name: 'data/usual-records',
    title: 'records as they usually are, to compare with',
    provokes: ['data/client-tolerates-absent-and-unknown'],
    job: 'sync:students',
    rules: [],
  },
  everyRecord(
    'absent-optional-fields',
    'records have only their guaranteed fields',
    'optional fields are absent',
    (record) => keeping(record, guaranteed),
  ),
  everyRecord(
    'empty-enumerations',
    'enumerations and other optional texts are empty strings',
    'enumerations are empty',
    (record) => setting(record, [...enumerations, ...optionalTexts], ''),
  ),
  everyRecord(
    'null-for-optional-fields',
    'optional fields are null, as the published description allows and no recording shows',
    'optional fields are null',
    (record) => setting(record, [...enumerations, ...optionalTexts, 'location'], null),
  ),
  everyRecord(
    'objects-without-some-members',
    'names, locations and credentials lack one, some or all of their members',
    'members of objects are absent',
    withPartlyFilledObjects,
  ),
  everyRecord(
    'sections-without-optional-fields',
    'sections have only their guaranteed fields',
    'optional fields of sections are absent',
    (record) => keeping(record, guaranteedOfSections),
    'sections',
  ),
  everyRecord(
    'teachers-without-optional-fields',
    'teachers have only their guaranteed fields, and names without some members',
    'optional fields of teachers are absent',
    (record, at) => keeping(withPartlyFilledObjects(record, at), guaranteedOfTeachers),
    'teachers',
  ),
  everyRecord(
    'names-in-any-script',
    'names come in many scripts',
    'names are beyond ASCII',
    (record, at) => ({ ...record, name: names[at % names.length] }),
  ),
  {
    name: 'data/unknown-fields',
    title: 'records, entries, links and the page itself carry fields that no document names',
    provokes: ['data/client-tolerates-absent-and-unknown'],
    job: 'sync:students',
    rules: [
      {
        label: 'there are unknown fields',
        when: isList,
        times: always,
        answer: (good) =>
          changedPage(good, (page) => ({
            paging: { total: 25, count: page.data.length },
            ...page,
            data: page.data.map((entry) => ({
              ...entry,
              etag: 'W/"1"',
              data: {
                ...entry.data,
                name: { ...(entry.data.name as object), preferred: 'Sam' },
                home_language_code: 'eng',
                ext: { lunch: ['free'], bus: null },
                enrolled: true,
                points: 1.5,
              },
            })),
            links: page.links.map((link) => ({ ...link, method: 'GET', title: link.rel })),
          })),
      },
    ],
  },
];
