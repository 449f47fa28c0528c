import { expect } from 'chai';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import type { ServerMutant } from '../../../src/mutants/mutant.ts';
import { handling, switchedOff, withBody } from '../../../src/mutants/servers/lms/support.ts';
import { expectAllPassed, expectNoneFailed, foreign, idsOf, outcomesOf, withOutcome } from './testing.ts';

const both = ['lms', 'lms-errors'] as const;
/** What reads alone can decide. */
const readable: readonly ServerRequirementId[] = [
  'lms/served-on-v3.1-only',
  'lms/unknown-id-refused',
  'lms-errors/invalid-assignment-id',
  'lms-errors/no-token',
  'lms-errors/invalid-token',
];

describe('LMS Connect servers of others', () => {
  it('without writes nothing but GET goes out, nothing is accused, and nothing stays undecided', async () => {
    const sent: Request[] = [];
    const outcomes = await outcomesOf(both, { as: foreign([], sent) });
    expect(new Set(sent.map((one) => one.method))).to.deep.equal(new Set(['GET']));
    expect(sent.length).to.be.below(45);
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'cantTell')).to.deep.equal([]);
    expect(withOutcome(outcomes, 'passed')).to.deep.equal(readable);
  });

  it('without writes an LMS Connect that is switched off is untested, with the permission that is missing', async () => {
    const outcomes = await outcomesOf(both, { tamper: switchedOff('/v3.1/'), as: foreign([]) });
    expect(withOutcome(outcomes, 'passed', 'failed', 'cantTell')).to.deep.equal([]);
    for (const id of readable) expect(outcomes.get(id)?.why, id).to.contain('--allow-writes');
  });

  it('without writes a read that needs no token is found out', async () => {
    const tamper = handling(
      (sandbox) =>
        async ({ caller, what }, forward) =>
          caller === '' && what === 'GET assignment'
            ? forward({ caller: `Bearer ${sandbox.token}` }).then((one) =>
                withBody(one, { data: { id: 'x' } }, 200),
              )
            : forward(),
    );
    const outcomes = await outcomesOf(both, { tamper, as: foreign([]) });
    expect(withOutcome(outcomes, 'failed')).to.deep.equal(['lms-errors/no-token']);
  });

  it('with writes and without states all but two pass, and everything made is removed', async () => {
    const open = new Set<string>();
    const tamper: ServerMutant['tamper'] = handling(() => async ({ what, path }, forward) => {
      const response = await forward();
      if (what === 'DELETE assignment') open.delete(path);
      if (what !== 'POST assignments' || response.status !== 200) return response;
      const { data } = (await response.clone().json()) as { data: { id: string } };
      open.add(`${path}/${data.id}`);
      return response;
    });
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expect([...open]).to.deep.equal([]);
    expect(withOutcome(outcomes, 'untested')).to.deep.equal([
      'lms/requires-agreement',
      'lms-errors/lms-missing-required-field',
    ]);
    expect(withOutcome(outcomes, 'passed')).to.have.length(idsOf(...both).length - 2);
  });

  it('without the Data API the states show a section', async () => {
    const tamper = switchedOff('/v2.0/');
    const outcomes = await outcomesOf(both, { tamper });
    expectAllPassed(outcomes);
  });

  it('without the Data API and without states nothing is accused', async () => {
    const tamper = switchedOff('/v2.0/');
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'passed')).to.deep.equal([]);
  });

  it('a section that the LMS does not know is passed over', async () => {
    const tamper: ServerMutant['tamper'] = handling(() => {
      let first: string | undefined;
      return async ({ what, path }, forward) => {
        if (what !== 'POST assignments') return await forward();
        first ??= path;
        return path === first
          ? Response.json({ message: 'Section not found' }, { status: 404 })
          : await forward();
      };
    });
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'passed')).to.have.length(idsOf(...both).length - 2);
  });

  it('an LMS that refuses every assignment is no fault of the API, where it says so', async () => {
    const tamper: ServerMutant['tamper'] = handling(
      () =>
        async ({ what }, forward) =>
          what === 'POST assignments'
            ? Response.json({ message: 'no valid users found in Canvas' }, { status: 400 })
            : await forward(),
    );
    const outcomes = await outcomesOf(both, { tamper, as: foreign(['writes']) });
    expectNoneFailed(outcomes);
    expect(withOutcome(outcomes, 'passed')).to.deep.equal(['lms/served-on-v3.1-only']);
    const inSandbox = await outcomesOf('lms', { tamper });
    expect(inSandbox.get('lms/create-read-update-delete')?.outcome).to.equal('failed');
  });

  for (const period of [2, 3, 5, 7, 11])
    it(`an outage of every ${period}th request fails nothing that it hides`, async () => {
      const tamper: ServerMutant['tamper'] = (sandbox) => {
        let count = 0;
        return async (request) =>
          ++count % period === 0 ? new Response('', { status: 503 }) : sandbox.fetch(request);
      };
      const outcomes = await outcomesOf(both, { tamper });
      expectNoneFailed(outcomes);
    });
});
