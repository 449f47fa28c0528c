import { describeRows, idOf, listOf, recordOf, type Sent } from '../../../support/testing.ts';
import './relations.spec.ts';

const claim = 'data/no-record-missing';
const [one, two, three] = [idOf(1), idOf(2), idOf(3)];
const step = { claim, case: 'any' };
const sent = (path: string, body: object): Sent => ({ path, body, step });

const students = sent('/students', listOf({ id: one }, { id: two }));
const withoutTwo = sent('/students', listOf({ id: one }));
const studentTwo = sent(`/students/${two}`, recordOf({ id: two }));
const section = { id: three, students: [one, two], teachers: [three] };
const sections = sent('/sections', listOf(section));
const members = (...ids: readonly string[]) =>
  sent(`/sections/${three}/students`, listOf(...ids.map((id) => ({ id }))));
const more = { rel: 'next', uri: `/v2.0/sections/${three}/students?starting_after=${one}` };

describeRows(claim, [
  { fact: 'a record in its list and by its id passes', sent: [students, studentTwo], outcome: 'passed' },
  {
    fact: 'a record by its id that the list lacks fails',
    sent: [withoutTwo, studentTwo],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'another record than the one asked for fails',
    sent: [sent(`/students/${two}`, recordOf({ id: one }))],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'a list that goes on where it was left lacks nothing behind that place',
    sent: [
      sent('/students', {
        ...listOf({ id: one }),
        links: [{ rel: 'next', uri: `/v2.0/students?starting_after=${one}` }],
      }),
      studentTwo,
      sent(`/students/${one}`, recordOf({ id: one })),
    ],
    outcome: 'passed',
  },
  {
    fact: 'a second-level list that lacks a member fails',
    sent: [students, sections, members(one)],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a member that does not exist is another requirement',
    sent: [withoutTwo, sections, members(one)],
    outcome: 'passed',
  },
  {
    fact: 'a second-level list that goes on where it was left lacks nothing behind that place',
    sent: [students, sections, { ...members(one), body: { ...listOf({ id: one }), links: [more] } }],
    outcome: 'passed',
  },
  {
    fact: 'the teachers of a student are those of its sections',
    sent: [sent('/teachers', listOf({ id: three })), sections, sent(`/students/${one}/teachers`, listOf())],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a live server may have got the record after the list was read',
    sent: [withoutTwo, studentTwo],
    outcome: 'cantTell',
    subject: 'live',
  },
  {
    fact: 'a live server had the record before and after the list was read',
    sent: [studentTwo, withoutTwo, studentTwo],
    outcome: 'failed',
    subject: 'live',
    at: [1],
  },
]);
