import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import type { JudgeContext } from '../judges/judge.ts';
import type { Outcome } from '../outcome.ts';

/** What a run leaves in memory; reports are made from it and from nothing else. */
export interface RunResult {
  readonly side: 'server';
  readonly subject: { readonly kind: JudgeContext['subject']; readonly name: string };
  readonly seed: number;
  /** Milliseconds since the Unix epoch, by the machine's own clock. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Every requirement of the side, in catalogue order, judged or not. */
  readonly outcomes: readonly { readonly id: ServerRequirementId; readonly outcome: Outcome }[];
  readonly evidence: Evidence;
  readonly budget: Budget;
  /** Why nothing can be said of the target (unreachable, token refused), in a sentence. Absent where it could be judged. */
  readonly inconclusive?: string;
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
  /** The most that was sent within any one window. */
  readonly busiestWindow: number;
}
