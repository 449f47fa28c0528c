import type { Side } from '../../contracts/requirement.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import type { Outcome } from '../outcome.ts';
import type { Budget, Evidence, JudgeContext } from '../result.ts';
import type { ClientTraffic } from '../traffic/client/client-traffic.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { JudgedExtra } from './extra.ts';

/** What one requirement came to in a run. */
export interface JudgedRequirement<Id extends RequirementId = RequirementId> {
  readonly id: Id;
  readonly outcome: Outcome;
  /** Excluded by the user's own filters: listed as untested, but it never counts. */
  readonly notSelected?: true;
}

/** How a client ended in a scenario, for people: the evidence has neither. */
export interface ClientOutput {
  /** `exited with code 1` */
  readonly ending: string;
  /** The last lines that it printed, redacted; may be empty. */
  readonly lines: readonly string[];
}

/** What a run knows besides its evidence and what follows from it. */
export interface RunFacts {
  readonly subject: { readonly kind: JudgeContext['subject']; readonly name: string };
  readonly seed: number;
  /** Milliseconds since the Unix epoch, by the machine's own clock. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** What was asked of a server. Absent where a client was judged: there it was the client that asked. */
  readonly budget?: Budget | undefined;
  /** Requirements of those who ran the suite, judged with code that only they have; no part of the verdict. */
  readonly extra?: readonly JudgedExtra[] | undefined;
  /** Of a client that was started, by scenario: those in which it did not just end well. */
  readonly outputs?: Readonly<Record<string, ClientOutput>> | undefined;
}

/** What a run leaves in memory; reports are made from it and from nothing else. */
export interface RunResult extends RunFacts {
  readonly side: Side;
  /** Every requirement of the side, in catalogue order, judged or not. */
  readonly outcomes: readonly JudgedRequirement[];
  readonly evidence: Evidence;
  /** The evidence, read: what the outcomes were asserted over. */
  readonly traffic: Traffic | ClientTraffic;
  /** Why the subject could not be judged (unreachable, token refused), in a sentence. */
  readonly inconclusive?: string;
}

/** A run against a server. */
export interface ServerRunResult extends RunResult {
  readonly side: 'server';
  readonly outcomes: readonly JudgedRequirement<ServerRequirementId>[];
  readonly traffic: Traffic;
}

/** A run with a client. */
export interface ClientRunResult extends RunResult {
  readonly side: 'client';
  readonly outcomes: readonly JudgedRequirement<ClientRequirementId>[];
  readonly traffic: ClientTraffic;
}

/** Narrows a result to that of a server. */
export function isServerRun(result: RunResult): result is ServerRunResult {
  return result.side === 'server';
}
