import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { type CaseOutcome, outcomeOf } from '../outcome.ts';
import { joinVersions, versionsFor } from './versions.ts';

const [data, lms] = profiles;
const later = { ...data, name: 'data-v3.1', prefix: '/v3.1', document: 'data-v3.1' } as const;

const finding = { message: 'm', expected: 'e', actual: 'a' };
const caseOf = (name: string, outcome: 'passed' | 'failed'): CaseOutcome => ({
  name,
  outcome,
  findings: outcome === 'failed' ? [finding] : [],
});
const part = (name: string, ...cases: readonly CaseOutcome[]) => ({
  name,
  outcome: outcomeOf(cases, `nothing of ${name}`),
  cases: cases.map((outcome) => ({ outcome, errors: [] })),
});

describe('versions of the Data API', () => {
  it('are judged each by itself, with the other API beside each', () => {
    const names = (id: Parameters<typeof versionsFor>[0]) =>
      versionsFor(id, [data, lms, later]).map(({ name, judged }) => [name, ...judged.map((one) => one.name)]);
    expect(names('data/list-envelope')).to.deep.equal([
      ['v2.0', 'data-v2.0', 'lms-v3.1'],
      ['v3.1', 'data-v3.1', 'lms-v3.1'],
    ]);
    expect(names('lms/grade-passback')).to.deep.equal([['', 'data-v2.0', 'lms-v3.1', 'data-v3.1']]);
    expect(names('rate-limit/headers-present')).to.deep.equal([['', 'data-v2.0', 'lms-v3.1', 'data-v3.1']]);
    expect(versionsFor('data/list-envelope', [data, lms])).to.deep.equal([{ name: '', judged: [data, lms] }]);
  });

  it('come to the worst of them, with cases named after them', () => {
    const joined = joinVersions(
      [part('v2.0', caseOf('students', 'passed')), part('v3.1', caseOf('users', 'failed'))],
      { ownSteps: true },
    );
    expect(joined.outcome.outcome).to.equal('failed');
    expect(joined.outcome.cases.map(({ name, outcome }) => `${name}: ${outcome}`)).to.deep.equal([
      'v2.0 students: passed',
      'v3.1 users: failed',
    ]);
    expect(joined.cases.map((one) => one.outcome)).to.deep.equal(joined.outcome.cases);
  });

  it('come to nothing when one was not exercised, unless others chose the requests', () => {
    const parts = [part('v2.0', caseOf('students', 'passed')), part('v3.1')];
    expect(joinVersions(parts, { ownSteps: true }).outcome).to.deep.include({
      outcome: 'untested',
      why: 'nothing of v3.1',
    });
    const captured = joinVersions(parts, { ownSteps: false }).outcome;
    expect(captured.outcome).to.equal('passed');
    expect(captured.cases.map(({ name }) => name)).to.deep.equal(['v2.0 students']);
    expect(joinVersions([part('v2.0'), part('v3.1')], { ownSteps: false }).outcome).to.deep.equal({
      outcome: 'untested',
      why: 'nothing of v2.0; nothing of v3.1',
      cases: [],
    });
  });

  it('are not named where there is one', () => {
    const { outcome, cases } = part('', caseOf('students', 'passed'));
    expect(joinVersions([{ name: '', outcome, cases }], { ownSteps: true })).to.deep.equal({
      outcome,
      cases,
    });
  });
});
