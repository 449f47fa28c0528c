import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps, fieldsOf } from './naive-client.ts';
import { wholeClient } from './whole-client.ts';

type Fields = ReturnType<typeof fieldsOf>;

const breaks = 'data/client-tolerates-absent-and-unknown';

/** A client that gives up at a page with a record that it rejects. */
function refusing(isFine: (record: Fields) => boolean): ClientMutant['run'] {
  return wholeClient({
    idsIn: (page) => {
      if (!page.data.every((entry) => isFine(fieldsOf(entry.data)))) throw new Error('a record is not valid');
      return documentedSteps.idsIn(page);
    },
  });
}

/** Fields of the published description of a student, and of a user with that role. */
const described: ReadonlySet<string> = new Set(
  (
    'created credentials district dob ell_status email gender grade graduation_year hispanic_ethnicity id ' +
    'last_modified location name race school schools sis_id state_id student_number ' +
    'roles lms_status enrollments'
  ).split(' '),
);

const genders: readonly unknown[] = ['M', 'F', undefined, null];

/** Clients that require more of records than the documents guarantee. */
export const dataClientMutants: readonly ClientMutant[] = [
  {
    name: 'data/refuses-an-empty-enumeration',
    breaks,
    run: refusing((record) => genders.includes(record.gender)),
  },
  {
    name: 'data/needs-a-date-of-birth',
    breaks,
    run: refusing((record) => record.dob !== undefined),
  },
  {
    name: 'data/refuses-unknown-fields',
    breaks,
    run: refusing((record) => Object.keys(record).every((name) => described.has(name))),
  },
  {
    name: 'data/refuses-unknown-fields-of-an-entry',
    breaks,
    run: wholeClient({
      idsIn: (page) => {
        if (page.data.some((entry) => Object.keys(entry).some((name) => !['data', 'uri'].includes(name))))
          throw new Error('an entry is not valid');
        return documentedSteps.idsIn(page);
      },
    }),
  },
  {
    name: 'data/leaves-out-records-without-an-email',
    breaks,
    run: wholeClient({
      idsIn: (page) => page.data.flatMap(({ data }) => (data.email === undefined ? [] : [data.id])),
    }),
  },
  {
    name: 'data/keeps-records-without-an-email-and-gives-up',
    breaks,
    run: wholeClient({
      nextIn: (page, place) => {
        const next = documentedSteps.nextIn(page, place);
        if (next === undefined && page.data.some(({ data }) => data.email === undefined))
          throw new Error('a record is not valid');
        return next;
      },
    }),
  },
  {
    name: 'data/needs-a-grade',
    breaks,
    run: refusing((record) => Boolean(record.grade)),
  },
  {
    name: 'data/takes-birthdays-as-given',
    breaks,
    run: refusing((record) => !Number.isNaN(Date.parse(String(record.dob)))),
  },
  {
    name: 'data/needs-a-first-name',
    breaks,
    run: refusing((record) => typeof (record.name as { first?: unknown }).first === 'string'),
  },
  {
    name: 'data/needs-the-city-of-an-address',
    breaks,
    run: refusing(({ location }) => !location || 'city' in (location as object)),
  },
  {
    name: 'data/needs-a-last-name-beside-a-first-one',
    breaks,
    run: refusing(({ name }) => !('first' in (name as object)) || 'last' in (name as object)),
  },
  {
    name: 'data/needs-the-term-of-a-section',
    breaks,
    run: refusing((record) => !('teachers' in record) || 'term_id' in record || 'course' in record),
  },
  {
    name: 'data/takes-names-in-latin-letters-only',
    breaks,
    run: refusing((record) =>
      /^[\u0020-\u024f]*$/.test(String((record.name as { first?: string }).first ?? '')),
    ),
  },
];
