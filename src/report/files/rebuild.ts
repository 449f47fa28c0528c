import { createHash } from 'node:crypto';
import type { RunFacts, RunResult } from '../../claims/run-result.ts';
import { canonicalJson } from '../../text/json.ts';
import { buildReport, type Report, type ReportOptions } from '../model/report.ts';

/** The options of a report, for rebuilding it. */
export function optionsOf(report: Report, tool: ReportOptions['tool']): Omit<ReportOptions, 'evidenceFile'> {
  return {
    tool,
    environment: report.environment,
    ...(report.about ? { about: report.about } : {}),
    failOn: new Set(report.failOn),
    ...(report.extra ? { extra: report.extra } : {}),
    baseline: report.baseline.map(({ state: _state, why: _why, ...entry }) => entry),
  };
}

/** The facts of a run that only the report has, not the evidence. */
export function factsOf(report: Report): RunFacts {
  return {
    subject: report.subject as RunResult['subject'],
    seed: report.seed,
    startedAtMs: Date.parse(report.startedAt),
    durationMs: report.durationMs,
    ...(report.budget ? { budget: report.budget } : {}),
    ...(report.outputs ? { outputs: report.outputs } : {}),
  };
}

/** The differences between a report and its evidence, as sentences. `run` is the evidence, re-judged; `sha256` is the evidence file's digest. */
export function differencesFrom(report: Report, run: RunResult, sha256: string): string[] {
  const differences: string[] = [];
  if (report.evidence.sha256 !== sha256)
    differences.push(
      `${report.evidence.file} is not the file that report.json was made from (SHA-256 ${sha256})`,
    );
  const again = buildReport(run, {
    ...optionsOf(report, report.tool),
    evidenceFile: { file: report.evidence.file, sha256: report.evidence.sha256 },
  });
  const rows = new Map(report.requirements.map((row) => [row.id, row]));
  for (const row of again.requirements) {
    const claimed = rows.get(row.id);
    rows.delete(row.id);
    if (!claimed)
      differences.push(`${row.id} is missing from report.json; the evidence gives ${row.outcome}`);
    else if (claimed.outcome !== row.outcome)
      differences.push(`${row.id} is ${claimed.outcome} in report.json; the evidence gives ${row.outcome}`);
    else if (digestOf(claimed) !== digestOf(row))
      differences.push(`${row.id} has different cases or findings in report.json than the evidence gives`);
  }
  for (const id of rows.keys()) differences.push(`${id} is in report.json, but not in the catalogue`);
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
      differences.push(`"${name}" in report.json does not match the evidence`);
  return differences;
}

/** Independent of the order of members. */
function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
