import { createHash, randomBytes } from 'node:crypto';
import type { ApiName } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { findRequirement } from '../catalogue.ts';
import { type ConformanceError, SuiteFault } from '../errors.ts';
import type { Journal } from '../evidence/journal.ts';
import { judgeEvidence, servedNothing } from '../judges/index.ts';
import type { Outcome } from '../outcome.ts';
import type { Probe } from '../probes/probe.ts';
import type { Evidence, JudgedRequirement, ServerRunResult } from '../result.ts';
import type { Target } from '../targets/target.ts';
import { observe } from './observe.ts';
import { whyUnanswered } from './unanswered.ts';

export interface ServerRunOptions {
  readonly target: Target;
  readonly apis: readonly ApiName[];
  readonly ids: ReadonlySet<ServerRequirementId>;
  readonly seed: number;
  /** Above 0 and at most 1. */
  readonly budgetShare: number;
  readonly signal: AbortSignal;
  /** What the report calls the time, milliseconds since the Unix epoch; a target's own time may be virtual. */
  readonly now: () => number;
  readonly journal?: Journal;
  readonly onProbe?: (probe: Probe, index: number, total: number) => void;
}

/** A server run, observed and judged. */
export interface ServerRun {
  readonly result: ServerRunResult;
  /** Why it did not come to its end: the target was lost, a safety stop, an interruption. */
  readonly unfinished: ConformanceError | undefined;
  outcomeOf(id: ServerRequirementId): Outcome;
}

/** Provokes, observes and judges a server. Violations are data in the result; only faults of ours throw. */
export async function runServer(options: ServerRunOptions): Promise<ServerRun> {
  const { target, ids, seed } = options;
  const startedAtMs = options.now();
  const observation = await observe({ ...options, redactionKey: redactionKeyFor(target, seed) });
  const { unfinished } = observation;
  const outcomes = judgeEvidence(observation.evidence, ids);
  const inconclusive = unfinished?.message ?? whyNothing(target, outcomes, observation.evidence);
  const result: ServerRunResult = {
    side: 'server',
    subject: { kind: target.kind, name: target.name },
    seed,
    startedAtMs,
    durationMs: options.now() - startedAtMs,
    outcomes,
    evidence: observation.evidence,
    budget: observation.budget,
    ...(inconclusive === undefined ? {} : { inconclusive }),
  };
  return {
    result,
    unfinished,
    outcomeOf: (id) => {
      const found = outcomes.find((one) => one.id === id);
      if (!found) throw new SuiteFault(`${id} was not judged.`, 'Please report it.');
      return found.outcome;
    },
  };
}

/** What breaks nothing, but only because it offers nothing or part of it never answered, does not conform. */
function whyNothing(
  target: Target,
  outcomes: readonly JudgedRequirement[],
  evidence: Evidence,
): string | undefined {
  const isBroken = outcomes.some(
    ({ id, outcome }) => outcome.outcome === 'failed' && findRequirement(id).level === 'required',
  );
  if (isBroken) return undefined;
  return servedNothing(evidence)
    ? `${target.origin} answers, but served no documented record, so nothing can be said of it.`
    : whyUnanswered(evidence.exchanges);
}

/**
 * Made-up data gets pseudonyms that follow from the seed, so that a run can be repeated byte for byte; anybody else's
 * data gets a random key, which is thrown away.
 */
function redactionKeyFor(target: Target, seed: number): Uint8Array {
  return target.kind === 'sandbox' ? createHash('sha256').update(`seed ${seed}`).digest() : randomBytes(32);
}
