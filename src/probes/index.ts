import { accessProbes } from './access/access.ts';
import { acrossVersionsProbe } from './data/across-versions.ts';
import { childlessProbe, repeatProbe } from './data/again.ts';
import { attendanceProbe } from './data/attendance.ts';
import { dataProbes } from './data/data.ts';
import { filtersProbe } from './data/filters.ts';
import { userLinksProbe } from './data/user-links.ts';
import { errorsProbes } from './errors.ts';
import { eventsProbes } from './events.ts';
import { lmsProbes } from './lms/lms.ts';
import { lmsErrorsProbes } from './lms/lms-errors.ts';
import { paginationProbes } from './pagination/pagination.ts';
import type { Probe } from './probe.ts';
import { rateLimitProbes } from './rate-limit.ts';

/** All server-side probes in execution order; those that use up the quota come last, but for what is read of all versions. */
export const probes: readonly Probe[] = [
  ...dataProbes,
  repeatProbe,
  childlessProbe,
  filtersProbe,
  userLinksProbe,
  attendanceProbe,
  ...paginationProbes,
  ...errorsProbes,
  ...accessProbes,
  ...eventsProbes,
  ...lmsProbes,
  ...lmsErrorsProbes,
  ...rateLimitProbes,
  acrossVersionsProbe,
];
