/**
 * One test per case of each requirement, in the runner that is already there:
 *
 * ```ts
 * import { describe, it } from 'vitest'; // or mocha, jest, node:test, bun:test
 * import { judgeClient } from 'clever-conformance';
 * import { conformance } from 'clever-conformance/testing';
 * import { sync } from './sync.ts';
 *
 * conformance({ describe, it }, await judgeClient(sync));
 * ```
 *
 * The subject is judged before the tests are collected, because not every runner can skip a test once it runs: a case that was not
 * decided is skipped, with its reason in the title, and never reads as passed.
 */
import type { ReportCase, ReportFinding, ReportRow } from '../report/model/report-row.ts';
import { countsAgainst } from '../report/model/verdict.ts';
import type { Verdict } from './verdict.ts';

/** What every runner has. Test functions take no argument: some runners would wait for a callback. */
export interface TestRunner {
  readonly describe: (name: string, define: () => void) => unknown;
  readonly it: ((name: string, test: () => void) => unknown) & {
    readonly skip: (name: string, test: () => void) => unknown;
  };
}

/**
 * Defines a `describe` for each selected requirement, and a test for each of its cases. What counts against the subject fails; a
 * warning or a known failure is skipped with its finding in the title, and what was not decided with the reason.
 */
export function conformance({ describe, it }: TestRunner, { report }: Pick<Verdict, 'report'>): void {
  for (const row of report.requirements) {
    if (row.notSelected) continue;
    const counts = countsAgainst(row, report);
    describe(`${row.id} (${row.level})`, () => {
      for (const one of row.cases.length > 0 ? row.cases : [wholeOf(row)]) {
        const test = testOf(row, one, counts);
        if (typeof test === 'string') it.skip(`${one.name}: ${test}`, () => {});
        else it(one.name, test);
      }
    });
  }
}

/** A requirement that nothing exercised has no case. */
function wholeOf({ outcome, why }: ReportRow): ReportCase {
  return { name: 'any case', outcome, ...(why === undefined ? {} : { why }) };
}

/** The test of a case, or why it is skipped. */
function testOf(row: ReportRow, { name, outcome, why }: ReportCase, counts: boolean): (() => void) | string {
  if (outcome === 'passed') return () => {};
  const findings = row.findings.filter((found) => found.case === name);
  const text = findings.map(({ message }) => message).join('\n') || why || row.why || '';
  if (!counts) return outcome === 'failed' ? `a failure that does not count, ${text}` : `${outcome}, ${text}`;
  return () => {
    throw new ViolationError(`${row.id}: ${text}`, findings[0]);
  };
}

/** What a failing test throws; runners show `expected` and `actual`. */
class ViolationError extends Error {
  override readonly name = 'ViolationError';
  readonly expected: string | undefined;
  readonly actual: string | undefined;

  constructor(message: string, found: ReportFinding | undefined) {
    super(message);
    this.expected = found?.expected;
    this.actual = found?.actual;
  }
}
