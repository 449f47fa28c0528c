import { expect } from 'chai';
import { lmsMutants } from '../../../src/mutants/servers/lms/lms.ts';
import { switchedOff } from '../../../src/mutants/servers/lms/support.ts';
import { describeMutants, outcomesOf, withOutcome } from './testing.ts';

describeMutants('lms', lmsMutants);

describe('an LMS Connect that is switched off', () => {
  it('of lms it fails what it does not do, and nothing else', async () => {
    const outcomes = await outcomesOf('lms', { tamper: switchedOff('/v3.1/') });
    expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
    expect(withOutcome(outcomes, 'failed')).to.deep.equal(['lms/create-read-update-delete']);
  });
});
