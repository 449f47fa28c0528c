import { expect } from 'chai';
import { type Side, themeOf } from '../../contracts/requirement.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { clientMutants } from '../../src/mutants/clients/index.ts';
import { serverMutants } from '../../src/mutants/servers/index.ts';

for (const [side, mutants] of [
  ['server', serverMutants],
  ['client', clientMutants],
] as const satisfies readonly (readonly [Side, readonly unknown[]])[])
  describe(`the mutants of all themes, ${side}s`, () => {
    const broken = new Set<string>(mutants.map((one) => one.breaks));

    it('every requirement is broken by a mutant, or says why it cannot be', () => {
      const missing = requirementsOf(side).filter(
        (one) => !broken.has(one.id) && one.unprovable === undefined,
      );
      expect(missing.map((one) => one.id)).to.deep.equal([]);
    });

    it('what says that it cannot be broken is observed only, and has no mutant', () => {
      for (const { id, level, unprovable } of requirementsOf(side)) {
        if (unprovable === undefined) continue;
        expect(level, id).to.equal('observed');
        expect(broken.has(id), id).to.equal(false);
      }
    });

    it('every mutant has a name of its own, in the theme of what it breaks, as has what fails with it', () => {
      expect(new Set(mutants.map((one) => one.name)).size).to.equal(mutants.length);
      for (const { name, breaks, alsoFails = [] } of mutants)
        for (const id of [breaks, ...alsoFails]) expect(themeOf(name), name).to.equal(themeOf(id));
    });
  });
