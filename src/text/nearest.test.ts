import { expect } from 'chai';
import fc from 'fast-check';
import { editDistance, nearest } from './nearest.ts';

describe('editDistance', () => {
  it('counts insertions, deletions and replacements', () => {
    expect(editDistance('kitten', 'sitting')).to.equal(3);
    expect(editDistance('', 'abc')).to.equal(3);
    expect(editDistance('abc', 'abc')).to.equal(0);
  });

  it('is symmetric, and zero only for equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        return distance === editDistance(b, a) && (distance === 0) === (a === b);
      }),
    );
  });
});

describe('nearest', () => {
  const verbs = ['server', 'client', 'sandbox', 'record', 'report', 'merge'];

  it('puts the best candidate first', () => {
    expect(nearest('recrod', verbs)[0]).to.equal('record');
    expect(nearest('reporr', verbs)).to.deep.equal(['report', 'record']);
    expect(nearest('SERVR', verbs)[0]).to.equal('server');
  });

  it('counts a part of a candidate as near', () => {
    expect(nearest('sand', verbs)).to.deep.equal(['sandbox']);
  });

  it('returns nothing if nothing is near, or the word is empty or too long', () => {
    expect(nearest('zzzzzzzz', verbs)).to.deep.equal([]);
    expect(nearest('', verbs)).to.deep.equal([]);
    expect(nearest('s'.repeat(1_000_000), verbs)).to.deep.equal([]);
  });

  it('returns at most `count` candidates', () => {
    expect(nearest('re', ['ra', 'rb', 'rc', 'rd'], 2)).to.deep.equal(['ra', 'rb']);
  });
});
