import { expect } from 'chai';
import { createStartGate } from './start-gate.ts';

describe('the gate for starts', () => {
  it('lets so many in, and the next when one leaves, in their order', async () => {
    const gate = createStartGate(2);
    const entered: number[] = [];
    const leaves = [0, 1, 2, 3].map((number) =>
      gate.enter().then((leave) => {
        entered.push(number);
        return leave;
      }),
    );
    await Promise.resolve();
    await Promise.resolve();
    expect(entered).to.deep.equal([0, 1]);
    const leave = await leaves[0];
    leave?.();
    leave?.();
    await leaves[2];
    expect(entered).to.deep.equal([0, 1, 2]);
    (await leaves[1])?.();
    await leaves[3];
    expect(entered).to.deep.equal([0, 1, 2, 3]);
  });
});
