import { expect } from 'chai';
import fc from 'fast-check';
import { judgeClientPlan } from './client.ts';
import { boundOf, seedOfRun, tallyText, type Verdict } from './long.ts';
import { clientPlans, serverPlans } from './random.ts';
import { judgeServerPlan } from './server.ts';

const textsOf = ({ alarms }: Verdict) => alarms.map(({ id, outcome, why }) => `${id} ${outcome} ${why}`);

describe('random conforming servers and clients', function () {
  this.timeout(120_000);

  it('no server fails', async () => {
    await fc.assert(
      fc.asyncProperty(serverPlans, async (plan) => {
        expect(textsOf(await judgeServerPlan({ ...plan, usesUpWindow: false }))).to.deep.equal([]);
      }),
      { seed: 1, numRuns: 4 },
    );
  });

  it('no client fails', async () => {
    await fc.assert(
      fc.asyncProperty(clientPlans, async (plan) => {
        expect(textsOf(await judgeClientPlan(plan))).to.deep.equal([]);
      }),
      { seed: 1, numRuns: 1 },
    );
  });

  it('the same plan gives the same outcomes', async () => {
    const [plan] = fc.sample(serverPlans, { seed: 7, numRuns: 1 });
    if (!plan) throw new Error('no plan');
    const quick = { ...plan, usesUpWindow: false, students: 5 };
    expect(await judgeServerPlan(quick)).to.deep.equal(await judgeServerPlan(quick));
  });
});

describe('the figures of a long proof', () => {
  it('every run has its own reproducible seed', () => {
    const seeds = Array.from({ length: 2000 }, (_, at) => seedOfRun(1, at));
    expect(new Set(seeds).size).to.equal(2000);
    expect(seedOfRun(1, 5)).to.equal(seeds[5]);
    expect(seedOfRun(2, 5)).to.not.equal(seeds[5]);
    for (const seed of seeds) expect(seed).to.satisfy((one: number) => Number.isSafeInteger(one) && one >= 0);
  });

  it('the bound is 3/n, at most 1', () => {
    expect(boundOf(300_000)).to.equal(1e-5);
    expect([boundOf(0), boundOf(2)]).to.deep.equal([1, 1]);
  });

  it('the summary contains the bound, or the number of runs with an alarm', () => {
    const none = tallyText({ checks: 300_000, runs: 3500, alarming: 0 });
    expect(none).to.include('300,000 judged checks in 3,500 runs').and.to.include('1.0e-5');
    expect(tallyText({ checks: 10, runs: 1, alarming: 1 })).to.match(/1 run with an alarm\.$/);
  });
});
