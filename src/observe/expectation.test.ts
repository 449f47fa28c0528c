import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { Need } from '../../contracts/requirement.ts';
import { requirementsOf } from '../catalogue.ts';
import { expectationOf } from './expectation.ts';

const apis = profiles.map((one) => one.name);
const ids = new Set(requirementsOf('server').map((one) => one.id));
const expectation = (depth: 'quick' | 'full', budgetShare: number, allows: readonly Need[] = []) =>
  expectationOf({
    target: { kind: 'live', allows: new Set(allows) },
    apis,
    ids,
    budgetShare,
    depth,
    signal: new AbortController().signal,
  });

describe('what a run will take', function () {
  this.timeout(30_000);

  it('a quick read-only run fits into one minute at a fifth of the rate limit', async () => {
    const expected = await expectation('quick', 0.2);
    expect(expected?.requests).to.be.within(200, 240);
    expect(expected?.seconds).to.be.below(60);
  });

  it('a smaller budget takes more minutes for the same requests', async () => {
    const expected = await expectation('quick', 0.05);
    expect(expected?.requests).to.be.within(200, 240);
    expect(expected?.seconds).to.be.within(180, 240);
  });

  it('writes add requests', async () => {
    const [without, withWrites] = [await expectation('quick', 1), await expectation('quick', 1, ['writes'])];
    expect(withWrites?.requests).to.be.above((without?.requests ?? 0) + 50);
  });
});
