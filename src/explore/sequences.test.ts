import { expect } from 'chai';
import type { Need } from '../../contracts/requirement.ts';
import { generate } from './explore.ts';
import { kinds, type Scope, textOf } from './sequences.ts';

const everything: Scope = {
  allows: new Set<Need>(['states', 'writes', 'test-token']),
  apis: new Set(['data', 'lms']),
};
const reading: Scope = { allows: new Set(), apis: new Set(['data']) };

/** The commands of the first sequences of a seed. */
const commandsOf = (seed: number, sequences: number, scope = everything) =>
  Array.from({ length: sequences }, (_, number) => generate(seed, number, scope)).flat();

describe('generated sequences', () => {
  it('the same seed and number give the same sequence, another seed another one', () => {
    expect(generate(7, 3, everything)).to.deep.equal(generate(7, 3, everything));
    expect(commandsOf(7, 5)).to.not.deep.equal(commandsOf(8, 5));
  });

  it('a round of commands has every kind, as often as its share', () => {
    const round = kinds.reduce((sum, kind) => sum + kind.share, 0);
    const counts = Map.groupBy(commandsOf(1, Math.ceil(round / 2)), (one) => one.do);
    for (const { name, share } of kinds) expect(counts.get(name)?.length, name).to.be.at.least(share);
  });

  it('nothing is generated that the target does not allow', () => {
    const chosen = new Set(commandsOf(1, 40, reading).map((one) => one.do));
    const forbidden = kinds.filter(({ needs, api }) => needs.length > 0 || api === 'lms');
    expect(forbidden.filter(({ name }) => chosen.has(name))).to.deep.equal([]);
    expect(chosen.size).to.be.above(5);
  });

  it('commands are plain data and have a text', () => {
    for (const command of commandsOf(3, 20)) {
      expect(JSON.parse(JSON.stringify(command))).to.deep.equal(command);
      expect(textOf(command), command.do).to.have.length.above(10);
    }
  });
});
