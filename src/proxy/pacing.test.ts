import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { realPacer } from './pacing.ts';

describe('the budget of a conversation', () => {
  it('lets its share through and has the rest wait, until there is no reason to wait any longer', async () => {
    const end = new AbortController();
    const pacer = realPacer(2 / 1200, end.signal);
    const through: number[] = [];
    const all = [1, 2, 3, 4].map(async (number) => {
      await pacer.admit();
      through.push(number);
      pacer.count({ response: { headers: {} } }, true);
    });
    await sleep(30);
    expect(through).to.deep.equal([1, 2]);
    end.abort();
    await Promise.all(all);
    expect(through).to.deep.equal([1, 2, 3, 4]);
  });
});
