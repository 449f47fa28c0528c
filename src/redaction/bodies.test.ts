import { expect } from 'chai';
import fc from 'fast-check';
import { model } from '../../generated/model.ts';
import { answerParser, bodyRenderer, largeLength, parse } from './bodies.ts';
import { bigStudent, exchange, listOf, redact } from './testing.ts';

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

  it('are parsed anew each time if they are large, and redacted alike', () => {
    const read = answerParser();
    const large = JSON.stringify(listOf(Array.from({ length: 600 }, (_, at) => bigStudent(at))));
    expect(large.length).to.be.above(largeLength);
    const parsed = read(large, list);
    expect(parsed.json?.value).to.deep.equal(JSON.parse(large));
    expect(parsed.json).not.to.equal(parsed.json);
    const small = listOf([bigStudent(0), bigStudent(1)]);
    const [one, other, again] = redact([
      exchange({}, { body: large }),
      exchange({}, { body: small }, 1),
      exchange({ path: `/v2.0/students/${bigStudent(3).id}` }, { body: large }, 2),
    ]).map(({ response }) => response?.body ?? '');
    const itemsOf = (body = '') => (JSON.parse(body) as { data: unknown[] }).data;
    expect(itemsOf(one).slice(0, 2)).to.deep.equal(itemsOf(other));
    expect(again).to.equal(one);
  });

  it('store a byte order mark and trailing white space separately', () => {
    expect(parse('\ufeff{} \n')).to.include({ mark: '\ufeff', end: ' \n' });
    expect(parse('\ufeff{} \n').json).to.deep.equal({ value: {} });
    expect(parse('\ufeffno').json).to.equal(undefined);
    expect(parse('').json).to.equal(undefined);
  });
});
