import type { Level, Side } from '../../../contracts/requirement.ts';
import { nameOf } from '../model/about.ts';
import { type Catalogue, catalogueOf } from '../model/catalogue.ts';
import { coverageOf, type RunCoverage } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import { countsAgainst, verdictWords } from '../model/verdict.ts';
import type { MatrixCell } from './matrix.ts';

/** One run of many. */
export interface Night {
  readonly report: Report;
  /** `2026-01-05`, with the time (UTC) if another run has the same day. */
  readonly label: string;
  readonly coverage: RunCoverage;
}

/** A requirement that failed or changed in any of the runs. */
export interface HistoryRow {
  readonly id: string;
  readonly level: Level;
  readonly claim: string;
  /** Oldest first; `undefined` if the catalogue of a run does not have the requirement. */
  readonly cells: readonly (MatrixCell | undefined)[];
  /** Label of the first run in which it counted against the subject; a warning does not. */
  readonly firstRed?: string;
  /** Label of the first of the red runs that still last. Absent if the newest run is not red. */
  readonly redSince?: string;
}

/** Runs of one side over time. */
export interface History {
  readonly side: Side;
  /** All names that the subject had, oldest first. */
  readonly names: readonly string[];
  /** Oldest first. */
  readonly nights: readonly Night[];
  /** What is red comes first, the longest on top; then what once was, then warnings and changes. */
  readonly rows: readonly HistoryRow[];
  /** Requirements that had the same outcome in each run, and never failed. */
  readonly steady: number;
}

/** Puts runs in the order of their start. */
export function historyOf(reports: readonly Report[], catalogue?: Catalogue): History {
  const sorted = reports.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const labels = labelsOf(sorted);
  const side = sorted[0]?.side ?? 'server';
  const requirements = (catalogue ?? catalogueOf(side)).requirements;
  const byId = sorted.map(({ requirements: rows }) => new Map(rows.map((row) => [row.id, row])));
  const rows = requirements.flatMap(({ id, level, claim }): readonly HistoryRow[] => {
    const cells = sorted.map((report, at) => {
      const row = byId[at]?.get(id);
      return row && { row, counts: countsAgainst(row, report) };
    });
    const outcomes = new Set(cells.map((one) => one?.row.outcome));
    if (!outcomes.has('failed') && outcomes.size < 2) return [];
    const isRed = cells.map((one) => one?.counts === true);
    const firstRed = labels[isRed.indexOf(true)];
    const redSince = isRed.at(-1) ? labels[isRed.lastIndexOf(false) + 1] : undefined;
    return [
      {
        id,
        level,
        claim,
        cells,
        ...(firstRed === undefined ? {} : { firstRed }),
        ...(redSince === undefined ? {} : { redSince }),
      },
    ];
  });
  return {
    side,
    names: [...new Set(sorted.map(nameOf))],
    nights: sorted.map((report, at) => ({ report, label: labels[at] ?? '', coverage: coverageOf(report) })),
    rows: rows.toSorted((a, b) => compare(orderOf(a), orderOf(b))),
    steady: requirements.length - rows.length,
  };
}

function labelsOf(reports: readonly Report[]): readonly string[] {
  const days = reports.map(({ startedAt }) => startedAt.slice(0, 10));
  return reports.map(({ startedAt }, at) =>
    days.filter((day) => day === days[at]).length > 1
      ? startedAt.slice(0, 16).replace('T', ' ')
      : startedAt.slice(0, 10),
  );
}

/** Labels sort as text. */
function orderOf({ redSince, firstRed }: HistoryRow): string {
  if (redSince !== undefined) return `0 ${redSince}`;
  return firstRed === undefined ? '2' : `1 ${firstRed}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The history for programs. */
export function renderHistoryJson({ side, names, nights, rows, steady }: History): string {
  const document = {
    format: 'clever-conformance/history',
    formatVersion: 1,
    side,
    names,
    runs: nights.map(({ report, coverage }) => ({
      startedAt: report.startedAt,
      verdict: report.verdict,
      words: verdictWords(report),
      coverage,
      ...(report.about ? { about: report.about } : {}),
      catalogue: report.catalogue,
    })),
    requirements: rows.map(({ id, level, cells, firstRed, redSince }) => ({
      id,
      level,
      firstRed: firstRed ?? null,
      redSince: redSince ?? null,
      outcomes: cells.map((one) => one?.row.outcome ?? null),
    })),
    steady,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
