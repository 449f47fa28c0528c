import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { run as reference } from '../../examples/clients/reference.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import type { ClientModule } from '../../src/drivers/driver.ts';
import { createModuleDriver } from '../../src/drivers/module.ts';
import { type ClientRun, runClient } from '../../src/engine/client-run.ts';
import { clientMutants } from '../../src/mutants/clients/index.ts';
import { openPartner, pageSizeFor } from '../../src/proxy/partner.ts';
import { knownTokens } from '../../src/sandbox/http/tokens.ts';
import { scenarios } from '../../src/scenarios/index.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import type { LendWorld } from '../../src/scenarios/serving/world.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';

const ids: ReadonlySet<ClientRequirementId> = new Set(requirementsOf('client').map(({ id }) => id));
const signal = new AbortController().signal;
const [data] = profiles;

/** Those first that exercise most of what no earlier one does, until each requirement has been exercised as often as there is room for. */
function mostTelling(amount: number): readonly Scenario[] {
  const chosen: Scenario[] = [];
  const times = new Map<string, number>();
  const worth = ({ provokes }: Scenario) =>
    provokes.reduce((sum, id) => sum + 1 / (1 + (times.get(id) ?? 0)) ** 2, 0);
  while (chosen.length < amount) {
    const left = scenarios.filter((one) => !chosen.includes(one));
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    chosen.push(best);
    for (const id of best.provokes) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return chosen;
}

/** A partner with as many students as given, whatever the scenario has. */
function partnerWith(students: number): LendWorld {
  return (scenario, clock) => {
    const target = openSandboxTarget({
      seed: 1,
      students,
      clock: { ...clock, sleep: async () => {}, advance: () => {}, hold: (work) => work },
    });
    const partner = openPartner({ target, profile: data, budgetShare: 1, signal, onExchange: () => {} });
    const world = partner.lendWorld(scenario, clock);
    return { ...world, giveBack: async () => await target.close() };
  };
}

async function outcomes(run: ClientModule, chosen: readonly Scenario[], lendWorld?: LendWorld) {
  const judged: ClientRun = await runClient({
    driver: createModuleDriver(run, 'a module', { silenceMs: 1500 }),
    ids,
    seed: 1,
    jobs: 2,
    signal,
    now: () => 0,
    scenarios: chosen,
    ...(lendWorld ? { lendWorld, worldToken: knownTokens.district } : {}),
  });
  return Object.fromEntries(judged.result.outcomes.map(({ id, outcome }) => [id, outcome.outcome]));
}

describe('scenarios with the data of a partner', function () {
  this.timeout(60_000);
  const chosen = mostTelling(30);

  it('exercise every requirement of clients in 30 of them', () => {
    const exercised = new Set(chosen.flatMap(({ provokes }) => provokes));
    expect([...ids].filter((id) => !exercised.has(id))).to.deep.equal([]);
  });

  it('judge the reference client as its own sandbox does', async () => {
    const own = await outcomes(reference, chosen);
    expect(Object.values(own)).to.include('passed').and.not.include('failed');
    for (const students of [25, 60])
      expect(await outcomes(reference, chosen, partnerWith(students)), `${students}`).to.deep.equal(own);
  });

  for (const broken of ['pagination/client-follows-next', 'rate-limit/client-waits-for-reset'])
    it(`judge a broken client as its own sandbox does: ${broken}`, async () => {
      const mutant = clientMutants.find((one) => one.breaks === broken);
      if (!mutant) throw new Error(`No mutant breaks ${broken}.`);
      const own = await outcomes(mutant.run, chosen);
      expect(Object.values(own)).to.include('failed');
      expect(await outcomes(mutant.run, chosen, partnerWith(25))).to.deep.equal(own);
    });

  it('have as many pages as in the sandbox', () => {
    for (const records of [3, 24, 25, 60, 99, 100, 1203])
      for (const [students, pageSize] of [
        [25, 10],
        [230, 100],
        [65, 10],
        [5, 10],
      ] as const) {
        const size = pageSizeFor(records, { students, pageSize });
        const pages = Math.ceil(students / pageSize);
        expect(size, `${records}`).to.be.at.least(1);
        if (records >= 3 * pages)
          expect(Math.ceil(records / size), `${records} in ${size}`).to.be.closeTo(pages, 1);
      }
  });
});
