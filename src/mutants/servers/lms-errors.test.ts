import { expect } from 'chai';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { lmsErrorsMutants } from './lms-errors.ts';
import { explain, idsOf, idsThat, nullServers, runLms } from './lms-testing.ts';

const ids = idsOf('lms-errors');

/** Failures that cannot be kept apart from the one that is meant. */
const alsoFails: Readonly<Record<string, readonly ServerRequirementId[]>> = {};

describe('lms-errors mutants', () => {
  it('the sandbox itself passes all of the theme', async () => {
    const run = await runLms(ids);
    for (const id of ids) expect(run.outcomeOf(id).outcome, explain(run.outcomeOf(id))).to.equal('passed');
    expect(run.unfinished).to.equal(undefined);
  });

  it('every requirement has a mutant', () => {
    expect(new Set(lmsErrorsMutants.map(({ breaks }) => breaks))).to.deep.equal(new Set(ids));
  });

  for (const mutant of lmsErrorsMutants)
    it(`${mutant.name} fails ${mutant.breaks} and nothing else`, async () => {
      const run = await runLms(ids, { tamper: mutant.tamper });
      expect(idsThat('failed', run, ids)).to.have.members([mutant.breaks, ...(alsoFails[mutant.name] ?? [])]);
      expect(run.unfinished).to.equal(undefined);
    });
});

describe('servers that are not there pass nothing of lms-errors', () => {
  for (const [name, answer] of Object.entries(nullServers))
    it(name, async () => {
      const run = await runLms(ids, { tamper: () => async () => answer() });
      expect(idsThat('passed', run, ids)).to.deep.equal([]);
    });

  it('an LMS Connect that is switched off is accused of nothing', async () => {
    const run = await runLms(ids, {
      tamper: (sandbox) => async (request) =>
        new URL(request.url).pathname.startsWith('/v3.1/')
          ? Response.json({ message: 'Not Found' }, { status: 404 })
          : sandbox.fetch(request),
    });
    expect(idsThat('passed', run, ids)).to.deep.equal([]);
    expect(idsThat('failed', run, ids)).to.deep.equal([]);
  });
});
