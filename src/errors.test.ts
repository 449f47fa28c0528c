import { expect } from 'chai';
import { type ExitCode, worstExitCode } from './errors.ts';

describe('the exit code of several runs', () => {
  it('is that of the worst, and of none that nothing was judged', () => {
    const order: readonly ExitCode[] = [130, 3, 6, 2, 1, 4, 5, 0];
    for (const [at, worst] of order.entries())
      expect(worstExitCode(order.slice(at).toReversed())).to.equal(worst);
    expect(worstExitCode([])).to.equal(5);
  });
});
