import { expect } from 'chai';
import { SaxesParser } from 'saxes';
import { exitCodes, worstExitCode } from '../../errors.ts';
import { exitCodeOf } from '../model/report.ts';
import {
  failed,
  hostileTexts,
  passed,
  sampleCatalogue,
  sampleReport,
  sampleRun,
  untested,
} from '../testing.ts';
import { historyOf } from './history.ts';
import { matrixOf, type Subject } from './matrix.ts';
import { renderMatrixJunit } from './matrix-files.ts';

const catalogue = sampleCatalogue(['data/a', 'data/b', 'recommended:data/c']);

function reportOf(a: typeof passed, b: typeof passed, c: typeof passed = passed) {
  return sampleReport(sampleRun({ 'data/a': a, 'data/b': b, 'data/c': c }), catalogue);
}

const subjects: readonly Subject[] = [
  { name: 'two failures', report: reportOf(failed(), failed()) },
  { name: 'green', report: reportOf(passed, passed) },
  { name: 'partial', report: reportOf(passed, untested) },
  { name: 'warning', report: reportOf(passed, passed, failed()) },
  { name: 'one failure', report: reportOf(passed, failed()) },
];

describe('a matrix', () => {
  const matrix = matrixOf(subjects, catalogue);

  it('has the best first, and equal results with the same rank, in the order given', () => {
    expect(matrix.subjects.map(({ name, rank }) => `${rank} ${name}`)).to.deep.equal([
      '1 green',
      '1 warning',
      '3 partial',
      '4 one failure',
      '5 two failures',
    ]);
  });

  it('says which requirements differ', () => {
    expect(matrix.rows.map(({ differs }) => differs)).to.deep.equal([true, true, true]);
    expect(matrixOf(subjects.slice(0, 1), catalogue).rows.map(({ differs }) => differs)).to.not.include(true);
  });

  it('has the exit code of the worst run', () => {
    const codeOf = (...names: readonly string[]) =>
      worstExitCode(
        subjects.filter(({ name }) => names.includes(name)).map(({ report }) => exitCodeOf(report)),
      );
    expect(codeOf('green', 'partial')).to.equal(exitCodes.conforming);
    expect(codeOf('green', 'one failure')).to.equal(exitCodes.nonConforming);
    const refused = sampleReport(
      sampleRun({ 'data/a': passed }, { inconclusive: 'the token was refused' }),
      catalogue,
    );
    expect(worstExitCode([refused, reportOf(passed, passed)].map(exitCodeOf))).to.equal(
      exitCodes.inconclusive,
    );
  });

  it('as JUnit each suite fails exactly when its run does, whatever its name', () => {
    const refused = sampleReport(
      sampleRun({ 'data/a': passed }, { inconclusive: hostileTexts.join(' ') }),
      catalogue,
    );
    const given = [...subjects, { name: hostileTexts.join(' '), report: refused }];
    const xml = renderMatrixJunit(matrixOf(given, catalogue));
    const parser = new SaxesParser();
    const bad: string[] = [];
    parser.on('error', (error) => expect.fail(String(error)));
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testsuite' && Number(attributes.failures) + Number(attributes.errors) > 0)
        bad.push(String(attributes.name));
    });
    parser.write(xml).close();
    expect(bad).to.have.length(3).and.include.members(['one failure', 'two failures']);
  });
});

describe('a history', () => {
  const night = (day: number, ...outcomes: Parameters<typeof reportOf>) => ({
    ...reportOf(...outcomes),
    startedAt: `2026-01-0${day}T02:00:00.000Z`,
  });

  it('has the first red run, and the first of the failures that last; the longest on top', () => {
    const { rows, nights, steady } = historyOf(
      [
        night(4, failed(), failed()),
        night(1, passed, failed()),
        night(2, failed(), passed),
        night(3, passed, failed()),
      ],
      catalogue,
    );
    expect(nights.map(({ label }) => label)).to.deep.equal([
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
    expect(rows.map(({ id, firstRed, redSince }) => [id, firstRed, redSince])).to.deep.equal([
      ['data/b', '2026-01-01', '2026-01-03'],
      ['data/a', '2026-01-02', '2026-01-04'],
    ]);
    expect(steady).to.equal(1);
  });

  it('tells runs of the same day by their time', () => {
    const later = { ...night(1, passed, passed), startedAt: '2026-01-01T14:30:00.000Z' };
    expect(
      historyOf([later, night(1, passed, passed)], catalogue).nights.map(({ label }) => label),
    ).to.deep.equal(['2026-01-01 02:00', '2026-01-01 14:30']);
  });
});
