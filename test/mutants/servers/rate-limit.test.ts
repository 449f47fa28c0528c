import { expect } from 'chai';
import { rateLimitMutants } from '../../../src/mutants/servers/rate-limit/rate-limit.ts';
import { describeMutants, outcomesOf, withOutcome } from './testing.ts';

describeMutants('rate-limit', rateLimitMutants);

describe('headers alone', () => {
  it('right rate-limit headers on empty answers pass nothing', async () => {
    const outcomes = await outcomesOf('rate-limit', {
      tamper: (sandbox) => async (request) => {
        const { headers, status } = await sandbox.fetch(request);
        return new Response('{}', { status, headers: new Headers(headers) });
      },
    });
    expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
  });
});
