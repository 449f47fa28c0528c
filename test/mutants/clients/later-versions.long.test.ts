import { expect } from 'chai';
import { laterProfiles } from '../../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import type { ClientModule } from '../../../src/drivers/driver.ts';
import { clientMutants } from '../../../src/mutants/clients/index.ts';
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

const [, today] = laterProfiles;

describe(`client mutants of ${today.name}`, () => {
  for (const { name, run, breaks, alsoFails = [] } of sampled(clientMutants, 3))
    it(`${name} fails what it fails in the first version`, async () => {
      const ids = [breaks, ...alsoFails];
      expect(await failuresOf(run, today, ids)).to.deep.equal(ids);
    });
});
