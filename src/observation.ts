import type { ClientRequirementId } from '../contracts/requirements/index.ts';
import type { Exchange } from './exchange.ts';

/** What a client under test has to do, as in `CLEVER_JOB`. */
export type Job = `sync:${string}` | 'create-assignment' | 'update-submission';

/** What a client reported when it ended. */
export interface ClientClaim {
  /** `complete`: exit 0. `incomplete`: any other exit code. `nothing`: the exit is unknown (`--listen`). */
  readonly says: 'complete' | 'incomplete' | 'nothing';
  /** The ids that it reported, in its order, including duplicates. */
  readonly ids: readonly string[];
  /** Other output on both streams, at most a few kilobytes. */
  readonly said: string;
  /**
   * `itself`: it returned, threw or exited. `exit`: a module ended its thread with `process.exit` instead of returning. `crash`:
   * an uncaught exception or unhandled rejection ended a module's thread. Otherwise the limit that ended it.
   */
  readonly endedBy: 'itself' | 'exit' | 'crash' | 'kill' | 'time' | 'output' | 'requests' | 'memory';
  /** The exit code of its process, or the name of the signal that ended it. For people only: the evidence does not keep it. */
  readonly exit?: number | string;
}

/** One start of the client in a scenario; a scenario about resuming has two. */
export interface ClientRun {
  /** Milliseconds since the Unix epoch, by the observer's clock. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly claim: ClientClaim;
}

/** A write whose body is not the one that its job gives. */
export interface Miswritten {
  /** Its place among the exchanges of the scenario. */
  readonly exchange: number;
  /** Names of the given members that it lacks or has with another value. */
  readonly members: readonly string[];
}

/**
 * What was observed of a client in one scenario: the only input of its judges. The exchanges are recorded by the server:
 * `sentAtMs` is when the request arrived, `receivedAtMs` when the response was sent, `step.role` the label of the rule that
 * produced the response.
 */
export interface ScenarioObservation {
  readonly scenario: string;
  readonly provokes: readonly ClientRequirementId[];
  readonly job: Job;
  /** Virtual times are exact; real ones are off by up to `lagMs`. */
  readonly timing: 'virtual' | 'real';
  readonly exchanges: readonly Exchange[];
  readonly runs: readonly ClientRun[];
  /** Ids of the whole collection, ascending. Empty for the write jobs. */
  readonly truth: readonly string[];
  /** Writes that are not as the job says. Absent where no job was given. */
  readonly miswritten?: readonly Miswritten[];
  /** How often each rule of the script responded, by its label. A rule at 0 was never reached. */
  readonly account: Readonly<Record<string, number>>;
  /** The origin that the client was given. */
  readonly origin: string;
  /** The maximum delay of the suite's event loop during the observation, in milliseconds. */
  readonly lagMs: number;
  /**
   * Captured traffic: job and exit status are unknown, and other clients may use the same token, so a missing request proves
   * nothing. `skewMs` is the maximum difference between the clocks of server and capture.
   */
  readonly captured?: { readonly skewMs: number };
}
