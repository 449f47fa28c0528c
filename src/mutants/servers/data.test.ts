import { expect } from 'chai';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { dataMutants } from './data.ts';
import { describeMutants, judgeSandbox } from './testing.ts';

/** A body that lacks a guaranteed field, holds a wrong value or has no envelope does not fit its description either. */
const bodyClaims: ReadonlySet<string> = new Set<ServerRequirementId>([
  'data/guaranteed-fields-present',
  'data/validated-fields-in-range',
  'data/list-envelope',
  'data/single-envelope',
]);
/** The description's pattern takes any digits for a month and a day. */
const fitsItsSchema: ReadonlySet<string> = new Set(['data/a-birthday-on-the-45th-of-the-13th-month']);

describeMutants('data', dataMutants, ({ breaks, name }) =>
  bodyClaims.has(breaks) && !fitsItsSchema.has(name) ? ['data/operation-answers'] : [],
);

describe('data of the sandbox', () => {
  it('all 60 operations are judged in a hundred requests or fewer', async () => {
    const run = await judgeSandbox(['data']);
    expect(run.outcomeOf('data/operation-answers').cases).to.have.length(60);
    expect(run.result.budget.requests).to.be.at.most(100);
  });
});
