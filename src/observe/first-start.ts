import { type Profile, profiles } from '../../contracts/profiles.ts';
import { apiFor } from '../api.ts';
import type { Driver } from '../drivers/driver.ts';
import { InconclusiveError } from '../errors.ts';
import { pathnameOf } from '../exchange.ts';
import { dataProfiles, listOf, type OnlyJobs } from '../job-list.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { isOtherVersion } from '../scenarios/serving/other-versions.ts';
import { type StageOptions, stageScenario } from '../scenarios/serving/stage.ts';

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
export async function tryDriver(
  options: Pick<StageOptions, 'driver' | 'seed' | 'profile' | 'sandboxes'> & {
    readonly only?: OnlyJobs | undefined;
  },
): Promise<void> {
  const { driver, seed, profile, sandboxes } = options;
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
  const scenario = options.only === 'grades' ? ({ ...trial, job: 'update-submission' } as const) : trial;
  const seen = await stageScenario(scenario, {
    driver: watched,
    seed,
    maxRequests: maxRequests,
    ...(profile ? { profile } : {}),
    ...(sandboxes ? { sandboxes } : {}),
    onRequest: () => {
      // It starts; the scenarios judge how it ends.
      if (driver.timing === 'real') timer ??= setTimeout(() => running.kill?.(), afterFirstMs);
    },
  }).finally(() => clearTimeout(timer));
  const other = otherVersionOf(seen, profile);
  if (other !== undefined)
    throw new InconclusiveError(
      `The client "${driver.name}" requested ${other.requested}; this run serves ${other.served}.`,
      other.api === undefined
        ? `Point the client at ${other.served}: docs/testing-a-client.md shows how.`
        : `Start it with --api ${other.api}, or point the client at ${other.served}: docs/testing-a-client.md shows how.`,
    );
  const reason = startFailure(seen);
  if (reason !== undefined)
    throw new InconclusiveError(
      `The client "${driver.name}" ${reason}`,
      'Run it on its own first: docs/testing-a-client.md shows how.',
    );
}

/**
 * The first path of another version that the client requested, where nothing of the served one was requested: all scenarios would
 * show the same. `api`: the other version, where it has such a list.
 */
function otherVersionOf(
  { exchanges, job }: ScenarioObservation,
  profile: Profile = profiles[0],
): { readonly requested: string; readonly served: string; readonly api?: string } | undefined {
  const list = listOf(job);
  // LMS Connect has one version.
  if (!list) return undefined;
  const paths = exchanges.map((one) => pathnameOf(one));
  if (paths.some((path) => path.startsWith(`${profile.prefix}/`))) return undefined;
  const served = `${profile.prefix}/${list.path}`;
  for (const requested of paths) {
    const other = dataProfiles.find(({ prefix }) => requested.startsWith(`${prefix}/`));
    if (!other || !isOtherVersion(requested, profile)) continue;
    const hasList = apiFor(other).collections.some(({ path }) => requested === other.prefix + path);
    return { requested, served, ...(hasList ? { api: other.name } : {}) };
  }
  return undefined;
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
