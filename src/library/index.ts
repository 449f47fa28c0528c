/**
 * The suite as a library: the judges of the command line, without its printing.
 *
 * ```ts
 * import { judgeServer } from 'clever-conformance';
 * import app from './app.ts'; // Hono, Next, anything with fetch(Request)
 *
 * const verdict = await judgeServer({ target: { fetch: app.fetch }, token: 'a-district-token' });
 * console.log(String(verdict));
 * verdict.assert();
 * ```
 */
export type { ApiName } from '../../contracts/profiles.ts';
export type { Level, Requirement, Side } from '../../contracts/requirement.ts';
export type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
export { requirements } from '../../contracts/requirements/index.ts';
export type { SetState, StateName } from '../../contracts/states.ts';
export { catalogueVersion } from '../catalogue.ts';
export type { ClientModule } from '../drivers/driver.ts';
export {
  ConformanceError,
  InconclusiveError,
  InterruptedError,
  NothingJudgedError,
  SafetyStop,
  SuiteFault,
  UsageError,
} from '../errors.ts';
export type { OwnReport, OwnReporter } from '../report/formats/reporters.ts';
export type { BaselineEntry } from '../report/model/baseline.ts';
export type { Report } from '../report/model/report.ts';
export type { ExtraRow, ReportCase, ReportFinding, ReportRow } from '../report/model/report-row.ts';
export { explain } from './explain.ts';
export {
  alsoEach,
  type ClientTraffic,
  claim,
  clientClaim,
  type ExtraClaim,
  type ExtraForm,
  type ExtraId,
  type ExtraModule,
  each,
  expect,
  note,
  type Traffic,
  type UndecidedCode,
  undecided,
  violation,
} from './extra.ts';
export { type ClientCommand, type JudgeClientOptions, judgeClient } from './judge-client.ts';
export {
  type CaptureVerdicts,
  type JudgeCaptureOptions,
  judgeCapture,
  judgeEvidence,
} from './judge-files.ts';
export { type FetchTarget, type JudgeServerOptions, judgeServer } from './judge-server.ts';
export type { SelectionOptions } from './selection.ts';
export { NonConforming, type ReportingOptions, type Verdict } from './verdict.ts';
