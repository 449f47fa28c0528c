import { expect } from 'chai';
import { laterProfiles } from '../../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import type { ClientModule } from '../../../src/drivers/driver.ts';
import { clientMutants } from '../../../src/mutants/clients/index.ts';
import { wholeClient } from '../../../src/mutants/clients/whole-client.ts';
import { tryClient } from '../../../src/proof/trial.ts';
import { scenariosIn } from '../../../src/scenarios/index.ts';
import { createSandboxPool } from '../../../src/scenarios/serving/sandbox-pool.ts';
import { sampled } from '../sample.ts';

const sandboxes = createSandboxPool(1);

/** What a client of users fails, of these requirements and in the scenarios that exercise them. */
async function failuresOf(
  run: ClientModule,
  profile: (typeof laterProfiles)[number],
  ids: readonly ClientRequirementId[],
): Promise<readonly string[]> {
  const scenarios = scenariosIn(profile).filter(({ provokes }) => provokes.some((id) => ids.includes(id)));
  const trial = await tryClient(run, { ids: new Set(ids), scenarios, profile, sandboxes });
  return ids.filter((id) => trial.outcomeOf(id).outcome === 'failed');
}

for (const profile of laterProfiles)
  describe(`clients of ${profile.name}`, () => {
    it('a client written from the documents passes everything', async () => {
      const { result } = await tryClient(wholeClient(), { profile, sandboxes, maxRequests: 2000 });
      const open = result.outcomes.filter(({ outcome }) => outcome.outcome !== 'passed');
      expect(open.map(({ id, outcome }) => `${id} ${outcome.outcome} ${outcome.why}`)).to.deep.equal([]);
    });
  });

const [, today] = laterProfiles;

describe(`client mutants of ${today.name}`, () => {
  for (const { name, run, breaks, alsoFails = [] } of sampled(clientMutants))
    it(`${name} fails what it fails in the first version`, async () => {
      const ids = [breaks, ...alsoFails];
      expect(await failuresOf(run, today, ids)).to.deep.equal(ids);
    });
});
