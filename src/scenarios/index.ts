import { listsPeople } from '../../contracts/jobs.ts';
import type { Profile } from '../../contracts/profiles.ts';
import { accessScenarios } from './access.ts';
import { backoffScenarios } from './backoff/backoff.ts';
import { dataScenarios } from './data.ts';
import { errorsScenarios } from './errors.ts';
import { lmsScenarios } from './lms.ts';
import { paginationScenarios } from './pagination/pagination.ts';
import { peopleScenarios } from './people.ts';
import { rateLimitScenarios } from './rate-limit.ts';
import { safetyScenarios } from './safety/safety.ts';
import type { Scenario } from './scenario.ts';

/** The client scenarios of every version, by category in catalogue order. */
export const scenarios: readonly Scenario[] = [
  ...dataScenarios,
  ...paginationScenarios,
  ...rateLimitScenarios,
  ...errorsScenarios,
  ...accessScenarios,
  ...lmsScenarios,
  ...backoffScenarios,
  ...safetyScenarios,
];

/** All client scenarios of a version of the Data API. */
export function scenariosIn({ document }: Profile): readonly Scenario[] {
  return listsPeople(document) ? [...scenarios, ...peopleScenarios] : scenarios;
}
