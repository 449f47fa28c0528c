import type { Driver } from '../drivers/driver.ts';
import { InconclusiveError } from '../errors.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { SandboxPool } from '../scenarios/serving/sandbox-pool.ts';
import { stageScenario } from '../scenarios/serving/stage.ts';

/** One page and no faults, only to check that the client starts. */
const trial: Scenario = {
  name: 'pagination/trial',
  title: 'one page, and nothing goes wrong',
  provokes: [],
  job: 'sync:students',
  students: 5,
  rules: [],
};

/** More requests for one page are behaviour that the scenarios judge. */
const maxRequests = 20;
/** How long the trial continues after the first request. */
const afterFirstMs = 5_000;

/**
 * Tries the driver before the first scenario. Rejects with `InconclusiveError` if the client cannot be started, or fails
 * with output before its first request, instead of failing forty scenarios. A client that exits silently without a request
 * has reported complete or incomplete, and is judged by that.
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
    maxRequests: maxRequests,
    ...(sandboxes ? { sandboxes } : {}),
    onRequest: () => {
      // It starts; the scenarios judge how it ends.
      if (driver.timing === 'real') timer ??= setTimeout(() => running.kill?.(), afterFirstMs);
    },
  }).finally(() => clearTimeout(timer));
  const reason = startFailure(seen);
  if (reason !== undefined)
    throw new InconclusiveError(
      `The client "${driver.name}" ${reason}`,
      'Run it on its own first: docs/testing-a-client.md shows how.',
    );
}

function startFailure({ exchanges, runs }: ScenarioObservation): string | undefined {
  const claim = runs[0]?.claim;
  if (exchanges.length > 0 || claim?.says !== 'incomplete') return undefined;
  const last = claim.said.split('\n').findLast((line) => line.trim() !== '');
  const said = last === undefined ? ' and printed nothing.' : `; it printed: ${last.trim().slice(0, 300)}`;
  switch (claim.endedBy) {
    case 'itself':
      return last === undefined ? undefined : `failed before its first request${said}`;
    case 'time':
      return `sent no request before the timeout${said}`;
    case 'exit':
      return `called ${claim.said.split('\n', 1)[0]} before its first request, instead of returning a result.`;
    case 'crash':
      return `crashed before its first request${said}`;
    case 'output':
      return 'sent no request and exceeded the output limit.';
    case 'memory':
      return 'sent no request and exceeded the memory limit.';
    default:
      return undefined;
  }
}
