import { expect } from 'chai';
import type { RunResult } from '../../claims/run-result.ts';
import {
  failed,
  passed,
  sampleCatalogue,
  sampleReport,
  sampleRun,
  undecidedOutcome,
  untested,
} from '../testing.ts';
import type { BaselineEntry } from './baseline.ts';
import { coverageOf } from './coverage.ts';
import type { ReportOptions } from './report.ts';
import {
  apiVerdictOf,
  exitCodeOf,
  type FailOn,
  verdictLine,
  verdictReason,
  verdictWords,
} from './verdict.ts';

const catalogue = sampleCatalogue(['data/a', 'recommended:data/b', 'observed:data/c']);

function judge(
  outcomes: Parameters<typeof sampleRun>[0],
  {
    failOn = [],
    baseline = [],
    run = {},
  }: {
    failOn?: FailOn[];
    baseline?: BaselineEntry[];
    run?: Partial<RunResult>;
  } = {},
) {
  const report = sampleReport(sampleRun(outcomes, run), catalogue, { failOn: new Set(failOn), baseline });
  return { words: verdictWords(report), code: exitCodeOf(report), reason: verdictReason(report), report };
}

const green = { 'data/a': passed, 'data/b': passed, 'data/c': passed };

describe('report/verdict', () => {
  it('failures decide, by level and by --fail-on', () => {
    const table: readonly (readonly [string, Parameters<typeof sampleRun>[0], FailOn[], string, number])[] = [
      ['all passed', green, [], 'conforming', 0],
      ['required failed', { ...green, 'data/a': failed() }, [], 'non-conforming', 1],
      ['recommended failed', { ...green, 'data/b': failed() }, [], 'conforming', 0],
      ['recommended failed, counted', { ...green, 'data/b': failed() }, ['recommended'], 'non-conforming', 1],
      ['observed', { ...green, 'data/c': failed() }, ['recommended', 'untested'], 'conforming', 0],
      ['required untested', { ...green, 'data/a': untested }, [], 'conforming as far as tested', 0],
      ['required untested, counted', { ...green, 'data/a': untested }, ['untested'], 'non-conforming', 1],
      ['recommended untested, counted', { ...green, 'data/b': untested }, ['untested'], 'conforming', 0],
      [
        'cannot tell',
        { ...green, 'data/a': undecidedOutcome('cantTell', 'x') },
        ['untested'],
        'inconclusive',
        4,
      ],
      [
        'cannot tell, recommended',
        { ...green, 'data/b': undecidedOutcome('cantTell', 'x') },
        ['recommended', 'untested'],
        'conforming',
        0,
      ],
      [
        'cannot tell beside a failure',
        { ...green, 'data/a': undecidedOutcome('cantTell', 'x'), 'data/b': failed() },
        ['recommended'],
        'non-conforming',
        1,
      ],
      [
        'nothing judged',
        { 'data/a': untested, 'data/b': undecidedOutcome('inapplicable', 'x') },
        [],
        'inconclusive',
        5,
      ],
      ['nothing decided', { 'data/a': undecidedOutcome('cantTell', 'x') }, [], 'inconclusive', 5],
      ['no outcome at all', {}, [], 'inconclusive', 5],
    ];
    for (const [name, outcomes, failOn, words, code] of table) {
      const seen = judge(outcomes, { failOn });
      expect([seen.words, seen.code], name).to.deep.equal([words, code]);
    }
  });

  it('a run that reports why it could not judge is inconclusive, even with failures', () => {
    const seen = judge({ ...green, 'data/a': failed() }, { run: { inconclusive: 'The token was refused.' } });
    expect([seen.words, seen.code, seen.reason]).to.deep.equal(['inconclusive', 4, 'The token was refused.']);
  });

  it('excluded requirements never count, and the verdict says that only some checks ran', () => {
    const run = sampleRun({ ...green, 'data/a': untested });
    const outcomes = run.outcomes.map((one) =>
      one.id.toString() === 'data/a' ? { ...one, notSelected: true as const } : one,
    );
    const seen = judge({}, { failOn: ['untested'], run: { outcomes } });
    expect([seen.words, seen.code]).to.deep.equal(['conforming as far as tested', 0]);
  });

  it('the line names what the verdict covers, and the reason what the line does not', () => {
    const table: readonly (readonly [Parameters<typeof judge>, string, string])[] = [
      [[green], 'conforming: 1 of 1 required check', ''],
      [[{ ...green, 'data/a': failed() }], 'non-conforming: 1 of 1 required check failed', ''],
      [[{ 'data/a': untested, 'data/b': passed }], 'conforming as far as tested: 0 of 1 required check', ''],
      [
        [{ 'data/a': failed(), 'data/b': failed() }, { failOn: ['recommended'] }],
        'non-conforming: 1 of 1 required check failed',
        '1 recommended check failed.',
      ],
      [
        [{ ...green, 'data/a': untested }, { failOn: ['untested'] }],
        'non-conforming: 0 of 1 required check',
        '1 required check was not tested.',
      ],
      [
        [{ ...green, 'data/a': undecidedOutcome('cantTell', 'x') }],
        'inconclusive: 0 of 1 required check',
        'Exercised, but not decided: data/a.',
      ],
      [[{}], 'inconclusive: 0 of 1 required check', 'Nothing was judged: the run ended before this check.'],
    ];
    for (const [input, line, reason] of table) {
      const { report } = judge(...input);
      expect([verdictLine(report), verdictReason(report)]).to.deep.equal([line, reason]);
    }
  });

  describe('baseline', () => {
    const entry: BaselineEntry = { id: 'data/a', case: 'students', reason: 'known', expires: '2026-03-01' };
    const red = { ...green, 'data/a': failed() };

    it('an entry that covers every failed case makes the run conforming with exceptions', () => {
      const seen = judge(red, { baseline: [entry] });
      expect([seen.words, seen.code]).to.deep.equal(['conforming with exceptions', 0]);
      expect(seen.report.verdict).to.equal('conforming');
      expect(seen.report.counts.failed).to.equal(1);
    });

    it('a failed case next to the exempted one still counts', () => {
      const seen = judge(
        { ...green, 'data/a': failed('x', ['students', 'teachers']) },
        { baseline: [entry] },
      );
      expect(seen.code).to.equal(1);
    });

    it('an entry that is stale, expired, too long, too broad, unknown or undated makes the run non-conforming', () => {
      const { case: _, ...wildcard } = entry;
      const table: readonly (readonly [BaselineEntry, string, string])[] = [
        [{ ...entry, case: 'teachers' }, 'stale', 'no longer fails'],
        [{ ...entry, expires: '2026-01-04' }, 'expired', '2026-01-04'],
        [{ ...entry, expires: '2026-07-06' }, 'refused', '180 days'],
        [{ ...entry, expires: '2026-02-30' }, 'refused', 'must be a date'],
        [{ ...entry, expires: 'soon' }, 'refused', 'must be a date'],
        [{ ...entry, id: 'data/nope' }, 'refused', 'no requirement'],
        [wildcard, 'refused', 'must name a case. Add `case: students`.'],
      ];
      for (const [one, state, why] of table) {
        const { report, code } = judge(red, { baseline: [one] });
        expect(report.baseline[0]?.state, why).to.equal(state);
        expect(report.baseline[0]?.why).to.contain(why);
        expect(code, why).to.equal(1);
      }
      const stale = judge(green, { baseline: [entry] });
      expect([stale.words, stale.reason]).to.deep.equal([
        'non-conforming',
        '1 baseline entry is invalid: data/a: it no longer fails. Remove the entry.',
      ]);
    });

    it('it is valid on its last day, for 180 days, and while the requirement is untested', () => {
      expect(judge(red, { baseline: [{ ...entry, expires: '2026-01-05' }] }).code).to.equal(0);
      expect(judge(red, { baseline: [{ ...entry, expires: '2026-07-04' }] }).code).to.equal(0);
      const { report } = judge({ ...green, 'data/a': untested }, { baseline: [entry] });
      expect(report.baseline[0]?.state).to.equal('holds');
    });

    it('requirements that are not required may be exempted without a case', () => {
      const baseline = [{ id: 'data/b', reason: 'known', expires: '2026-03-01' }];
      const seen = judge({ ...green, 'data/b': failed() }, { baseline, failOn: ['recommended'] });
      expect([seen.words, seen.code]).to.deep.equal(['conforming', 0]);
    });
  });

  it('each API has a verdict of its own, by the same rules', () => {
    const both = sampleCatalogue(['data/a', 'recommended:data/b', 'lms/a']);
    const wordsOf = (
      outcomes: Parameters<typeof sampleRun>[0],
      options: Partial<ReportOptions> = {},
      over: Partial<RunResult> = {},
    ) => {
      const report = sampleReport(sampleRun(outcomes, over), both, options);
      return coverageOf(report).apis.map((api) => apiVerdictOf(report, api).words);
    };
    const all = { 'data/a': passed, 'data/b': passed, 'lms/a': passed };
    const cannot = undecidedOutcome('cantTell', 'x');
    const accepted = [{ id: 'data/a', case: 'students', reason: 'known', expires: '2026-03-01' }];
    const recommended = { failOn: new Set<FailOn>(['recommended']) };
    expect(wordsOf(all)).to.deep.equal(['conforming', 'conforming']);
    expect(wordsOf({ ...all, 'data/a': failed() })).to.deep.equal(['non-conforming', 'conforming']);
    expect(wordsOf({ ...all, 'lms/a': untested })).to.deep.equal(['conforming', 'not tested']);
    expect(wordsOf({ ...all, 'lms/a': cannot })).to.deep.equal(['conforming', 'inconclusive']);
    expect(wordsOf({ ...all, 'data/a': failed() }, { baseline: accepted })).to.deep.equal([
      'conforming with exceptions',
      'conforming',
    ]);
    expect(wordsOf({ ...all, 'data/b': failed() })).to.deep.equal(['conforming', 'conforming']);
    expect(wordsOf({ ...all, 'data/b': failed() }, recommended)).to.deep.equal([
      'non-conforming',
      'conforming',
    ]);
    expect(wordsOf({ ...all, 'lms/a': untested }, { failOn: new Set<FailOn>(['untested']) })).to.deep.equal([
      'conforming',
      'non-conforming',
    ]);
    expect(wordsOf(all, {}, { inconclusive: 'refused' })).to.deep.equal(['inconclusive', 'inconclusive']);
  });
});
