import { expect } from 'chai';
import {
  assignment,
  type LmsSent,
  list,
  lmsOutcomeOf,
  path,
  record,
  resultOf,
  section,
  sent,
  student,
} from '../../support/lms-testing.ts';
import './submissions.spec.ts';

const other = '60a000000000000000030002';

describe('lms/submissions-listed', () => {
  const id = 'lms/submissions-listed';
  const of = (user: string) => ({
    id: `s${user}`,
    assignment_id: assignment,
    user_id: user,
    state: 'created',
  });
  const create = { method: 'POST', path: list, sends: sent, status: 200, body: { data: record } };
  const next = (cursor: string) => [{ rel: 'next', uri: `${path}/submissions?limit=1&cursor=${cursor}` }];
  const page = (query: string, users: readonly string[], links?: unknown, status = 200): LmsSent => ({
    path: `${path}/submissions${query}`,
    status,
    body: { data: users.map(of), ...(links === undefined ? {} : { links }) },
    step: { claim: id, case: query.split('&')[0] || 'no limit' },
  });
  const again = (users: readonly string[], status = 200): LmsSent => ({
    ...page('?limit=1&cursor=a', users, undefined, status),
    step: { claim: id, case: '?limit=1', role: 'again' },
  });
  const table: readonly (readonly [string, readonly LmsSent[], string])[] = [
    ['a walk', [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [other])], 'passed'],
    [
      'a link that is followed again',
      [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [other]), again([other])],
      'passed',
    ],
    [
      'a link that works once',
      [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [other]), again([], 400)],
      '?limit=1, again: The response is not a list of submissions.',
    ],
    [
      'a link that leads elsewhere the second time',
      [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [other]), again([])],
      '?limit=1, again: A link that is followed again leads to other submissions.',
    ],
    [
      'an outage when it is followed again',
      [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [other]), again([], 503)],
      'cantTell',
    ],
    [
      'a page that is too long',
      [page('?limit=1', [student, other])],
      '?limit=1: A page holds more submissions than its limit.',
    ],
    [
      'a student who is missing',
      [page('?limit=100', [student])],
      '?limit=100: Assigned students have no submission.',
    ],
    [
      'a student twice',
      [
        page('?limit=1', [student], next('a')),
        page('?limit=1&cursor=a', [student], next('b')),
        page('?limit=1&cursor=b', [other]),
      ],
      '?limit=1: Students are listed twice.',
    ],
    [
      'a stranger',
      [page('', [student, other, section])],
      'no limit: Students who were not assigned have a submission.',
    ],
    [
      'an id for a cursor',
      [page('?limit=1', [student], next(student)), page(`?limit=1&cursor=${student}`, [other])],
      '?limit=1: The cursor is not opaque: it is a value in the page.',
    ],
    [
      'a link to another list',
      [page('', [student, other], [{ rel: 'next', uri: `${list}?cursor=a` }])],
      'no limit: The `next` link leads to another list. no limit: The list did not end after 1 pages.',
    ],
    [
      'a prev link',
      [page('', [student, other], [{ rel: 'prev', uri: `${path}/submissions?cursor=a` }])],
      'no limit: A page has other links than `next`.',
    ],
    ['a limit of 101 that is refused', [page('?limit=101', [], undefined, 400)], 'passed'],
    [
      'a limit of 0 that is served',
      [page('?limit=0', [student])],
      '?limit=0: A limit outside of 1 to 100 was not refused.',
    ],
    [
      'a page that is lost',
      [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [], [], 503)],
      'cantTell',
    ],
    ['an empty list', [{ ...page('', []), path: `${list}/x/submissions` }], 'untested'],
  ];
  for (const [name, pages, expected] of table)
    it(name, () => {
      expect(resultOf(lmsOutcomeOf(id, create, ...pages))).to.equal(expected);
    });

  it('an assignment for the whole class has each student of the section', () => {
    const { assignee_ids: _, ...unassigned } = sent;
    const forAll = { ...create, sends: { ...unassigned, assignee_mode: 'all' } };
    const roster: LmsSent = {
      path: '/v2.0/sections?limit=100',
      status: 200,
      body: { data: [{ data: { id: section, students: [student, other] } }], links: [] },
    };
    const shown = (users: readonly string[]) => resultOf(lmsOutcomeOf(id, roster, forAll, page('', users)));
    expect(shown([student, other])).to.equal('passed');
    expect(shown([student])).to.equal('no limit: Assigned students have no submission.');
    expect(shown([student, other, section])).to.equal(
      'no limit: Students who were not assigned have a submission.',
    );
  });

  it('lists in any other traffic are held to their limit', () => {
    const { step: _, ...stray } = page('?limit=1', [student, other]);
    expect(resultOf(lmsOutcomeOf(id, stray))).to.equal(
      'other lists: A page holds more submissions than its limit.',
    );
  });
});

const submission = `${path}/submissions/${student}`;

describe('lms/grade-passback and lms/regrade-overwrites', () => {
  const grade = { grade: '87', grade_points: 87.5, grade_comment: 'Well argued.' };
  const second = { grade: '93', grade_points: 93.25, grade_comment: 'Better.' };
  const shown = (values: object) => ({
    data: { id: 's', assignment_id: assignment, user_id: student, state: 'created', ...values },
  });
  const passing = (
    claim: 'lms/grade-passback' | 'lms/regrade-overwrites',
    sends: object,
    body: object | undefined,
    read: object,
    status = 200,
  ): LmsSent[] => {
    const step = { claim, case: 'it' };
    return [
      { method: 'PATCH', path: submission, sends, status, body, step: { ...step, role: 'update' } },
      { path: submission, status: 200, body: read, step: { ...step, role: 'read' } },
    ];
  };
  const pass = (...rest: [object, object | undefined, object, number?]) =>
    resultOf(lmsOutcomeOf('lms/grade-passback', ...passing('lms/grade-passback', ...rest)));

  it('a grade that reads back', () => {
    expect(pass(grade, shown(grade), shown(grade))).to.equal('passed');
    const zero = { grade: '0', grade_points: 0, grade_comment: 'Empty.' };
    expect(pass(zero, shown(zero), shown({ ...zero, grade_points: undefined }))).to.equal('passed');
  });

  it('a grade that gets lost, in part or on the way', () => {
    expect(pass(grade, shown(grade), shown({ ...grade, grade_points: 88 }))).to.contain(
      '`grade_points` is not',
    );
    expect(pass(grade, shown(grade), shown({ ...grade, grade_points: '87.5' }))).to.contain('grade_points');
    expect(pass(grade, shown(grade), shown({ ...grade, grade_comment: null }))).to.contain('grade_comment');
    expect(pass(grade, shown({}), shown(grade))).to.contain(
      'answered: `grade` is not as it was passed back.',
    );
    expect(pass(grade, {}, shown(grade))).to.contain('The response is not a submission.');
    expect(pass(grade, { message: 'no' }, shown({}), 400)).to.equal(
      'it, answered: A valid PATCH was not answered with 200.',
    );
    expect(pass(grade, undefined, shown({}), 503)).to.equal('cantTell');
  });

  it('a second grade replaces the first', () => {
    const first = passing('lms/grade-passback', grade, shown(grade), shown(grade));
    const again = (body: object, read: object) =>
      resultOf(
        lmsOutcomeOf(
          'lms/regrade-overwrites',
          ...first,
          ...passing('lms/regrade-overwrites', second, body, read),
        ),
      );
    expect(again(shown(second), shown(second))).to.equal('passed');
    expect(again(shown(second), shown(grade))).to.contain('it, read: `grade` is not as it was passed back.');
    expect(again(shown(second), shown({ ...second, grade_points: 90.375 }))).to.contain('grade_points');
  });

  it('what an update does not name stays, but for what an LMS derives from it', () => {
    const first = passing('lms/grade-passback', grade, shown(grade), shown(grade));
    const again = (sends: object, result: object) =>
      resultOf(
        lmsOutcomeOf(
          'lms/regrade-overwrites',
          ...first,
          ...passing('lms/regrade-overwrites', sends, shown(result), shown(result)),
        ),
      );
    const comment = { grade_comment: 'See me.' };
    expect(again(comment, { ...grade, ...comment })).to.equal('passed');
    expect(again(comment, grade)).to.contain('`grade_comment` is not');
    expect(again(comment, comment)).to.contain('`grade` is not');
    const points = { grade_points: 12 };
    expect(again(points, { ...grade, grade: '12', ...points })).to.equal('passed');
    expect(again(points, { ...grade, ...points, grade_comment: 'Other.' })).to.contain(
      '`grade_comment` is not',
    );
    expect(again({ grade_points: 0 }, { ...grade, grade_points: 87.5 })).to.contain('`grade_points` is not');
  });

  it('a list shows each grade as it was read last', () => {
    const id = 'lms/grade-passback';
    const listed = (values: object): LmsSent => ({
      path: `${path}/submissions?limit=100`,
      status: 200,
      body: { data: [shown(values).data] },
      step: { claim: id, case: 'the list of submissions', role: 'list' },
    });
    const first = passing(id, grade, shown(grade), shown(grade));
    expect(resultOf(lmsOutcomeOf(id, ...first, listed(grade)))).to.equal('passed');
    expect(resultOf(lmsOutcomeOf(id, ...first, listed({ ...grade, grade: undefined })))).to.equal(
      'the list of submissions, student 1: `grade` is not as it was passed back.',
    );
  });

  it('an optional field may be refused, and a submission is that of its path', () => {
    const id = 'lms/grade-passback';
    const first = passing(id, grade, shown(grade), shown(grade));
    const flags = passing(id, { flags: ['late'] }, { message: 'no' }, shown(grade), 400).map((one) => ({
      ...one,
      step: { ...one.step, claim: id, case: 'only the flags' },
    }));
    expect(resultOf(lmsOutcomeOf(id, ...first, ...flags))).to.equal('passed');
    expect(pass(grade, shown(grade), shown({ ...grade, user_id: other }))).to.contain('of another student');
  });

  it('without a first grade there is none to replace', () => {
    const alone = passing('lms/regrade-overwrites', second, shown(second), shown(second));
    expect(resultOf(lmsOutcomeOf('lms/regrade-overwrites', ...alone))).to.equal('cantTell');
  });
});
