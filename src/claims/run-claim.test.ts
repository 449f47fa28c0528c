import { expect } from 'chai';
import type { RequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { alsoEach, each, note, type Subject, undecided, violation } from './check.ts';
import { type ClaimForm, claimOf, type Material, register } from './claim.ts';
import { assertClaim } from './run-claim.ts';

interface Shown extends Material {
  readonly seq?: number;
  readonly values?: readonly (Subject & { readonly size: number })[];
}

const otherwise = { untested: 'nothing was sent' };
const small = (item: { readonly size: number }) => {
  expect(item.size, 'An item is too large.').to.be.at.most(100);
};
const sized = (...sizes: readonly number[]) => sizes.map((size, index) => ({ size, seq: 10 + index }));

/** What a claim over these cases comes to. */
function asserted(cases: readonly Shown[], form: Partial<ClaimForm<null, Shown>> = {}) {
  const whole: ClaimForm<null, Shown> = {
    cases: () => cases,
    otherwise,
    assert: ({ values = [] }) => each(values, small),
    ...form,
  };
  return assertClaim<null>({ form: whole as ClaimForm<null, Material> }, null).outcome;
}

describe('a claim', () => {
  it('passes where each item of a case holds', () => {
    const outcome = asserted([{ name: 'a', values: sized(1, 100) }]);
    expect(outcome).to.deep.equal({
      outcome: 'passed',
      cases: [{ name: 'a', outcome: 'passed', findings: [] }],
    });
  });

  it('gathers all failures of a case, each with the exchange that shows it', () => {
    const outcome = asserted([{ name: 'a', values: sized(101, 100, 102) }]);
    expect(outcome.outcome).to.equal('failed');
    expect(outcome.cases[0]?.findings).to.deep.equal([
      { message: 'An item is too large.', expected: 'at most 100', actual: '101', exchange: 10 },
      { message: 'An item is too large.', expected: 'at most 100', actual: '102', exchange: 12 },
    ]);
  });

  it('names the exchange of the case where an item names none', () => {
    const outcome = asserted([{ name: 'a', seq: 7, values: [{ size: 101 }] }]);
    expect(outcome.cases[0]?.findings[0]?.exchange).to.equal(7);
  });

  it('is untested where there is no case, with the reason that the claim gives', () => {
    expect(asserted([])).to.deep.equal({ outcome: 'untested', why: 'nothing was sent', cases: [] });
    expect(asserted([], { otherwise: { untested: () => 'nothing was sent at all' } }).why).to.equal(
      'nothing was sent at all',
    );
  });

  it('says how much of it was decided', () => {
    const outcome = asserted(
      [
        { name: 'a', values: sized(1) },
        { name: 'b', inconclusive: 'it answered 503' },
      ],
      { otherwise: { ...otherwise, partly: (passed, all) => `${passed} of ${all} held` } },
    );
    expect(outcome).to.include({ outcome: 'cantTell', why: '1 of 2 held; it answered 503' });
  });
});

describe('a case whose loops met no item', () => {
  it('never passes: it is not listed', () => {
    expect(asserted([{ name: 'a' }])).to.deep.equal({
      outcome: 'untested',
      why: 'nothing was sent',
      cases: [],
    });
  });

  it('is inapplicable where the claim says what that means', () => {
    const outcome = asserted([{ name: 'a' }], { otherwise: { ...otherwise, inapplicable: 'no record' } });
    expect(outcome).to.deep.include({ outcome: 'inapplicable', why: 'no record' });
    expect(outcome.cases[0]).to.include({ reason: 'not-offered' });
  });

  it('cannot be decided where an inconclusive response stood in the way', () => {
    const outcome = asserted([{ name: 'a', inconclusive: 'it answered 503' }]);
    expect(outcome).to.include({ outcome: 'cantTell', why: 'it answered 503' });
    expect(outcome.cases[0]).to.include({ reason: 'inconclusive-response' });
  });

  it('does not pass by items that can only violate', () => {
    const assert = ({ values = [] }: Shown) => {
      each([], small);
      alsoEach(values, small);
    };
    expect(asserted([{ name: 'a', values: sized(1) }], { assert }).outcome).to.equal('untested');
    expect(asserted([{ name: 'a', values: sized(101) }], { assert }).outcome).to.equal('failed');
  });
});

describe('a case that says it cannot be decided', () => {
  const stopping = ({ values = [] }: Shown) => {
    each(values, small);
    undecided('stopped-early', 'the walk was stopped');
  };
  const uncontrolled = () => undecided('no-control', 'nothing works here');

  it('has the outcome and the code of its reason', () => {
    const outcome = asserted([{ name: 'a', values: sized(1) }], { assert: stopping });
    expect(outcome.cases).to.deep.equal([
      {
        name: 'a',
        outcome: 'cantTell',
        reason: 'stopped-early',
        why: 'the walk was stopped',
        findings: [],
      },
    ]);
  });

  it('fails all the same where something was found', () => {
    const outcome = asserted([{ name: 'a', values: sized(101) }], {
      assert: stopping,
      control: uncontrolled,
    });
    expect(outcome.outcome).to.equal('failed');
  });

  it('gives the reason of the control before its own', () => {
    const outcome = asserted([{ name: 'a', values: sized(1) }], { assert: stopping, control: uncontrolled });
    expect(outcome.why).to.equal('nothing works here');
  });

  it('keeps what one item leaves open while the others are asserted', () => {
    const outcome = asserted([{ name: 'a', values: sized(1, 101) }], {
      assert: ({ values = [] }) =>
        each(values, (item) => {
          if (item.size === 1) undecided('unreadable', 'its header could not be read');
          small(item);
        }),
    });
    expect(outcome.cases[0]?.findings).to.have.length(1);
  });
});

describe('a case that is listed on failure alone', () => {
  const listed = (size: number) => asserted([{ name: 'a', listedOnFailure: true, values: sized(size) }]);

  it('is left out where it holds', () => {
    expect(listed(1).cases).to.be.empty;
  });

  it('is listed where it fails', () => {
    expect(listed(101).outcome).to.equal('failed');
  });
});

describe('what an assertion says', () => {
  const findingOf = (assert: () => void) =>
    asserted([{ name: 'a', seq: 3 }], { assert }).cases[0]?.findings[0];

  for (const [does, assert, wanted, actual] of [
    ['compares numbers', () => expect(5, 'Text.').to.be.below(0), 'below 0', '5'],
    ['compares texts', () => expect('a', 'Text.').to.equal('b'), 'b', 'a'],
    ['rules a value out', () => expect('a', 'Text.').to.not.equal('a'), "not equal 'a'", 'a'],
    ['looks at lists', () => expect([1], 'Text.').to.be.empty, 'none', '1'],
    [
      'looks at long lists',
      () => expect([...'abcdefg'], 'Text.').to.be.empty,
      'none',
      'a, b, c, d, e, and 2 more',
    ],
    ['looks at records', () => expect([{ a: 1 }], 'Text.').to.be.empty, 'empty', '[ { a: 1 } ]'],
  ] as const)
    it(`becomes message, expected and actual where it ${does}`, () => {
      expect(findingOf(assert)).to.include({ message: 'Text.', actual, exchange: 3 });
      expect(findingOf(assert)?.expected).to.equal(wanted);
    });

  it('is in its own words where it reports a violation', () => {
    const assert = () => violation('Text.', { expected: 'the same page', actual: 'another' });
    expect(findingOf(assert)).to.deep.equal({
      message: 'Text.',
      expected: 'the same page',
      actual: 'another',
      exchange: 3,
    });
  });

  it('shows hidden characters where expected and actual would print alike', () => {
    const outcome = asserted([{ name: 'a' }], {
      assert: () => expect('\ufeffUser\u00a0not found', 'Another text.').to.equal('User not found'),
    });
    expect(outcome.cases[0]?.findings[0]).to.deep.include({
      expected: '"User not found"',
      actual: '"\\ufeffUser\\u00a0not found"',
    });
  });

  it('may be a remark, which fails nothing and is listed once', () => {
    const assert = () => {
      note('Tolerated.');
      note('Tolerated.');
    };
    const [only] = asserted([{ name: 'a' }], { assert }).cases;
    expect(only).to.deep.include({ outcome: 'passed', notes: ['Tolerated.'] });
  });
});

describe('a fault of the suite', () => {
  it('is not taken for a violation', () => {
    const assert = () => {
      throw new TypeError('x is undefined');
    };
    expect(() => asserted([{ name: 'a' }], { assert })).to.throw(TypeError, 'x is undefined');
  });

  it('leaves nothing behind for the next claim', () => {
    const assert = () => {
      each(sized(1), () => {
        throw new TypeError('x is undefined');
      });
    };
    expect(() => asserted([{ name: 'a' }], { assert })).to.throw(TypeError);
    expect(() => each(sized(101), small), 'outside of a claim an assertion throws').to.throw(
      'An item is too large.',
    );
  });

  it('is reported where two claims have one id, or one has none', () => {
    const form: ClaimForm<null, Shown> = { cases: () => [], otherwise, assert: () => undefined };
    const id = 'pagination/claimed-twice' as RequirementId;
    expect(() => {
      register(id, form);
      register(id, form);
    }).to.throw(`Two claims are named ${id}.`);
    expect(() => claimOf('pagination/never-claimed' as ServerRequirementId)).to.throw(
      'There is no claim for pagination/never-claimed.',
    );
  });
});
