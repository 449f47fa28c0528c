import { expect } from 'chai';
import { failed, passed, sampleCatalogue, sampleReport, sampleRun } from '../testing.ts';
import { judgeBaseline } from './baseline.ts';
import { openReason, updateBaseline } from './baseline-update.ts';

const catalogue = sampleCatalogue(['data/a', 'data/b', 'recommended:data/c']);
const run = sampleRun({
  'data/a': failed('no', ['x', 'y']),
  'data/b': passed,
  'data/c': failed('no', ['z']),
});
const report = sampleReport(run, catalogue);
const atMs = Date.parse('2026-01-05T12:00:00Z');
const update = (entries: Parameters<typeof updateBaseline>[0]) =>
  updateBaseline(entries, report, catalogue.requirements, atMs);

describe('an updated baseline', () => {
  it('has an entry for each failed case that counts, and is valid as it is', () => {
    const { entries, ...counts } = update([]);
    const common = { id: 'data/a', reason: openReason, expires: '2026-04-05' };
    expect(entries).to.deep.equal([
      { ...common, case: 'x' },
      { ...common, case: 'y' },
    ]);
    expect(counts).to.deep.equal({ kept: 0, added: 2, removed: 0 });
    const judged = judgeBaseline(entries, report.requirements, catalogue.requirements, atMs);
    expect(judged.map(({ state }) => state)).to.deep.equal(['holds', 'holds']);
  });

  it('keeps valid entries, drops stale ones, and replaces expired and rejected ones with their reason', () => {
    const valid = { id: 'data/a', case: 'x', reason: 'known', expires: '2026-02-01' };
    const whole = { id: 'data/a', reason: 'all of it', owner: 'us', expires: '2026-02-01' };
    const stale = { id: 'data/b', case: 'x', reason: 'fixed', expires: '2026-02-01' };
    expect(update([valid, stale])).to.deep.include({ kept: 1, added: 1, removed: 1 });
    expect(update([valid, whole]).entries).to.deep.equal([
      valid,
      { id: 'data/a', case: 'y', reason: 'all of it', owner: 'us', expires: '2026-04-05' },
    ]);
    const expired = { ...valid, case: 'y', expires: '2026-01-01' };
    expect(update([valid, expired]).entries[1]).to.deep.equal({ ...expired, expires: '2026-04-05' });
  });

  it('has warnings only where they count', () => {
    const strict = sampleReport(run, catalogue, { failOn: new Set(['recommended']) });
    const { entries } = updateBaseline([], strict, catalogue.requirements, atMs);
    expect(entries.map(({ id }) => id)).to.deep.equal(['data/a', 'data/a', 'data/c']);
  });
});
