import { expect } from 'chai';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { OutcomeValue } from '../../src/outcome.ts';
import {
  type Circumstances,
  observationOf,
  outcomeOver,
  outcomeWith,
  pageOne,
  pageTwo,
  type Seen,
  truth,
} from '../support/client-testing.ts';
import './errors.spec.ts';

type Row = readonly [ClientRequirementId, string, OutcomeValue, readonly Seen[], Circumstances?];

const limit = 'errors/client-lowers-limit-on-413';
const survives = 'errors/client-survives-unreadable-body';
const honest = 'errors/client-treats-page-error-as-incomplete';

const incomplete: Circumstances = { claim: { says: 'incomplete', ids: truth.slice(0, 2) } };
const partial: Circumstances = { claim: { says: 'complete', ids: truth.slice(0, 2) } };
const list = (n: number, atMs: number, got: number): Seen => ({
  atMs,
  got,
  path: `/v2.0/students?limit=${n}`,
  ...(got === 413 ? { rule: 'page 1 answers 413' } : {}),
});
const create = (got: Seen['got'], body: string): Seen => ({
  atMs: 0,
  got,
  body,
  method: 'POST',
  path: '/v3.1/sections/s/assignments',
  sent: '{"title":"a"}',
  rule: 'is taken and its answer is lost',
});
const created = { job: 'create-assignment', claim: { says: 'complete', ids: [] } } as const;
const unknown = { job: 'create-assignment', claim: { says: 'incomplete', ids: [] } } as const;
const broken = (got: number, body: string): Seen => ({ atMs: 0, got, body, rule: 'page 2 fails' });

/** What a client did, and what the claim comes to. */
const table: readonly Row[] = [
  [
    honest,
    'a part reported as complete, by a client that never met the error',
    'untested',
    [pageOne],
    { ...partial, account: { 'page 2 answers 404': 0 } },
  ],
  [limit, 'a client that gives up', 'passed', [list(1000, 0, 413)], incomplete],
  [limit, 'a smaller limit', 'passed', [list(1000, 0, 413), list(100, 0, 200)]],
  [limit, 'the same again', 'failed', [list(1000, 0, 413), list(1000, 5000, 200)]],
  [limit, 'a larger limit', 'failed', [list(1000, 0, 413), list(2000, 0, 200)]],
  [limit, 'no limit, which means 100', 'failed', [list(50, 0, 413), { ...pageOne, atMs: 0 }]],
  [
    limit,
    'another list meanwhile',
    'passed',
    [list(10, 0, 413), { atMs: 0, got: 200, path: '/v2.0/schools' }],
    incomplete,
  ],
  [
    survives,
    'HTML under a 200, and reported incomplete',
    'passed',
    [pageOne, broken(200, '<html>')],
    incomplete,
  ],
  [survives, 'HTML under a 200, reported complete', 'failed', [pageOne, broken(200, '<html>')], partial],
  [survives, 'an empty 200, read again', 'passed', [pageOne, broken(200, ''), pageTwo(1000)]],
  [
    survives,
    'a 500 in HTML, and reported incomplete',
    'passed',
    [pageOne, broken(500, '<html>')],
    incomplete,
  ],
  [survives, 'only errors that can be read', 'untested', [pageOne, broken(500, '{}'), pageTwo(1000)]],
  [
    survives,
    'waiting at the time limit',
    'cantTell',
    [pageOne, broken(500, '')],
    { claim: { says: 'incomplete', endedBy: 'time' } },
  ],
  ...['', '{}', '<html>', '{"data":{}}', '{"data":{"id":7}}'].flatMap((body): readonly Row[] => [
    [
      survives,
      `a create answered with ${body || 'nothing'}, reported done`,
      'failed',
      [create(200, body)],
      created,
    ],
    [
      survives,
      `a create answered with ${body || 'nothing'}, its outcome unknown`,
      'passed',
      [create(200, body)],
      unknown,
    ],
  ]),
  [
    survives,
    'a create whose id came with a second response',
    'passed',
    [create(200, ''), create(201, '{"data":{"id":"a"}}')],
    created,
  ],
  [
    survives,
    'a create without an id, and nothing reported',
    'untested',
    [create(200, '')],
    { ...created, claim: { says: 'nothing', ids: [] } },
  ],
  [honest, 'incomplete', 'passed', [pageOne, broken(404, '{}')], incomplete],
  [honest, 'complete without the rest', 'failed', [pageOne, broken(404, '{}')], partial],
  [
    honest,
    'complete with ids that were never there',
    'failed',
    [pageOne, broken(404, '{}')],
    { claim: { ids: [...truth, 'x'] } },
  ],
  [honest, 'complete, after it was served in the end', 'passed', [pageOne, broken(404, '{}'), pageTwo(0)]],
  [
    honest,
    'nothing reported',
    'untested',
    [pageOne, broken(404, '{}')],
    { claim: { says: 'nothing', ids: [] } },
  ],
];

describe('client side of errors', () => {
  for (const [id, what, expected, seen, more] of table)
    it(`${id}: ${what} is ${expected}`, () => {
      const outcome = outcomeWith(id, seen, more);
      expect(outcome.outcome, JSON.stringify(outcome)).to.equal(expected);
    });

  it('a client that retries a readable 500 but not an unreadable one failed over the body', () => {
    const control = observationOf([pageOne, broken(500, '{}'), pageTwo(1000)], { provokes: [survives] });
    const other = observationOf([pageOne, broken(502, '{}'), pageTwo(1000)], { provokes: [survives] });
    const failing = {
      ...observationOf([pageOne, broken(500, '<html>')], { provokes: [survives], ...incomplete }),
      scenario: 'errors/500-with-html',
    };
    expect(outcomeOver(survives, [control, failing]).outcome).to.equal('failed');
    expect(outcomeOver(survives, [other, failing]).outcome).to.equal('passed');
  });
});
