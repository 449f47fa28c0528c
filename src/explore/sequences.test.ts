import { expect } from 'chai';
import { laterProfiles, profiles, todaysProfiles } from '../../contracts/profiles.ts';
import type { Need } from '../../contracts/requirement.ts';
import { apiFor } from '../api.ts';
import { profilesWith } from '../job-list.ts';
import { generate } from './explore.ts';
import { kinds, type Scope, textOf } from './sequences.ts';

const everything: Scope = {
  allows: new Set<Need>(['states', 'writes', 'test-token']),
  apis: profiles.map(apiFor),
};
const reading: Scope = { allows: new Set(), apis: [apiFor(profiles[0])] };

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
    const scope = { ...everything, apis: profilesWith(laterProfiles[1]).map(apiFor) };
    const counts = Map.groupBy(commandsOf(1, Math.ceil(round / 2), scope), (one) => one.do);
    for (const { name, share } of kinds) expect(counts.get(name)?.length, name).to.be.at.least(share);
  });

  it('nothing is generated that the target does not allow', () => {
    const chosen = new Set(commandsOf(1, 40, reading).map((one) => one.do));
    const forbidden = kinds.filter(({ needs, api }) => needs.length > 0 || api === 'lms');
    expect(forbidden.filter(({ name }) => chosen.has(name))).to.deep.equal([]);
    expect(chosen.size).to.be.above(5);
  });

  it('each version of the Data API has sequences of its own, about its own lists', () => {
    const scope = { ...everything, apis: todaysProfiles.map(apiFor) };
    const versions = [0, 1, 2, 3].map((number) => generate(1, number, scope)[0]?.api);
    expect(versions).to.deep.equal(['data-v2.0', 'data-v3.0', 'data-v3.1', 'data-v2.0']);
    const commands = commandsOf(1, 120, scope);
    expect(commands.filter(({ do: name, api }) => name === 'by-role' && api === 'data-v2.0')).to.be.empty;
    expect(new Set(commands.map((one) => one.do))).to.include('by-role');
    const people = commands.filter((one) => JSON.stringify(one).includes('"/students"'));
    expect(new Set(people.map((one) => one.api))).to.deep.equal(new Set(['data-v2.0']));
  });

  it('commands are plain data and have a text', () => {
    for (const command of commandsOf(3, 20)) {
      expect(JSON.parse(JSON.stringify(command))).to.deep.equal(command);
      expect(textOf(command), command.do).to.have.length.above(10);
    }
  });
});
