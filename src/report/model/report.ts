import type { OpenQuestion, Side } from '../../../contracts/requirement.ts';
import type { RequirementId } from '../../../contracts/requirements/index.ts';
import type { ClientOutput, JudgedRequirement, RunResult } from '../../claims/run-result.ts';
import { SuiteFault } from '../../errors.ts';
import type { Outcome, OutcomeValue } from '../../outcome.ts';
import type { Budget, ShardChoice, WithheldField } from '../../result.ts';
import { cap } from '../escape.ts';
import type { About } from './about.ts';
import { type BaselineEntry, type JudgedBaselineEntry, judgeBaseline } from './baseline.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { measureCoverage, type RunCoverage } from './coverage.ts';
import { type ExtraRow, extraRowOf, limits, type ReportRow, rowOf } from './report-row.ts';
import { type FailOn, failOnWords, type Verdict, verdictOf } from './verdict.ts';

export { exitCodeOf, verdictOf } from './verdict.ts';

/** `report.json`, format version 1; `docs/report.schema.json` is its published schema. Members may be added, but not changed. */
export interface Report {
  readonly format: 'clever-conformance/report';
  readonly formatVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly catalogue: { readonly version: string; readonly digest: string };
  readonly side: Side;
  readonly subject: { readonly kind: string; readonly name: string };
  /** Given by the user, for readers; nothing is judged by it. */
  readonly about?: About;
  readonly environment: Environment;
  readonly seed: number;
  /** ISO 8601 in UTC, by the target's clock. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly verdict: Verdict;
  /** Why the subject could not be judged; only with the verdict `inconclusive`. */
  readonly inconclusive?: string;
  /** Present if this is one shard of a run; `merge` joins the shards. */
  readonly shard?: ShardChoice;
  readonly failOn: readonly FailOn[];
  /** Requirements by outcome; `warnings` are the failed ones that are recommended. */
  readonly counts: Readonly<Record<OutcomeValue | 'warnings', number>>;
  /** What the verdict covers. Absent in reports of version 0.1.0. */
  readonly coverage?: RunCoverage;
  /** Every requirement of the side, in catalogue order, judged or not. */
  readonly requirements: readonly ReportRow[];
  /** Requirements of those who ran the suite (`--extra`): counted nowhere, and no part of the verdict. */
  readonly extra?: readonly ExtraRow[];
  readonly doubts: readonly OpenQuestion[];
  readonly baseline: readonly JudgedBaselineEntry[];
  /** The requests sent to a server. */
  readonly budget?: Budget;
  /** How a client ended in a scenario, and its last lines, redacted; only where it did not just end well. */
  readonly outputs?: Readonly<Record<string, ClientOutput>>;
  /** Fields of evidence and report that the leak guard replaced. */
  readonly withheld?: readonly WithheldField[];
  readonly evidence: EvidenceFile;
}

export type Environment = Readonly<Record<string, string | number | boolean>>;

/** The evidence next to the report, with the SHA-256 of its bytes in hex. */
export interface EvidenceFile {
  readonly file: string;
  readonly sha256: string;
}

export interface ReportOptions {
  readonly tool: { readonly name: string; readonly version: string };
  readonly environment: Environment;
  readonly about?: About;
  readonly baseline?: readonly BaselineEntry[];
  readonly failOn: ReadonlySet<FailOn>;
  readonly evidenceFile: EvidenceFile;
  /** Own requirements as an earlier report has them: their code is not in the evidence. @default those of the run */
  readonly extra?: readonly ExtraRow[];
  /** @default the published catalogue of the run's side */
  readonly catalogue?: Catalogue;
}

/** Builds the report of a run. Deterministic: it depends only on the run, the catalogue and the options. */
export function buildReport(run: RunResult, options: ReportOptions): Report {
  const catalogue = options.catalogue ?? catalogueOf(run.side);
  const { shard } = run.evidence;
  const judged = new Map<string, JudgedRequirement<RequirementId>>(run.outcomes.map((one) => [one.id, one]));
  const failing = run.outcomes.filter((one) => one.outcome.outcome === 'failed').length;
  const findingsPerRow = Math.max(
    1,
    Math.min(limits.findingsPerRow, Math.floor(limits.findingsInAll / Math.max(1, failing))),
  );
  const requirements = catalogue.requirements.map((requirement) => {
    const result = judged.get(requirement.id);
    judged.delete(requirement.id);
    const killedMutants = catalogue.kills?.[requirement.id];
    return {
      ...rowOf(requirement, result?.outcome ?? neverRan, findingsPerRow),
      ...(result?.notSelected ? { notSelected: true as const } : {}),
      ...(killedMutants === undefined ? {} : { killedMutants }),
    };
  });
  const unknownId = judged.keys().next().value;
  if (unknownId !== undefined) {
    throw new SuiteFault(
      `The run contains an outcome for "${unknownId}", which is not in the catalogue.`,
      'Build the report with the catalogue of the run.',
    );
  }
  const input = {
    requirements,
    baseline: judgeBaseline(options.baseline ?? [], requirements, catalogue.requirements, run.startedAtMs),
    failOn: failOnWords.filter((one) => options.failOn.has(one)),
    ...(run.inconclusive === undefined ? {} : { inconclusive: cap(run.inconclusive, limits.text) }),
  };
  const extra = options.extra ?? run.extra?.map(extraRowOf);
  return {
    format: 'clever-conformance/report',
    formatVersion: 1,
    tool: { name: options.tool.name, version: options.tool.version },
    catalogue: { version: catalogue.version, digest: catalogue.digest },
    side: run.side,
    subject: { kind: run.subject.kind, name: run.subject.name },
    ...(options.about ? { about: options.about } : {}),
    environment: options.environment,
    seed: run.seed,
    startedAt: new Date(run.startedAtMs).toISOString(),
    durationMs: run.durationMs,
    verdict: verdictOf(input),
    ...(input.inconclusive === undefined ? {} : { inconclusive: input.inconclusive }),
    ...(shard ? { shard: { index: shard.index, of: shard.of } } : {}),
    failOn: input.failOn,
    counts: countsOf(requirements),
    coverage: measureCoverage(requirements, run.evidence.context.profiles),
    requirements,
    ...(extra ? { extra } : {}),
    doubts: catalogue.doubts,
    baseline: input.baseline,
    ...(run.budget ? { budget: run.budget } : {}),
    ...(run.outputs ? { outputs: run.outputs } : {}),
    ...(run.evidence.withheld ? { withheld: run.evidence.withheld } : {}),
    evidence: { file: options.evidenceFile.file, sha256: options.evidenceFile.sha256 },
  };
}

const neverRan: Outcome = { outcome: 'untested', why: 'the run ended before this check', cases: [] };

function countsOf(rows: readonly ReportRow[]): Report['counts'] {
  const having = (outcome: OutcomeValue) => rows.filter((row) => row.outcome === outcome).length;
  return {
    passed: having('passed'),
    failed: having('failed'),
    cantTell: having('cantTell'),
    inapplicable: having('inapplicable'),
    untested: having('untested'),
    warnings: rows.filter((row) => row.outcome === 'failed' && row.level === 'recommended').length,
  };
}
