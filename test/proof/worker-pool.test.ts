import { expect } from 'chai';
import { InterruptedError, SuiteFault } from '../../src/errors.ts';
import { runTrials } from '../../src/proof/worker-pool.ts';

const signal = new AbortController().signal;
const server = { side: 'server', name: 'data/terms-are-not-wrapped', seed: 1 } as const;

describe('trials on threads', function () {
  this.timeout(60_000);

  it('that break end the proof, by name', async () => {
    const tasks = [{ ...server, name: 'data/no-such-mutant' }];
    const error = await runTrials(tasks, { jobs: 1, signal }).catch((one: unknown) => one);
    expect(error).to.be.instanceOf(SuiteFault);
    expect((error as SuiteFault).message).to.include('data/no-such-mutant');
  });

  it('end at once when they are interrupted', async () => {
    const error = await runTrials([server], { jobs: 1, signal: AbortSignal.abort() }).catch(
      (one: unknown) => one,
    );
    expect(error).to.be.instanceOf(InterruptedError);
  });
});
