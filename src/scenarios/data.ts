import { always, changedPage, type Entry, isList } from './page-answers.ts';
import { type ChangePart, changeParts, keepGuaranteed, setFields } from './record-parts.ts';
import type { Scenario } from './scenario.ts';

type Fields = Parameters<ChangePart>[1];

/** Enum fields of a student, and one more field with a format. */
const enumerations = ['ell_status', 'gender', 'grade', 'hispanic_ethnicity', 'race'] as const;

const optionalTexts = ['dob', 'email', 'graduation_year', 'state_id', 'student_number'] as const;

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
function withPartlyFilledObjects(part: Entry['data'], fields: Fields, at: number): Entry['data'] {
  return setFields(part, fields, {
    // A leftover in the descriptions of roles, where no recording has it.
    ...('name' in part ? { name: partly([{ last: 'Sample' }, { first: 'Robin' }], at) } : {}),
    location: partly([{ zip: '00000' }, { city: 'Sampleton' }], at),
    credentials: partly([{}, { district_username: 'robin.sample' }], at),
  });
}

const all = (names: readonly string[], value: unknown) =>
  Object.fromEntries(names.map((name) => [name, value]));

function everyRecord(
  name: string,
  title: string,
  label: string,
  change: (part: Entry['data'], fields: Fields, at: number) => Entry['data'],
  job: Scenario['job'] = 'sync:students',
): Scenario {
  return {
    name: `data/${name}`,
    title,
    provokes: ['data/client-tolerates-absent-and-unknown'],
    job,
    rules: [
      {
        label,
        when: isList,
        times: always,
        answer: (good, asked) =>
          changedPage(good, (page) => ({
            ...page,
            data: page.data.map((entry, at) => ({
              ...entry,
              data: changeParts(entry.data, asked, (part, fields) => change(part, fields, at)),
            })),
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
    (part, fields) => keepGuaranteed(part, fields),
  ),
  everyRecord(
    'empty-enumerations',
    'enumerations and other optional texts are empty strings',
    'enumerations are empty',
    (part, fields) => setFields(part, fields, all([...enumerations, ...optionalTexts], '')),
  ),
  everyRecord(
    'null-for-optional-fields',
    'optional fields are null, as the published description allows and no recording shows',
    'optional fields are null',
    (part, fields) => setFields(part, fields, all([...enumerations, ...optionalTexts, 'location'], null)),
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
    (part, fields) => keepGuaranteed(part, fields),
    'sync:sections',
  ),
  everyRecord(
    'teachers-without-optional-fields',
    'teachers have only their guaranteed fields, and names without some members',
    'optional fields of teachers are absent',
    (part, fields, at) => keepGuaranteed(withPartlyFilledObjects(part, fields, at), fields),
    'sync:teachers',
  ),
  everyRecord(
    'names-in-any-script',
    'names come in many scripts',
    'names are beyond ASCII',
    (part, _fields, at) => ('name' in part ? { ...part, name: names[at % names.length] } : part),
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
        answer: (good, asked) =>
          changedPage(good, (page) => ({
            paging: { total: 25, count: page.data.length },
            ...page,
            data: page.data.map((entry) => ({
              ...entry,
              etag: 'W/"1"',
              data: changeParts(entry.data, asked, (part) => ({
                ...part,
                ...('name' in part ? { name: { ...(part.name as object), preferred: 'Sam' } } : {}),
                home_language_code: 'eng',
                ext: { lunch: ['free'], bus: null },
                enrolled: true,
                points: 1.5,
              })),
            })),
            links: page.links.map((link) => ({ ...link, method: 'GET', title: link.rel })),
          })),
      },
    ],
  },
];
