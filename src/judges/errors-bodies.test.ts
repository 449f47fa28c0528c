import type { Step } from '../exchange.ts';
import { errorsJudges } from './errors.ts';
import { describeRows, idOf, listOf, type Said } from './testing.ts';

const list: Said = { path: '/students?limit=2', body: listOf({ id: idOf(1) }, { id: idOf(2) }) };
const two = { id: idOf(2) };
const error = { error: 'Resource not found' };
const page = '<html><pre>Cannot GET /v2.0/students</pre></html>';

/** An exchange with another answer, or of another part. */
const but = (said: Said, change: Partial<Said>): Said => ({ ...said, ...change });
const meant = (claim: string, name: string, role: string): { step: Step } => ({
  step: { claim: `errors/${claim}`, case: name, role },
});

const outage = (role: string, change: Partial<Said> = {}) =>
  but(list, { ...meant('outage-statuses', '503', role), ...change });
const down = { status: 503, body: error };
describeRows('errors/outage-statuses', errorsJudges['errors/outage-statuses'], [
  {
    fact: 'a status that is kept passes',
    said: [outage('before'), outage('during', down), outage('after')],
    outcome: 'passed',
  },
  {
    fact: 'a 200 with an error text fails',
    said: [outage('before'), outage('during', { body: error }), outage('after')],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: '500 in place of 503 fails',
    said: [outage('before'), outage('during', { status: 500 }), outage('after')],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'an outage without end fails',
    said: [outage('before'), outage('during', down), outage('after', down)],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a target that is always down proves nothing',
    said: [outage('before', down), outage('during', down), outage('after', down)],
    outcome: 'untested',
  },
]);

const missing = (body: unknown, headers = {}) => ({
  path: `/students/${idOf(9)}`,
  status: 404,
  body,
  headers,
});
describeRows('errors/message-readable', errorsJudges['errors/message-readable'], [
  { fact: 'a text under `error` passes', said: [missing(error)], outcome: 'passed' },
  {
    fact: 'a text under `message` passes',
    said: [missing({ message: 'no such student' })],
    outcome: 'passed',
  },
  { fact: 'bare text passes', said: [missing('no such student')], outcome: 'passed' },
  { fact: 'a JSON text passes', said: [missing('"no such student"')], outcome: 'passed' },
  {
    fact: 'a web page fails',
    said: [missing(page, { 'content-type': 'text/html' })],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'an empty body fails', said: [missing('')], outcome: 'failed', at: [0] },
  { fact: 'a blank message fails', said: [missing({ message: '  ' })], outcome: 'failed', at: [0] },
  {
    fact: 'an object as a message fails',
    said: [missing({ error: { code: 7 } })],
    outcome: 'failed',
    at: [0],
  },
  { fact: 'broken JSON fails', said: [missing('{"error": "no suc')], outcome: 'failed', at: [0] },
  {
    fact: 'a 429 is documented as empty',
    said: [missing(error), but(list, { status: 429, body: '' })],
    outcome: 'passed',
  },
  {
    fact: 'an answer to HEAD has no body',
    said: [missing(error), { ...missing(''), method: 'HEAD' }],
    outcome: 'passed',
  },
]);

describeRows('errors/no-secret-echo', errorsJudges['errors/no-secret-echo'], [
  { fact: 'an error without a token passes', said: [missing(error)], outcome: 'passed' },
  {
    fact: 'a token in a message fails',
    said: [missing({ error: '«text: 40 characters, «token:1»»' })],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'a token of somebody else fails',
    said: [missing('<html>«9 characters, «token:unknown»»</html>')],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'a token in a header fails',
    said: [missing(error, { 'x-debug': '«token:1»' })],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'LMS Connect is looked at as well',
    said: [{ path: '/v3.1/sections/1/assignments/2', status: 403, body: { message: '«token:2»' } }],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'a request without a token has none to repeat',
    said: [but(missing(error), { auth: null })],
    outcome: 'untested',
  },
]);

const good = (name: string, change: Partial<Said> = {}) =>
  but(list, { ...meant('error-is-side-effect-free', name, 'good'), ...change });
describeRows('errors/error-is-side-effect-free', errorsJudges['errors/error-is-side-effect-free'], [
  {
    fact: 'the same list before and after passes',
    said: [good('start'), missing(error), good('unknown')],
    outcome: 'passed',
  },
  {
    fact: 'another list afterwards fails',
    said: [good('start'), missing(error), good('unknown', { body: listOf(two) })],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'another list afterwards stays open on a live server',
    said: [good('start'), missing(error), good('unknown', { body: listOf(two) })],
    subject: 'live',
    outcome: 'cantTell',
  },
  {
    fact: 'a refusal afterwards fails',
    said: [good('start'), missing(error), good('unknown', { status: 401, body: error })],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a passing 502 afterwards stays open',
    said: [good('start'), missing(error), good('unknown', { status: 502, body: '' })],
    outcome: 'cantTell',
  },
  {
    fact: 'without a refusal it does not arise',
    said: [good('start'), good('unknown')],
    outcome: 'inapplicable',
  },
]);
