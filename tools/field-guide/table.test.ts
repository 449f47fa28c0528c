import { expect } from 'chai';
import { requirements } from '../../contracts/requirements/index.ts';
import type { ReportRow } from '../../src/report/model/report-row.ts';
import {
  decidedByGlue,
  type Judged,
  renderCounts,
  renderDifferences,
  renderEvidence,
  renderTable,
} from './table.ts';

const finding = {
  case: 'rate-limit/one',
  message: '1 request came | too early',
  expected: 'nothing for 2 s',
  actual: 'the first\nafter 1 s',
};

function row(id: string, outcome: ReportRow['outcome'], more: Partial<ReportRow> = {}): ReportRow {
  return { id, binds: 'client', level: 'required', outcome, cases: [], findings: [], ...more };
}

function judged(title: string, rows: readonly ReportRow[]): Judged {
  return {
    file: title,
    title,
    packages: [title],
    walks: false,
    settings: [],
    versions: { [title]: '1.0.0' },
    report: { startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1, environment: {}, requirements: rows },
  };
}

const keeps = judged('one', [row('a/x', 'passed'), row('a/y', 'passed')]);
const breaks = judged('two', [
  row('a/x', 'failed', { findings: [finding, { ...finding, case: 'rate-limit/two' }] }),
  row('a/y', 'untested', { why: 'it was not reached' }),
]);

describe('the table of the field guide', () => {
  it('has a row for each chosen requirement and a column for each subject', () => {
    expect(renderTable([keeps, breaks], (id) => id !== 'a/y')).to.equal(
      '| requirement | level | one | two |\n| --- | --- | --- | --- |\n| `a/x` | required | kept | **broken** |',
    );
  });

  it('says untested where a subject was not judged for a requirement', () => {
    expect(renderTable([keeps, judged('none', [])], (id) => id === 'a/x')).to.include('| kept | untested |');
  });

  it('counts what came out', () => {
    expect(renderCounts([breaks]).split('\n').at(-1)).to.equal('| two | two 1.0.0 | 0 | 1 | 0 | 0 | 1 |');
  });

  it('gives one line for each broken rule, and lets no text break out of it', () => {
    expect(renderEvidence(breaks).split('\n')).to.deep.equal([
      '- `a/x` in rate-limit/one (and in 1 more): 1 request came \\| too early. Expected: nothing for 2 s. Seen: the first after 1 s.',
      '- `a/y`, untested: it was not reached.',
    ]);
  });

  it('tells what came out in another way in the newest version', () => {
    const { report } = breaks;
    expect(renderDifferences([{ ...breaks, inNewest: report }, keeps], 'v2.0')).to.equal(
      'Every rule came out as in v2.0.',
    );
    expect(renderDifferences([{ ...breaks, inNewest: keeps.report }], 'v2.0')).to.equal(
      '- two: `a/x` is kept, not **broken**\n- two: `a/y` is kept, not untested',
    );
  });

  it('tells how much of an untested requirement was kept', () => {
    const cases = [
      { name: 'a', outcome: 'passed' },
      { name: 'b', outcome: 'untested', why: 'no request.' },
    ] as const;
    expect(renderEvidence(judged('part', [row('a/x', 'untested', { why: 'no request.', cases })]))).to.equal(
      '- `a/x`, untested in 1 of 2 cases, kept in 1: no request.',
    );
  });

  it('says so where nothing is broken', () => {
    expect(renderEvidence(keeps)).to.equal('Nothing broken.');
  });

  it('gives to the glue only requirements that bind clients', () => {
    const ids: readonly string[] = requirements.flatMap((one) => (one.binds === 'client' ? [one.id] : []));
    expect(decidedByGlue.filter((id) => !ids.includes(id))).to.deep.equal([]);
  });
});
