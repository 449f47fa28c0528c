import { expect } from 'chai';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { judgeServer } from '../../src/engine/judge.ts';
import { serverMutants } from '../../src/mutants/servers/index.ts';
import { tryServer } from '../../src/proof/trial.ts';

/** Explores a mutant with all probes off, judged on what it breaks. */
async function exploreMutant(name: string, requests: number) {
  const mutant = serverMutants.find((one) => one.name === name);
  if (!mutant) throw new Error(`no mutant ${name}`);
  const ids = new Set<ServerRequirementId>([mutant.breaks]);
  const apis = ['data-v2.0'] as const;
  const run = await tryServer(mutant.tamper, { ids, apis, probes: [], explore: { requests, seed: 1 } });
  return { run, breaks: mutant.breaks, outcome: run.outcomeOf(mutant.breaks) };
}

describe('exploring a server', function () {
  this.timeout(60_000);

  it('the sandbox is not accused, and keeps to the requests', async () => {
    const explore = { requests: 200, seed: 3 };
    const { result, unfinished } = await tryServer(undefined, { probes: [], explore });
    expect(unfinished).to.equal(undefined);
    expect(
      result.outcomes.filter((one) => one.outcome.outcome === 'failed').map((one) => one.id),
    ).to.deep.equal([]);
    const sent = result.evidence.explored?.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    // Less what was broken off at the end.
    expect(sent).to.be.within(120, 200);
    expect(result.outcomes.filter((one) => one.outcome.outcome === 'passed')).to.have.length.above(40);
  });

  it('explores v3.1 through its own lists, roles and counts', async () => {
    const explore = { requests: 300, seed: 1 };
    const { result, outcomeOf } = await tryServer(undefined, { apis: ['data-v3.1'], probes: [], explore });
    expect(
      result.outcomes.filter((one) => one.outcome.outcome === 'failed').map((one) => one.id),
    ).to.deep.equal([]);
    for (const id of ['data/role-filter', 'data/count', 'pagination/next-walk-complete'] as const)
      expect(outcomeOf(id).outcome, id).to.equal('passed');
    const paths = result.evidence.exchanges.map((one) => one.request.path);
    expect(paths.filter((one) => !one.startsWith('/v3.1/'))).to.deep.equal([]);
  });

  it('a command that the requests do not suffice for is left out: half a walk has no end', async () => {
    const ids = new Set<ServerRequirementId>(['lms/submissions-listed']);
    const apis = ['lms-v3.1'] as const;
    const explore = { requests: 33, seed: 1 };
    const { result } = await tryServer(undefined, { ids, apis, probes: [], explore });
    expect(result.outcomes.map((one) => one.outcome.outcome)).to.not.include('failed');
    expect(result.evidence.exchanges.length).to.be.below(33);
  });

  it('finds a violation without any probe, and shrinks it', async () => {
    const { run, breaks, outcome } = await exploreMutant('pagination/way-back-breaks-off', 400);
    expect(outcome.outcome).to.equal('failed');
    const shrunk = run.result.evidence.explored?.find((one) => one.requirement === breaks);
    expect(shrunk?.steps).to.have.lengthOf(1);
    const failed = outcome.cases.find((one) => /^explored\/1-\d+\/shrunk: \//.test(one.name));
    expect(failed?.outcome).to.equal('failed');
    expect(failed?.notes?.[0]).to.match(/^step 1: walk /);
  });

  it('what was shrunk fails again when it is replayed alone, and not at a server without the fault', async () => {
    const { run, breaks } = await exploreMutant('pagination/way-back-breaks-off', 400);
    const shrunk = run.result.evidence.explored?.find((one) => one.requirement === breaks);
    if (!shrunk) throw new Error('nothing was shrunk');
    const kept = [{ name: shrunk.name, commands: shrunk.commands as { do: string }[], requirement: breaks }];
    const options = { ids: new Set([breaks]), probes: [], explore: { requests: 0, seed: 1, kept } } as const;
    const mutant = serverMutants.find((one) => one.name === 'pagination/way-back-breaks-off');
    expect((await tryServer(mutant?.tamper, options)).outcomeOf(breaks).outcome).to.equal('failed');
    expect((await tryServer(undefined, options)).outcomeOf(breaks).outcome).to.equal('passed');
  });

  it('is judged again alike from its evidence, and the same seed gives the same run', async () => {
    const first = await exploreMutant('pagination/way-back-breaks-off', 120);
    const second = await exploreMutant('pagination/way-back-breaks-off', 120);
    expect(second.run.result.evidence).to.deep.equal(first.run.result.evidence);
    const { evidence, outcomes } = first.run.result;
    expect(judgeServer(evidence, first.run.result, new Set([first.breaks])).outcomes).to.deep.equal(outcomes);
  });
});
