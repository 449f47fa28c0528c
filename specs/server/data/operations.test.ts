import { expect } from 'chai';
import { exchangesOf, idOf, outcomeOf, type Sent } from '../../support/testing.ts';
import './operations.spec.ts';

const claim = 'data/operation-answers';
const [one, two] = [idOf(1), idOf(2)];
const path = `/terms/${one}`;
const served = { path, body: { data: { id: one, district: two } } };

const judge = (sent: readonly Sent[], subject: 'har' | 'live' = 'har') =>
  outcomeOf(claim, exchangesOf(sent), subject);
const getTerm = (...args: Parameters<typeof judge>) =>
  judge(...args).cases.find(({ name }) => name === 'getTerm');

describe(claim, () => {
  it('every success counts, and the finding shows the place that does not fit', () => {
    const found = getTerm([{ path, body: { data: { id: one, district: 7 } } }]);
    expect(found?.findings[0]).to.include({
      expected: '/data/district must be string',
      actual: '/data/district is 7',
      exchange: 0,
    });
  });

  it('an error counts only for a request of the suite', () => {
    const error = { path, body: '', status: 418 };
    expect(getTerm([error, served])?.outcome).to.equal('passed');
    expect(getTerm([error])?.outcome).to.equal('untested');
    const step = { claim, case: 'getTerm' };
    expect(getTerm([served, { ...error, step }], 'live')?.outcome).to.equal('failed');
  });

  it('an operation that refuses a valid request of the suite fails once', () => {
    const step = { claim, case: 'getTerm' };
    expect(getTerm([{ path, status: 501, step }], 'live')?.findings).to.have.lengthOf(1);
    expect(getTerm([{ path, status: 418, step }], 'live')?.findings).to.have.lengthOf(1);
  });

  it('the reason says how many operations passed', () => {
    const { outcome, why } = judge([served]);
    expect(outcome).to.equal('untested');
    expect(why).to.match(/^1 of 60 operations responded as described; /);
  });
});
