import { expect } from 'chai';
import { normaliseSentence, passageDigests, passagesOf, sentenceDigest } from './source-digest.ts';

describe('normaliseSentence', () => {
  it('straightens quotation marks and drops white space, and leaves case alone', () => {
    expect(normaliseSentence(' \u201cNo\u201d  it\u2019s\u00a0\t\n fine. ')).to.equal('"No"it\'sfine.');
  });
});

describe('passagesOf', () => {
  it('finds a sentence that the copy broke over two lines', () => {
    expect(passagesOf('Before. One page\nholds ten. After.')).to.include('One page holds ten.');
  });

  it('finds a table row, with its cells in lines or in columns', () => {
    const row = sentenceDigest('429 Slow down Wait a minute.');
    expect(passageDigests(['200\nFine\n\n429\nSlow down\nWait a minute.\n']).has(row)).to.equal(true);
    expect(passageDigests(['200\tFine\n429\tSlow down\tWait a minute.']).has(row)).to.equal(true);
  });

  it('does not end a sentence at an abbreviation', () => {
    expect(passagesOf('Wait longer (i.e. two seconds). Then go on.')).to.include(
      'Wait longer (i.e. two seconds).',
    );
  });

  it('leaves list bullets out', () => {
    expect(passagesOf('- First: one\n\u2022 Second: two')).to.include.members(['First: one', 'Second: two']);
  });

  it('misses a sentence in which one word was changed', () => {
    expect(passageDigests(['At most 200 per page.']).has(sentenceDigest('At most 100 per page.'))).to.equal(
      false,
    );
  });
});
