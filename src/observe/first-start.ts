import type { Driver } from '../drivers/driver.ts';
import { InconclusiveError } from '../errors.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { SandboxPool } from '../scenarios/sandbox-pool.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { stageScenario } from '../scenarios/stage.ts';

/** One page and nothing wrong. It provokes nothing; it is there to see whether the client starts at all. */
const trial: Scenario = {
  name: 'pagination/trial',
  title: 'one page, and nothing goes wrong',
  provokes: [],
  job: 'sync:students',
  students: 5,
  rules: [],
};

/** More requests for one page are no start any more, but the conduct that the scenarios judge. */
const mostRequests = 20;
/** How long a client may take for one page after its first request before the trial is over. */
const afterFirstMs = 5_000;

/**
 * Tries the driver before the first verdict. Rejects with `InconclusiveError` where the client cannot be started, or ends
 * in failure with a complaint before its first request: forty failures would say less. One that ends by itself without a request
 * and without a word has made a claim, complete or incomplete, and is judged by it.
 */
export async function tryDriver(driver: Driver, seed: number, sandboxes?: SandboxPool): Promise<void> {
  const running: { kill?: () => void } = {};
  let timer: NodeJS.Timeout | undefined;
  const watched: Driver = {
    ...driver,
    start: (assignment) => {
      const started = driver.start(assignment);
      running.kill = started.kill;
      return started;
    },
  };
  const seen = await stageScenario(trial, {
    driver: watched,
    seed,
    maxRequests: mostRequests,
    ...(sandboxes ? { sandboxes } : {}),
    onRequest: () => {
      // It starts, so that is settled: how it ends is for the scenarios to say.
      if (driver.timing === 'real') timer ??= setTimeout(() => running.kill?.(), afterFirstMs);
    },
  }).finally(() => clearTimeout(timer));
  const why = whyUseless(seen);
  if (why !== undefined)
    throw new InconclusiveError(
      `The client "${driver.name}" ${why}`,
      'Try it by itself first: docs/testing-a-client.md shows how.',
    );
}

function whyUseless({ exchanges, runs }: ScenarioObservation): string | undefined {
  const claim = runs[0]?.claim;
  if (exchanges.length > 0 || claim?.says !== 'incomplete') return undefined;
  const last = claim.said.split('\n').findLast((line) => line.trim() !== '');
  const said = last === undefined ? ' and said nothing.' : `; it said: ${last.trim().slice(0, 300)}`;
  switch (claim.endedBy) {
    case 'itself':
      return last === undefined ? undefined : `failed before its first request${said}`;
    case 'time':
      return `sent no request until its time was up${said}`;
    case 'output':
      return 'sent no request, and printed more than it may.';
    default:
      return undefined;
  }
}
