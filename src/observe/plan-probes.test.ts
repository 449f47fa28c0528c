import { expect } from 'chai';
import type { ApiName } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Probe } from '../probes/probe.ts';
import { planProbes } from './plan-probes.ts';

const probe = (name: string, api: Probe['api'], ...provokes: readonly ServerRequirementId[]): Probe => ({
  name,
  api,
  provokes,
  needs: [],
  run: async () => {},
});
const probes = [
  probe('data/everything', 'data', 'data/list-envelope'),
  probe('lms/life', 'lms', 'lms/grade-passback'),
  probe('rate-limit/steady', 'data', 'rate-limit/headers-present'),
];
const ids = new Set(probes.flatMap((one) => one.provokes));

function plan(apis: readonly ApiName[], offered?: readonly string[]) {
  const target = { allows: new Set<never>(), ...(offered ? { probes: new Set(offered) } : {}) };
  return planProbes(probes, { target, apis, ids });
}

describe('the plan of a run', () => {
  const planned = (...apis: readonly ApiName[]) =>
    plan(apis).runnable.map(({ name, profile }) => [name, profile.name]);

  it('exercises one version after the other, and what all of them share once', () => {
    expect(planned('data-v2.0', 'lms-v3.1')).to.deep.equal([
      ['data/everything', 'data-v2.0'],
      ['lms/life', 'lms-v3.1'],
      ['rate-limit/steady', 'data-v2.0'],
    ]);
    expect(planned('data-v3.1', 'lms-v3.1')).to.deep.equal([
      ['data/everything v3.1', 'data-v3.1'],
      ['lms/life', 'lms-v3.1'],
      ['rate-limit/steady v3.1', 'data-v3.1'],
    ]);
    expect(planned('data-v2.0', 'data-v3.0', 'data-v3.1')).to.deep.equal([
      ['data/everything', 'data-v2.0'],
      ['rate-limit/steady', 'data-v2.0'],
      ['data/everything v3.0', 'data-v3.0'],
      ['data/everything v3.1', 'data-v3.1'],
    ]);
  });

  it('names the version in the parts of a run where there are several', () => {
    const parts = (...apis: readonly ApiName[]) => plan(apis).runnable.map(({ part }) => part);
    expect(parts('data-v3.1', 'lms-v3.1')).to.deep.equal(['data', 'lms', 'rate-limit']);
    expect(parts('data-v2.0', 'lms-v3.1', 'data-v3.1')).to.deep.equal([
      'data v2.0',
      'lms',
      'rate-limit v2.0',
      'data v3.1',
    ]);
  });

  it('says what is not exercised because no version of its API was chosen', () => {
    expect(plan(['data-v3.1']).notProvoked).to.deep.equal({
      'lms/grade-passback': 'its API was not selected (--api)',
    });
  });

  it('takes a version from recordings only if it was recorded', () => {
    const { runnable, notProvoked } = plan(
      ['data-v2.0', 'data-v3.1'],
      ['data/everything', 'rate-limit/steady'],
    );
    expect(runnable.map(({ name }) => name)).to.deep.equal(['rate-limit/steady']);
    expect(notProvoked['data/list-envelope']).to.match(/^is not in the recordings/);
  });
});
