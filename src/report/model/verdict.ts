import type { Level } from '../../../contracts/requirement.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { count } from '../escape.ts';
import { isExcused, type JudgedBaselineEntry } from './baseline.ts';
import type { Report, ReportRow } from './report.ts';

/** What `--fail-on` may add to the broken required rows. */
export type FailOn = 'recommended' | 'untested';

export type Verdict = 'conforming' | 'non-conforming' | 'inconclusive';

/** What the rules look at; a report has it all. */
export type VerdictInput = Pick<Report, 'requirements' | 'baseline' | 'failOn' | 'inconclusive'>;

/**
 * Whether a row speaks against the subject: a broken required row does, a broken recommended row with `--fail-on
 * recommended`, a required row that was not provoked with `--fail-on untested`; observed rows never do. The baseline
 * excuses what it covers.
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

/** Baseline entries that must be mended before a run can be conforming: stale, expired, refused. */
export function brokenEntries(baseline: readonly JudgedBaselineEntry[]): JudgedBaselineEntry[] {
  return baseline.filter((entry) => entry.state !== 'holds');
}

/** Whether any row was decided either way. A run without is never green. */
export function anythingJudged(rows: readonly ReportRow[]): boolean {
  return rows.some((row) => row.outcome === 'passed' || row.outcome === 'failed');
}

/** The verdict of a run. `inconclusive` where the run says so, or where nothing was decided. */
export function verdictOf(input: VerdictInput): Verdict {
  if (input.inconclusive !== undefined) return 'inconclusive';
  const broken = input.requirements.some((row) => countsAgainst(row, input));
  if (broken || brokenEntries(input.baseline).length > 0) return 'non-conforming';
  return anythingJudged(input.requirements) ? 'conforming' : 'inconclusive';
}

/** The exit code that a report stands for: 0, 1, 4 or 5. The others are faults, and come from errors. */
export function exitCodeOf(report: Report): ExitCode {
  switch (report.verdict) {
    case 'conforming':
      return exitCodes.conforming;
    case 'non-conforming':
      return exitCodes.nonConforming;
    case 'inconclusive':
      return report.inconclusive === undefined ? exitCodes.nothingJudged : exitCodes.inconclusive;
    default:
      return report.verdict satisfies never;
  }
}

/**
 * The verdict in words for people: `conforming with exceptions` where the baseline excused a required row, and never
 * plain `conforming` where filters kept a part of the catalogue out, or it is a shard.
 */
export function verdictWords(report: Report): string {
  if (report.verdict !== 'conforming') return report.verdict;
  const excused = report.requirements.some(
    (row) => row.level === 'required' && row.outcome === 'failed' && isExcused(row, report.baseline),
  );
  const words = excused ? 'conforming with exceptions' : 'conforming';
  if (report.shard) return `${words} in shard ${report.shard.index} of ${report.shard.of}`;
  return report.requirements.some((row) => row.notSelected) ? `${words}, as far as selected` : words;
}

/** Why the verdict is what it is, in one sentence. */
export function verdictReason(report: Report): string {
  if (report.inconclusive !== undefined) return report.inconclusive;
  const against = report.requirements.filter((row) => countsAgainst(row, report));
  const parts = [
    phrase(against, 'failed', 'required', 'is broken', 'are broken'),
    phrase(against, 'failed', 'recommended', 'is broken', 'are broken'),
    phrase(against, 'untested', 'required', 'was not tested', 'were not tested'),
  ].filter((part) => part !== '');
  const entries = brokenEntries(report.baseline).length;
  if (entries > 0) parts.push(`${count(entries, 'baseline entry', 'baseline entries')} must be mended`);
  if (parts.length > 0) return `${parts.join(', ')}.`;
  if (!anythingJudged(report.requirements)) return 'Nothing was judged.';
  return 'No required claim that was judged is broken.';
}

function phrase(
  rows: readonly ReportRow[],
  outcome: string,
  level: Level,
  one: string,
  many: string,
): string {
  const n = rows.filter((row) => row.outcome === outcome && row.level === level).length;
  return n === 0 ? '' : `${n} ${level} ${n === 1 ? `claim ${one}` : `claims ${many}`}`;
}
