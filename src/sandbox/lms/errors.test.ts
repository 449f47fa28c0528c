import { expect } from 'chai';
import type { LmsCaller } from './lms.ts';
import { goodBody, hourMs, outsider, sectionId, setUp, students, unknownId } from './testing.ts';

const unknownAssignment = '00000000-0000-4000-8000-000000000000';
const with_ = (change: object) => ({ ...goodBody, ...change });
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(goodBody).filter(([name]) => !names.includes(name)));

interface Row {
  readonly id: string;
  readonly method: string;
  /** Relative to the assignments path; `{made}` is an existing assignment for the first two students. */
  readonly path: string;
  readonly body?: unknown;
  readonly caller?: LmsCaller;
  readonly status: number;
  readonly message: string | undefined;
}

const post = (id: string, body: unknown, message: string): Row => {
  return { id, method: 'POST', path: '', body, status: 400, message };
};
const patch = (id: string, body: unknown, message: string): Row => {
  return { id, method: 'PATCH', path: '/{made}', body, status: 400, message };
};
const user = (method: string, userId: string | undefined): Row => {
  const path = `/{made}/submissions/${userId}`;
  return {
    id: 'user-not-found',
    method,
    path,
    body: '{"grade":"A"}',
    status: 404,
    message: 'User not found',
  };
};
const bad = (id: string, method: string, path: string, status: number, message: string): Row => {
  return { id, method, path, body: method === 'GET' ? '' : '{}', status, message };
};
const missing = (names: string) => `missing required field(s): ${names}`;
const outOfRange = (value: string) => `parsing time "${value}": day out of range`;
const noUsers = 'no valid users found in Canvas';
const notOneOf =
  'validation failure list:\nsubmission_types.0 in body should be one of [link file text discussion]';

const table: readonly Row[] = [
  post('missing-required-fields', '{}', missing('title, description, due_date')),
  post('missing-required-fields', 'null', missing('title, description, due_date')),
  post('missing-required-fields', without('title'), missing('title')),
  post('missing-required-fields', without('description'), missing('description')),
  post('missing-required-fields', without('due_date'), missing('due_date')),
  post('missing-required-fields', without('title', 'description'), missing('title, description')),
  post('missing-required-fields', without('due_date', 'title'), missing('title, due_date')),
  post('missing-required-fields', without('due_date', 'description'), missing('description, due_date')),
  post('missing-required-fields', with_({ title: '', description: null }), missing('title, description')),
  post('empty-body', '', 'request body is required, but was empty'),
  patch('empty-body', '', 'request body is required, but was empty'),
  post('due-date-in-past', with_({ due_date: '2026-01-05T12:00:00.000Z' }), 'due_date must be in the future'),
  post('due-date-in-past', with_({ due_date: '' }), 'due_date must be in the future'),
  patch('due-date-in-past', { due_date: '2020-01-01T00:00:00Z' }, 'due_date must be in the future'),
  post('invalid-escape', '{"title":"50\\ %"}', "invalid character ' ' in string escape code"),
  post('empty-submission-type', with_({ submission_types: [''] }), notOneOf),
  patch('empty-submission-type', { submission_types: [''] }, notOneOf),
  post('missing-value', '{"assignee_mode": ,}', "invalid character ',' looking for beginning of value"),
  post('malformed-json', '{"title":"a":"b"}', "invalid character ':' after object key:value pair"),
  bad('invalid-assignment-id', 'GET', '/abc', 400, 'INVALID_ID'),
  bad('invalid-assignment-id', 'DELETE', '/abc', 400, 'INVALID_ID'),
  bad('invalid-assignment-id', 'GET', '/abc/submissions', 400, 'INVALID_ID'),
  {
    ...bad('unknown-grader', 'PATCH', `/{made}/submissions/${students[0]}`, 400, ''),
    body: { grader_id: unknownId },
    message: `NOT_FOUND: Person with id clever:${unknownId} not found for this integration.`,
  },
  patch('update-due-date-out-of-range', { due_date: '2026-02-30' }, outOfRange('2026-02-30')),
  patch(
    'update-due-date-out-of-range',
    { due_date: '2026-02-30T00:00:00.000Z' },
    outOfRange('2026-02-30T00:00:00.000Z'),
  ),
  post('no-valid-assignees', without('assignee_mode'), noUsers),
  post('no-valid-assignees', { ...without('assignee_mode'), assignee_mod: 'all' }, noUsers),
  post('no-valid-assignees', with_({ assignee_mode: 'individuals' }), noUsers),
  post(
    'no-valid-assignees',
    with_({ assignee_mode: 'individuals', assignee_ids: [unknownId, outsider] }),
    noUsers,
  ),
  patch('no-valid-assignees', { assignee_ids: [outsider] }, noUsers),
  { ...bad('no-token', 'GET', '/{made}', 401, 'No authorization provided'), caller: 'absent' },
  { ...bad('invalid-token', 'GET', '/{made}', 403, 'Could not authorize token'), caller: 'unknown' },
  { ...bad('invalid-token', 'POST', '', 403, 'Could not authorize token'), caller: 'no-agreement' },
  bad('deleted-assignment', 'GET', `/${unknownAssignment}`, 404, 'Assignment does not exist'),
  bad('deleted-assignment', 'PATCH', `/${unknownAssignment}`, 404, 'Assignment does not exist'),
  user('GET', students[4]),
  user('GET', outsider),
  user('PATCH', students[4]),
  user('PATCH', outsider),
  user('GET', unknownId),
  ...['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'toString'].map((method) => ({
    ...bad('unsupported-method', method, '', 405, ''),
    message: undefined,
  })),
  ...['POST', 'PUT'].map((method) => ({
    ...bad('unsupported-method', method, '/{made}', 405, ''),
    message: undefined,
  })),
  ...['POST', 'PATCH', 'DELETE'].map((method) => ({
    ...bad('unsupported-method', method, '/{made}/submissions', 405, ''),
    message: undefined,
  })),
  ...['POST', 'DELETE'].map((method) => ({
    ...bad('unsupported-method', method, `/{made}/submissions/${students[0]}`, 405, ''),
    message: undefined,
  })),
];

describe('LMS Connect: the error table', () => {
  for (const row of table) {
    const { id, method, path, body = '', caller = 'granted', status, message } = row;
    it(`${id}: ${method} …${path} ${JSON.stringify(body)} returns ${status} and changes nothing`, () => {
      const { send, list, make, rows } = setUp();
      const made = make({ assignee_mode: 'individuals', assignee_ids: students.slice(0, 2) });
      const before = rows();
      const answer = send(
        method,
        `${list}${path.replace('{made}', made.split('/').at(-1) ?? '')}`,
        body,
        caller,
      );
      expect(answer).to.include({ status, message });
      if (status === 405) expect(answer.body).to.equal('');
      else {
        expect(answer.contentType).to.equal('text/plain; charset=utf-8');
        expect(answer.body).to.match(/^\{"message":".*"\}\n$/);
      }
      expect(rows()).to.equal(before);
    });
  }

  it('covers the 17 rows; the two that need a state are tested elsewhere', () => {
    // lms-missing-required-field needs a state: see lms.test.ts.
    expect(new Set(table.map((row) => row.id)).size).to.equal(16);
  });
});

describe('LMS Connect: paths and ids', () => {
  it('an invalid section id, and one of no section', () => {
    const { send } = setUp();
    const wrong = 'section_id in path must be of type mongo-id: "a\\"b"';
    expect(send('GET', `/sections/a%22b/assignments/${unknownAssignment}`)).to.include({
      status: 400,
      message: wrong,
    });
    const gone = { status: 404, message: 'Section does not exist' };
    expect(send('GET', `/sections/${unknownId}/assignments/${unknownAssignment}`)).to.include(gone);
    expect(send('POST', `/sections/${unknownId}/assignments`, goodBody)).to.include(gone);
  });

  it('an invalid user id', () => {
    const { send, make } = setUp();
    const message = 'user_id in path must be of type mongo-id: "me"';
    expect(send('GET', `${make()}/submissions/me`)).to.include({ status: 400, message });
  });

  it('unknown paths and broken escapes', () => {
    const { send, list } = setUp();
    for (const path of ['', '/', '/sections', `${list}/`, `${list}//`, `${list}/a/b`, `/v3.1${list}`])
      expect(send('GET', path)).to.include({ status: 404, body: '404 page not found\n' });
    expect(send('GET', `${list}/%zz`).status).to.equal(400);
  });
});

describe('LMS Connect: the order of checks', () => {
  it('route, token, query, body, path form, closed lists, own rules, LMS: the first failure is returned', () => {
    const { lms, send, list, clock } = setUp();
    lms.setState('the LMS requires {field}', { field: 'term_id' });
    clock.nowMs += hourMs;
    const malformed = '/sections/x/assignments';
    const broken = { title: '', due_date: '2020-01-01', submission_types: [''] };
    const steps = [
      send('PUT', malformed, '', 'absent').status,
      send('POST', malformed, '', 'absent').message,
      send('POST', malformed, '', 'unknown').message,
      send('POST', malformed, '').message,
      send('POST', malformed, `${JSON.stringify(broken).slice(0, -1)},}`).message,
      send('POST', malformed, { ...broken, due_date: '2026-02-30' }).message,
      send('POST', malformed, { ...broken, title: 5 }).message,
      send('POST', malformed, broken).message,
      send('POST', list, broken).message,
      send('POST', list, { due_date: '2020-01-01' }).message,
      send('POST', list, { title: 'a', description: 'b', due_date: '2020-01-01' }).message,
      send('POST', list, { title: 'a', description: 'b', due_date: '2027-01-01' }).message,
      send('POST', list, { title: 'a', description: 'b', due_date: '2027-01-01', term_id: 't' }).message,
    ];
    expect(steps).to.deep.equal([
      405,
      'No authorization provided',
      'Could not authorize token',
      'request body is required, but was empty',
      "invalid character '}' looking for beginning of object key string",
      'parsing time "2026-02-30": day out of range',
      'json: cannot unmarshal number into Go struct field AssignmentRequest.title of type string',
      'section_id in path must be of type mongo-id: "x"',
      notOneOf,
      'missing required field(s): title, description',
      'due_date must be in the future',
      'MISSING_REQUIRED_FIELD',
      noUsers,
    ]);
  });

  it('the limit is parsed before the path is checked, and validated after it', () => {
    const { send } = setUp();
    const path = `/sections/${sectionId.slice(1)}/assignments/x/submissions`;
    expect(send('GET', `${path}?limit=a`).message).to.contain('strconv.ParseInt');
    expect(send('GET', `${path}?limit=0`).message).to.contain('mongo-id');
    const real = `/sections/${sectionId}/assignments/x/submissions`;
    expect(send('GET', `${real}?limit=0`).message).to.contain('greater than or equal to 1');
    expect(send('GET', real).message).to.equal('INVALID_ID');
  });
});
