import type { ExtraClaim } from '../../claims/extra.ts';
import { isServerRun, type RunResult } from '../../claims/run-result.ts';
import { withExtra } from '../../engine/extra.ts';
import { judgeEvidence } from '../../engine/judge.ts';
import { nothingReason, withReason } from '../../engine/server-run.ts';
import { type ExitCode, UsageError } from '../../errors.ts';
import { mergeEvidence } from '../../evidence/merge.ts';
import { assertRejudgeable, openReportFolder, type ReportFolder } from '../../library/report-folder.ts';
import { version } from '../../package.ts';
import { openFolder } from '../../report/files/out-folder.ts';
import { filesOfRun } from '../../report/files/own-files.ts';
import { factsOf, optionsOf } from '../../report/files/rebuild.ts';
import { runFolderName, writeReports } from '../../report/files/write.ts';
import type { OwnReporter, ReporterChoice } from '../../report/formats/reporters.ts';
import { exitCodeOf, type Report } from '../../report/model/report.ts';
import type { FailOn } from '../../report/model/verdict.ts';
import { budgetPlan, isOverBudget } from '../../report/model/view.ts';
import type { Budget, Evidence } from '../../result.ts';
import type { Io } from '../io.ts';
import { type Showing, showReports } from '../run/show-reports.ts';

/** Options of `merge DIR…`. */
export interface MergeOptions extends Showing {
  /** @default a directory of its own below `reports` */
  readonly out?: string | undefined;
  readonly reporters: readonly ReporterChoice[];
  readonly ownReporters: readonly OwnReporter[];
  readonly extra: readonly ExtraClaim[];
  /** @default those of the shards */
  readonly failOn?: ReadonlySet<FailOn> | undefined;
}

/** Joins the directories of all shards into the report of the whole run, re-judged from the joined evidence. */
export async function mergeFolders(
  dirs: readonly string[],
  options: MergeOptions,
  io: Io,
): Promise<ExitCode> {
  const folders: ReportFolder[] = [];
  for (const dir of dirs) {
    const shard = await openReportFolder(dir);
    assertRejudgeable(dir, shard);
    folders.push(shard);
  }
  const reports = folders.map((one) => one.report) as [Report, ...Report[]];
  requireSameRun(reports, dirs);
  // Own requirements of one shard are not those of the run.
  const { extra: _ofShard, ...asJudged } = optionsOf(reports[0], { name: 'clever-conformance', version });
  const failOn = options.failOn ?? asJudged.failOn;
  if (failOn.has('extra') && options.extra.length === 0)
    throw new UsageError('--fail-on extra needs --extra FILE.', 'Add it, as for the shards.');
  const evidence = mergeEvidence(folders.map((one) => one.run.evidence));
  // Each shard checked that the target is reachable; a whole run does so once.
  const heads = folders.slice(1).reduce((sum, one) => sum + (one.run.evidence.shard?.head ?? 0), 0);
  const run = withExtra(wholeRun(reports, evidence, heads), options.extra);
  const folder = await openFolder(
    options.out,
    runFolderName(run.startedAtMs, run.subject.name),
    filesOfRun(options.reporters),
  );
  const written = await writeReports(folder, run, {
    ...asJudged,
    environment: wholeEnvironment(reports),
    reporters: options.reporters,
    ownReporters: options.ownReporters,
    failOn,
  });
  showReports(written, run, options, io);
  if (run.budget && isOverBudget(run.budget))
    io.stderr.write(
      `The shards together sent ${run.budget.busiestWindow} requests in one window. Allowed: ${budgetPlan(run.budget)}. ` +
        'Give all shards the same --budget.\n',
    );
  if (!options.quiet) io.stderr.write(`Reports: ${folder}\n`);
  if (written.fault) throw written.fault;
  return exitCodeOf(written.report);
}

/** Throws `UsageError` if the shards have different versions, flags or subjects. */
function requireSameRun(reports: readonly [Report, ...Report[]], dirs: readonly string[]): void {
  const about = ({ tool, catalogue, side, subject, about, seed, environment, failOn, baseline }: Report) =>
    Object.entries({
      version: tool.version,
      catalogue: catalogue.digest,
      side,
      subject,
      about,
      seed,
      environment: { ...environment, scenarios: undefined },
      'fail-on': failOn,
      baseline: baseline.map(({ state: _state, why: _why, ...entry }) => entry),
    }).map(([name, value]) => ({ name, text: JSON.stringify(value) }));
  const first = about(reports[0]);
  for (const [at, report] of reports.entries()) {
    const differing = about(report).find(({ text }, n) => text !== first[n]?.text);
    if (differing)
      throw new UsageError(
        `${dirs[at]} and ${dirs[0]} are not from the same run: ${differing.name} differs.`,
        'Run all shards with the same version and the same flags.',
      );
  }
}

function wholeRun(reports: readonly [Report, ...Report[]], evidence: Evidence, heads: number): RunResult {
  const starts = reports.map((one) => Date.parse(one.startedAt));
  const startedAtMs = Math.min(...starts);
  const endedAtMs = Math.max(...reports.map((one, at) => (starts[at] ?? 0) + one.durationMs));
  const budgets = reports.flatMap((one) => one.budget ?? []);
  const run = judgeEvidence(evidence, {
    ...factsOf(reports[0]),
    ...(reports.some((one) => one.outputs)
      ? { outputs: Object.assign({}, ...reports.map((one) => one.outputs)) }
      : {}),
    startedAtMs,
    durationMs: endedAtMs - startedAtMs,
    ...(budgets.length > 0
      ? { budget: wholeBudget(budgets, heads, reports[0].subject.kind === 'live') }
      : {}),
  });
  return isServerRun(run) && run.inconclusive === undefined
    ? withReason(run, nothingReason(evidence.exchanges[0]?.request.origin ?? '', run))
    : run;
}

/** Shards of a live server have parts of one share; each embedded sandbox has its own limit. */
function wholeBudget(budgets: readonly Budget[], heads: number, isLive: boolean): Budget {
  const sum = (of: (one: Budget) => number) => budgets.reduce((total, one) => total + of(one), 0);
  const max = (of: (one: Budget) => number) => Math.max(...budgets.map(of));
  const share = isLive ? sum((one) => one.share) : max((one) => one.share);
  return {
    // Without the rounding errors of a sum of fractions.
    share: Math.min(1, Math.round(share * 1e6) / 1e6),
    advertised: max((one) => one.advertised),
    requests: sum((one) => one.requests) - heads,
    busiestWindow: busiestWindow(budgets),
    unpaced: sum((one) => one.unpaced),
  };
}

/** The maximum of requests in windows of different shards that were open at the same instant. */
function busiestWindow(budgets: readonly Budget[]): number {
  const windows = budgets.flatMap((one) => one.windows ?? []);
  const together = windows.map(({ startMs }) =>
    windows
      .filter((one) => one.startMs <= startMs && startMs < one.endMs)
      .reduce((total, one) => total + one.requests, 0),
  );
  return Math.max(...budgets.map((one) => one.busiestWindow), ...together);
}

/** The scenarios of all shards of a client are added; everything else is equal. */
function wholeEnvironment(reports: readonly [Report, ...Report[]]): Report['environment'] {
  const [{ environment }] = reports;
  if (environment.scenarios === undefined) return environment;
  const scenarios = reports.reduce((sum, one) => sum + Number(one.environment.scenarios), 0);
  return { ...environment, scenarios };
}
