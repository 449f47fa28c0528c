import { expect } from 'chai';
import {
  assignment,
  capturedOutcomeOf,
  type LmsSent,
  list,
  lmsOutcomeOf,
  path,
  record,
  resultOf,
  sent,
  student,
} from '../../support/lms-testing.ts';
import './assignments.spec.ts';

describe('lms/create-read-update-delete', () => {
  const id = 'lms/create-read-update-delete';
  const step = (name: string) => ({ claim: id, case: name });
  const changed = { ...record, title: 'Essay, changed' };
  const gone = { status: 404, body: { message: 'Assignment does not exist' } };
  const later = { ...changed, due_date: '2027-02-01T10:00:00.000Z' };
  const life = (responses: Partial<Record<string, Partial<LmsSent>>> = {}): LmsSent[] => {
    const steps: (LmsSent & { name: string })[] = [
      { name: 'create', method: 'POST', path: list, sends: sent, status: 200, body: { data: record } },
      { name: 'read', status: 200, body: { data: record } },
      {
        name: 'change',
        method: 'PATCH',
        sends: { title: changed.title },
        status: 200,
        body: { data: changed },
      },
      { name: 'read after the change', status: 200, body: { data: changed } },
      {
        name: 'change the due date',
        method: 'PATCH',
        sends: { due_date: later.due_date },
        status: 200,
        body: { data: later },
      },
      { name: 'read the due date', status: 200, body: { data: later } },
      { name: 'read again', status: 200, body: { data: later } },
      { name: 'delete', method: 'DELETE', status: 200 },
      { name: 'look for it', ...gone },
      { name: 'look for it again', ...gone },
      { name: 'look for its submissions', path: `${path}/submissions`, ...gone },
      { name: 'look for a submission', path: `${path}/submissions/${student}`, ...gone },
      { name: 'change it after all', method: 'PATCH', sends: { title: 'late' }, ...gone },
      { name: 'look for it after that', ...gone },
    ];
    return steps.map(({ name, ...one }) => ({ ...one, ...responses[name], step: step(name) }));
  };
  const table: readonly (readonly [string, Parameters<typeof life>[0], string])[] = [
    ['a whole life', {}, 'passed'],
    ['201 and 204', { create: { status: 201 }, delete: { status: 204 } }, 'passed'],
    [
      'a create that is refused',
      { create: { status: 400, body: { message: 'no' } } },
      'create: A valid POST was not answered with 200.',
    ],
    [
      'a response without an id',
      { create: { body: {} } },
      'create: The response is not an assignment with its guaranteed fields.',
    ],
    [
      'a read without a title',
      { read: { body: { data: { ...record, title: undefined } } } },
      'read: The response is not an assignment with its guaranteed fields. read: `title` is not as it was sent. read: `title` is not as it was before.',
    ],
    [
      'points that changed with the due date',
      { 'read the due date': { body: { data: { ...later, points_possible: 13 } } } },
      'read the due date: `points_possible` is not as it was before. read again: `points_possible` is not as it was before.',
    ],
    [
      'a due date an hour late',
      { 'read the due date': { body: { data: { ...later, due_date: '2027-02-01T11:00:00.000Z' } } } },
      'read the due date: `due_date` is not as it was sent. read again: `due_date` is not as it was before.',
    ],
    [
      'an outage on deletion',
      {
        delete: { status: 503 },
        'look for it': { status: 200 },
        'look for its submissions': { status: 200, body: { data: [] } },
        'change it after all': { status: 200, body: { data: later } },
      },
      'cantTell',
    ],
    [
      'a change that is forgotten later',
      { 'read again': { body: { data: changed } } },
      'read again: `due_date` is not as it was before.',
    ],
    [
      'a deleted assignment that comes back on the second read',
      { 'look for it again': { status: 200, body: { data: later } } },
      'look for it again: A read of a deleted assignment was not answered with 404.',
    ],
    [
      'submissions of a deleted assignment',
      {
        'look for its submissions': { status: 200, body: { data: [] } },
        'look for a submission': { status: 400, body: { message: 'INVALID_ID' } },
      },
      'look for its submissions: A GET below a deleted assignment was not refused.',
    ],
    [
      'a change that creates it again',
      {
        'change it after all': { status: 200, body: { data: later } },
        'look for it after that': { status: 200, body: { data: later } },
      },
      'change it after all: A PATCH below a deleted assignment was not refused. look for it after that: A read of a deleted assignment was not answered with 404.',
    ],
    [
      'a description as HTML',
      { read: { body: { data: { ...record, description: '<p>Write one.</p>\n' } } } },
      'passed',
    ],
    [
      'another description as HTML',
      { read: { body: { data: { ...record, description: '<p>Write two.</p>' } } } },
      'read: `description` is not as it was sent. read: `description` is not as it was before. change: `description` is not as it was before. read after the change: `description` is not as it was before.',
    ],
    [
      'a deleted assignment that is still there',
      { 'look for it': { status: 200, body: { data: later } } },
      'look for it: A read of a deleted assignment was not answered with 404.',
    ],
  ];
  for (const [name, responses, expected] of table)
    it(name, () => {
      expect(resultOf(lmsOutcomeOf(id, ...life(responses)))).to.equal(expected);
    });

  describe('values that not every LMS has', () => {
    const graded = { ...record, grading_type: 'percent', attachments: [{ type: 'file', title: 'A' }] };
    const { id: _, state: __, ...sends } = graded;
    const made = (name: string, body: unknown, status = 200): LmsSent[] => [
      { method: 'POST', path: list, sends, status, body, step: { ...step(name), role: 'create' } },
      { status, body, step: { ...step(name), role: 'read' } },
    ];
    const name = 'graded in percent';
    const result = (...exchanges: LmsSent[]) => resultOf(lmsOutcomeOf(id, ...exchanges));

    it('may be refused', () => {
      expect(result(...made(name, { message: 'no' }, 400))).to.equal('inapplicable');
      expect(result(...made(name, { message: 'no' }, 500))).to.equal(
        `${name}, create: A valid POST was not answered with 200.`,
      );
      expect(result(...made('for the whole class', { message: 'no' }, 400))).to.equal(
        'for the whole class, create: A valid POST was not answered with 200.',
      );
    });

    it('are kept once they are taken', () => {
      expect(result(...made(name, { data: graded }))).to.equal('passed');
      expect(result(...made(name, { data: { ...graded, grading_type: 'points' } }))).to.equal(
        `${name}, create: \`grading_type\` is not as it was sent. ${name}, read: \`grading_type\` is not as it was sent.`,
      );
    });

    it('a file may be kept elsewhere, and is not kept twice', () => {
      const [file] = graded.attachments;
      const elsewhere = { ...file, url: 'https://files.invalid/1', size: 3 };
      expect(result(...made(name, { data: { ...graded, attachments: [elsewhere] } }))).to.equal('passed');
      expect(result(...made(name, { data: { ...graded, attachments: [file, file] } }))).to.contain(
        '`attachments` is not as it was sent.',
      );
    });
  });

  it('nothing was sent', () => {
    expect(lmsOutcomeOf(id).outcome).to.equal('untested');
  });
});

describe('lms/failed-write-changes-nothing', () => {
  const id = 'lms/failed-write-changes-nothing';
  const work = { id: 's', assignment_id: assignment, user_id: student, state: 'created', grade: '81' };
  const look = (data: object = record, submissions: readonly object[] = [work], status = 200): LmsSent[] => [
    { status, body: { data }, step: { claim: id, case: 'assignment', role: 'look' } },
    {
      path: `${path}/submissions?limit=100`,
      status,
      body: { data: submissions },
      step: { claim: id, case: 'submissions', role: 'look' },
    },
  ];
  const refused = (status = 400, body: unknown = { message: 'INVALID_ID' }): LmsSent => ({
    method: 'PATCH',
    sends: { title: 'half' },
    status,
    body,
    step: { claim: 'lms-errors/update-due-date-out-of-range', case: 'it', role: 'asked' },
  });
  const name = 'update-due-date-out-of-range';
  const table: readonly (readonly [string, readonly LmsSent[], string])[] = [
    ['nothing changed', [...look(), refused(), ...look()], 'passed'],
    [
      'times and states may move on',
      [...look(), refused(), ...look({ ...record, state: 'locked', last_modified: '2027-01-01T00:00:00Z' })],
      'passed',
    ],
    [
      'a title was kept',
      [...look(), refused(), ...look({ ...record, title: 'half' })],
      `${name}: \`title\` of the assignment changed although the write was refused.`,
    ],
    [
      'a field came in',
      [...look(), refused(), ...look({ ...record, max_attempts: 3 })],
      `${name}: \`max_attempts\` of the assignment changed although the write was refused.`,
    ],
    [
      'a grade was changed',
      [...look(), refused(), ...look(record, [{ ...work, grade: '55' }])],
      `${name}: \`grade\` of a submission changed although the write was refused.`,
    ],
    [
      'a submission is gone',
      [...look(), refused(), ...look(record, [])],
      `${name}: Submissions appeared or disappeared although the write was refused.`,
    ],
    [
      'the assignment is gone',
      [...look(), refused(), ...look(record, [work], 404)],
      `${name}: The assignment cannot be read any more after a refused write. ${name}: The submissions cannot be read any more after a refused write.`,
    ],
    [
      'a refusal that names something new',
      [...look(), refused(400, { message: 'x', data: { id: assignment } }), ...look()],
      `${name}: A refused write was answered with a record.`,
    ],
    ['a write that was taken', [...look(), refused(200, { data: record }), ...look()], 'cantTell'],
    ['a look that failed', [...look(), refused(), ...look(record, [work], 503)], 'cantTell'],
    ['no look before', [refused(), ...look()], 'untested'],
  ];
  for (const [title, made, expected] of table)
    it(title, () => {
      expect(resultOf(lmsOutcomeOf(id, ...made))).to.equal(expected);
    });
});

describe('assignments in captured traffic', () => {
  const create = { method: 'POST', path: list, sends: sent, body: { data: record } };
  const read = { body: { data: record } };
  const refused = { method: 'PATCH', sends: { title: 'half' }, status: 400, body: { message: 'INVALID_ID' } };
  const outcomesOf = (...args: Parameters<typeof capturedOutcomeOf>) =>
    Object.fromEntries(capturedOutcomeOf(...args).cases.map((one) => [one.name, one.outcome]));

  it('lists the assignment that was seen best, and what is wrong with any other', () => {
    const id = 'lms/create-read-update-delete';
    const other = { ...record, id: '22222222-2222-4333-8444-555555555555' };
    const createOther = { ...create, body: { data: other } };
    const readOther = (shown: object) => ({ path: `${list}/${other.id}`, body: { data: shown } });
    const gone = [{ method: 'DELETE' }, { status: 404 }];
    const best = {
      'assignment 1, create': 'passed',
      'assignment 1, read': 'passed',
      'assignment 1, change': 'untested',
      'assignment 1, read after the change': 'untested',
      'assignment 1, delete': 'passed',
      'assignment 1, look for it': 'passed',
    };
    expect(outcomesOf(id, create, read, ...gone, createOther, readOther(other))).to.deep.equal(best);
    expect(
      outcomesOf(id, create, read, ...gone, createOther, readOther({ ...other, title: 'x' })),
    ).to.deep.equal({ ...best, 'assignment 2, read': 'failed' });
  });

  it('a change between two reads counts for a refused write only where it is what the write asked for', () => {
    const id = 'lms/failed-write-changes-nothing';
    const name = 'PATCH (request 1)';
    const readTitle = (title: string) => ({ body: { data: { ...record, title } } });
    expect(outcomesOf(id, read, refused, read)).to.deep.equal({ [name]: 'passed' });
    expect(outcomesOf(id, read, refused, readTitle('half'))).to.deep.equal({ [name]: 'failed' });
    expect(outcomesOf(id, read, refused, readTitle('other'))).to.deep.equal({ [name]: 'cantTell' });
  });
});
