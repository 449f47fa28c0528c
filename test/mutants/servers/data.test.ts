import { expect } from 'chai';
import { dataMutants } from '../../../src/mutants/servers/data/data.ts';
import { describeMutants, judgeSandbox } from './testing.ts';

describeMutants('data', dataMutants);

describe('data of the sandbox', () => {
  it('all 60 operations are judged in a quick run of at most two hundred requests', async () => {
    const run = await judgeSandbox(['data'], { as: (target) => ({ ...target, kind: 'live' }) });
    expect(run.outcomeOf('data/operation-answers').cases).to.have.length(60);
    expect(run.result.budget.requests).to.be.at.most(200);
  });
});
