import { expect } from 'chai';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { OutcomeValue } from '../../src/outcome.ts';
import { type Circumstances, outcomeWith, type Seen } from '../support/client-testing.ts';
import './lms.spec.ts';

type Row = readonly [ClientRequirementId, string, OutcomeValue, readonly Seen[], Circumstances?];

const once = 'lms/client-creates-once';
const says = 'lms/client-writes-what-the-job-says';
const shows = 'lms/client-shows-message';
const wins = 'lms/client-final-grade-wins';

const create = (got: Seen['got'], more: Partial<Seen> = {}): Seen => ({
  atMs: 0,
  got,
  method: 'POST',
  path: '/v3.1/sections/s/assignments',
  sent: '{"title":"a"}',
  ...(got === 200 ? {} : { rule: 'the write fails' }),
  ...more,
});
const grade = (points: number, got: Seen['got'] = 200): Seen => ({
  atMs: 0,
  got,
  method: 'PATCH',
  path: '/v3.1/sections/s/assignments/a/submissions/u',
  sent: `{"grade_points":${points}}`,
});
const job = { job: 'create-assignment' } as const;
const printing = (said: string): Circumstances => ({ ...job, claim: { says: 'incomplete', ids: [], said } });
const refusal = (message: string) => [create(400, { body: JSON.stringify({ message }) })];

/** What a client did, and what the claim comes to. */
const table: readonly Row[] = [
  [says, 'a create as given', 'passed', [create(200)], job],
  [
    says,
    'a create without a title',
    'failed',
    [create(200)],
    { ...job, miswritten: [{ exchange: 0, members: ['title'] }] },
  ],
  [says, 'no create', 'untested', [{ atMs: 0, got: 200, path: '/v3.1/sections/s' }], job],
  [
    says,
    'the create of a person',
    'untested',
    [create(200)],
    { ...job, claim: { says: 'nothing', ids: [] }, miswritten: [{ exchange: 0, members: ['title'] }] },
  ],
  [once, 'one create', 'passed', [create(200)], job],
  [once, 'nothing', 'untested', [], job],
  [
    once,
    'a create that the sandbox rejects',
    'untested',
    [create(400, { rule: '' })].map(({ rule: _, ...rest }) => rest),
    job,
  ],
  [once, 'another after a lost response', 'failed', [create('lost'), create(200)], job],
  [once, 'another after a 502', 'failed', [create(502), create(200)], job],
  [once, 'another with another title', 'failed', [create(503), create(200, { sent: '{"title":"b"}' })], job],
  [once, 'another after a success', 'failed', [create(200), create(200)], job],
  [once, 'another after a 429', 'passed', [create(429), create(200, { atMs: 2000 })], job],
  [once, 'none after a 429', 'passed', [create(429)], printing('429')],
  [once, 'none after a lost response', 'passed', [create('lost')], printing('unknown')],
  [
    shows,
    'the message',
    'passed',
    refusal('due_date must be in the future'),
    printing('API: due_date must be in the future'),
  ],
  [
    shows,
    'the message inside JSON',
    'passed',
    refusal(`no "x" here`),
    printing('{"error":"no \\"x\\" here"}'),
  ],
  [shows, 'all lines of it', 'passed', refusal('list:\nb is bad'), printing('list: b is bad')],
  [shows, 'the first line of it', 'failed', refusal('list:\nb is bad'), printing('list:')],
  [shows, 'a bare text', 'passed', [create(400, { body: 'Bare text' })], printing('400 Bare text')],
  [shows, 'the status alone', 'failed', refusal('due_date must be in the future'), printing('HTTP 400')],
  [shows, 'nothing', 'failed', refusal('due_date must be in the future'), printing('')],
  [shows, 'nothing reported', 'untested', refusal('x'), { ...job, claim: { says: 'nothing' } }],
  [wins, 'newer after older', 'passed', [grade(70, 'lost'), grade(70), grade(90)]],
  [wins, 'older after newer', 'failed', [grade(70, 'lost'), grade(90), grade(70)]],
  [wins, 'one grade only', 'untested', [grade(70, 'lost'), grade(70)]],
];

describe('client side of LMS Connect', () => {
  for (const [id, what, expected, seen, more] of table)
    it(`${id}: ${what} is ${expected}`, () => {
      const outcome = outcomeWith(id, seen, more);
      expect(outcome.outcome, JSON.stringify(outcome)).to.equal(expected);
    });

  it('a finding shows what the client printed, or says that it is not shown', () => {
    const actual = (said: string) =>
      outcomeWith(shows, refusal('due_date must be in the future'), printing(said)).cases[0]?.findings[0]
        ?.actual;
    expect(actual('HTTP 400')).to.equal('"HTTP 400"');
    expect(actual('«text: 2404 characters»')).to.equal(
      '2404 characters of other output, which reports do not show',
    );
    expect(actual(' ')).to.equal('it printed nothing');
  });
});
