import type { AccessSteps } from '../../contracts/steps/access.ts';
import type { Step } from '../../src/exchange.ts';
import { describeRows, idOf, listOf, type Sent } from '../support/testing.ts';
import './access.spec.ts';

const here = { id: idOf(11), district: idOf(7) };
const error = { error: 'Resource not found' };
const refused = { status: 401, body: error };
const gone = { status: 404, body: error };

const but = (sent: Sent, change: Partial<Sent>): Sent => ({ ...sent, ...change });
const meant = (claim: keyof AccessSteps, name: string, role?: string): { step: Step } => ({
  step: { claim, case: name, ...(role === undefined ? {} : { role }) },
});

const bearer = (name: string, change: Partial<Sent> = {}): Sent => ({
  path: '/students?limit=1',
  body: listOf(here),
  ...meant('access/bearer-token', name),
  ...change,
});
const list = bearer('list');
const none = bearer('no token', { auth: null, ...refused });
describeRows('access/bearer-token', [
  { fact: 'served with the token, refused without it', sent: [list, none], outcome: 'passed' },
  {
    fact: 'a list without a token proves nothing about the token',
    sent: [list, bearer('no token', { auth: null })],
    outcome: 'cantTell',
  },
  {
    fact: 'another scheme that is accepted fails',
    sent: [list, none, bearer('scheme Basic', { auth: 'Basic «token:unknown»' })],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a record that refuses the token fails',
    sent: [list, bearer('record', { path: `/students/${here.id}`, ...refused })],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a scheme in lower case may be refused, with a note',
    sent: [list, bearer('scheme in lower case', { auth: 'bearer «token:1»', ...refused })],
    outcome: 'passed',
    note: /refused/,
  },
  {
    fact: 'a token without any list proves nothing',
    sent: [bearer('list', gone), none],
    outcome: 'untested',
  },
  {
    fact: 'a 500 without a token is undecided',
    sent: [list, bearer('no token', { auth: null, status: 500, body: '' })],
    outcome: 'cantTell',
  },
  {
    fact: 'captured traffic shows that a token was served',
    sent: [{ path: '/students', body: listOf(here) }],
    subject: 'har',
    outcome: 'passed',
  },
]);

const explorer = (name: string, change: Partial<Sent> = {}) =>
  bearer(name, { auth: 'Bearer «token:2»', ...meant('access/test-token', name), ...change });
describeRows('access/test-token', [
  { fact: 'records pass', sent: [explorer('list')], outcome: 'passed' },
  { fact: '401 fails', sent: [explorer('list', refused)], outcome: 'failed', at: [0] },
  {
    fact: 'an empty list fails where another token was served a record of it',
    sent: [explorer('list', { body: listOf() }), bearer('list')],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'an empty list is undecided where no token was served a record of it',
    sent: [explorer('list', { body: listOf() })],
    outcome: 'cantTell',
  },
  { fact: '503 is undecided', sent: [explorer('list', { status: 503, body: '' })], outcome: 'cantTell' },
]);

const limited = 'Bearer «token:3»';
const scoped = (name: string, role: string, change: Partial<Sent>): Sent => ({
  path: '/teachers',
  body: listOf(here),
  auth: limited,
  ...meant('access/scopes-limit-resources', name, role),
  ...change,
});
const own = scoped('only students: GET /students', 'own', { path: '/students' });
const allStudents: Sent = { path: '/students', body: listOf(here) };
const teachers: Sent = { path: '/teachers', body: listOf(here) };
const asked = (change: Partial<Sent> = {}) => scoped('only students: GET /teachers', 'asked', change);
const events = (role: string, ...types: readonly string[]) =>
  scoped('only students and events: GET /events', role, {
    path: '/events',
    body: listOf(...types.map((type, at) => ({ id: idOf(at), type }))),
    ...(role === 'control' ? { auth: 'Bearer «token:1»' } : {}),
  });
describeRows('access/scopes-limit-resources', [
  { fact: 'a 404 passes', sent: [teachers, own, asked(gone)], outcome: 'passed' },
  { fact: 'a 403 passes', sent: [teachers, own, asked({ status: 403, body: error })], outcome: 'passed' },
  {
    fact: 'an empty list passes with a note',
    sent: [teachers, own, asked({ body: listOf() })],
    outcome: 'passed',
    note: /empty list/,
  },
  { fact: 'records fail', sent: [teachers, own, asked()], outcome: 'failed', at: [2] },
  {
    fact: 'records under 403 fail',
    sent: [teachers, own, asked({ status: 403 })],
    outcome: 'failed',
    at: [2],
  },
  { fact: '429 is undecided', sent: [teachers, own, asked({ status: 429, body: '' })], outcome: 'cantTell' },
  {
    fact: 'one server error is undecided',
    sent: [teachers, own, asked({ status: 500, body: error })],
    outcome: 'cantTell',
  },
  {
    fact: 'server errors in place of a refusal fail',
    sent: [
      teachers,
      own,
      asked({ status: 500, body: error }),
      scoped('without teachers: GET /teachers', 'asked', { path: '/teachers', status: 500, body: error }),
    ],
    outcome: 'failed',
    at: [2, 3],
  },
  {
    fact: 'another request of the operation that got one does not count',
    sent: [
      teachers,
      own,
      asked({ status: 500, body: error }),
      { path: '/teachers?limit=0', status: 500, body: error },
    ],
    outcome: 'cantTell',
  },
  {
    fact: 'a token that is not served its own fails, and proves nothing else',
    sent: [allStudents, teachers, but(own, gone), asked(gone)],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'an empty list of its own fails as well',
    sent: [allStudents, but(own, { body: listOf() })],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'records behind another path fail where their scope is missing',
    sent: [
      but(teachers, { path: `/sections/${idOf(2)}/students` }),
      scoped('without students: GET /sections/{id}/students', 'asked', {
        path: `/sections/${idOf(2)}/students`,
      }),
    ],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'events of the missing scope fail',
    sent: [
      { path: '/events', body: listOf({ id: idOf(1), type: 'schooladmins.updated' }) },
      scoped('without school_admins: GET /events', 'events', {
        path: '/events',
        body: listOf({ id: idOf(1), type: 'schooladmins.updated' }),
      }),
    ],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a token that is served nothing at all proves nothing',
    sent: [teachers, but(own, gone), asked(gone)],
    outcome: 'untested',
  },
  {
    fact: 'what no token is served proves nothing',
    sent: [but(teachers, gone), own, asked(gone)],
    outcome: 'untested',
  },
  {
    fact: 'events of other resources fail',
    sent: [
      own,
      events('control', 'students.created', 'teachers.updated'),
      events('events', 'teachers.updated'),
    ],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'events of students only pass',
    sent: [
      own,
      events('control', 'students.created', 'teachers.updated'),
      events('events', 'students.created'),
    ],
    outcome: 'passed',
  },
]);
