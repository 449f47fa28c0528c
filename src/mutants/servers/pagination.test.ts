import { expect } from 'chai';
import { requirements, type ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { runServer } from '../../run/session.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { ServerMutant } from '../mutant.ts';
import { paginationMutants } from './pagination.ts';

const ids = new Set<ServerRequirementId>(
  requirements.flatMap((one) =>
    one.binds === 'server' && one.id.startsWith('pagination/') ? [one.id as ServerRequirementId] : [],
  ),
);

/** What else a mutant rightly breaks. */
const alsoFails: Readonly<Record<string, readonly ServerRequirementId[]>> = {
  // Two next links are both no single next link and a rel that stands twice.
  'pagination/two-next-links-that-differ': ['pagination/link-rels-known'],
};

async function outcomesOf(tamper?: ServerMutant['tamper']) {
  // Two pages of students are enough for every claim; a hundred records more would only cost time.
  const target = openSandboxTarget({ seed: 1, students: 120, ...(tamper ? { tamper } : {}) });
  try {
    const { result } = await runServer({
      target,
      apis: ['data-v2.0'],
      ids,
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: target.clock.now,
    });
    return result.outcomes.filter(({ id }) => ids.has(id));
  } finally {
    await target.close();
  }
}

describe('mutants: pagination', () => {
  it('the sandbox as it is passes every requirement of the theme', async () => {
    const notPassed = (await outcomesOf()).filter(({ outcome }) => outcome.outcome !== 'passed');
    expect(notPassed.map(({ id, outcome }) => `${id}: ${outcome.outcome} ${outcome.why}`)).to.deep.equal([]);
    expect(ids.size).to.equal(23);
  });

  it('every requirement has a mutant', () => {
    const broken = new Set(paginationMutants.map((one) => one.breaks));
    expect([...ids].filter((id) => !broken.has(id))).to.deep.equal([]);
  });

  for (const mutant of paginationMutants)
    it(`${mutant.name} is caught by ${mutant.breaks}`, async () => {
      const outcomes = await outcomesOf(mutant.tamper);
      const failed = outcomes.filter(({ outcome }) => outcome.outcome === 'failed').map(({ id }) => id);
      expect(failed).to.have.members([mutant.breaks, ...(alsoFails[mutant.name] ?? [])]);
    });
});
