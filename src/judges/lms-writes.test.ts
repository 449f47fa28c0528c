import { expect } from 'chai';
import { assignment, judge, type Made, path, record, said, student } from './lms-testing.ts';

const submission = `${path}/submissions/${student}`;

describe('lms/grade-passback and lms/regrade-overwrites', () => {
  const grade = { grade: '87', grade_points: 87.5, grade_comment: 'Well argued.' };
  const second = { grade: '93', grade_points: 93.25, grade_comment: 'Better.' };
  const shown = (values: object) => ({
    data: { id: 's', assignment_id: assignment, user_id: student, state: 'created', ...values },
  });
  const passing = (
    claim: 'lms/grade-passback' | 'lms/regrade-overwrites',
    body: object,
    answer: object | undefined,
    read: object,
    status = 200,
  ): Made[] => {
    const step = { claim, case: 'it' };
    return [
      { method: 'PATCH', path: submission, body, status, answer, step: { ...step, role: 'update' } },
      { path: submission, status: 200, answer: read, step: { ...step, role: 'read' } },
    ];
  };
  const pass = (...rest: [object, object | undefined, object, number?]) =>
    said(judge('lms/grade-passback', ...passing('lms/grade-passback', ...rest)));

  it('a grade that reads back', () => {
    expect(pass(grade, shown(grade), shown(grade))).to.equal('passed');
    const zero = { grade: '0', grade_points: 0, grade_comment: 'Empty.' };
    expect(pass(zero, shown(zero), shown({ ...zero, grade_points: undefined }))).to.equal('passed');
  });

  it('a grade that gets lost, in part or on the way', () => {
    expect(pass(grade, shown(grade), shown({ ...grade, grade_points: 88 }))).to.contain(
      'grade_points is not',
    );
    expect(pass(grade, shown(grade), shown({ ...grade, grade_points: '87.5' }))).to.contain('grade_points');
    expect(pass(grade, shown(grade), shown({ ...grade, grade_comment: null }))).to.contain('grade_comment');
    expect(pass(grade, shown({}), shown(grade))).to.contain('answered: grade is not as passed back');
    expect(pass(grade, {}, shown(grade))).to.contain('the answer is no submission');
    expect(pass(grade, { message: 'no' }, shown({}), 400)).to.equal(
      'it, answered: a good PATCH did not succeed',
    );
    expect(pass(grade, undefined, shown({}), 503)).to.equal('cantTell');
  });

  it('a second grade replaces the first', () => {
    const first = passing('lms/grade-passback', grade, shown(grade), shown(grade));
    const again = (answer: object, read: object) =>
      said(
        judge('lms/regrade-overwrites', ...first, ...passing('lms/regrade-overwrites', second, answer, read)),
      );
    expect(again(shown(second), shown(second))).to.equal('passed');
    expect(again(shown(second), shown(grade))).to.contain('it, read: grade is not as passed back');
    expect(again(shown(second), shown({ ...second, grade_points: 90.375 }))).to.contain('grade_points');
  });

  it('without a first grade there is none to replace', () => {
    const alone = passing('lms/regrade-overwrites', second, shown(second), shown(second));
    expect(said(judge('lms/regrade-overwrites', ...alone))).to.equal('cantTell');
  });
});

describe('lms/served-on-v3.1-only and lms/requires-agreement', () => {
  const own: Made = { status: 200, answer: { data: record } };
  const elsewhere = (status: number, answer: unknown = ''): Made => ({
    path: path.replace('v3.1', 'v3.0'),
    status,
    answer,
    step: { claim: 'lms/served-on-v3.1-only', case: 'it', role: 'asked' },
  });

  it('another version does not serve what v3.1 serves', () => {
    const id = 'lms/served-on-v3.1-only';
    expect(said(judge(id, own, elsewhere(404)))).to.equal('passed');
    expect(said(judge(id, own, elsewhere(501)))).to.equal('passed');
    expect(said(judge(id, own, elsewhere(200, { data: record })))).to.contain('under another version');
    expect(said(judge(id, own, elsewhere(503)))).to.equal('cantTell');
    expect(said(judge(id, elsewhere(404)))).to.equal('cantTell');
  });

  it('a token without the agreement is refused what one with it is given', () => {
    const id = 'lms/requires-agreement';
    const read = (role: string, status: number, answer: unknown = ''): Made => ({
      status,
      answer,
      token: role,
      step: { claim: id, case: 'read', role },
    });
    const granted = read('with', 200, { data: record });
    for (const status of [400, 401, 403, 404])
      expect(said(judge(id, granted, read('without', status)))).to.equal('passed');
    expect(said(judge(id, granted, read('without', 200, { data: record })))).to.contain('is not refused');
    expect(said(judge(id, granted, read('without', 500)))).to.contain('is not refused');
    expect(said(judge(id, granted, read('without', 503)))).to.equal('cantTell');
    expect(said(judge(id, read('with', 403), read('without', 403)))).to.equal('cantTell');
  });
});

describe('lms/failed-write-changes-nothing', () => {
  const id = 'lms/failed-write-changes-nothing';
  const work = { id: 's', assignment_id: assignment, user_id: student, state: 'created', grade: '81' };
  const look = (data: object = record, submissions: readonly object[] = [work], status = 200): Made[] => [
    { status, answer: { data }, step: { claim: id, case: 'assignment', role: 'look' } },
    {
      path: `${path}/submissions?limit=100`,
      status,
      answer: { data: submissions },
      step: { claim: id, case: 'submissions', role: 'look' },
    },
  ];
  const refused = (status = 400, answer: unknown = { message: 'INVALID_ID' }): Made => ({
    method: 'PATCH',
    body: { title: 'half' },
    status,
    answer,
    step: { claim: 'lms-errors/update-due-date-out-of-range', case: 'it', role: 'asked' },
  });
  const name = 'update-due-date-out-of-range';
  const table: readonly (readonly [string, readonly Made[], string])[] = [
    ['nothing changed', [...look(), refused(), ...look()], 'passed'],
    [
      'times and states may move on',
      [...look(), refused(), ...look({ ...record, state: 'locked', last_modified: '2027-01-01T00:00:00Z' })],
      'passed',
    ],
    [
      'a title was kept',
      [...look(), refused(), ...look({ ...record, title: 'half' })],
      `${name}: title is not as before in the assignment`,
    ],
    [
      'a field came in',
      [...look(), refused(), ...look({ ...record, max_attempts: 3 })],
      `${name}: max_attempts is new in the assignment`,
    ],
    [
      'a grade was changed',
      [...look(), refused(), ...look(record, [{ ...work, grade: '55' }])],
      `${name}: grade is not as before in a submission`,
    ],
    [
      'a submission is gone',
      [...look(), refused(), ...look(record, [])],
      `${name}: a submission came or went`,
    ],
    [
      'the assignment is gone',
      [...look(), refused(), ...look(record, [work], 404)],
      `${name}: the assignment cannot be read any more; ${name}: the submissions cannot be read any more`,
    ],
    [
      'a refusal that names something new',
      [...look(), refused(400, { message: 'x', data: { id: assignment } }), ...look()],
      `${name}: a refused write answers with a record`,
    ],
    ['a write that was taken', [...look(), refused(200, { data: record }), ...look()], 'cantTell'],
    ['a look that failed', [...look(), refused(), ...look(record, [work], 503)], 'cantTell'],
    ['no look before', [refused(), ...look()], 'untested'],
  ];
  for (const [title, made, expected] of table)
    it(title, () => {
      expect(said(judge(id, ...made))).to.equal(expected);
    });
});
