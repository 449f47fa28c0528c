import type { ServerMutant } from '../mutant.ts';
import { accessMutants } from './access.ts';
import { dataMutants } from './data/data.ts';
import { errorsMutants } from './errors/errors.ts';
import { eventsMutants } from './events.ts';
import { lmsMutants } from './lms/lms.ts';
import { lmsErrorsMutants } from './lms/lms-errors.ts';
import { paginationMutants } from './pagination/pagination.ts';
import { rateLimitMutants } from './rate-limit/rate-limit.ts';
import { userTokenMutants } from './user-tokens.ts';

/** All server mutants by category. */
export const serverMutants: readonly ServerMutant[] = [
  ...dataMutants,
  ...paginationMutants,
  ...rateLimitMutants,
  ...errorsMutants,
  ...accessMutants,
  ...userTokenMutants,
  ...eventsMutants,
  ...lmsMutants,
  ...lmsErrorsMutants,
];
