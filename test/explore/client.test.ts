import { expect } from 'chai';
import { laterProfiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { run as referenceClient } from '../../examples/clients/reference.ts';
import { clientMutants } from '../../src/mutants/clients/index.ts';
import { tryClient } from '../../src/proof/trial.ts';

describe('exploring a client', function () {
  this.timeout(60_000);

  it('the reference client is not accused', async () => {
    const explore = { schedules: 20, seed: 2 };
    const { result } = await tryClient(referenceClient, { scenarios: [], maxRequests: 2000, explore });
    expect(
      result.outcomes.filter((one) => one.outcome.outcome === 'failed').map((one) => one.id),
    ).to.deep.equal([]);
    expect(result.evidence.observations).to.have.lengthOf(20);
  });

  it('nor is it as a client of v3.1', async () => {
    const explore = { schedules: 20, seed: 3 };
    const profile = laterProfiles[1];
    const { result } = await tryClient(referenceClient, {
      scenarios: [],
      maxRequests: 2000,
      explore,
      profile,
    });
    expect(
      result.outcomes.filter((one) => one.outcome.outcome === 'failed').map((one) => one.id),
    ).to.deep.equal([]);
  });

  it('finds a violation without any scenario, and shrinks it to one fault', async () => {
    const mutant = clientMutants.find((one) => one.name === 'rate-limit/gives-up-at-a-429');
    if (!mutant) throw new Error('no mutant');
    const ids = new Set<ClientRequirementId>([mutant.breaks]);
    const run = await tryClient(mutant.run, { ids, scenarios: [], explore: { schedules: 40, seed: 1 } });
    const outcome = run.outcomeOf(mutant.breaks);
    expect(outcome.outcome).to.equal('failed');
    const shrunk = outcome.cases.find((one) => one.name.includes('/shrunk'));
    const seen = run.result.evidence.observations?.find((one) => one.scenario === shrunk?.name);
    expect(Object.keys(seen?.account ?? {})).to.have.lengthOf(1);
  });

  it('what a generated schedule leaves undecided does not outweigh what a scenario decided', async () => {
    const ids = new Set<ClientRequirementId>(['pagination/client-follows-next']);
    const run = await tryClient(referenceClient, { ids, explore: { schedules: 12, seed: 4 } });
    expect(run.outcomeOf('pagination/client-follows-next').outcome).to.equal('passed');
  });
});
