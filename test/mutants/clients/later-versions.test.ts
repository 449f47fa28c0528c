import { expect } from 'chai';
import { laterProfiles } from '../../../contracts/profiles.ts';
import { wholeClient } from '../../../src/mutants/clients/whole-client.ts';
import { tryClient } from '../../../src/proof/trial.ts';
import { createSandboxPool } from '../../../src/scenarios/serving/sandbox-pool.ts';

const sandboxes = createSandboxPool(1);

for (const profile of laterProfiles)
  describe(`clients of ${profile.name}`, () => {
    it('a client written from the documents passes everything', async () => {
      const { result } = await tryClient(wholeClient(), { profile, sandboxes, maxRequests: 2000 });
      const open = result.outcomes.filter(({ outcome }) => outcome.outcome !== 'passed');
      expect(open.map(({ id, outcome }) => `${id} ${outcome.outcome} ${outcome.why}`)).to.deep.equal([]);
    });
  });
