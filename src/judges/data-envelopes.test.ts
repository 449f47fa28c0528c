import { expect } from 'chai';
import { judge, one } from './data-testing.ts';
import { listOf } from './testing.ts';

describe('envelopes', () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['a bare array', [{ id: one }]],
    ['another key', { records: [], links: [] }],
    ['records that are not wrapped', { data: [{ id: one }], links: [] }],
    ['a wrapper that holds an array', { data: [{ data: [] }], links: [] }],
    ['links that are an object', { data: [{ data: { id: one } }], links: { next: '/v2.0/terms' } }],
    ['links without uri', { data: [{ data: { id: one } }], links: [{ rel: 'self' }] }],
    ['no links', { data: [{ data: { id: one } }] }],
    ['text', 'terms'],
  ];
  for (const [what, body] of wrong)
    it(`of a list are broken by ${what}`, () => {
      const outcome = judge('data/list-envelope', [{ path: '/terms', body }]);
      expect(outcome.outcome).to.equal('failed');
      expect(outcome.cases[0]?.findings[0]?.exchange).to.equal(0);
    });

  it('of one record take links or none, and neither an array nor a bare record', () => {
    const path = `/terms/${one}`;
    const outcomeOf = (body: unknown) => judge('data/single-envelope', [{ path, body }]).outcome;
    expect(outcomeOf({ data: { id: one } })).to.equal('passed');
    expect(outcomeOf({ data: { id: one }, links: [] })).to.equal('passed');
    for (const body of [{ id: one }, { data: [{ id: one }] }, { data: { id: one }, links: {} }, [], 'x', '7'])
      expect(outcomeOf(body)).to.equal('failed');
  });

  it('say nothing of an error', () => {
    const said = [{ path: '/terms', body: { error: 'Resource not found' }, status: 404 }];
    expect(judge('data/list-envelope', said).outcome).to.equal('untested');
  });
});

describe('the label of JSON', () => {
  const labels: Readonly<Record<string, boolean>> = {
    'application/json': true,
    'Application/JSON;charset=utf-8': true,
    'application/problem+json': true,
    'text/plain': false,
    'text/json': false,
    'application/jsonp': false,
    '': false,
  };
  for (const [type, isRight] of Object.entries(labels))
    it(`${isRight ? 'is' : 'is not'} ${type || 'absent'}`, () => {
      const { outcome } = judge('data/json-content-type', [{ path: '/terms', body: listOf(), type }]);
      expect(outcome).to.equal(isRight ? 'passed' : 'failed');
    });
});
