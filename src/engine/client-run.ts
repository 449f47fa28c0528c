import type { ClientRunResult } from '../claims/run-result.ts';
import { profilesWith } from '../job-list.ts';
import { type ObserveClientOptions, observeClient } from '../observe/observe-client.ts';
import { judgeClient, judgeScenario } from './judge.ts';
import { type Run, runOf } from './run.ts';

/** A run with a client. */
export type ClientRun = Run<ClientRunResult>;

export interface ClientRunOptions extends Omit<ObserveClientOptions, 'judge'> {
  /** The report's time, milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/**
 * Observes a client in every scenario that the selected requirements need, and judges it. Violations are data in the result. See
 * `observeClient` for what it throws.
 */
export async function runClient(options: ClientRunOptions): Promise<ClientRun> {
  const { driver, seed } = options;
  const startedAtMs = options.now();
  const profiles = options.profile ? profilesWith(options.profile) : undefined;
  const { evidence, ids, unfinished } = await observeClient({
    ...options,
    judge: (id, observation) => judgeScenario(id, observation, profiles),
  });
  const facts = {
    subject: { kind: evidence.context.subject, name: driver.name },
    seed,
    startedAtMs,
    durationMs: options.now() - startedAtMs,
  };
  return runOf(judgeClient(evidence, facts, ids), unfinished);
}
