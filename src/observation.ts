import type { ClientRequirementId } from '../contracts/requirements/index.ts';
import type { Exchange } from './exchange.ts';

/** What a client under test is asked to do, by the names of the fixed protocol (`CLEVER_JOB`). */
export type Job = `sync:${string}` | 'create-assignment' | 'update-submission';

/** What a client said when it ended. */
export interface ClientClaim {
  /** `complete`: exit 0. `incomplete`: any other exit. `nothing`: nobody claimed anything (`--listen`). */
  readonly says: 'complete' | 'incomplete' | 'nothing';
  /** Ids that it says it holds, in its own order, repeats and all. */
  readonly ids: readonly string[];
  /** Other text that it printed, both streams, at most a few kilobytes. */
  readonly said: string;
  /** `itself`, or the cap that ended it. */
  readonly endedBy: 'itself' | 'kill' | 'time' | 'output' | 'requests';
}

/** One start of the client in a scenario; resuming takes two. */
export interface ClientRun {
  /** Milliseconds since the Unix epoch, by the observer's clock. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly claim: ClientClaim;
}

/**
 * What was seen of a client in one scenario: all that its judges get. The exchanges are the server's own account:
 * `sentAtMs` is when the request arrived, `receivedAtMs` when the answer was handed over, `step.role` the label of the
 * rule that made the answer.
 */
export interface ScenarioObservation {
  readonly scenario: string;
  readonly provokes: readonly ClientRequirementId[];
  readonly job: Job;
  /** Virtual instants are exact; real ones carry `lagMs`. */
  readonly timing: 'virtual' | 'real';
  readonly exchanges: readonly Exchange[];
  readonly runs: readonly ClientRun[];
  /** Ids of the whole collection, ascending: what a complete set is. Empty for the write jobs. */
  readonly truth: readonly string[];
  /** How often each rule of the script answered, by its label. A rule at 0 was never reached. */
  readonly account: Readonly<Record<string, number>>;
  /** The origin that the client was given. */
  readonly origin: string;
  /** The most that our own event loop was late while it watched, in milliseconds. */
  readonly lagMs: number;
  /**
   * Somebody's traffic: nobody gave a job and nobody said how it ended, so what did not happen may have happened later, or have
   * been done by another client of the same token. `skewMs` is how far off the server's clock may be from that of the capture.
   */
  readonly captured?: { readonly skewMs: number };
}
