import { expect } from 'chai';
import { createRoom } from './copies.ts';

describe('room for copies of bodies', () => {
  const piece = Buffer.alloc(10);

  it('keeps bodies until they are read, and no more than there is room for', () => {
    const room = createRoom(25);
    const [first, second] = [room.copy(100), room.copy(100)];
    for (const one of [first, second]) expect(one.add(piece)).to.equal(true);
    expect(second.add(piece)).to.equal(true);
    expect(first.kept()).to.deep.include({ size: 10, isWhole: true });
    expect(second.kept()).to.deep.include({ size: 20, isWhole: false, pieces: [] });
    first.kept().release();
    const third = room.copy(100);
    third.add(piece);
    third.add(piece);
    expect(third.kept()).to.deep.include({ size: 20, isWhole: true });
  });

  it('counts what it does not keep, and says when it is too much', () => {
    const copy = createRoom(1000).copy(35, 15);
    expect([1, 2, 3, 4].map(() => copy.add(piece))).to.deep.equal([true, true, true, false]);
    expect(copy.kept()).to.deep.include({ size: 40, isWhole: false });
  });
});
