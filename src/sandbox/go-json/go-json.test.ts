import { expect } from 'chai';
import fc from 'fast-check';
import { decodeGoJson } from './go-json-testing.ts';
import { malformedBodies } from './malformed-testing.ts';
import { scanGoJson } from './scan.ts';

describe('decodeGoJson', () => {
  it('the table holds at least 120 malformed bodies', () => {
    expect(new Set(malformedBodies.map(([body]) => body)).size).to.be.at.least(120);
  });

  for (const [body, error] of malformedBodies) {
    it(`${JSON.stringify(body)} gives ${JSON.stringify(error)}`, () => {
      expect(decodeGoJson(body)).to.deep.equal({ error });
    });
  }

  it('an empty text is EOF', () => {
    expect(decodeGoJson('')).to.deep.equal({ error: 'EOF' });
  });

  it('only the first value is read', () => {
    expect(decodeGoJson('{"a":1} trailing')).to.deep.equal({ value: { a: 1 }, restIgnored: true });
    expect(decodeGoJson('123abc')).to.deep.equal({ value: 123, restIgnored: true });
    expect(decodeGoJson('01')).to.deep.equal({ value: 0, restIgnored: true });
    expect(decodeGoJson(' [] \n')).to.deep.equal({ value: [], restIgnored: false });
  });

  it('the last of duplicate members wins', () => {
    expect(decodeGoJson('{"a":1,"b":2,"a":{"c":3}}')).to.deep.equal({
      value: { a: { c: 3 }, b: 2 },
      restIgnored: false,
    });
  });

  it('__proto__ is stored as a member and pollutes nothing', () => {
    const decoded = decodeGoJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    const value: unknown = 'value' in decoded ? decoded.value : undefined;
    expect(Object.keys(value as object)).to.deep.equal(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    expect((value as Record<string, unknown>).polluted).to.equal(undefined);
  });

  it('a lone surrogate becomes U+FFFD, escaped or raw, and a pair stays', () => {
    const texts = ['"\\ud83d"', '"\ud83d"', '"\\ud83d\\ud83d\\ude00"', '"\ud83d\\ude00"'];
    expect(texts.map((text) => decodeGoJson(text))).to.deep.equal([
      { value: '\ufffd', restIgnored: false },
      { value: '\ufffd', restIgnored: false },
      { value: '\ufffd\u{1f600}', restIgnored: false },
      { value: '\ufffd\ufffd', restIgnored: false },
    ]);
  });

  it('10,000 levels are accepted, one more is rejected', () => {
    const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(decodeGoJson(nest(10_000))).to.have.property('value');
    const error = "invalid character '[' exceeded max depth";
    expect(decodeGoJson(nest(10_001))).to.deep.equal({ error });
    expect(decodeGoJson('{"a":'.repeat(10_001))).to.deep.equal({ error: error.replace('[', '{') });
  });

  it('200,000 levels are rejected within a second', function () {
    this.timeout(1000);
    for (const body of ['['.repeat(200_000), '{"a":'.repeat(200_000), '[{"a":'.repeat(100_000)])
      expect(decodeGoJson(body)).to.have.property('error').that.contains('exceeded max depth');
  });

  // Quadratic time would take minutes, far beyond the timeout.
  it('a megabyte of one token takes linear time', () => {
    const million = 1_000_000;
    expect(decodeGoJson(`"${'\\n'.repeat(million)}"`))
      .to.have.property('value')
      .with.lengthOf(million);
    expect(decodeGoJson(`[${'0,'.repeat(million / 2)}0]`))
      .to.have.property('value')
      .with.lengthOf(million / 2 + 1);
    expect(decodeGoJson(`[${'9'.repeat(million)}]`))
      .to.have.property('error')
      .that.contains('cannot unmarshal number');
    expect(decodeGoJson(' '.repeat(million))).to.deep.equal({ error: 'EOF' });
  });

  it('no text makes it throw', () => {
    const shreds = fc.array(fc.constantFrom(...'{}[]":,\\ \n0123456789.eE+-truefalsnu\'é\ud83d\u0000'), {
      maxLength: 30,
    });
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      shreds.map((parts) => parts.join('')),
    );
    fc.assert(fc.property(any, (text) => 'error' in decodeGoJson(text) || 'value' in decodeGoJson(text)));
  });

  it('what JSON.parse accepts decodes to the same value, and what it rejects is an error or has trailing text', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        expect(decodeGoJson(text)).to.deep.equal({ value: JSON.parse(text), restIgnored: false });
      }),
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom(...'{}[]":,\\ 0.e-tn'), (json, at, char) => {
        const place = at % (json.length + 1);
        const text = json.slice(0, place) + char + json.slice(place + 1);
        let strict = true;
        try {
          // JavaScript reads 1e999 as Infinity; Go rejects numbers that do not fit a float64.
          JSON.parse(text, (_key, value) => {
            if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) strict = false;
            return value;
          });
        } catch {
          strict = false;
        }
        const decoded = decodeGoJson(text);
        expect('value' in decoded && !decoded.restIgnored).to.equal(strict);
      }),
    );
  });
});

describe('scanGoJson', () => {
  it('keeps duplicates, order and the text of numbers', () => {
    expect(scanGoJson('{"a":1.50,"a":-0e1}')).to.deep.equal({
      node: {
        kind: 'object',
        members: [
          ['a', { kind: 'number', literal: '1.50' }],
          ['a', { kind: 'number', literal: '-0e1' }],
        ],
      },
      restIgnored: false,
    });
  });
});
