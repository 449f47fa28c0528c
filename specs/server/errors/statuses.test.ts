import { describeRows, type Sent } from '../../support/testing.ts';
import './statuses.spec.ts';
import { but, error, htmlPage, list, meant, one, record } from './testing.ts';

describeRows('errors/success-is-200', [
  {
    fact: '200 with records passes, in any traffic',
    sent: [list, record],
    outcome: 'passed',
    subject: 'har',
  },
  { fact: '206 for a page fails', sent: [list, but(list, { status: 206 })], outcome: 'failed', at: [1] },
  {
    fact: '204 for an empty list fails',
    sent: [list, { path: '/students?starting_after=f', status: 204 }],
    outcome: 'failed',
    at: [1],
  },
  { fact: 'records under 404 fail', sent: [list, but(record, { status: 404 })], outcome: 'failed', at: [1] },
  {
    fact: '200 without a record proves nothing',
    sent: [{ path: '/students', body: {} }],
    outcome: 'untested',
  },
  { fact: 'other paths are ignored', sent: [list, { path: '/docs', status: 201 }], outcome: 'passed' },
]);

const garbage = but(list, {
  path: '/students?starting_after=not-an-id',
  ...meant('bad-request-is-400', 'a cursor that is no id'),
});
const word = but(list, {
  path: '/students?limit=ten',
  ...meant('bad-request-is-400', 'a limit that is no number'),
});
describeRows('errors/bad-request-is-400', [
  { fact: '400 passes', sent: [list, but(garbage, { status: 400, body: error })], outcome: 'passed' },
  { fact: '404 fails', sent: [list, but(garbage, { status: 404, body: error })], outcome: 'failed', at: [1] },
  { fact: '500 fails', sent: [list, but(word, { status: 500 })], outcome: 'failed', at: [1] },
  { fact: 'records under 400 fail', sent: [list, but(word, { status: 400 })], outcome: 'failed', at: [1] },
  { fact: 'an invalid cursor that is served is undecided', sent: [list, garbage], outcome: 'cantTell' },
  { fact: 'a word as a limit may be served', sent: [list, word], outcome: 'inapplicable' },
  { fact: 'a transient 503 is undecided', sent: [list, but(word, { status: 503 })], outcome: 'cantTell' },
  {
    fact: 'a captured limit that is not a number passes with 400',
    sent: [list, { path: '/students?limit=ten', status: 400, body: error }],
    subject: 'har',
    outcome: 'passed',
  },
  {
    fact: 'a captured limit that is not a number confirms and never refutes',
    sent: [list, { path: '/students?limit=ten', status: 404, body: error }],
    subject: 'har',
    outcome: 'cantTell',
  },
  { fact: 'without the list there is no control', sent: [but(word, { status: 400 })], outcome: 'untested' },
]);

const tooMuch = but(list, { path: '/students?limit=10001' });
describeRows('errors/limit-over-10000-is-413', [
  {
    fact: '413 passes, in any traffic',
    sent: [list, but(tooMuch, { status: 413, body: error })],
    subject: 'har',
    outcome: 'passed',
  },
  { fact: 'a limit that is reduced silently fails', sent: [list, tooMuch], outcome: 'failed', at: [1] },
  { fact: '400 fails', sent: [list, but(tooMuch, { status: 400, body: error })], outcome: 'failed', at: [1] },
  {
    fact: 'without a smaller limit there is no control',
    sent: [but(tooMuch, { status: 413 })],
    outcome: 'untested',
  },
  {
    fact: '10000 is within the maximum',
    sent: [list, but(list, { path: '/students?limit=10000' })],
    outcome: 'untested',
  },
]);

const patch: Sent = { path: `/students/${one.id}`, method: 'PATCH' };
describeRows('errors/unsupported-is-501', [
  {
    fact: '501 passes, in any traffic',
    sent: [list, { ...patch, status: 501 }],
    subject: 'har',
    outcome: 'passed',
  },
  { fact: '405 fails on the sandbox', sent: [list, { ...patch, status: 405 }], outcome: 'failed', at: [1] },
  {
    fact: '405 passes with a note on a live server',
    sent: [list, { ...patch, status: 405 }],
    subject: 'live',
    outcome: 'passed',
    note: /405/,
  },
  {
    fact: 'an HTML 404 passes with a note on a live server',
    sent: [list, { ...patch, status: 404, body: htmlPage }],
    subject: 'live',
    outcome: 'passed',
    note: /404/,
  },
  { fact: '200 fails on a live server', sent: [list, patch], subject: 'live', outcome: 'failed', at: [1] },
  {
    fact: '400 is undecided on a live server',
    sent: [list, { ...patch, status: 400 }],
    subject: 'live',
    outcome: 'cantTell',
  },
  {
    fact: 'a preflight of a browser is ignored',
    sent: [list, { ...patch, method: 'OPTIONS', status: 204 }],
    outcome: 'untested',
  },
]);
