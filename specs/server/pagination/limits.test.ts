import type { Step } from '../../../src/exchange.ts';
import { describeRows, idOf, listOf, type Row, type Sent } from '../../support/testing.ts';
import './limits.spec.ts';

const claim = 'pagination/bad-limit';
const recordsOf = (count: number) =>
  listOf(...Array.from({ length: count }, (_, n) => ({ id: idOf(n + 1) })));
const students = (limit: string, response: Omit<Sent, 'path'>): Sent => ({
  path: `/students?limit=${limit}`,
  ...response,
});
const sentFor = (name: string, role?: string): { readonly step: Step } => ({
  step: { claim, case: name, ...(role === undefined ? {} : { role }) },
});
const walked = { step: { claim: 'pagination/next-walk-complete', case: '/students' } };
const control = students('1', { body: recordsOf(1), ...sentFor('limit=1', 'control') });
const asked = (response: Omit<Sent, 'path'>): readonly Sent[] => [
  control,
  students('abc', { ...response, ...sentFor('limit=abc') }),
];
const captured = (response: Omit<Sent, 'path'>): readonly Sent[] => [
  students('-1', response),
  { path: '/students', body: recordsOf(3) },
];

const rows: readonly Row[] = [
  {
    fact: 'a 400 is noted',
    sent: asked({ status: 400, body: { error: 'bad limit' } }),
    outcome: 'passed',
    note: /the response was 400/,
  },
  {
    fact: 'the default page is noted',
    sent: asked({ body: recordsOf(100) }),
    outcome: 'passed',
    note: /the response was 200 with 100 records/,
  },
  {
    fact: 'a page of more than 100 records',
    sent: asked({ body: recordsOf(101) }),
    outcome: 'failed',
    at: [1],
  },
  { fact: 'a server error', sent: asked({ status: 500 }), outcome: 'failed', at: [1] },
  { fact: 'a 429', sent: asked({ status: 429 }), outcome: 'cantTell' },
  { fact: 'no response', sent: asked({ status: 0 }), outcome: 'cantTell' },
  {
    fact: 'a valid limit is refused as well',
    sent: [{ ...control, status: 400 }, ...asked({ status: 500 }).slice(1)],
    outcome: 'untested',
  },
  { fact: 'a valid limit alone', sent: [control], outcome: 'untested' },
  {
    fact: 'captured: a 400 next to a page without a limit',
    sent: captured({ status: 400 }),
    subject: 'har',
    outcome: 'passed',
    note: /the response was 400/,
  },
  {
    fact: 'captured: a server error next to a page without a limit',
    sent: captured({ status: 500 }),
    subject: 'har',
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'captured: no page of the same list',
    sent: [...captured({ status: 500 }).slice(0, 1), { path: '/teachers', body: recordsOf(3) }],
    subject: 'har',
    outcome: 'untested',
  },
];

describeRows(claim, rows);

describeRows('pagination/limit-10000-accepted', [
  {
    fact: 'a page of records',
    sent: [students('10000', { body: recordsOf(3) })],
    subject: 'har',
    outcome: 'passed',
  },
  {
    fact: 'a refusal by a list that is served otherwise',
    sent: [students('10000', { ...walked, status: 400 }), students('5', { ...walked, body: recordsOf(3) })],
    outcome: 'failed',
    at: [0],
  },
  {
    fact: 'a refusal by a list that is not served at all',
    sent: [students('10000', { ...walked, status: 404 })],
    outcome: 'untested',
  },
  { fact: 'a 503', sent: [students('10000', { ...walked, status: 503 })], outcome: 'cantTell' },
]);
