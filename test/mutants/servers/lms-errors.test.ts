import { expect } from 'chai';
import { lmsErrorsMutants } from '../../../src/mutants/servers/lms/lms-errors.ts';
import { switchedOff } from '../../../src/mutants/servers/lms/support.ts';
import { describeMutants, outcomesOf, withOutcome } from './testing.ts';

describeMutants('lms-errors', lmsErrorsMutants);

describe('an LMS Connect that is switched off', () => {
  it('of lms-errors it is accused of nothing', async () => {
    const outcomes = await outcomesOf('lms-errors', { tamper: switchedOff('/v3.1/') });
    expect(withOutcome(outcomes, 'passed', 'failed')).to.deep.equal([]);
  });
});
