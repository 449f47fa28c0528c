import type { Profile } from '../contracts/profiles.ts';
import type { ServerRequirementId } from '../contracts/requirements/index.ts';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';

/** What a run leaves in memory; reports are made from it and from nothing else. */
export interface RunResult {
  readonly side: 'server';
  readonly subject: { readonly kind: JudgeContext['subject']; readonly name: string };
  readonly seed: number;
  /** Milliseconds since the Unix epoch, by the machine's own clock. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Every requirement of the side, in catalogue order, judged or not. */
  readonly outcomes: readonly JudgedRequirement[];
  readonly evidence: Evidence;
  readonly budget: Budget;
  /** Why nothing can be said of the target (unreachable, token refused), in a sentence. Absent where it could be judged. */
  readonly inconclusive?: string;
}

export interface JudgedRequirement {
  readonly id: ServerRequirementId;
  readonly outcome: Outcome;
  /** Kept out by the user's own filters: listed as untested, but it never counts. */
  readonly notSelected?: true;
}

/** Everything that was observed, redacted. Outcomes can be judged again from this alone. */
export interface Evidence {
  readonly format: 'clever-conformance/evidence';
  readonly formatVersion: 1;
  readonly context: JudgeContext;
  /** Why a requirement was not provoked, by id; fills the `why` of `untested`. */
  readonly notProvoked: Readonly<Record<string, string>>;
  readonly exchanges: readonly Exchange[];
}

export interface Budget {
  /** Share of the advertised limit that the run allowed itself, 0 to 1. */
  readonly share: number;
  /** The limit that the target advertised, requests per window; 0 where it advertised none. */
  readonly advertised: number;
  readonly requests: number;
  /** The most that the budget let through within any one window. */
  readonly busiestWindow: number;
  /** Of all requests, those that used up a quota on purpose, outside the budget. */
  readonly unpaced: number;
}

/** What a judge may know besides the exchanges: plain data, kept in the evidence, so that a run can be judged again. */
export interface JudgeContext {
  /** `live`: somebody else's server, where a few numbers are judged less strictly (see the doubts). */
  readonly subject: 'sandbox' | 'live' | 'replay' | 'har';
  /** The API versions that were judged. */
  readonly profiles: readonly Profile[];
}
