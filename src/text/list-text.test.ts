import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import fc from 'fast-check';
import { createListCutter } from './list-text.ts';

const cut = (text: string) => createListCutter().cut(text);

describe('a list that is cut into its items', () => {
  it('has the same text, and is parsed as the whole is', () => {
    const item = fc.dictionary(fc.string(), fc.jsonValue());
    const body = fc.record({
      links: fc.jsonValue(),
      data: fc.array(item, { minLength: 1 }),
      ['__proto__']: fc.jsonValue(),
    });
    fc.assert(
      fc.property(body, fc.constantFrom('', ' ', '\t', '\n  '), (value, space) => {
        const text = JSON.stringify(value, undefined, space) + space;
        const list = cut(text);
        expect(list?.items).to.have.lengthOf(value.data.length);
        expect(list?.text).to.equal(text);
        expect(list?.length).to.equal(text.length);
        expect(list?.parse((one) => JSON.parse(one))).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('keeps nothing of the text but its parts', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const { cut: cutOne } = createListCutter();
    const item = JSON.stringify({ data: 'x'.repeat(1000) });
    const bodyAt = (at: number) =>
      `{"data":[${Array(2000).fill(item).join()}],"links":[{"rel":"self","uri":"/${at}"}]}`;
    collect();
    const before = process.memoryUsage().heapUsed;
    const lists = Array.from({ length: 20 }, (_, at) => cutOne(bodyAt(at)));
    collect();
    expect(process.memoryUsage().heapUsed - before).to.be.below(8 * 1024 * 1024);
    expect(lists.at(-1)?.items).to.have.lengthOf(2000);
  });

  it('is JSON', () => {
    const noise = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        '"data"',
        '"data":[{',
        '{"a":1}',
        '"a"',
        '1',
        '-',
        ' ',
        'true',
      ),
    );
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const text = `{"data":[{"a":"]"}${before.join('')},{"a":2}]${after.join('')}}`;
        const list = cut(text);
        if (!list) return;
        expect(list.text).to.equal(text);
        expect(list.parse((one) => JSON.parse(one))).to.deep.equal(JSON.parse(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('shares equal items with other lists', () => {
    const { cut: cutOne } = createListCutter();
    const [one, other] = ['{"data":[{"a":1},{"a":2}]}', '{"data":[{"a":3},{"a":1}],"links":[]}'].map(cutOne);
    expect(one?.items).to.deep.equal(['{"a":1}', '{"a":2}']);
    expect(other?.items).to.deep.equal(['{"a":3}', '{"a":1}']);
  });

  for (const [what, text] of [
    ['no item', '{"data":[],"links":[]}'],
    ['items that are no objects', '{"data":["a","b"]}'],
    ['one record', '{"data":{"id":"a"}}'],
    ['two members `data`', '{"data":[{"a":1}],"data":[{"a":2}]}'],
    ['a name with an escape', '{"data":[{"a":1}],"d\\u0061ta":[]}'],
    ['a bare list', '[{"a":1}]'],
    ['a byte order mark', '\ufeff{"data":[{"a":1}]}'],
    ['a cut-off end', '{"data":[{"a":1},{"a":"'],
    ['nothing', ''],
  ] as const)
    it(`is left whole with ${what}`, () => {
      expect(cut(text)).to.equal(undefined);
    });

  it('is left whole when the different items of a run are very long', () => {
    const { cut: cutOne } = createListCutter();
    const long = (id: number) => `{"data":[{"id":${id},"a":"${'x'.repeat(9 * 1024 * 1024)}"}]}`;
    const wholes = [1, 2, 3, 4, 5].map((id) => cutOne(long(id)) === undefined);
    expect(wholes).to.deep.equal([false, false, false, false, true]);
  });
});
