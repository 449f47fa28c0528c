import { describeRows, idOf, listOf, type Sent } from '../../support/testing.ts';
import './bodies.spec.ts';
import { but, error, htmlPage, list, meant, record, two } from './testing.ts';

const missing = (body: unknown, headers = {}) => ({
  path: `/students/${idOf(9)}`,
  status: 404,
  body,
  headers,
});
describeRows('errors/message-readable', [
  { fact: 'a text under `error` passes', sent: [missing(error)], outcome: 'passed' },
  {
    fact: 'a text under `message` passes',
    sent: [missing({ message: 'no such student' })],
    outcome: 'passed',
  },
  { fact: 'bare text passes', sent: [missing('no such student')], outcome: 'passed' },
  { fact: 'a JSON text passes', sent: [missing('"no such student"')], outcome: 'passed' },
  {
    fact: 'a web page fails where the token is served the operation',
    sent: [record, missing(htmlPage, { 'content-type': 'text/html' })],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a web page as a 404 passes with a note where the token may be of the wrong kind',
    sent: [missing(htmlPage, { 'content-type': 'text/html' })],
    outcome: 'passed',
    note: /web page/,
  },
  {
    fact: 'a web page as a 413 passes with a note',
    sent: [list, { path: '/students?limit=10001', status: 413, body: htmlPage }],
    outcome: 'passed',
    note: /web page/,
  },
  { fact: 'an empty body fails', sent: [missing('')], outcome: 'failed', at: [0] },
  { fact: 'a blank message fails', sent: [missing({ message: '  ' })], outcome: 'failed', at: [0] },
  {
    fact: 'an object as a message fails',
    sent: [missing({ error: { code: 7 } })],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'broken JSON fails', sent: [missing('{"error": "no suc')], outcome: 'failed', at: [0] },
  {
    fact: 'a 429 is documented as empty',
    sent: [missing(error), but(list, { status: 429, body: '' })],
    outcome: 'passed',
  },
  {
    fact: 'a response to HEAD has no body',
    sent: [missing(error), { ...missing(''), method: 'HEAD' }],
    outcome: 'passed',
  },
]);

describeRows('errors/no-secret-echo', [
  { fact: 'an error without a token passes', sent: [missing(error)], outcome: 'passed' },
  {
    fact: 'a token in a message fails',
    sent: [missing({ error: '«text: 40 characters, «token:1»»' })],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'another token fails',
    sent: [missing('<html>«9 characters, «token:unknown»»</html>')],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'a token in a header fails',
    sent: [missing(error, { 'x-debug': '«token:1»' })],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'LMS Connect counts as well',
    sent: [{ path: '/v3.1/sections/1/assignments/2', status: 403, body: { message: '«token:2»' } }],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'a request without a token has none to repeat',
    sent: [but(missing(error), { auth: null })],
    outcome: 'untested',
  },
]);

const good = (name: string, change: Partial<Sent> = {}) =>
  but(list, { ...meant('error-is-side-effect-free', name, 'good'), ...change });
describeRows('errors/error-is-side-effect-free', [
  {
    fact: 'the same list before and after passes',
    sent: [good('start'), missing(error), good('unknown')],
    outcome: 'passed',
  },
  {
    fact: 'another list afterwards fails',
    sent: [good('start'), missing(error), good('unknown', { body: listOf(two) })],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'another list afterwards is undecided on a live server',
    sent: [good('start'), missing(error), good('unknown', { body: listOf(two) })],
    subject: 'live',
    outcome: 'cantTell',
  },
  {
    fact: 'a refusal afterwards fails',
    sent: [good('start'), missing(error), good('unknown', { status: 401, body: error })],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a transient 502 afterwards is undecided',
    sent: [good('start'), missing(error), good('unknown', { status: 502, body: '' })],
    outcome: 'cantTell',
  },
  {
    fact: 'without a refusal it is inapplicable',
    sent: [good('start'), good('unknown')],
    outcome: 'inapplicable',
  },
  {
    fact: 'a captured list that is the same after an error passes',
    sent: [list, missing(error), list],
    subject: 'har',
    outcome: 'passed',
  },
  {
    fact: 'a captured list that has changed after an error is undecided',
    sent: [list, missing(error), but(list, { body: listOf(two) })],
    subject: 'har',
    outcome: 'cantTell',
  },
  {
    fact: 'a captured list without an error in between proves nothing',
    sent: [list, list],
    subject: 'har',
    outcome: 'untested',
  },
]);
