import { describeRows, idOf, listOf, recordOf, type Sent } from '../../support/testing.ts';
import './refusals.spec.ts';
import { but, error, htmlPage, list, meant, record, two } from './testing.ts';

const bare = but(list, { auth: null });
const refused = { status: 401, body: { error: 'Unrecognized token string' } };
describeRows('errors/missing-token-is-401', [
  { fact: '401 passes', sent: [list, but(bare, refused)], outcome: 'passed' },
  { fact: '403 fails', sent: [list, but(bare, { status: 403, body: error })], outcome: 'failed', at: [1] },
  { fact: 'data fails', sent: [list, bare], outcome: 'failed', at: [1] },
  { fact: '401 with data fails', sent: [list, but(bare, { status: 401 })], outcome: 'failed', at: [1] },
  { fact: 'no response is undecided', sent: [list, but(bare, { status: 0 })], outcome: 'cantTell' },
  { fact: 'a HAR file may have lost the header', sent: [list, bare], subject: 'har', outcome: 'untested' },
  {
    fact: '401 for everything proves nothing',
    sent: [but(list, refused), but(bare, refused)],
    outcome: 'untested',
  },
]);

const unknownToken = but(record, { auth: 'Bearer «token:2»', ...meant('invalid-token-is-401', 'record') });
describeRows('errors/invalid-token-is-401', [
  { fact: '401 passes', sent: [record, but(unknownToken, refused)], outcome: 'passed' },
  {
    fact: 'an HTML 404 fails for a made-up token',
    sent: [record, but(unknownToken, { status: 404, body: htmlPage })],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: '500 fails',
    sent: [record, but(unknownToken, { status: 500, body: '' })],
    outcome: 'failed',
    at: [1],
  },
  { fact: '429 is undecided', sent: [record, but(unknownToken, { status: 429 })], outcome: 'cantTell' },
  {
    fact: 'a server that accepts any token fails',
    sent: [record, unknownToken],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'a token that a capture shows to be refused passes',
    sent: [record, { ...record, ...refused, auth: 'Bearer «token:2»' }],
    subject: 'har',
    outcome: 'passed',
  },
  {
    fact: 'a token that a capture shows to be served may be valid',
    sent: [record, but(record, { auth: 'Bearer «token:2»' })],
    subject: 'har',
    outcome: 'untested',
  },
]);

const known = but(record, meant('unknown-record-is-404', 'students', 'control'));
const unknown = { path: `/students/${idOf(9)}`, ...meant('unknown-record-is-404', 'students', 'unknown') };
describeRows('errors/unknown-record-is-404', [
  { fact: '404 passes', sent: [known, { ...unknown, status: 404, body: error }], outcome: 'passed' },
  { fact: '200 without data fails', sent: [known, { ...unknown, body: {} }], outcome: 'failed', at: [1] },
  { fact: '500 fails', sent: [known, { ...unknown, status: 500 }], outcome: 'failed', at: [1] },
  { fact: '502 is undecided', sent: [known, { ...unknown, status: 502 }], outcome: 'cantTell' },
  {
    fact: '404 for everything proves nothing',
    sent: [but(known, { status: 404, body: error }), { ...unknown, status: 404, body: error }],
    outcome: 'untested',
  },
]);

const word = { path: '/students/not-an-id', ...meant('unknown-record-is-404', 'students', 'malformed') };
const below = (path: string, change: Partial<Sent>): Sent => ({
  path: `${path}/${idOf(9)}/students`,
  ...meant('unknown-record-is-404', `GET ${path}/{id}/students`, 'unknown'),
  ...change,
});
const served = (path: string): Sent => ({
  path: `${path}/${idOf(1)}/students`,
  body: listOf({ id: idOf(2) }),
});
describeRows('errors/unknown-record-is-404', [
  {
    fact: 'text that is no id passes with 404',
    sent: [record, { ...word, status: 404, body: error }],
    outcome: 'passed',
  },
  {
    fact: 'text that is no id passes with 400, with a note',
    sent: [record, { ...word, status: 400, body: error }],
    outcome: 'passed',
    note: /400/,
  },
  {
    fact: 'text that is no id fails with 500',
    sent: [record, { ...word, status: 500 }],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'an empty list of an unknown parent fails',
    sent: [served('/sections'), below('/sections', { body: listOf() })],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'an empty list of an unknown contact passes with a note',
    sent: [served('/contacts'), below('/contacts', { body: listOf() })],
    outcome: 'passed',
    note: /lists no 404/,
  },
  {
    fact: 'where no parent was served a list, a 404 proves nothing',
    sent: [below('/sections', { status: 404, body: error })],
    outcome: 'untested',
  },
]);
const teacher = idOf(21);
const next = { rel: 'next', uri: `/v2.0/students?limit=1&starting_after=${idOf(1)}` };
const goingOn = { ...listOf({ id: idOf(1) }), links: [next] };
const otherType = {
  path: `/students/${teacher}`,
  body: recordOf({ id: teacher }),
  ...meant('unknown-record-is-404', 'students', 'other type'),
};
const students = (change: Partial<Sent> = {}): Sent => ({
  path: '/students',
  body: listOf({ id: idOf(1) }),
  ...change,
});
describeRows('errors/unknown-record-is-404', [
  {
    fact: 'the id of a teacher is not that of a student',
    sent: [known, students(), { ...otherType, status: 404, body: error }],
    outcome: 'passed',
  },
  {
    fact: 'a teacher among the students fails',
    sent: [known, students(), otherType],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'an empty list below a record of another type fails',
    sent: [
      served('/sections'),
      { path: '/sections', body: listOf({ id: idOf(1) }) },
      below('/sections', {
        path: `/sections/${teacher}/students`,
        body: listOf(),
        ...meant('unknown-record-is-404', 'GET /sections/{id}/students', 'other type'),
      }),
    ],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a student and a teacher may have one id',
    sent: [known, students({ body: listOf({ id: idOf(1) }, { id: teacher }) }), otherType],
    outcome: 'cantTell',
  },
  {
    fact: 'where the list of students goes on, it may have the id',
    sent: [known, students({ path: '/students?limit=1', body: goingOn }), otherType],
    outcome: 'cantTell',
  },
  {
    fact: 'a crash on the id of a teacher fails',
    sent: [known, { ...otherType, status: 500, body: error }],
    outcome: 'failed',
    at: [1],
  },
]);

describeRows('errors/missing-token-is-401', [
  {
    fact: 'a header with the scheme alone counts as none',
    sent: [list, but(list, { auth: 'Bearer' })],
    outcome: 'failed',
    at: [1],
  },
]);

const captured = { path: `/students/${idOf(9)}` };
describeRows('errors/unknown-record-is-404', [
  {
    fact: 'an id that is in no other response of a capture passes with 404',
    sent: [list, { ...captured, status: 404, body: error }],
    subject: 'har',
    outcome: 'passed',
  },
  {
    fact: 'an id of a capture that was served proves nothing',
    sent: [list, { ...captured, body: recordOf({ id: idOf(9) }) }],
    subject: 'har',
    outcome: 'untested',
  },
  {
    fact: 'a capture in which no record of the type was served proves nothing',
    sent: [{ ...captured, status: 404, body: error }],
    subject: 'har',
    outcome: 'untested',
  },
]);

const report = {
  path: '/events',
  body: listOf({ id: idOf(30), type: 'students.deleted', data: { object: { id: idOf(9) } } }),
};
describeRows('errors/deleted-record-is-404', [
  {
    fact: 'a record that a captured event reports as deleted passes with 404',
    sent: [report, { ...captured, status: 404, body: error }],
    subject: 'har',
    outcome: 'passed',
  },
  {
    fact: 'a record of a capture may have been created again',
    sent: [report, { ...captured, body: recordOf({ id: idOf(9) }) }],
    subject: 'har',
    outcome: 'cantTell',
  },
]);

for (const claim of ['deleted-record-is-404', 'unshared-record-is-404'] as const) {
  const before = meant(claim, 'students', 'before');
  const after = meant(claim, 'students', 'after');
  const there = [but(record, before), but(list, before)];
  const gone = { ...record, ...after, status: 404, body: error };
  const shorter = but(list, { ...after, body: listOf(two) });
  describeRows(`errors/${claim}`, [
    { fact: '404 and a shorter list pass', sent: [...there, gone, shorter], outcome: 'passed' },
    {
      fact: 'a record that stays fails',
      sent: [...there, but(record, after), shorter],
      outcome: 'failed',
      at: [2],
    },
    { fact: '410 fails', sent: [...there, { ...gone, status: 410 }, shorter], outcome: 'failed', at: [2] },
    {
      fact: 'a list that still has it fails',
      sent: [...there, gone, but(list, after)],
      outcome: 'failed',
      at: [3],
    },
    {
      fact: 'a list that fails is undecided',
      sent: [...there, gone, { ...shorter, status: 500 }],
      outcome: 'cantTell',
    },
    {
      fact: 'what never existed proves nothing',
      sent: [{ ...gone, ...before }, gone],
      outcome: 'untested',
    },
  ]);
}

const outage = (role: string, change: Partial<Sent> = {}) =>
  but(list, { ...meant('outage-statuses', '503', role), ...change });
const down = { status: 503, body: error };
describeRows('errors/outage-statuses', [
  {
    fact: 'a status that is kept passes',
    sent: [outage('before'), outage('during', down), outage('after')],
    outcome: 'passed',
  },
  {
    fact: 'a 200 with an error text fails',
    sent: [outage('before'), outage('during', { body: error }), outage('after')],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: '500 in place of 503 fails',
    sent: [outage('before'), outage('during', { status: 500 }), outage('after')],
    outcome: 'failed',
    at: [1],
  },
  {
    fact: 'an outage that continues fails',
    sent: [outage('before'), outage('during', down), outage('after', down)],
    outcome: 'failed',
    at: [2],
  },
  {
    fact: 'a target that is always down proves nothing',
    sent: [outage('before', down), outage('during', down), outage('after', down)],
    outcome: 'untested',
  },
]);
