import { expect } from 'chai';
import { ListText } from './list-text.ts';
import {
  createTextStore,
  PackedText,
  readText,
  receivedAt,
  responseWith,
  storedBodyOf,
} from './packed-text.ts';

const long = `\ufeff${'Žofie «id:1» 😀 '.repeat(2000)}`;
const parts = { status: 200, headers: {}, receivedAtMs: 1 };

const storeText = (text: string) => createTextStore().store(text);

describe('stored texts', () => {
  it('are compressed from 16,384 characters on, and read as they were', () => {
    expect(storeText('a'.repeat(16_383))).to.be.a('string');
    for (const text of ['a'.repeat(16_384), long]) {
      const stored = storeText(text);
      expect(stored).to.be.instanceOf(PackedText).with.property('length', text.length);
      expect(readText(stored) === text).to.equal(true);
    }
  });

  it('are cut into items if they are lists', () => {
    const list = '{"data":[{"id":"a"},{"id":"b"}],"links":[]}';
    const stored = storeText(list);
    expect(stored).to.be.instanceOf(ListText).with.property('length', list.length);
    expect(readText(stored)).to.equal(list);
  });

  it('stay as they are with half a surrogate pair', () => {
    const text = `${long}\ud83d`;
    expect(readText(storeText(text)) === text).to.equal(true);
  });

  it('are stored once', () => {
    const { store } = createTextStore();
    const listOf = (...ids: readonly string[]) => JSON.stringify({ data: ids.map((id) => ({ id })) });
    for (const text of [long, listOf('a', 'b')]) expect(store(text)).to.equal(store(`${text}`));
    for (const other of [`${long}!`, listOf('b', 'a'), listOf('a'), `${listOf('a', 'b')} `])
      for (const text of [long, listOf('a', 'b')]) expect(store(text)).to.not.equal(store(other));
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

  it('has the same stored text when it came at another time', () => {
    const stored = storeText(long);
    const response = responseWith({ ...parts, isNotUtf8: true, notKept: 'body' }, stored);
    const later = receivedAt(response, 2);
    expect(storedBodyOf(later)).to.equal(stored);
    expect({ ...later }).to.deep.equal({ ...response, receivedAtMs: 2 });
  });

  it('of which a copy has another body', () => {
    const copy = { ...responseWith(parts, storeText(long)), body: 'other' };
    expect(storedBodyOf(copy)).to.equal('other');
  });
});
