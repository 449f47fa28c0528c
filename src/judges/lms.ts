import { outcomeOf } from '../outcome.ts';
import type { Judge, ServerJudges } from './judge.ts';
import { requiresAgreement, servedOnOneVersion } from './lms-access.ts';
import { lifeOfAnAssignment } from './lms-assignments.ts';
import { failedWriteChangesNothing } from './lms-failed-writes.ts';
import { gradePassback, regradeOverwrites } from './lms-grades.ts';
import { submissionsListed } from './lms-submissions.ts';

/** Said where nothing could be provoked. */
const whyNone =
  'no such request was sent: no section to work with was found, or no assignment could be created in it';

/** LMS Connect, what works. */
export const lmsJudges: ServerJudges<'lms'> = {
  'lms/create-read-update-delete': folded(lifeOfAnAssignment),
  'lms/submissions-listed': folded(submissionsListed),
  'lms/grade-passback': folded(gradePassback),
  'lms/regrade-overwrites': folded(regradeOverwrites),
  'lms/served-on-v3.1-only': folded(servedOnOneVersion),
  'lms/requires-agreement': folded(requiresAgreement),
  'lms/failed-write-changes-nothing': folded(failedWriteChangesNothing),
};

function folded(casesIn: (...args: Parameters<Judge>) => Parameters<typeof outcomeOf>[0]): Judge {
  return (exchanges, context) => outcomeOf(casesIn(exchanges, context), whyNone);
}
