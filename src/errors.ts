/** Exit codes of the command line. Public: they never change. */
export const exitCodes = {
  conforming: 0,
  nonConforming: 1,
  usage: 2,
  suiteFault: 3,
  inconclusive: 4,
  nothingJudged: 5,
  safetyStop: 6,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The worst first: what could not run as it should, then the verdicts. */
const worstFirst: readonly ExitCode[] = [
  exitCodes.interrupted,
  exitCodes.suiteFault,
  exitCodes.safetyStop,
  exitCodes.usage,
  exitCodes.nonConforming,
  exitCodes.inconclusive,
  exitCodes.nothingJudged,
  exitCodes.conforming,
];

/** The exit code of several runs: that of the worst. Of none: nothing was judged. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return worstFirst.find((code) => codes.includes(code)) ?? exitCodes.nothingJudged;
}

/** Base of all errors that the suite throws. The message says what failed and where, `remedy` how to fix it. */
export abstract class ConformanceError extends Error {
  /** Stable code for programs: `CC_USAGE`, `CC_SAFETY`, … */
  abstract readonly code: string;
  abstract readonly exitCode: ExitCode;
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** The command line, a configuration file or an option is wrong. */
export class UsageError extends ConformanceError {
  readonly code = 'CC_USAGE';
  readonly exitCode = exitCodes.usage;
}

/** The suite itself failed: a bug, or a report that could not be written. */
export class SuiteFault extends ConformanceError {
  readonly code = 'CC_SUITE';
  readonly exitCode = exitCodes.suiteFault;
}

/** The target could not be reached or did not accept the token, so it cannot be judged. */
export class InconclusiveError extends ConformanceError {
  readonly code = 'CC_INCONCLUSIVE';
  readonly exitCode = exitCodes.inconclusive;
}

/** The selection is valid but nothing was judged. */
export class NothingJudgedError extends ConformanceError {
  readonly code = 'CC_NOTHING_JUDGED';
  readonly exitCode = exitCodes.nothingJudged;
}

/** Continuing could do harm: an unexpected 429, a used-up budget, or a leak about to be written. */
export class SafetyStop extends ConformanceError {
  readonly code = 'CC_SAFETY';
  readonly exitCode = exitCodes.safetyStop;
}

/** Ctrl-C or SIGTERM, after cleanup. */
export class InterruptedError extends ConformanceError {
  readonly code = 'CC_INTERRUPTED';
  readonly exitCode = exitCodes.interrupted;
}
