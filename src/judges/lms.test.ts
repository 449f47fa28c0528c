import { expect } from 'chai';
import {
  assignment,
  judge,
  list,
  type Made,
  path,
  record,
  said,
  section,
  sent,
  student,
} from './lms-testing.ts';

const other = '60a000000000000000030002';

describe('lms/create-read-update-delete', () => {
  const id = 'lms/create-read-update-delete';
  const step = (name: string) => ({ claim: id, case: name });
  const changed = { ...record, title: 'Essay, changed' };
  const later = { ...changed, due_date: '2027-02-01T10:00:00.000Z' };
  const life = (answers: Partial<Record<string, Partial<Made>>> = {}): Made[] => {
    const steps: (Made & { name: string })[] = [
      { name: 'create', method: 'POST', path: list, body: sent, status: 200, answer: { data: record } },
      { name: 'read', status: 200, answer: { data: record } },
      {
        name: 'change',
        method: 'PATCH',
        body: { title: changed.title },
        status: 200,
        answer: { data: changed },
      },
      { name: 'read after the change', status: 200, answer: { data: changed } },
      {
        name: 'change the due date',
        method: 'PATCH',
        body: { due_date: later.due_date },
        status: 200,
        answer: { data: later },
      },
      { name: 'read the due date', status: 200, answer: { data: later } },
      { name: 'delete', method: 'DELETE', status: 200 },
      { name: 'look for it', status: 404, answer: { message: 'Assignment does not exist' } },
    ];
    return steps.map(({ name, ...one }) => ({ ...one, ...answers[name], step: step(name) }));
  };
  const table: readonly (readonly [string, Parameters<typeof life>[0], string])[] = [
    ['a whole life', {}, 'passed'],
    ['201 and 204', { create: { status: 201 }, delete: { status: 204 } }, 'passed'],
    [
      'a create that is refused',
      { create: { status: 400, answer: { message: 'no' } } },
      'create: a good POST did not succeed',
    ],
    [
      'an answer without an id',
      { create: { answer: {} } },
      'create: the answer is no assignment with its guaranteed fields',
    ],
    [
      'a read without a title',
      { read: { answer: { data: { ...record, title: undefined } } } },
      'read: the answer is no assignment with its guaranteed fields; read: title is not as sent; read: title is not as it was before',
    ],
    [
      'points that changed with the due date',
      { 'read the due date': { answer: { data: { ...later, points_possible: 13 } } } },
      'read the due date: points_possible is not as it was before',
    ],
    [
      'a due date an hour late',
      { 'read the due date': { answer: { data: { ...later, due_date: '2027-02-01T11:00:00.000Z' } } } },
      'read the due date: due_date is not as sent',
    ],
    ['an outage on deletion', { delete: { status: 503 }, 'look for it': { status: 200 } }, 'cantTell'],
    [
      'a deleted assignment that is still there',
      { 'look for it': { status: 200, answer: { data: later } } },
      'look for it: a deleted assignment is not gone',
    ],
  ];
  for (const [name, answers, expected] of table)
    it(name, () => {
      expect(said(judge(id, ...life(answers)))).to.equal(expected);
    });

  it('nothing was sent', () => {
    expect(judge(id).outcome).to.equal('untested');
  });
});

describe('lms/submissions-listed', () => {
  const id = 'lms/submissions-listed';
  const of = (user: string) => ({
    id: `s${user}`,
    assignment_id: assignment,
    user_id: user,
    state: 'created',
  });
  const create = { method: 'POST', path: list, body: sent, status: 200, answer: { data: record } };
  const next = (cursor: string) => [{ rel: 'next', uri: `${path}/submissions?limit=1&cursor=${cursor}` }];
  const page = (query: string, users: readonly string[], links?: unknown, status = 200): Made => ({
    path: `${path}/submissions${query}`,
    status,
    answer: { data: users.map(of), ...(links === undefined ? {} : { links }) },
    step: { claim: id, case: query.split('&')[0] || 'no limit' },
  });
  const table: readonly (readonly [string, readonly Made[], string])[] = [
    ['a walk', [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [other])], 'passed'],
    ['a page that is too long', [page('?limit=1', [student, other])], '?limit=1: the page is too long'],
    [
      'a student who is missing',
      [page('?limit=100', [student])],
      '?limit=100: assigned students are missing',
    ],
    [
      'a student twice',
      [
        page('?limit=1', [student], next('a')),
        page('?limit=1&cursor=a', [student], next('b')),
        page('?limit=1&cursor=b', [other]),
      ],
      '?limit=1: students stand twice',
    ],
    ['a stranger', [page('', [student, other, section])], 'no limit: others than the assigned have one'],
    [
      'an id for a cursor',
      [page('?limit=1', [student], next(student)), page(`?limit=1&cursor=${student}`, [other])],
      '?limit=1: the cursor is no opaque one',
    ],
    [
      'a link to another list',
      [page('', [student, other], [{ rel: 'next', uri: `${list}?cursor=a` }])],
      'no limit: next does not lead on by a cursor',
    ],
    [
      'a prev link',
      [page('', [student, other], [{ rel: 'prev', uri: `${path}/submissions?cursor=a` }])],
      'no limit: other links than one next',
    ],
    ['a limit of 101 that is refused', [page('?limit=101', [], undefined, 400)], 'passed'],
    [
      'a limit of 0 that is served',
      [page('?limit=0', [student])],
      '?limit=0: a limit outside of 1 to 100 is not refused',
    ],
    [
      'a page that is lost',
      [page('?limit=1', [student], next('a')), page('?limit=1&cursor=a', [], [], 503)],
      'cantTell',
    ],
    ['a list of nobody', [{ ...page('', []), path: `${list}/x/submissions` }], 'untested'],
  ];
  for (const [name, pages, expected] of table)
    it(name, () => {
      expect(said(judge(id, create, ...pages))).to.equal(expected);
    });

  it('lists in any other traffic are held to their limit', () => {
    const { step: _, ...stray } = page('?limit=1', [student, other]);
    expect(said(judge(id, stray))).to.equal('other lists: the page is too long');
  });
});
