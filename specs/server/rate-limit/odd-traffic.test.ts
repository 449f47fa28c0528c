import { expect } from 'chai';
import fc from 'fast-check';
import { ids, inTurn, outcomeIn, quota, refill, type Sent, startS, steady } from './testing.ts';

describe('claims of the rate limit over odd traffic', () => {
  it('traffic of other APIs is not material', () => {
    const sent: readonly Sent[] = [{ path: '/oauth/tokens' }, { path: '/v2.0x/students', without: ['date'] }];
    for (const id of ids) expect(outcomeIn(id, sent).outcome, id).to.equal('untested');
  });

  it('no header, however odd, makes a claim throw or contradict itself', () => {
    const value = fc.oneof(
      fc.constantFrom('', ' ', ',', '0', '-1', '1e3', '5, 0', '99999999999999999999', `${startS + 30}`),
      fc.string({ maxLength: 12 }),
    );
    const odd = fc.record({
      status: fc.constantFrom(200, 404, 429, 500),
      atS: fc.nat(200),
      left: value,
      headers: fc.dictionary(fc.constantFrom('x-ratelimit-limit', 'x-ratelimit-reset', 'date'), value),
      step: fc.constantFrom(
        steady,
        inTurn,
        refill('before'),
        refill('after'),
        quota('quota'),
        quota('beyond'),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(odd, { maxLength: 8 }),
        fc.constantFrom('live' as const, 'har' as const),
        (sent, subject) => {
          for (const id of ids) {
            const { outcome, cases } = outcomeIn(id, sent, subject);
            const failed = cases.some((one) => one.findings.length > 0);
            expect(failed, id).to.equal(outcome === 'failed');
          }
        },
      ),
      { numRuns: 150, seed: 1 },
    );
  });
});
