import type { Level, Side } from '../../../contracts/requirement.ts';
import { nameOf } from '../model/about.ts';
import { type Catalogue, catalogueOf } from '../model/catalogue.ts';
import { coverageOf, type RunCoverage } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import type { ReportRow } from '../model/report-row.ts';
import { countsAgainst, type Verdict } from '../model/verdict.ts';

/** One run to compare. */
export interface Subject {
  readonly name: string;
  readonly report: Report;
  /** Where its own report is, relative to the page; absent if that is not known. */
  readonly href?: string;
}

export interface MatrixSubject extends Subject {
  readonly coverage: RunCoverage;
  /** 1 for the best; equal results share a rank. */
  readonly rank: number;
}

export interface MatrixRow {
  readonly id: string;
  readonly level: Level;
  readonly claim: string;
  /** In the order of the subjects; `undefined` if the catalogue of a run does not have the requirement. */
  readonly cells: readonly (MatrixCell | undefined)[];
  /** Whether the subjects differ in their outcome. */
  readonly differs: boolean;
}

export interface MatrixCell {
  readonly row: ReportRow;
  readonly counts: boolean;
}

/** Several runs of the same side, best first, requirement by requirement. */
export interface Matrix {
  readonly side: Side;
  readonly subjects: readonly MatrixSubject[];
  /** Names of all APIs that any run is about. */
  readonly apis: readonly string[];
  readonly rows: readonly MatrixRow[];
}

const verdictRanks: Readonly<Record<Verdict, number>> = {
  conforming: 0,
  inconclusive: 1,
  'non-conforming': 2,
};

/** Compares runs of one side. The order of equal subjects is that in which they are given. */
export function matrixOf(given: readonly Subject[], catalogue?: Catalogue): Matrix {
  const side = given[0]?.report.side ?? 'server';
  const measured = given.map((one) => ({ ...one, coverage: coverageOf(one.report) }));
  const sorted = measured.toSorted((a, b) => compare(scoreOf(a), scoreOf(b)));
  const rankOf = (one: (typeof measured)[number]) =>
    1 + sorted.findIndex((other) => compare(scoreOf(one), scoreOf(other)) === 0);
  const subjects = sorted.map((one) => ({ ...one, rank: rankOf(one) }));
  const rows = subjects.map(({ report }) => new Map(report.requirements.map((row) => [row.id, row])));
  return {
    side,
    subjects,
    apis: [...new Set(subjects.flatMap(({ coverage }) => coverage.apis.map(({ name }) => name)))],
    rows: (catalogue ?? catalogueOf(side)).requirements.map(({ id, level, claim }) => {
      const cells = subjects.map(({ report }, at) => {
        const row = rows[at]?.get(id);
        return row && { row, counts: countsAgainst(row, report) };
      });
      return { id, level, claim, cells, differs: new Set(cells.map((one) => one?.row.outcome)).size > 1 };
    }),
  };
}

type Score = readonly [verdict: number, failedShare: number, passedShare: number];

/** Smaller is better. Shares, since versions of an API differ in their number of required checks. */
function scoreOf({ report, coverage }: Pick<MatrixSubject, 'report' | 'coverage'>): Score {
  const { failed, passed, required } = coverage;
  return [verdictRanks[report.verdict], failed / Math.max(1, required), -passed / Math.max(1, required)];
}

function compare(a: Score, b: Score): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The name of a run that was given none. */
export function subjectName(report: Report, fallback: string): string {
  return report.about?.name === undefined ? fallback : nameOf(report);
}
