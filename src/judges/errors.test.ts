import type { Step } from '../exchange.ts';
import { errorsJudges } from './errors.ts';
import { describeRows, idOf, listOf, recordOf, type Said } from './testing.ts';

const one = { id: idOf(1) };
const two = { id: idOf(2) };
const list: Said = { path: '/students?limit=2', body: listOf(one, two) };
const record: Said = { path: `/students/${one.id}`, body: recordOf(one) };
const error = { error: 'Resource not found' };
const page = '<html><pre>Cannot GET /v2.0/students</pre></html>';

/** An exchange with another answer, or of another part. */
const but = (said: Said, change: Partial<Said>): Said => ({ ...said, ...change });
const meant = (claim: string, name: string, role?: string): { step: Step } => ({
  step: { claim: `errors/${claim}`, case: name, ...(role === undefined ? {} : { role }) },
});

describeRows('errors/success-is-200', errorsJudges['errors/success-is-200'], [
  {
    fact: '200 with records passes, in any traffic',
    said: [list, record],
    outcome: 'passed',
    subject: 'har',
  },
  { fact: '206 for a page fails', said: [list, but(list, { status: 206 })], outcome: 'failed', at: [1] },
  {
    fact: '204 for an empty list fails',
    said: [list, { path: '/students?starting_after=f', status: 204 }],
    outcome: 'failed',
    at: [1],
  },
  { fact: 'records under 404 fail', said: [list, but(record, { status: 404 })], outcome: 'failed', at: [1] },
  {
    fact: '200 without a record tells nothing',
    said: [{ path: '/students', body: {} }],
    outcome: 'untested',
  },
  { fact: 'other paths are not looked at', said: [list, { path: '/docs', status: 201 }], outcome: 'passed' },
]);

const garbage = but(list, {
  path: '/students?starting_after=not-an-id',
  ...meant('bad-request-is-400', 'a cursor that is no id'),
});
const word = but(list, {
  path: '/students?limit=ten',
  ...meant('bad-request-is-400', 'a limit that is no number'),
});
describeRows('errors/bad-request-is-400', errorsJudges['errors/bad-request-is-400'], [
  { fact: '400 passes', said: [list, but(garbage, { status: 400, body: error })], outcome: 'passed' },
  { fact: '404 fails', said: [list, but(garbage, { status: 404, body: error })], outcome: 'failed', at: [1] },
  { fact: '500 fails', said: [list, but(word, { status: 500 })], outcome: 'failed', at: [1] },
  { fact: 'records under 400 fail', said: [list, but(word, { status: 400 })], outcome: 'failed', at: [1] },
  { fact: 'a garbage cursor that is served stays open', said: [list, garbage], outcome: 'cantTell' },
  { fact: 'a word as a limit may be served', said: [list, word], outcome: 'inapplicable' },
  { fact: 'a passing 503 stays open', said: [list, but(word, { status: 503 })], outcome: 'cantTell' },
  { fact: 'without the list there is no control', said: [but(word, { status: 400 })], outcome: 'untested' },
]);

const bare = but(list, { auth: null });
const refused = { status: 401, body: { error: 'Unrecognized token string' } };
describeRows('errors/missing-token-is-401', errorsJudges['errors/missing-token-is-401'], [
  { fact: '401 passes', said: [list, but(bare, refused)], outcome: 'passed' },
  { fact: '403 fails', said: [list, but(bare, { status: 403, body: error })], outcome: 'failed', at: [1] },
  { fact: 'data fails', said: [list, bare], outcome: 'failed', at: [1] },
  { fact: '401 with data fails', said: [list, but(bare, { status: 401 })], outcome: 'failed', at: [1] },
  { fact: 'no answer stays open', said: [list, but(bare, { status: 0 })], outcome: 'cantTell' },
  { fact: 'a HAR file may have lost the header', said: [list, bare], subject: 'har', outcome: 'untested' },
  {
    fact: '401 for everything proves nothing',
    said: [but(list, refused), but(bare, refused)],
    outcome: 'untested',
  },
]);

const unknownToken = but(record, { auth: 'Bearer «token:2»', ...meant('invalid-token-is-401', 'record') });
describeRows('errors/invalid-token-is-401', errorsJudges['errors/invalid-token-is-401'], [
  { fact: '401 passes', said: [record, but(unknownToken, refused)], outcome: 'passed' },
  {
    fact: 'an HTML 404 fails for a made-up token',
    said: [record, but(unknownToken, { status: 404, body: page })],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: '500 fails',
    said: [record, but(unknownToken, { status: 500, body: '' })],
    outcome: 'failed',
    at: [1],
  },
  { fact: '429 stays open', said: [record, but(unknownToken, { status: 429 })], outcome: 'cantTell' },
]);

const known = but(record, meant('unknown-record-is-404', 'students', 'control'));
const unknown = { path: `/students/${idOf(9)}`, ...meant('unknown-record-is-404', 'students', 'unknown') };
describeRows('errors/unknown-record-is-404', errorsJudges['errors/unknown-record-is-404'], [
  { fact: '404 passes', said: [known, { ...unknown, status: 404, body: error }], outcome: 'passed' },
  { fact: '200 without data fails', said: [known, { ...unknown, body: {} }], outcome: 'failed', at: [1] },
  { fact: '500 fails', said: [known, { ...unknown, status: 500 }], outcome: 'failed', at: [1] },
  { fact: '502 stays open', said: [known, { ...unknown, status: 502 }], outcome: 'cantTell' },
  {
    fact: '404 for everything proves nothing',
    said: [but(known, { status: 404, body: error }), { ...unknown, status: 404, body: error }],
    outcome: 'untested',
  },
]);

for (const claim of ['deleted-record-is-404', 'unshared-record-is-404'] as const) {
  const before = meant(claim, 'students', 'before');
  const after = meant(claim, 'students', 'after');
  const there = [but(record, before), but(list, before)];
  const gone = { ...record, ...after, status: 404, body: error };
  const shorter = but(list, { ...after, body: listOf(two) });
  describeRows(`errors/${claim}`, errorsJudges[`errors/${claim}`], [
    { fact: '404 and a shorter list pass', said: [...there, gone, shorter], outcome: 'passed' },
    {
      fact: 'a record that stays fails',
      said: [...there, but(record, after), shorter],
      outcome: 'failed',
      at: [2],
    },
    { fact: '410 fails', said: [...there, { ...gone, status: 410 }, shorter], outcome: 'failed', at: [2] },
    {
      fact: 'a list that still holds it fails',
      said: [...there, gone, but(list, after)],
      outcome: 'failed',
      at: [3],
    },
    {
      fact: 'a list that fails stays open',
      said: [...there, gone, { ...shorter, status: 500 }],
      outcome: 'cantTell',
    },
    {
      fact: 'what was never there proves nothing',
      said: [{ ...gone, ...before }, gone],
      outcome: 'untested',
    },
  ]);
}

const tooMuch = but(list, { path: '/students?limit=10001' });
describeRows('errors/limit-over-10000-is-413', errorsJudges['errors/limit-over-10000-is-413'], [
  {
    fact: '413 passes, in any traffic',
    said: [list, but(tooMuch, { status: 413, body: error })],
    subject: 'har',
    outcome: 'passed',
  },
  { fact: 'a limit that is cut down fails', said: [list, tooMuch], outcome: 'failed', at: [1] },
  { fact: '400 fails', said: [list, but(tooMuch, { status: 400, body: error })], outcome: 'failed', at: [1] },
  {
    fact: 'without a smaller limit there is no control',
    said: [but(tooMuch, { status: 413 })],
    outcome: 'untested',
  },
  {
    fact: '10000 is not too much',
    said: [list, but(list, { path: '/students?limit=10000' })],
    outcome: 'untested',
  },
]);

const patch: Said = { path: `/students/${one.id}`, method: 'PATCH' };
describeRows('errors/unsupported-is-501', errorsJudges['errors/unsupported-is-501'], [
  {
    fact: '501 passes, in any traffic',
    said: [list, { ...patch, status: 501 }],
    subject: 'har',
    outcome: 'passed',
  },
  { fact: '405 fails on the sandbox', said: [list, { ...patch, status: 405 }], outcome: 'failed', at: [1] },
  {
    fact: '405 passes with a note on a live server',
    said: [list, { ...patch, status: 405 }],
    subject: 'live',
    outcome: 'passed',
    note: /405/,
  },
  {
    fact: 'an HTML 404 passes with a note on a live server',
    said: [list, { ...patch, status: 404, body: page }],
    subject: 'live',
    outcome: 'passed',
    note: /404/,
  },
  { fact: '200 fails on a live server', said: [list, patch], subject: 'live', outcome: 'failed', at: [1] },
  {
    fact: '400 stays open on a live server',
    said: [list, { ...patch, status: 400 }],
    subject: 'live',
    outcome: 'cantTell',
  },
  {
    fact: 'a preflight of a browser is not looked at',
    said: [list, { ...patch, method: 'OPTIONS', status: 204 }],
    outcome: 'untested',
  },
]);
