import type { RunResult } from '../../claims/run-result.ts';
import { cap, showHidden } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import { entryMessage } from '../model/baseline.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { coverageOf } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import { rowMessage, type Standing, standingOf } from '../model/standing.ts';
import { invalidEntries, verdictLine, verdictReason } from '../model/verdict.ts';
import { type ViewRow, viewOf } from '../model/view.ts';

/** Version of the Common Test Report Format (ctrf.io). */
const specVersion = '0.0.0';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** A warning is `other`, which is neither passed nor failed. `pending` is not used: everything selected has run. */
const statuses: Readonly<Record<Standing, Status>> = {
  passed: 'passed',
  failed: 'failed',
  warning: 'other',
  undecided: 'skipped',
};

/** The report in the Common Test Report Format: a test per requirement, per invalid baseline entry, and for an inconclusive run. */
export function renderCtrf(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const tests = [...viewOf(report, run, catalogue).rows.map(testOf), ...testsOfTheRun(report)];
  const having = (status: Status) => tests.filter((one) => one.status === status).length;
  const start = Date.parse(report.startedAt);
  const document = {
    reportFormat: 'CTRF',
    specVersion,
    generatedBy: report.tool.name,
    results: {
      tool: { name: report.tool.name, version: report.tool.version },
      summary: {
        tests: tests.length,
        passed: having('passed'),
        failed: having('failed'),
        skipped: having('skipped'),
        pending: having('pending'),
        other: having('other'),
        start,
        stop: start + report.durationMs,
        duration: report.durationMs,
        extra: { verdict: verdictLine(report), counts: report.counts, coverage: coverageOf(report) },
      },
      tests,
      environment: {
        appName: shown(nameOf(report)),
        extra: {
          ...report.environment,
          side: report.side,
          subject: report.subject.kind,
          seed: report.seed,
          catalogue: report.catalogue,
        },
      },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

interface CtrfTest {
  readonly name: string;
  readonly status: Status;
  /** Requirements share their traffic, so they have no individual duration. */
  readonly duration: 0;
  readonly rawStatus?: string;
  readonly suite?: readonly string[];
  readonly tags?: readonly string[];
  readonly message?: string;
  readonly trace?: string;
  readonly extra?: object;
}

function testOf(one: ViewRow): CtrfTest {
  const { row, requirement } = one;
  const standing = standingOf(one);
  const trace = row.findings
    .slice(0, 20)
    .map(
      (finding) =>
        `${finding.case}: ${finding.message}\nexpected: ${finding.expected}\nactual: ${finding.actual}`,
    )
    .join('\n\n');
  return {
    name: row.id,
    status: statuses[standing],
    duration: 0,
    rawStatus: row.outcome,
    suite: [row.binds, row.id.slice(0, row.id.indexOf('/'))],
    tags: [row.level],
    ...(standing === 'passed' ? {} : { message: shown(rowMessage(row)) }),
    ...(trace === '' ? {} : { trace: cap(showHidden(trace, '\n'), 4000) }),
    extra: { claim: requirement.claim, cases: row.cases.length },
  };
}

function testsOfTheRun(report: Report): CtrfTest[] {
  const tests: CtrfTest[] = invalidEntries(report.baseline).map((entry) => ({
    name: shown(`baseline ${entry.id}${entry.case === undefined ? '' : `: ${entry.case}`}`),
    status: 'failed',
    duration: 0,
    message: shown(entryMessage(entry)),
  }));
  if (report.verdict === 'inconclusive')
    tests.push({
      name: 'the subject could be judged',
      status: 'failed',
      duration: 0,
      rawStatus: 'inconclusive',
      message: shown(verdictReason(report)),
    });
  return tests;
}

function shown(text: string): string {
  return cap(showHidden(text), 1000);
}
