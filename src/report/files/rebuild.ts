import { createHash } from 'node:crypto';
import type { RunFacts, RunResult } from '../../claims/run-result.ts';
import { canonicalJson } from '../../json.ts';
import { buildReport, type Report, type ReportOptions } from '../model/report.ts';

/** The options that a report was built with, for building it again. */
export function optionsOf(report: Report, tool: ReportOptions['tool']): Omit<ReportOptions, 'evidenceFile'> {
  return {
    tool,
    environment: report.environment,
    failOn: new Set(report.failOn),
    baseline: report.baseline.map(({ state: _state, why: _why, ...entry }) => entry),
  };
}

/** What a report tells of its run besides the evidence. */
export function factsOf(report: Report): RunFacts {
  return {
    subject: report.subject as RunResult['subject'],
    seed: report.seed,
    startedAtMs: Date.parse(report.startedAt),
    durationMs: report.durationMs,
    ...(report.budget ? { budget: report.budget } : {}),
  };
}

/**
 * Where a report differs from what its own evidence gives, a sentence each. `run` is the evidence, judged again; `sha256` is the
 * digest of the evidence file.
 */
export function differencesFrom(report: Report, run: RunResult, sha256: string): string[] {
  const told: string[] = [];
  if (report.evidence.sha256 !== sha256)
    told.push(`${report.evidence.file} is not the file that report.json was made from (SHA-256 ${sha256})`);
  const again = buildReport(run, {
    ...optionsOf(report, report.tool),
    evidenceFile: { file: report.evidence.file, sha256: report.evidence.sha256 },
  });
  const rows = new Map(report.requirements.map((row) => [row.id, row]));
  for (const row of again.requirements) {
    const claimed = rows.get(row.id);
    rows.delete(row.id);
    if (!claimed) told.push(`${row.id} is missing from report.json; the evidence says ${row.outcome}`);
    else if (claimed.outcome !== row.outcome)
      told.push(`${row.id} is ${claimed.outcome} in report.json; the evidence says ${row.outcome}`);
    else if (digestOf(claimed) !== digestOf(row))
      told.push(`${row.id} has other cases or findings in report.json than the evidence gives`);
  }
  for (const id of rows.keys()) told.push(`${id} stands in report.json, but not in the catalogue`);
  for (const name of [
    'verdict',
    'counts',
    'inconclusive',
    'shard',
    'baseline',
    'doubts',
    'catalogue',
  ] as const)
    if (digestOf(report[name]) !== digestOf(again[name]))
      told.push(`"${name}" in report.json is not what follows from the evidence`);
  return told;
}

/** Of the value alone: the order of members does not matter. */
function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
