import { expect } from 'chai';
import fc from 'fast-check';
import { createKeyed } from '../keyed.ts';
import { choose } from './categories.ts';
import { redactNumber } from './numbers.ts';

const keyed = createKeyed(new Uint8Array(32).fill(3));
const place = { owner: 'student 1', name: 'points' };
const nowhere = { owner: '', name: '' };
const shown = (value: number, at = place) => JSON.stringify(redactNumber(value, at, keyed));

/** The sign, the number of digits before and after the point, and the direction of a power of ten. */
const kindOf = (text: string) => text.replace(/(?<=e[+-])\d+/, 'n').replace(/\d/g, 'd');

describe('the redaction of numbers', () => {
  it('preserves sign and number of digits', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer().map((one) => one / 100),
      fc.constantFrom(
        1e21,
        -1e21,
        1.5e300,
        1e-7,
        -2.25e-9,
        123456789012345680,
        1e15,
        0.1,
        9,
        -9,
        1041835893857786.1,
      ),
    );
    fc.assert(
      fc.property(
        number.filter((one) => one !== 0),
        (value) => {
          // Of more than 15 digits a double may write one less.
          const [before, after] = [kindOf(String(value)), kindOf(shown(value))];
          expect(before.length > 15 ? after.replace(/d+/g, 'd') : after).to.equal(
            before.length > 15 ? before.replace(/d+/g, 'd') : before,
          );
        },
      ),
    );
  });

  it('keeps nothing of a number of any size', () => {
    for (const value of [7, -42, 2033, 3.85, 1e21, 6.5e22, 1e-7, 4.2e-9, 123456789012345680]) {
      const others = new Set(
        Array.from({ length: 40 }, (_, at) => shown(value, { owner: `student ${at}`, name: 'points' })),
      );
      expect(others.size, String(value)).to.be.above(5);
    }
  });

  it('keeps 0, -0 and what is beyond any double', () => {
    expect([0, -0, 1 / 0, -1 / 0].map((value) => shown(value))).to.deep.equal(['0', '-0', '1e999', '-1e999']);
  });

  it('keeps different numbers of one field different', () => {
    for (const at of [place, nowhere]) {
      const all = Array.from({ length: 900 }, (_, n) => shown(n + 100, at));
      expect(new Set(all).size).to.equal(900);
      expect(
        new Set(Array.from({ length: 81 }, (_, n) => shown((n + 10 + Math.floor(n / 9)) / 10, at))).size,
      ).to.equal(81);
    }
    expect(shown(9.5e25)).not.to.equal(shown(9.6e25));
  });
});

describe('the choice of a category', () => {
  const races = ['Caucasian', 'Asian', 'Unknown', ''];

  it('exchanges the values of each record among themselves, and never shows the empty one', () => {
    for (let at = 0; at < 100; at++) {
      const chosen = races
        .filter(Boolean)
        .map((one) => choose(one, races, { owner: `student ${at}`, name: 'race' }, keyed));
      expect(chosen.toSorted()).to.deep.equal(['Asian', 'Caucasian', 'Unknown']);
    }
  });

  it('shows each value for each original about equally often, in each field by itself', () => {
    const counts = new Map<string, number>();
    let same = 0;
    for (let at = 0; at < 3_000; at++) {
      const owner = `student ${at}`;
      const [one, other] = ['race', 'ethnicity'].map((name) =>
        choose('Asian', races, { owner, name }, keyed),
      );
      counts.set(one ?? '', (counts.get(one ?? '') ?? 0) + 1);
      if (one === other) same++;
    }
    for (const [value, count] of counts) expect(count, value).to.be.within(900, 1_100);
    expect(same).to.be.within(900, 1_100);
  });
});
