import { expect } from 'chai';
import { profiles, todaysProfiles } from '../../../contracts/profiles.ts';
import type { Outcome } from '../../outcome.ts';
import {
  failed,
  passed,
  sampleCatalogue,
  sampleReport,
  sampleRun,
  undecidedOutcome,
  untested,
} from '../testing.ts';
import { apiCoverageWords, coverageOf, coverageWords, measureCoverage } from './coverage.ts';

const catalogue = sampleCatalogue(['data/a', 'access/b', 'lms/c', 'lms-errors/d', 'recommended:lms/e']);
const green = {
  'data/a': passed,
  'access/b': passed,
  'lms/c': passed,
  'lms-errors/d': passed,
  'lms/e': untested,
};

function rowsOf(outcomes: Parameters<typeof sampleRun>[0]) {
  return sampleReport(sampleRun({ ...green, ...outcomes }), catalogue).requirements;
}

describe('report/coverage', () => {
  it('counts required rows only, and leaves out those that do not apply', () => {
    const inapplicable = undecidedOutcome('inapplicable', 'x');
    const table = [
      [rowsOf({}), '4 of 4 required checks'],
      [rowsOf({ 'data/a': inapplicable }), '3 of 3 required checks'],
      [rowsOf({ 'data/a': untested }), '3 of 4 required checks'],
      [rowsOf({ 'data/a': undecidedOutcome('cantTell', 'x') }), '3 of 4 required checks'],
      [rowsOf({ 'data/a': failed() }), '1 of 4 required checks failed'],
      [rowsOf({ 'data/a': failed(), 'lms/c': untested }), '1 of 4 required checks failed, 3 tested'],
      [
        rowsOf({ 'lms/c': untested, 'lms-errors/d': untested }),
        '2 of 4 required checks, LMS Connect v3.1 not tested',
      ],
      [
        rowsOf({ 'data/a': failed(), 'lms/c': untested, 'lms-errors/d': untested }),
        '1 of 4 required checks failed, 2 tested, LMS Connect v3.1 not tested',
      ],
    ] as const;
    for (const [rows, words] of table) expect(coverageWords(measureCoverage(rows, profiles))).to.equal(words);
  });

  it('the sum of the outcomes is the number of required checks, for each API and in all', () => {
    const coverage = measureCoverage(rowsOf({ 'lms/c': untested, 'access/b': failed() }), profiles);
    for (const one of [coverage, ...coverage.apis])
      expect(one.passed + one.failed + one.cantTell + one.untested).to.equal(one.required);
    expect(coverage.apis.map((api) => api.required)).to.deep.equal([2, 2]);
    expect(apiCoverageWords(coverage)).to.deep.equal([
      'Data API v2.0: 1 of 2, 1 failed',
      'LMS Connect v3.1: 1 of 2',
    ]);
  });

  it('versions of an API are counted by their cases, and by the requirement where it has none', () => {
    const data = todaysProfiles.filter((one) => one.kind === 'data' && one.name !== 'data-v3.0');
    const inVersions: Outcome = {
      outcome: 'failed',
      cases: [
        { name: 'v2.0 students', outcome: 'passed', findings: [] },
        { name: 'v3.1 users', outcome: 'untested', why: 'x', findings: [] },
      ],
    };
    const { apis } = measureCoverage(rowsOf({ 'data/a': inVersions }), data);
    expect(apis.map(({ name, passed, untested }) => [name, passed, untested])).to.deep.equal([
      ['Data API v2.0', 2, 0],
      ['Data API v3.1', 1, 1],
      ['LMS Connect', 2, 0],
    ]);
  });

  it('an API that was exercised without a decision is not called untested', () => {
    const cantTell = undecidedOutcome('cantTell', 'x');
    const coverage = measureCoverage(rowsOf({ 'lms/c': cantTell, 'lms-errors/d': untested }), profiles);
    expect(coverageWords(coverage)).to.equal('2 of 4 required checks');
  });

  it('a report without coverage is measured again', () => {
    const { coverage, ...old } = sampleReport(sampleRun(green), catalogue);
    expect({ ...coverageOf(old), apis: [] }).to.deep.equal({ ...coverage, apis: [] });
    expect(coverageOf(old).apis.map(({ name }) => name)).to.deep.equal(['Data API', 'LMS Connect']);
  });
});
