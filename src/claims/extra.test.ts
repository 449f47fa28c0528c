import assert from 'node:assert/strict';
import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { each, note, undecided } from './check.ts';
import type { Material } from './claim.ts';
import { assertExtra, type ExtraForm, requireExtra, serverClaim } from './extra.ts';

type Form = ExtraForm<never, Material>;
const form: Form = {
  says: 'something holds',
  cases: () => [{ name: 'a' }],
  otherwise: { untested: 'nothing was sent' },
  assert: () => {},
};
const outcomeOf = (part: Partial<Form>) => {
  const { outcome, why } = assertExtra(
    serverClaim('x-acme/rule', { ...form, ...part } as never),
    {} as never,
  ).outcome;
  return [outcome, why ?? ''];
};

describe('an own requirement', () => {
  it('comes to what a claim of the catalogue would', () => {
    expect(outcomeOf({})).to.deep.equal(['passed', '']);
    expect(outcomeOf({ cases: () => [] })).to.deep.equal(['untested', 'nothing was sent']);
    expect(outcomeOf({ assert: () => each([], () => {}) })[0]).to.equal('untested');
    expect(outcomeOf({ assert: () => undecided('ambiguous', 'two readings') })).to.deep.equal([
      'cantTell',
      'two readings',
    ]);
    expect(outcomeOf({ assert: () => note('a remark') })[0]).to.equal('passed');
  });

  it('fails by the assertions of others, too', () => {
    const part = { assert: () => each([{ seq: 4 }], ({ seq }) => assert.equal(seq, 5, 'It is not five.')) };
    const { outcome } = assertExtra(serverClaim('x-acme/rule', { ...form, ...part } as never), {} as never);
    expect(outcome.cases[0]?.findings).to.deep.equal([
      { message: 'It is not five.', expected: '5', actual: '4', exchange: 4 },
    ]);
  });

  for (const [what, part, why] of [
    ['asserts later', { assert: async () => {} }, '`assert` is asynchronous'],
    ['fails later', { assert: () => Promise.reject(new Error('late')) }, '`assert` is asynchronous'],
    ['controls later', { control: async () => {} }, '`control` is asynchronous'],
    ['gives no list', { cases: () => ({}) }, '`cases` gives no list'],
    ['names no case', { cases: () => [{}] }, 'a case has no name'],
    ['invents a code', { assert: () => undecided('maybe' as never, 'x') }, 'undecided() has no code maybe'],
    ['gives no reason', { assert: () => undecided('ambiguous', 5 as never) }, 'a reason or a remark'],
    ['remarks a number', { assert: () => note(5 as never) }, 'a reason or a remark'],
    ['has no otherwise', { otherwise: undefined }, 'TypeError'],
  ] as const)
    it(`that ${what} cannot tell, and says why`, () => {
      const [outcome, reason] = outcomeOf(part as Partial<Form>);
      expect(outcome).to.equal('cantTell');
      expect(reason)
        .to.match(/^the claim itself broke: /)
        .and.to.include(why);
    });

  it('is refused in a list with another of its id, or with something else', () => {
    const one = serverClaim('x-acme/rule', form as never);
    expect(requireExtra([one])).to.deep.equal([one]);
    expect(() => requireExtra([one, one])).to.throw(UsageError, 'Two own requirements are named x-acme/rule');
    for (const other of [3, null, {}, { id: 'x-acme/rule' }])
      expect(() => requireExtra([other])).to.throw(UsageError, 'is not one that claim(…)');
  });
});
