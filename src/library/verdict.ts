import type { RequirementId } from '../../contracts/requirements/index.ts';
import type { ExtraClaim } from '../claims/extra.ts';
import type { RunResult } from '../claims/run-result.ts';
import { withExtra } from '../engine/extra.ts';
import { type ConformanceError, type ExitCode, exitCodes, UsageError } from '../errors.ts';
import { digestOf, evidenceFile } from '../evidence/store.ts';
import type { LeakGuard } from '../leak-guard/leak-guard.ts';
import { version } from '../package.ts';
import { renderConsole } from '../report/console/console.ts';
import { openFolder } from '../report/files/out-folder.ts';
import { filesOfRun } from '../report/files/own-files.ts';
import { writeReports } from '../report/files/write.ts';
import { type OwnReporter, parseReporter, type ReporterChoice } from '../report/formats/reporters.ts';
import type { BaselineEntry } from '../report/model/baseline.ts';
import { coverageOf, type RunCoverage } from '../report/model/coverage.ts';
import {
  buildReport,
  type Environment,
  exitCodeOf,
  type Report,
  type ReportOptions,
} from '../report/model/report.ts';
import type { ReportRow } from '../report/model/report-row.ts';
import type { FailOn, Verdict as VerdictWord } from '../report/model/verdict.ts';

/** What all judging functions take. */
export interface ReportingOptions {
  /** Known failures that are accepted until a date, as in a baseline file. @default none */
  readonly baseline?: readonly BaselineEntry[];
  /** What counts against the subject besides violated required requirements. @default nothing */
  readonly failOn?: readonly FailOn[];
  /** Requirements of your own, judged beside the catalogue; those of the other side are left out. @default none */
  readonly extra?: readonly ExtraClaim[];
}

/** A judged subject. */
export interface Verdict {
  readonly verdict: VerdictWord;
  /** How much of what is required the word covers: in all, and for each API. */
  readonly coverage: RunCoverage;
  /** As in `report.json`; `clever-conformance/schemas/report.schema.json` is its schema. */
  readonly report: Report;
  /** The exit code that the command line would have: 0, 1, 4 or 5. */
  readonly exitCode: ExitCode;
  /** Why the run ended early: a lost target, a safety stop, an interruption. */
  readonly unfinished: ConformanceError | undefined;
  /** The outcome of one requirement, with its cases and findings. Throws `UsageError` for an id of the other side. */
  outcomeOf(id: RequirementId): ReportRow;
  /** The summary of the command line, without colours. */
  toString(): string;
  /**
   * Writes evidence.json.gz, report.json, junit.xml, report.html, SHA256SUMS, and what further reporters write (`markdown`,
   * `tap:build/report.tap`, or a function of your own). Returns the paths. Throws `SuiteFault` if a file could not be
   * written, `UsageError` if one would replace a file that is not the suite's.
   */
  write(
    folder: string,
    options?: { readonly reporters?: readonly (string | OwnReporter)[] },
  ): Promise<readonly string[]>;
  /** Throws `NonConforming` unless the exit code is 0: the verdict is `conforming`, and `failOn` has nothing against own requirements. For a test that is to pass or fail as a whole. */
  assert(): void;
}

/** What `assert` throws: the summary is its message. */
export class NonConforming extends Error {
  override readonly name = 'NonConforming';
  readonly report: Report;

  constructor(text: string, report: Report) {
    super(text);
    this.report = report;
  }
}

/** A judged run, as the engine gives it. */
interface Judged {
  readonly result: RunResult;
  readonly unfinished: ConformanceError | undefined;
}

/** The verdict on a run. What the guard withholds is in no part of it. */
export async function verdictOn(
  run: Judged,
  environment: Environment,
  { baseline, failOn = [], extra }: ReportingOptions,
  guard?: LeakGuard,
): Promise<Verdict> {
  const judged = withExtra(run.result, extra);
  const result = guard ? guard.screen(judged) : judged;
  const options: Omit<ReportOptions, 'evidenceFile'> = {
    tool: { name: 'clever-conformance', version },
    environment,
    failOn: new Set(failOn),
    ...(baseline ? { baseline } : {}),
  };
  const sha256 = await digestOf(result.evidence);
  const report = buildReport(result, { ...options, evidenceFile: { file: evidenceFile, sha256 } });
  const rows = new Map(report.requirements.map((row) => [row.id, row]));
  const { unfinished } = run;
  const text = () => renderConsole(report, result);
  return {
    verdict: report.verdict,
    coverage: coverageOf(report),
    report,
    exitCode: exitCodeOf(report),
    unfinished: unfinished && guard ? (guard.clean(unfinished) as ConformanceError) : unfinished,
    outcomeOf: (id) => {
      const row = rows.get(id);
      if (!row) throw new UsageError(`${id} is no requirement of a ${report.side}.`, 'See `requirements`.');
      return row;
    },
    toString: text,
    write: async (folder, { reporters = [] } = {}) => {
      const choices = reporters.flatMap((one) => (typeof one === 'string' ? [readReporter(one)] : []));
      const ownReporters = reporters.filter((one) => typeof one !== 'string');
      await openFolder(folder, '', filesOfRun(choices));
      const { files, fault } = await writeReports(folder, result, {
        ...options,
        reporters: choices,
        ownReporters,
        ...(guard ? { screenText: guard.screenText } : {}),
      });
      if (fault) throw fault;
      return files;
    },
    assert: () => {
      if (exitCodeOf(report) !== exitCodes.conforming) throw new NonConforming(text(), report);
    },
  };
}

function readReporter(text: string): ReporterChoice {
  const choice = parseReporter(text);
  if (choice && choice.path !== '-') return choice;
  throw new UsageError(
    `"${text}" is no reporter that writes a file.`,
    'Give name or name:path, such as markdown.',
  );
}
