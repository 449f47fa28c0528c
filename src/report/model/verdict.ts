import { apiOf, type Level } from '../../../contracts/requirement.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { count } from '../escape.ts';
import { isExcused, type JudgedBaselineEntry } from './baseline.ts';
import { type ApiCoverage, coverageOf, coverageWords, isComplete, kindOfApi } from './coverage.ts';
import type { Report } from './report.ts';
import type { ReportRow } from './report-row.ts';

/** What `--fail-on` counts in addition to violated required requirements. */
export const failOnWords = ['recommended', 'untested', 'extra'] as const;
export type FailOn = (typeof failOnWords)[number];

export type Verdict = 'conforming' | 'non-conforming' | 'inconclusive';

/** The members of a report that decide the verdict. */
export type VerdictInput = Pick<Report, 'requirements' | 'baseline' | 'failOn' | 'inconclusive'>;

/**
 * Whether a requirement counts against the subject: if it is required and failed; with `--fail-on recommended`, if it is
 * recommended and failed; with `--fail-on untested`, if it is required and untested. Baseline entries exempt the failures they cover.
 */
export function countsAgainst(row: ReportRow, { baseline, failOn }: VerdictInput): boolean {
  if (row.outcome === 'failed') {
    const counts: Readonly<Record<Level, boolean>> = {
      required: true,
      recommended: failOn.includes('recommended'),
      observed: false,
    };
    return counts[row.level] && !isExcused(row, baseline);
  }
  const isMissing = row.outcome === 'untested' && row.level === 'required' && !row.notSelected;
  return isMissing && failOn.includes('untested');
}

/** Stale, expired and rejected baseline entries: each makes a run non-conforming. */
export function invalidEntries(baseline: readonly JudgedBaselineEntry[]): JudgedBaselineEntry[] {
  return baseline.filter((entry) => entry.state !== 'holds');
}

/** Whether any requirement passed or failed; otherwise a run is never conforming. */
export function anythingJudged(rows: readonly ReportRow[]): boolean {
  return rows.some((row) => row.outcome === 'passed' || row.outcome === 'failed');
}

/** Required checks that were exercised and stay undecided: a run with one of them is inconclusive. */
function undecidedRows(rows: readonly ReportRow[]): readonly ReportRow[] {
  return rows.filter((row) => row.level === 'required' && row.outcome === 'cantTell');
}

/** The verdict of a run: `inconclusive` if the run could not judge, if nothing was decided, or if an exercised required check was not. */
export function verdictOf(input: VerdictInput): Verdict {
  if (input.inconclusive !== undefined) return 'inconclusive';
  const fails = input.requirements.some((row) => countsAgainst(row, input));
  if (fails || invalidEntries(input.baseline).length > 0) return 'non-conforming';
  if (undecidedRows(input.requirements).length > 0) return 'inconclusive';
  return anythingJudged(input.requirements) ? 'conforming' : 'inconclusive';
}

/** Whether own requirements fail the run, without a word in the verdict: with `--fail-on extra`, one that failed or could not tell. */
export function extraFails({ extra = [], failOn }: Pick<Report, 'extra' | 'failOn'>): boolean {
  return (
    failOn.includes('extra') && extra.some(({ outcome }) => outcome === 'failed' || outcome === 'cantTell')
  );
}

/** The exit code of a verdict: 0, 1, 4 or 5. All others come from errors. */
export function exitCodeOf(report: Report): ExitCode {
  switch (report.verdict) {
    case 'conforming':
      return extraFails(report) ? exitCodes.nonConforming : exitCodes.conforming;
    case 'non-conforming':
      return exitCodes.nonConforming;
    case 'inconclusive':
      return report.inconclusive === undefined && !anythingJudged(report.requirements)
        ? exitCodes.nothingJudged
        : exitCodes.inconclusive;
    default:
      return report.verdict satisfies never;
  }
}

/**
 * The verdict for people, without its coverage: see `verdictLine`. Baseline exceptions, gaps and shards are named, so a partial run
 * never reads as plain `conforming`.
 */
export function verdictWords(report: Report): string {
  if (report.verdict !== 'conforming') return report.verdict;
  const excused = report.requirements.some(
    (row) => row.level === 'required' && row.outcome === 'failed' && isExcused(row, report.baseline),
  );
  const words = excused ? 'conforming with exceptions' : 'conforming';
  if (report.shard) return `${words} in shard ${report.shard.index} of ${report.shard.of}`;
  return isComplete(coverageOf(report)) ? words : `${words} as far as tested`;
}

/** The verdict and what it covers: `conforming as far as tested: 55 of 96 required checks, LMS Connect v3.1 not tested`. */
export function verdictLine(report: Report): string {
  return `${verdictWords(report)}: ${coverageWords(coverageOf(report))}`;
}

/** Whether a reader may take the verdict for all that is required. */
export function isFullyGreen(report: Report): boolean {
  return report.verdict === 'conforming' && verdictWords(report) === 'conforming';
}

/** What the coverage does not say about the verdict; may be empty. It may quote the subject or the baseline file, so escape it. */
export function verdictReason(report: Report): string {
  if (report.inconclusive !== undefined) return report.inconclusive;
  const against = report.requirements.filter((row) => countsAgainst(row, report));
  const parts = [
    phrase(against, 'failed', 'recommended', 'failed', 'failed'),
    phrase(against, 'untested', 'required', 'was not tested', 'were not tested'),
  ].filter((part) => part !== '');
  const invalid = invalidEntries(report.baseline);
  const [first] = invalid;
  if (first)
    parts.push(
      `${count(invalid.length, 'baseline entry is', 'baseline entries are')} invalid: ${first.id}: ${first.why ?? first.state}`,
    );
  if (parts.length > 0) return sentence(parts.join(', '));
  if (!anythingJudged(report.requirements)) return nothingJudged(report.requirements);
  const undecided = undecidedRows(report.requirements);
  if (report.verdict === 'inconclusive')
    return sentence(`Exercised, but not decided: ${undecided.map((row) => row.id).join(', ')}`);
  return report.requirements.some((row) => row.notSelected) ? 'Only the selected checks ran.' : '';
}

function sentence(text: string): string {
  return text.replace(/\.?$/, '.');
}

/** With the most common reason. */
function nothingJudged(rows: readonly ReportRow[]): string {
  const reasons = Map.groupBy(
    rows.flatMap(({ why, notSelected }) => (why === undefined || notSelected ? [] : [why])),
    (why) => why,
  );
  const [most] = [...reasons.values()].toSorted((a, b) => b.length - a.length);
  return most?.[0] === undefined ? 'Nothing was judged.' : sentence(`Nothing was judged: ${most[0]}`);
}

function phrase(
  rows: readonly ReportRow[],
  outcome: string,
  level: Level,
  one: string,
  many: string,
): string {
  const n = rows.filter((row) => row.outcome === outcome && row.level === level).length;
  return n === 0 ? '' : `${n} ${level} ${n === 1 ? `check ${one}` : `checks ${many}`}`;
}

/** The verdict of one API, for people, with the class that colours it. */
export interface ApiVerdict {
  readonly className: 'passed' | 'partial' | 'failed' | 'warning' | 'untested';
  readonly words: string;
}

/**
 * What a run comes to for one of its APIs, by the same rules as the whole verdict. A failure that the baseline accepts leaves
 * it conforming only if nothing of the API counts.
 */
export function apiVerdictOf(
  report: Report,
  { name, required, failed, passed, cantTell, untested }: ApiCoverage,
): ApiVerdict {
  const kind = kindOfApi(name);
  const fails = report.requirements.some(
    (row) =>
      apiOf(row.id) === kind &&
      countsAgainst(row, report) &&
      (row.outcome === 'untested' ? untested > 0 : row.level !== 'required' || failed > 0),
  );
  if (fails) return { className: 'failed', words: 'non-conforming' };
  if (passed + failed + cantTell === 0) return { className: 'untested', words: 'not tested' };
  if (report.inconclusive !== undefined || cantTell > 0)
    return { className: 'warning', words: 'inconclusive' };
  const words = failed > 0 ? 'conforming with exceptions' : 'conforming';
  return passed + failed === required
    ? { className: failed > 0 ? 'partial' : 'passed', words }
    : { className: 'partial', words: `${words} as far as tested` };
}
