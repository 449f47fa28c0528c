import { expect } from 'chai';
import { observationOf, outcomeOver, pageOne, type Seen } from '../support/client-testing.ts';
import './data.spec.ts';

describe('data/client-tolerates-absent-and-unknown', () => {
  const id = 'data/client-tolerates-absent-and-unknown';
  const odd: Seen = { ...pageOne, rule: 'records are odd' };
  const usual = observationOf([pageOne]);

  it('all records, given up, records left out, and ended by an error', () => {
    const outcomes = [
      observationOf([odd]),
      observationOf([odd], { claim: { says: 'incomplete', ids: [] } }),
      observationOf([odd], { claim: { ids: [] } }),
      observationOf([odd, { atMs: 1, got: 404 }], { claim: { says: 'incomplete', ids: [] } }),
    ].map((seen) => outcomeOver(id, [{ ...seen, provokes: [id] }, usual]).outcome);
    expect(outcomes).to.deep.equal(['passed', 'failed', 'failed', 'untested']);
  });

  it('is untested for a client that gives up with usual records as well', () => {
    const givenUp = observationOf([odd], { claim: { says: 'incomplete', ids: [] }, provokes: [id] });
    expect(outcomeOver(id, [givenUp, { ...givenUp, provokes: [] }]).outcome).to.equal('untested');
  });
});
