import { expect } from 'chai';
import fc from 'fast-check';
import { model } from '../../generated/model.ts';
import { answerParser, bodyRenderer, parse } from './bodies.ts';

const [list, other] = model.operations;

describe('bodies that share their items', () => {
  it('are written as JSON.stringify writes them', () => {
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ links: fc.jsonValue(), data: fc.array(fc.jsonValue()), ['__proto__']: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(fc.array(body), (bodies) => {
        const render = bodyRenderer();
        for (const one of bodies) {
          // Own members, including `__proto__`, as a parser creates them.
          const { json } = parse(JSON.stringify(one));
          expect(render(json?.value)).to.equal(JSON.stringify(json?.value));
          expect(render(json?.value)).to.equal(JSON.stringify(json?.value));
        }
      }),
    );
  });

  it('are one object if they are equal responses of one operation', () => {
    const read = answerParser();
    const first = read('{"data":[{"a":1}],"links":[]}', list);
    expect(read('{"data":[{"a":1}],"links":[]}', list)).to.equal(first);
    expect(read('{"data":[{"a":1}],"links":[]}', other)).not.to.equal(first);
  });

  it('share equal items with other lists of the same record', () => {
    const read = answerParser();
    const itemsOf = (body: string) => (read(body, list).json as { value: { data: unknown[] } }).value.data;
    const [known] = itemsOf('{"data":[{"a":1},{"a":2}]}');
    expect(itemsOf('{"data":[{"a":3},{"a":1}]}')[1]).to.equal(known);
  });

  it('store a byte order mark and trailing white space separately', () => {
    expect(parse('\ufeff{} \n')).to.deep.equal({ json: { value: {} }, mark: '\ufeff', end: ' \n' });
    expect(parse('\ufeffno').json).to.equal(undefined);
    expect(parse('').json).to.equal(undefined);
  });
});
