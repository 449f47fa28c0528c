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
import { exitCodeOf, type FailOn, verdictReason, verdictWords } from './verdict.ts';

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
  it('only what is broken, by level and by --fail-on, decides', () => {
    const table: readonly (readonly [string, Parameters<typeof sampleRun>[0], FailOn[], string, number])[] = [
      ['all passed', green, [], 'conforming', 0],
      ['required broken', { ...green, 'data/a': failed() }, [], 'non-conforming', 1],
      ['recommended broken', { ...green, 'data/b': failed() }, [], 'conforming', 0],
      ['recommended broken, counted', { ...green, 'data/b': failed() }, ['recommended'], 'non-conforming', 1],
      ['observed', { ...green, 'data/c': failed() }, ['recommended', 'untested'], 'conforming', 0],
      ['required untested', { ...green, 'data/a': untested }, [], 'conforming', 0],
      ['required untested, counted', { ...green, 'data/a': untested }, ['untested'], 'non-conforming', 1],
      ['recommended untested, counted', { ...green, 'data/b': untested }, ['untested'], 'conforming', 0],
      [
        'cannot tell',
        { ...green, 'data/a': undecidedOutcome('cantTell', 'x') },
        ['untested'],
        'conforming',
        0,
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

  it('a run that says it could not judge is inconclusive, whatever else it saw', () => {
    const seen = judge({ ...green, 'data/a': failed() }, { run: { inconclusive: 'The token was refused.' } });
    expect([seen.words, seen.code, seen.reason]).to.deep.equal(['inconclusive', 4, 'The token was refused.']);
  });

  it('what filters kept out never counts, and the verdict says that it is no whole one', () => {
    const run = sampleRun({ ...green, 'data/a': untested });
    const outcomes = run.outcomes.map((one) =>
      one.id.toString() === 'data/a' ? { ...one, notSelected: true as const } : one,
    );
    const seen = judge({}, { failOn: ['untested'], run: { outcomes } });
    expect([seen.words, seen.code]).to.deep.equal(['conforming, as far as selected', 0]);
  });

  it('the reason names what counts', () => {
    expect(judge({ ...green, 'data/a': failed() }).reason).to.equal('1 required claim is broken.');
    expect(judge({ 'data/a': failed(), 'data/b': failed() }, { failOn: ['recommended'] }).reason).to.equal(
      '1 required claim is broken, 1 recommended claim is broken.',
    );
    expect(judge({ ...green, 'data/a': untested }, { failOn: ['untested'] }).reason).to.equal(
      '1 required claim was not tested.',
    );
    expect(judge({}).reason).to.equal('Nothing was judged.');
    expect(judge(green).reason).to.equal('No required claim that was judged is broken.');
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

    it('a failed case beside the excused one still counts', () => {
      const seen = judge(
        { ...green, 'data/a': failed('x', ['students', 'teachers']) },
        { baseline: [entry] },
      );
      expect(seen.code).to.equal(1);
    });

    it('an entry that is stale, expired, too long, too broad, unknown or undated makes the run non-conforming', () => {
      const { case: _, ...wildcard } = entry;
      const table: readonly (readonly [BaselineEntry, string, string])[] = [
        [{ ...entry, case: 'teachers' }, 'stale', 'does not fail any more'],
        [{ ...entry, expires: '2026-01-04' }, 'expired', '2026-01-04'],
        [{ ...entry, expires: '2026-07-06' }, 'refused', '180 days'],
        [{ ...entry, expires: '2026-02-30' }, 'refused', 'not a day'],
        [{ ...entry, expires: 'soon' }, 'refused', 'not a day'],
        [{ ...entry, id: 'data/nope' }, 'refused', 'no requirement'],
        [wildcard, 'refused', 'case by case'],
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
        '1 baseline entry must be mended.',
      ]);
    });

    it('it holds on its last day, for 180 days, and while the row is not tested', () => {
      expect(judge(red, { baseline: [{ ...entry, expires: '2026-01-05' }] }).code).to.equal(0);
      expect(judge(red, { baseline: [{ ...entry, expires: '2026-07-04' }] }).code).to.equal(0);
      const { report } = judge({ ...green, 'data/a': untested }, { baseline: [entry] });
      expect(report.baseline[0]?.state).to.equal('holds');
    });

    it('rows that are not required may be excused as a whole', () => {
      const baseline = [{ id: 'data/b', reason: 'known', expires: '2026-03-01' }];
      const seen = judge({ ...green, 'data/b': failed() }, { baseline, failOn: ['recommended'] });
      expect([seen.words, seen.code]).to.deep.equal(['conforming', 0]);
    });
  });
});
