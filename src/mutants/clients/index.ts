import type { ClientMutant } from '../client-mutant.ts';
import { accessClientMutants } from './access.ts';
import { backoffClientMutants } from './backoff.ts';
import { dataClientMutants } from './data.ts';
import { errorsClientMutants } from './errors.ts';
import { lmsClientMutants } from './lms.ts';
import { paginationClientMutants } from './pagination.ts';
import { rateLimitClientMutants } from './rate-limit.ts';
import { safetyClientMutants } from './safety.ts';

/** All client mutants by category. */
export const clientMutants: readonly ClientMutant[] = [
  ...dataClientMutants,
  ...paginationClientMutants,
  ...rateLimitClientMutants,
  ...errorsClientMutants,
  ...accessClientMutants,
  ...lmsClientMutants,
  ...backoffClientMutants,
  ...safetyClientMutants,
];
