import { expect } from 'chai';
import type { ApiName } from '../../../contracts/profiles.ts';
import { expectAllPassed, idsOf, judgeSandbox, outcomesIn, serverThemes } from './testing.ts';

const chosen: readonly (readonly ApiName[])[] = [
  ['data-v3.1', 'lms-v3.1'],
  ['data-v2.0', 'lms-v3.1', 'data-v3.0'],
];

describe('the sandbox in other versions', () => {
  for (const apis of chosen)
    it(`passes everything in ${apis.join(', ')}`, async () => {
      const run = await judgeSandbox(serverThemes, { apis, depth: 'quick' });
      expect(run.unfinished).to.equal(undefined);
      expectAllPassed(outcomesIn(run, idsOf(...serverThemes)));
      const prefixes = run.result.evidence.exchanges.map(({ request }) => request.path.split('/')[1]);
      for (const { prefix } of run.result.evidence.context.profiles)
        expect(prefixes).to.include(prefix.slice(1));
    });

  it('has cases named after each of several', async () => {
    const run = await judgeSandbox(['events'], { apis: ['data-v2.0', 'data-v3.1'], depth: 'quick' });
    const names = run.outcomeOf('events/filters').cases.map(({ name }) => name);
    expect(names).to.include.members(['v2.0 school', 'v3.1 school']);
  });
});
