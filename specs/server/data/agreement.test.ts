import { expect } from 'chai';
import { exchangesOf, idOf, listOf, outcomeOf } from '../../support/testing.ts';
import './agreement.spec.ts';

const claim = 'data/list-and-single-agree';
const one = idOf(1);

const compare = (listed: object, single: object) =>
  outcomeOf(
    claim,
    exchangesOf([
      { path: '/schools', body: listOf({ id: one, ...listed }) },
      { path: `/schools/${one}`, body: { data: { id: one, ...single } } },
    ]),
    'har',
  ).cases.find(({ name }) => name === 'School');

describe(claim, () => {
  it('records are equal in any order of members, and with null for absent', () => {
    const [listed, single] = [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ];
    expect(compare({ name: 'A', principal: listed }, { principal: single, name: 'A' })?.outcome).to.equal(
      'passed',
    );
    expect(compare({ phone: null }, {})?.outcome).to.equal('passed');
  });

  it('one different value fails, and is shown', () => {
    const { findings } = compare({ name: 'A', phone: '1' }, { name: 'A', phone: '2' }) ?? {};
    expect(findings).to.deep.equal([
      {
        message: 'A School by its id differs from the same record in /v2.0/schools (request 0).',
        expected: "{ phone: '1' }",
        actual: "{ phone: '2' }",
        exchange: 1,
      },
    ]);
  });

  it('a record that was modified between the two requests is undecided', () => {
    const result = compare({ name: 'A', last_modified: 'x' }, { name: 'B', last_modified: 'y' });
    expect(result?.outcome).to.equal('cantTell');
  });
});
