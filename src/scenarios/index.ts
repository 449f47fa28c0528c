import { accessScenarios } from './access.ts';
import { backoffScenarios } from './backoff/backoff.ts';
import { dataScenarios } from './data.ts';
import { errorsScenarios } from './errors.ts';
import { lmsScenarios } from './lms.ts';
import { paginationScenarios } from './pagination/pagination.ts';
import { rateLimitScenarios } from './rate-limit.ts';
import { safetyScenarios } from './safety/safety.ts';
import type { Scenario } from './scenario.ts';

/** All client scenarios, by category in catalogue order. */
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
