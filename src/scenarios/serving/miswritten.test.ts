import { expect } from 'chai';
import type { Exchange } from '../../exchange.ts';
import { membersThatDiffer, miswrittenIn } from './miswritten.ts';

const given = {
  title: 'An essay on rivers',
  due_date: '2026-03-04T12:00:00.737Z',
  points_possible: 100,
  submission_types: ['text'],
};

describe('what a write says', () => {
  const table: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['the given body', given, []],
    ['more members, in another order', { x: 1, ...Object.fromEntries(Object.entries(given).reverse()) }, []],
    ['a number as text', { ...given, points_possible: '100.0' }, []],
    ['a text as HTML', { ...given, title: '<p>An essay\n on rivers</p>' }, []],
    ['an instant in another zone, cut to seconds', { ...given, due_date: '2026-03-04T13:00:00+01:00' }, []],
    ['an instant without a zone', { ...given, due_date: '2026-03-04T12:00:00.737' }, ['due_date']],
    ['another instant', { ...given, due_date: '2026-03-04T12:00:01.737Z' }, ['due_date']],
    [
      'no title and other points',
      { ...given, title: undefined, points_possible: 1 },
      ['title', 'points_possible'],
    ],
    ['an empty text for a number', { ...given, points_possible: '' }, ['points_possible']],
    ['null for a list', { ...given, submission_types: null }, ['submission_types']],
    ['a text for a list', { ...given, submission_types: 'text' }, ['submission_types']],
    ['no object', [], Object.keys(given)],
  ];
  for (const [what, sent, members] of table)
    it(`${what}: ${members.join(', ') || 'as given'}`, () => {
      expect(membersThatDiffer(given, JSON.stringify(sent))).to.deep.equal(members);
    });

  it('nothing is said by a body that is no JSON', () => {
    expect(membersThatDiffer({ grade: '70' }, 'grade=70')).to.deep.equal(['grade']);
  });

  it('a later start may send what an earlier one was given, and an earlier one not what comes later', () => {
    const claim = { says: 'complete', ids: [], said: '', endedBy: 'itself' } as const;
    const runs = [0, 100].map((startedAtMs) => ({ startedAtMs, endedAtMs: startedAtMs + 50, claim }));
    const patch = (sentAtMs: number, points: number): Exchange => ({
      seq: 0,
      request: {
        method: 'PATCH',
        origin: 'http://sandbox.localhost',
        path: '/v3.1/sections/s/assignments/a/submissions/u?x=1',
        headers: {},
        body: `{"grade_points":${points}}`,
        sentAtMs,
      },
    });
    const bodies = [{ grade_points: 70 }, { grade_points: 90 }];
    const sent = [patch(10, 70), patch(20, 90), patch(100, 90), patch(110, 70), patch(120, 80)];
    expect(miswrittenIn('update-submission', sent, runs, bodies)).to.deep.equal([
      { exchange: 1, members: ['grade_points'] },
      { exchange: 4, members: ['grade_points'] },
    ]);
    expect(miswrittenIn('create-assignment', sent, runs, bodies)).to.deep.equal([]);
  });
});
