import { createHash, createHmac, randomBytes } from 'node:crypto';
import { findRequirement } from '../catalogue.ts';
import type { RunFacts, ServerRunResult } from '../claims/run-result.ts';
import type { ExploreOptions } from '../explore/explore.ts';
import { type ObserveOptions, observe } from '../observe/observe-server.ts';
import { unansweredReason } from '../observe/unanswered.ts';
import type { Budget, Evidence } from '../result.ts';
import { judgeServer, servedNothing, violatedBy } from './judge.ts';
import { type Run, runOf } from './run.ts';

export { depthOf } from '../observe/exercise.ts';
export { expectationOf } from '../observe/expectation.ts';

/** A run against a server. */
export type ServerRun = Run<ServerRunResult & { readonly budget: Budget }>;

export interface ServerRunOptions extends Omit<ObserveOptions, 'redactionKey' | 'explore'> {
  /** Generated requests, after the probes. @default none */
  readonly explore?: Omit<ExploreOptions, 'judge' | 'requirements'> | undefined;
  readonly seed: number;
  /** The report's time, milliseconds since the Unix epoch; a target's own time may be virtual. */
  readonly now: () => number;
}

/** Exercises, observes and judges a server. Violations are data in the result; only faults of the suite throw. */
export async function runServer(options: ServerRunOptions): Promise<ServerRun> {
  const { target, seed, shard } = options;
  const startedAtMs = options.now();
  const { evidence, ids, budget, unfinished } = await observe({
    ...options,
    redactionKey: redactionKeyFor(options),
    explore: options.explore && { ...options.explore, judge: violatedBy },
  });
  const facts: RunFacts = {
    subject: { kind: target.kind, name: target.name },
    seed,
    startedAtMs,
    durationMs: options.now() - startedAtMs,
  };
  const result = { ...judgeServer(evidence, facts, ids), budget };
  // A shard cannot show whether the whole run would have been judged.
  const nothing = shard ? undefined : nothingReason(target.origin, result);
  return runOf(withReason(result, unfinished?.message ?? nothing), unfinished);
}

/** The result with the reason why the subject could not be judged, in the evidence as well. */
export function withReason<Result extends { readonly evidence: Evidence }>(
  result: Result,
  inconclusive: string | undefined,
): Result {
  if (inconclusive === undefined) return result;
  return { ...result, evidence: { ...result.evidence, inconclusive }, inconclusive };
}

/** A server that violates nothing only because it serves no record, or because part of it never responded, does not conform. */
export function nothingReason(
  origin: string,
  { outcomes, traffic }: Pick<ServerRunResult, 'outcomes' | 'traffic'>,
): string | undefined {
  const isViolated = outcomes.some(
    ({ id, outcome }) => outcome.outcome === 'failed' && findRequirement(id).level === 'required',
  );
  if (isViolated) return undefined;
  return servedNothing(traffic)
    ? `${origin} responds, but served no documented record, so it could not be judged.`
    : unansweredReason(traffic.exchanges);
}

/**
 * Synthetic data gets pseudonyms derived from the seed, so that a run can be repeated byte for byte; any other data gets a
 * random key, which is discarded. Shards need the same key without communicating: it is derived from the token, and anyone
 * who has the token can read the data anyway.
 */
function redactionKeyFor({ target, seed, shard }: ServerRunOptions): Uint8Array {
  const isSynthetic = target.kind === 'sandbox' || target.recordedFrom === 'sandbox';
  if (isSynthetic) return createHash('sha256').update(`seed ${seed}`).digest();
  return shard ? createHmac('sha256', target.token).update(`shards of ${seed}`).digest() : randomBytes(32);
}
