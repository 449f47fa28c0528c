import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { ApiName } from '../../contracts/profiles.ts';
import type { RequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { findRequirement } from '../catalogue.ts';
import { type ConformanceError, SuiteFault } from '../errors.ts';
import type { Journal } from '../evidence/journal.ts';
import type { Exchange } from '../exchange.ts';
import { judgeEvidence, servedNothing } from '../judges/index.ts';
import type { Outcome } from '../outcome.ts';
import type { Probe } from '../probes/probe.ts';
import type { Evidence, JudgedRequirement, ServerRunResult, ShardChoice } from '../result.ts';
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
  /** Only this part of the run; see `mergeEvidence`. */
  readonly shard?: ShardChoice;
  /** Sees every exchange before it is redacted. */
  readonly onExchange?: (exchange: Exchange) => void;
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
  const { target, seed } = options;
  const startedAtMs = options.now();
  const observation = await observe({ ...options, redactionKey: redactionKeyFor(options) });
  const { unfinished, ids } = observation;
  const outcomes = judgeEvidence(observation.evidence, ids);
  // Of a part it cannot be said whether the whole would have shown something.
  const nothing = options.shard ? undefined : whyNothing(target.origin, outcomes, observation.evidence);
  const inconclusive = unfinished?.message ?? nothing;
  const evidence: Evidence = {
    ...observation.evidence,
    ...(inconclusive === undefined ? {} : { inconclusive }),
  };
  const result: ServerRunResult = {
    side: 'server',
    subject: { kind: target.kind, name: target.name },
    seed,
    startedAtMs,
    durationMs: options.now() - startedAtMs,
    outcomes,
    evidence,
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
export function whyNothing(
  origin: string,
  outcomes: readonly JudgedRequirement<RequirementId>[],
  evidence: Evidence,
): string | undefined {
  const isBroken = outcomes.some(
    ({ id, outcome }) => outcome.outcome === 'failed' && findRequirement(id).level === 'required',
  );
  if (isBroken) return undefined;
  return servedNothing(evidence)
    ? `${origin} answers, but served no documented record, so nothing can be said of it.`
    : whyUnanswered(evidence.exchanges);
}

/**
 * Made-up data gets pseudonyms that follow from the seed, so that a run can be repeated byte for byte; anybody else's
 * data gets a random key, which is thrown away. Shards need one key without talking to each other: it follows from the token, which
 * is thrown away as well, and whoever has the token can read the data anyway.
 */
function redactionKeyFor({ target, seed, shard }: ServerRunOptions): Uint8Array {
  const isMadeUp = target.kind === 'sandbox' || target.recordedFrom === 'sandbox';
  if (isMadeUp) return createHash('sha256').update(`seed ${seed}`).digest();
  return shard ? createHmac('sha256', target.token).update(`shards of ${seed}`).digest() : randomBytes(32);
}
