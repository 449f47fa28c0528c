import './resumption.spec.ts';
import { expect } from 'chai';
import {
  type Circumstances,
  failingAt,
  observationOf,
  outcomeOver,
  outcomeWith,
  pageOne,
  pageTwo,
  type Seen,
  startMs,
  truth,
} from '../../support/client-testing.ts';

const id = 'backoff/client-resumes-later';

function outcomeOfTwoRuns(
  second: readonly Seen[],
  claim: Circumstances['claim'] = {},
  firstEndedBy: 'itself' | 'kill' = 'itself',
) {
  const one = observationOf([pageOne, ...failingAt(503, 0), ...second], { provokes: [id], claim });
  const [run] = one.runs;
  if (!run) throw new Error('an observation has a run');
  const report = {
    ...run.claim,
    says: 'incomplete' as const,
    ids: truth.slice(0, 2),
    endedBy: firstEndedBy,
  };
  const runs = [
    { ...run, claim: report },
    { ...run, startedAtMs: startMs + 60_000 },
  ];
  return outcomeOver(id, [{ ...one, runs }]).outcome;
}

describe('claim about a second run', () => {
  const firstAgain: Seen = { ...pageOne, atMs: 60_000 };

  it('passes when it continues at the page that failed', () => {
    expect(outcomeOfTwoRuns([pageTwo(60_000)])).to.equal('passed');
    expect(outcomeOfTwoRuns([pageTwo(60_000)], { ids: truth.slice(2) })).to.equal('passed');
  });

  it('fails when it reads the first page again, or does not come to the end', () => {
    expect(outcomeOfTwoRuns([firstAgain, pageTwo(60_000)])).to.equal('failed');
    expect(outcomeOfTwoRuns([pageTwo(60_000)], { says: 'incomplete' })).to.equal('failed');
    expect(outcomeOfTwoRuns([pageTwo(60_000)], { says: 'incomplete', ids: [] })).to.equal('failed');
    expect(outcomeOfTwoRuns([pageTwo(60_000)], { ids: [] })).to.equal('failed');
  });

  it('may read the last two pages again after a kill', () => {
    expect(outcomeOfTwoRuns([firstAgain, pageTwo(60_000)], {}, 'kill')).to.equal('passed');
  });

  it('is untested when it sends nothing, or when there was one run', () => {
    expect(outcomeOfTwoRuns([])).to.equal('untested');
    expect(outcomeWith(id, [pageOne]).outcome).to.equal('untested');
    expect(outcomeOver(id, [observationOf([pageOne])]).outcome).to.equal('untested');
  });
});
