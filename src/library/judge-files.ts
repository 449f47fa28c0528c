import type { Side } from '../../contracts/requirement.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { requireExtra } from '../claims/extra.ts';
import { openAll } from './capture-files.ts';
import { assertRejudgeable, openReportFolder } from './report-folder.ts';
import type { SelectionOptions } from './selection.ts';
import { select } from './selection.ts';
import { type ReportingOptions, type Verdict, verdictOn } from './verdict.ts';

export interface JudgeCaptureOptions extends ReportingOptions, Pick<SelectionOptions, 'level' | 'grep'> {
  /** @default both */
  readonly side?: Side;
  /** Rejects early. */
  readonly signal?: AbortSignal;
}

/** The verdict on each side of a capture; a side that was not judged is absent. */
export interface CaptureVerdicts {
  readonly server?: Verdict;
  readonly client?: Verdict;
}

/**
 * Judges traffic that others captured: HAR, nock, VCR, Polly, zip and the other formats of docs/judging-captures.md, several files of
 * one kind together, or recordings and evidence of the suite. Everything is redacted first. Rejects with `UsageError` for a file that is
 * no such thing, `NothingJudgedError` for one without traffic of a Clever API.
 */
export async function judgeCapture(
  files: string | readonly string[],
  options: JudgeCaptureOptions = {},
): Promise<CaptureVerdicts> {
  requireExtra(options.extra ?? []);
  const { side, signal = new AbortController().signal } = options;
  const wanted = (one: Side) => side === undefined || side === one;
  const { sides, environment, guard } = await openAll(
    {
      files: typeof files === 'string' ? [files] : files,
      ...(wanted('server') ? { server: select<ServerRequirementId>(options, 'server') } : {}),
      ...(wanted('client') ? { client: select<ClientRequirementId>(options, 'client') } : {}),
    },
    signal,
  );
  const verdicts: { [Name in Side]?: Verdict } = {};
  for (const one of sides)
    verdicts[one.side] = await verdictOn(
      one.judge(),
      { node: process.versions.node, ...environment },
      options,
      guard,
    );
  return verdicts;
}

/**
 * Judges the evidence in a report directory again, offline, with the claims of today. Rejects with `UsageError` if it cannot be read,
 * `InconclusiveError` if what was withheld from it is needed.
 */
export async function judgeEvidence(folder: string, options: ReportingOptions = {}): Promise<Verdict> {
  requireExtra(options.extra ?? []);
  const opened = await openReportFolder(folder);
  assertRejudgeable(folder, opened);
  return await verdictOn({ result: opened.run, unfinished: undefined }, opened.report.environment, options);
}
