import type { Step } from '../../src/exchange.ts';
import { assignment, path as assignmentPath } from '../support/lms-testing.ts';
import { describeRows, idOf, listOf, recordOf, type Sent } from '../support/testing.ts';
import './access.spec.ts';

const [hereId, thereId] = [idOf(1), idOf(2)];
const here = { id: idOf(11), district: idOf(7), school: hereId, schools: [hereId] };
const there = { id: idOf(12), district: idOf(7), school: thereId, schools: [thereId] };
const both = { id: idOf(13), district: idOf(7), school: thereId, schools: [hereId, thereId] };
const stranger = { id: idOf(14), district: idOf(8) };
const gone = { status: 404, body: { error: 'Resource not found' } };

const meant = (name: string, role: string): { step: Step } => ({
  step: { claim: 'access/sharing-limits-data', case: name, role },
});
const limited = 'Bearer «token:3»';
const view = (name: string, role: string, change: Partial<Sent>): Sent => ({
  path: '/students',
  auth: role === 'hidden' || role === 'control' ? 'Bearer «token:1»' : limited,
  ...meant(`one school: ${name}`, role),
  ...change,
});
const hidden = view('by id', 'hidden', { path: `/students/${there.id}`, body: recordOf(there) });
const lookup = (change: Partial<Sent> = {}) =>
  view('by id', 'asked', { path: `/students/${there.id}`, body: recordOf(there), ...change });
const schools = view('schools', 'list', { path: '/schools', body: listOf({ id: hereId }) });
const students = (...records: readonly object[]) => view('students', 'list', { body: listOf(...records) });
const below = (role: string, ...records: readonly object[]) =>
  view('below', role, { path: `/schools/${thereId}/students`, body: listOf(...records) });
describeRows('access/sharing-limits-data', [
  {
    fact: 'nothing but what is shared passes',
    sent: [hidden, lookup(gone), schools, students(here, both)],
    outcome: 'passed',
  },
  {
    fact: 'a hidden record by id fails',
    sent: [hidden, lookup(), schools, students(here)],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a hidden record in a list fails',
    sent: [hidden, lookup(gone), schools, students(here, there)],
    outcome: 'failed',
    at: [3],
  },
  {
    fact: 'a school that is not in the list of schools fails',
    sent: [
      hidden,
      lookup(gone),
      schools,
      view('teachers', 'list', {
        path: `/teachers/${idOf(20)}/schools`,
        body: listOf({ id: hereId, school_number: '1' }, { id: idOf(3), school_number: '3' }),
      }),
    ],
    outcome: 'failed',
    at: [3],
  },
  {
    fact: 'another record of a hidden school fails',
    sent: [hidden, lookup(gone), schools, students(here, { ...there, id: idOf(99) })],
    outcome: 'failed',
    at: [3],
  },
  {
    fact: 'records below a hidden school fail',
    sent: [hidden, schools, students(here), below('control', there), below('asked', there)],
    outcome: 'failed',
    at: [4],
  },
  {
    fact: 'records that are shared through another school pass with a note',
    sent: [hidden, schools, students(here), below('control', both), below('asked', both)],
    outcome: 'passed',
    note: /another school/,
  },
  {
    fact: 'a record of another district fails',
    sent: [
      view('districts', 'list', { path: '/districts', body: listOf({ id: idOf(7) }) }),
      students(here, stranger),
    ],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a token that is served nothing proves nothing',
    sent: [hidden, lookup(gone), { ...schools, ...gone }],
    outcome: 'untested',
  },
  {
    fact: '502 is undecided',
    sent: [hidden, lookup({ status: 502, body: '' }), students(here)],
    outcome: 'cantTell',
  },
]);

const districts: Sent = {
  path: '/districts',
  auth: limited,
  body: listOf({ id: idOf(8) }),
  ...meant('another district: /districts', 'list'),
};
const shown: Sent = { path: assignmentPath, body: recordOf({ id: assignment }) };
const submissions: Sent = {
  path: `${assignmentPath}/submissions`,
  body: { data: [{ user_id: idOf(5), id: 's' }] },
};
const from = (known: Sent, name: string, change: Partial<Sent>): Sent => ({
  ...known,
  auth: limited,
  ...meant(`another district: /sections, ${name}`, 'asked'),
  ...change,
});
describeRows('access/sharing-limits-data', [
  {
    fact: 'an assignment of another district is refused',
    sent: [
      districts,
      shown,
      submissions,
      from(shown, 'read', { status: 403, body: '' }),
      from(submissions, 'list', gone),
      from(shown, 'delete', { method: 'DELETE', ...gone }),
    ],
    outcome: 'passed',
  },
  {
    fact: 'an assignment of another district that is read fails',
    sent: [districts, shown, from(shown, 'read', {})],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'submissions of another district that are listed fail',
    sent: [districts, submissions, from(submissions, 'list', {})],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'an assignment that is deleted from another district fails',
    sent: [districts, shown, from(shown, 'delete', { method: 'DELETE', body: '' })],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'an outage on a write is undecided',
    sent: [districts, shown, from(shown, 'delete', { method: 'DELETE', status: 503, body: '' })],
    outcome: 'cantTell',
  },
  {
    fact: 'an empty list of submissions passes with a note',
    sent: [districts, submissions, from(submissions, 'list', { body: { data: [] } })],
    outcome: 'passed',
    note: /empty list/,
  },
]);
