import type { Profile } from '../../../contracts/profiles.ts';
import { apiOf } from '../../../contracts/requirement.ts';
import type { ServerRequirementId } from '../../../contracts/requirements/index.ts';
import { isPromisedIn } from '../../../contracts/versions.ts';
import { type OutcomeValue, worstOf } from '../../outcome.ts';
import { count } from '../escape.ts';
import type { Report } from './report.ts';
import type { ReportRow } from './report-row.ts';

/** Required checks by what became of them. Those that do not apply to the subject are left out. */
export interface Coverage {
  /** The sum of the others. */
  readonly required: number;
  readonly passed: number;
  readonly failed: number;
  /** Exercised, but not decided. */
  readonly cantTell: number;
  /** Not exercised, also because the run did not select them. */
  readonly untested: number;
}

export interface ApiCoverage extends Coverage {
  /** `Data API v2.0`. */
  readonly name: string;
}

/** What a verdict covers: in all, and for each API. */
export interface RunCoverage extends Coverage {
  readonly apis: readonly ApiCoverage[];
}

const names = { data: 'Data API', lms: 'LMS Connect' } as const;
const kinds = ['data', 'lms'] as const;

/** The kind of an API by its name in a coverage. */
export function kindOfApi(name: string): Profile['kind'] {
  return name.startsWith(names.lms) ? 'lms' : 'data';
}

/** Measures the coverage of a run. `profiles`: the versions of the APIs that it is about. APIs without required checks are left out. */
export function measureCoverage(rows: readonly ReportRow[], profiles: readonly Profile[]): RunCoverage {
  const apis = kinds.flatMap((kind) => {
    const own = rows.filter((row) => apiOf(row.id) === kind);
    const versions = profiles.filter((one) => one.kind === kind);
    const nameOf = ({ prefix }: Profile) => `${names[kind]} ${prefix.slice(1)}`;
    if (versions.length < 2) return [{ name: versions.map(nameOf)[0] ?? names[kind], ...countsOf(own) }];
    return versions.map((version) => ({
      name: nameOf(version),
      ...countsOf(own.map((row) => inVersion(row, version))),
    }));
  });
  return { ...countsOf(rows), apis: apis.filter((one) => one.required > 0) };
}

/** What a requirement came to in one of several versions; its cases are named after them. What all versions share has none. */
function inVersion(row: ReportRow, profile: Profile): ReportRow {
  if (!isPromisedIn(row.id as ServerRequirementId, profile)) return { ...row, outcome: 'inapplicable' };
  const version = profile.prefix.slice(1);
  const own = row.cases.filter(({ name }) => name === version || name.startsWith(`${version} `));
  return own.length === 0 ? row : { ...row, outcome: worstOf(own.map((one) => one.outcome)) };
}

/** The coverage of a report, measured again for one that was written before reports had it. */
export function coverageOf(report: Pick<Report, 'coverage' | 'requirements'>): RunCoverage {
  return report.coverage ?? measureCoverage(report.requirements, []);
}

/** Whether every required check that applies was decided. */
export function isComplete(coverage: Coverage): boolean {
  return decidedOf(coverage) === coverage.required;
}

/**
 * `96 of 96 required checks`; `55 of 96 required checks, LMS Connect v3.1 not tested`; with failures `3 of 96 required checks failed`
 * or `3 of 96 required checks failed, 55 tested`.
 */
export function coverageWords(coverage: RunCoverage): string {
  const checks = count(coverage.required, 'required check');
  const tested = decidedOf(coverage);
  const decided =
    coverage.failed === 0
      ? `${tested} of ${checks}`
      : `${coverage.failed} of ${checks} failed${isComplete(coverage) ? '' : `, ${tested} tested`}`;
  const missing = coverage.apis.filter((api) => decidedOf(api) + api.cantTell === 0).map(({ name }) => name);
  // A run that tested nothing at all says so in its verdict.
  if (missing.length === 0 || missing.length === coverage.apis.length) return decided;
  return `${decided}, ${missing.join(' and ')} not tested`;
}

/** Each API with what passed, where there are several: `Data API v2.0: 60 of 60`, `Data API v2.0: 54 of 60, 6 failed`. */
export function apiCoverageWords({ apis }: RunCoverage): readonly string[] {
  if (apis.length < 2) return [];
  return apis.map(
    ({ name, passed, failed, required }) =>
      `${name}: ${passed} of ${required}${failed > 0 ? `, ${failed} failed` : ''}`,
  );
}

function decidedOf({ passed, failed }: Coverage): number {
  return passed + failed;
}

function countsOf(rows: readonly ReportRow[]): Coverage {
  const required = rows.filter((row) => row.level === 'required' && row.outcome !== 'inapplicable');
  const having = (outcome: OutcomeValue) => required.filter((row) => row.outcome === outcome).length;
  return {
    required: required.length,
    passed: having('passed'),
    failed: having('failed'),
    cantTell: having('cantTell'),
    untested: having('untested'),
  };
}
