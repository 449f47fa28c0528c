import { expect } from 'chai';
import { redactObservations } from './client-redactor.ts';
import { optionsOf } from './testing.ts';

describe('a redacted observation', () => {
  it('keeps neither the exit code nor the output of a client that may print real data', () => {
    const claim = { says: 'incomplete', ids: [], said: 'Zoë failed', endedBy: 'itself', exit: 3 } as const;
    const { observations } = redactObservations(
      [
        {
          scenario: 'data/sample',
          provokes: [],
          job: 'sync:students',
          timing: 'real',
          exchanges: [],
          runs: [{ startedAtMs: 0, endedAtMs: 1, claim }],
          truth: [],
          account: {},
          origin: 'http://127.0.0.1:1',
          lagMs: 0,
        },
      ],
      optionsOf(),
    );
    expect(observations[0]?.runs[0]?.claim).to.deep.equal({
      says: 'incomplete',
      ids: [],
      said: '«text: 10 characters»',
      endedBy: 'itself',
    });
  });
});
