import { expect } from 'chai';
import { createSharedRecords } from './shared-records.ts';

const list = (...records: unknown[]) => ({ data: records.map((data) => ({ data })) });
const recordOf = ({ data }: ReturnType<typeof list>) => data[0]?.data;

describe('records of parsed bodies', () => {
  it('are one object where they are equal', () => {
    const shared = createSharedRecords();
    const first = list({ id: 'a', name: { first: 'x' }, schools: ['s'] });
    shared.keep(first);
    const again = list({ id: 'a', name: { first: 'x' }, schools: ['s'] }, { id: 'b' });
    expect(shared.share(again)).to.equal(0.5);
    expect(recordOf(again)).to.equal(recordOf(first));
  });

  for (const [what, other] of [
    ['a value', { id: 'a', name: { first: 'y' }, schools: ['s'] }],
    ['the order of members', { name: { first: 'x' }, id: 'a', schools: ['s'] }],
    ['a member more', { id: 'a', name: { first: 'x' }, schools: ['s'], sis_id: '' }],
    ['a list in place of an object', { id: 'a', name: ['x'], schools: ['s'] }],
    ['an item more', { id: 'a', name: { first: 'x' }, schools: ['s', 's'] }],
  ] as const)
    it(`stay apart where they differ in ${what}`, () => {
      const shared = createSharedRecords();
      shared.keep(list({ id: 'a', name: { first: 'x' }, schools: ['s'] }));
      const page = list(other);
      expect(shared.share(page)).to.equal(1);
      expect(recordOf(page)).to.equal(other);
    });

  it('are kept in each of four versions', () => {
    const shared = createSharedRecords();
    for (let version = 1; version <= 5; version++) shared.keep(list({ id: 'a', version }));
    expect([1, 4, 5].map((version) => shared.share(list({ id: 'a', version })))).to.deep.equal([0, 0, 1]);
  });

  it('do not need to be well-formed', () => {
    const shared = createSharedRecords();
    for (const json of [
      undefined,
      null,
      [],
      { data: {} },
      { data: [null, 1, {}, { data: [] }, { data: { id: 1 } }] },
    ]) {
      shared.keep(json);
      expect(shared.share(json)).to.equal(1);
    }
  });
});
