import { expect } from 'chai';
import {
  createTextStore,
  PackedText,
  readText,
  responseWith,
  storedBodyOf,
  storeText,
} from './packed-text.ts';

const long = `\ufeff${'Žofie «id:1» 😀 '.repeat(2000)}`;
const parts = { status: 200, headers: {}, receivedAtMs: 1 };

describe('stored texts', () => {
  it('are compressed from 16,384 characters on, and read as they were', () => {
    expect(storeText('a'.repeat(16_383))).to.be.a('string');
    for (const text of ['a'.repeat(16_384), long]) {
      const stored = storeText(text);
      expect(stored).to.be.instanceOf(PackedText).with.property('length', text.length);
      expect(readText(stored) === text).to.equal(true);
    }
  });

  it('stay as they are with half a surrogate pair', () => {
    const text = `${long}\ud83d`;
    expect(readText(storeText(text)) === text).to.equal(true);
  });

  it('are stored once', () => {
    const store = createTextStore();
    expect(store(long)).to.equal(store(`${long}`));
    expect(store(long)).to.not.equal(store(`${long}!`));
    expect(store('short')).to.equal('short');
  });
});

describe('a response with a stored body', () => {
  it('has the members of any response, and so has its copy', () => {
    const stored = storeText(long);
    const response = responseWith({ ...parts, isNotUtf8: true }, stored);
    const plain = { ...parts, isNotUtf8: true, body: long };
    expect({ ...response }).to.deep.equal(plain);
    expect(JSON.parse(JSON.stringify(response))).to.deep.equal(plain);
    expect(storedBodyOf(response)).to.equal(stored);
  });

  it('of which a copy has another body', () => {
    const copy = { ...responseWith(parts, storeText(long)), body: 'other' };
    expect(storedBodyOf(copy)).to.equal('other');
  });
});
