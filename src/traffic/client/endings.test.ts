import { expect } from 'chai';
import fc from 'fast-check';
import { compareIds } from './endings.ts';

describe('compareIds', () => {
  it('finds no difference exactly when the ids are the whole set in some order, each once', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(id, { maxLength: 6 }), fc.uniqueArray(id), (ids, truth) => {
        const { missing, repeated, unknown } = compareIds(ids, truth);
        const differs = missing.length + repeated.length + unknown.length > 0;
        expect(differs).to.equal(ids.toSorted().join() !== truth.toSorted().join());
      }),
    );
  });
});
