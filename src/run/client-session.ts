import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { type ConformanceError, SuiteFault } from '../errors.ts';
import { judgeClient, judgeClientRequirement, observationsIn } from '../judges/client-index.ts';
import type { Outcome } from '../outcome.ts';
import type { ClientRunResult } from '../result.ts';
import { type ObserveClientOptions, observeClient } from './observe-client.ts';

export interface ClientRunOptions extends Omit<ObserveClientOptions, 'judge'> {
  /** What the report calls the time, milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/** A client run, observed and judged. */
export interface ClientRun {
  readonly result: ClientRunResult;
  /** Why it did not come to its end: an interruption, or a client that could not be started any more. */
  readonly unfinished: ConformanceError | undefined;
  outcomeOf(id: ClientRequirementId): Outcome;
}

/** Observes a client in every scenario that the selected requirements need, and judges it. See `observeClient` for what it throws. */
export async function runClient(options: ClientRunOptions): Promise<ClientRun> {
  const startedAtMs = options.now();
  const { evidence, ids, unfinished } = await observeClient({
    ...options,
    judge: (id, observation) => judgeClientRequirement(id, [observation]).outcome,
  });
  const outcomes = judgeClient(observationsIn(evidence), ids, evidence.notProvoked);
  return {
    result: {
      side: 'client',
      subject: { kind: evidence.context.subject, name: options.driver.name },
      seed: options.seed,
      startedAtMs,
      durationMs: options.now() - startedAtMs,
      outcomes,
      evidence,
      ...(unfinished ? { inconclusive: unfinished.message } : {}),
    },
    unfinished,
    outcomeOf: (id) => {
      const found = outcomes.find((one) => one.id === id);
      if (!found) throw new SuiteFault(`${id} was not judged.`, 'Please report it.');
      return found.outcome;
    },
  };
}
