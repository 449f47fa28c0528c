import { expect } from 'chai';
import { caseOf, judge, one, two } from './data-testing.ts';

describe('operations', () => {
  const claim = 'data/operation-answers' as const;
  const path = `/terms/${one}`;

  it('are judged by every success, with the place that does not fit', () => {
    const outcome = judge(claim, [{ path, body: { data: { id: one, district: 7 } } }]);
    expect(caseOf(outcome, 'getTerm')?.findings[0]).to.include({
      expected: '/data/district must be string',
      actual: '/data/district is 7',
      exchange: 0,
    });
  });

  it('are not judged by errors that somebody else meant', () => {
    const good = { path, body: { data: { id: one, district: two } } };
    const bad = { path, body: '', status: 418 };
    expect(caseOf(judge(claim, [bad, good]), 'getTerm')?.outcome).to.equal('passed');
    expect(caseOf(judge(claim, [bad]), 'getTerm')?.outcome).to.equal('untested');
    expect(caseOf(judge(claim, [good, { ...bad, claim }], 'live'), 'getTerm')?.outcome).to.equal('failed');
  });

  it('count those that passed when the rest is open', () => {
    const { outcome, why } = judge(claim, [{ path, body: { data: { id: one, district: two } } }]);
    expect(outcome).to.equal('untested');
    expect(why).to.match(/^1 of 53 operations answered as described; /);
  });
});
