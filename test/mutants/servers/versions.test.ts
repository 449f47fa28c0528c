import { expect } from 'chai';
import type { ApiName } from '../../../contracts/profiles.ts';
import { comparesVersions } from '../../../contracts/versions.ts';
import { rewriting } from '../../../src/mutants/mutant.ts';
import { tryServer } from '../../../src/proof/trial.ts';
import { expectAllPassed, foreign, idsOf, judgeSandbox, outcomesIn, serverThemes } from './testing.ts';

const chosen: readonly (readonly ApiName[])[] = [
  ['data-v3.1', 'lms-v3.1'],
  ['data-v2.0', 'lms-v3.1', 'data-v3.0'],
  ['data-v2.1', 'lms-v3.1'],
];

describe('the sandbox in other versions', () => {
  for (const apis of chosen)
    it(`passes everything in ${apis.join(', ')}`, async () => {
      const run = await judgeSandbox(serverThemes, { apis, depth: 'quick' });
      expect(run.unfinished).to.equal(undefined);
      const isSingle = apis.filter((name) => name.startsWith('data-')).length === 1;
      const ids = idsOf(...serverThemes).filter((id) => !isSingle || !comparesVersions(id));
      expectAllPassed(outcomesIn(run, ids));
      const prefixes = run.result.evidence.exchanges.map(({ request }) => request.path.split('/')[1]);
      for (const { prefix } of run.result.evidence.context.profiles)
        expect(prefixes).to.include(prefix.slice(1));
    });

  for (const apis of [
    ['data-v3.1', 'lms-v3.1'],
    ['data-v3.0', 'lms-v3.1'],
    ['data-v2.0', 'lms-v3.1'],
  ] as const)
    it(`takes no more requests to be read quickly than a run is said to take, in ${apis.join(', ')}`, async () => {
      const sent: Request[] = [];
      const setting = { apis, depth: 'quick', students: 1203, as: foreign([], sent) } as const;
      const run = await judgeSandbox(serverThemes, setting);
      expect(run.unfinished).to.equal(undefined);
      expect(sent).to.have.lengthOf.at.most(240);
    });

  it('has cases named after each of several', async () => {
    const run = await judgeSandbox(['events'], { apis: ['data-v2.0', 'data-v3.1'], depth: 'quick' });
    const names = run.outcomeOf('events/filters').cases.map(({ name }) => name);
    expect(names).to.include.members(['v2.0 school', 'v3.1 school']);
  });

  it('are compared with what other responses show: the students of a teacher, of whom every second is missing', async () => {
    const halved = rewriting(
      (_, url, response) => response.status === 200 && url.pathname.endsWith('/mystudents'),
      (body) => ({ ...body, data: body.data.filter((_: unknown, at: number) => at % 2 === 0) }),
    );
    const id = 'data/no-record-missing';
    const { outcomeOf } = await tryServer(halved, { apis: ['data-v3.1'], students: 60, ids: new Set([id]) });
    const failed = outcomeOf(id).cases.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ name }) => name)).to.include('/users/{id}/mystudents');
  });
});
