import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, isObject, isText } from './json.ts';

describe('json', () => {
  it('an object is neither null nor an array nor a text', () => {
    for (const value of [null, undefined, [], '', 0, true, () => 0]) expect(isObject(value)).to.equal(false);
    expect([{}, Object.create(null)].every(isObject)).to.equal(true);
    expect([isText(''), isText(null), isText({})]).to.deep.equal([true, false, false]);
  });

  it('canonical JSON is the same for equal values, and has the value of the original', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).to.equal(text);
        expect(JSON.parse(text)).to.deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 'ä' })).to.equal('{"a":"ä","b":[{"c":2,"d":1}]}');
    expect(canonicalJson(undefined)).to.equal('');
  });
});

/** An equal value whose objects have their members in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, reversed(one)]),
  );
}
