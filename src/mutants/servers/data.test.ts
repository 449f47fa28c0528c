import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { serverRequirements } from '../../judges/index.ts';
import { runServer } from '../../run/session.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import type { ServerMutant } from '../mutant.ts';
import { dataMutants } from './data.ts';

const ids = new Set(serverRequirements.map(({ id }) => id).filter((id) => id.startsWith('data/')));
const reporting: readonly ServerRequirementId[] = ['data/undocumented-field', 'data/undocumented-status'];

/** A body that lacks a guaranteed field, holds a wrong value or has no envelope does not fit its description either. */
const bodyClaims: ReadonlySet<string> = new Set<ServerRequirementId>([
  'data/guaranteed-fields-present',
  'data/validated-fields-in-range',
  'data/list-envelope',
  'data/single-envelope',
]);
/** The description's pattern takes any digits for a month and a day. */
const fitsItsSchema: ReadonlySet<string> = new Set(['data/a-birthday-on-the-45th-of-the-13th-month']);

function alsoFails(mutant: ServerMutant): readonly ServerRequirementId[] {
  return bodyClaims.has(mutant.breaks) && !fitsItsSchema.has(mutant.name) ? ['data/operation-answers'] : [];
}

async function runWith(tamper?: ServerMutant['tamper']) {
  const target = openSandboxTarget({ seed: 1, students: 120, ...(tamper ? { tamper } : {}) });
  try {
    return await runServer({
      target,
      apis: profiles.map(({ name }) => name),
      ids,
      seed: 1,
      budgetShare: 1,
      signal: new AbortController().signal,
      now: () => 0,
    });
  } finally {
    await target.close();
  }
}

describe('mutants: data', () => {
  it('the sandbox as it is passes every requirement of the theme, in a hundred requests or fewer', async () => {
    const run = await runWith();
    const notPassed = [...ids].filter((id) => run.outcomeOf(id).outcome !== 'passed');
    expect(notPassed.map((id) => `${id}: ${run.outcomeOf(id).why}`)).to.deep.equal([]);
    expect(run.outcomeOf('data/operation-answers').cases).to.have.length(60);
    expect(run.result.budget.requests).to.be.at.most(100);
  });

  it('every requirement that can fail has a mutant', () => {
    const broken = new Set(dataMutants.map((one) => one.breaks));
    expect([...ids].filter((id) => !broken.has(id))).to.deep.equal(reporting);
  });

  for (const mutant of dataMutants)
    it(`${mutant.name} is caught by ${mutant.breaks}`, async () => {
      const run = await runWith(mutant.tamper);
      const failed = [...ids].filter((id) => run.outcomeOf(id).outcome === 'failed');
      expect(failed).to.have.members([mutant.breaks, ...alsoFails(mutant)]);
    });
});
