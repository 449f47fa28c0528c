import { expect } from 'chai';
import { subjects } from '../../src/proof/subjects.ts';
import { runTrials, type Task } from '../../src/proof/worker-pool.ts';

const signal = new AbortController().signal;
const client = { side: 'client', name: 'access/token-in-quotes', seed: 1 } as const;
const other = { side: 'client', name: 'pagination/asks-for-10001', seed: 1 } as const;

describe('trials on threads', function () {
  this.timeout(60_000);

  it('come back in the order of the tasks, the same from two threads as from this one', async () => {
    const done: number[] = [];
    const tasks: readonly Task[] = [client, other, { ...other, seed: 2 }, client];
    const trials = await runTrials(tasks, { jobs: 2, signal, onTrial: (_, n) => done.push(n) });
    expect(trials.map((one) => one.name)).to.deep.equal(tasks.map((one) => one.name));
    expect(trials[3]).to.deep.equal(trials[0]);
    expect(trials[2]?.digest).to.not.equal(trials[1]?.digest);
    expect(done).to.deep.equal([1, 2, 3, 4]);
    for (const [at, task] of [client, other].entries()) {
      const subject = subjects.find((one) => one.side === task.side && one.name === task.name);
      expect(await subject?.judge({ seed: 1, signal })).to.deep.equal(trials[at]);
    }
  });
});
