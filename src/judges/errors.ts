import { judgeEcho, judgeMessages, judgeSideEffects } from './errors-bodies.ts';
import {
  judgeDeleted,
  judgeInvalidToken,
  judgeMissingToken,
  judgeOutages,
  judgeUnknownRecord,
  judgeUnshared,
} from './errors-refusals.ts';
import { judgeBadRequest, judgeSuccess, judgeTooLarge, judgeUnsupported } from './errors-statuses.ts';
import type { ServerJudges } from './judge.ts';

/** The status table of the Data API, and what its error bodies say and keep to themselves. */
export const errorsJudges: ServerJudges<'errors'> = {
  'errors/success-is-200': judgeSuccess,
  'errors/bad-request-is-400': judgeBadRequest,
  'errors/missing-token-is-401': judgeMissingToken,
  'errors/invalid-token-is-401': judgeInvalidToken,
  'errors/unknown-record-is-404': judgeUnknownRecord,
  'errors/deleted-record-is-404': judgeDeleted,
  'errors/unshared-record-is-404': judgeUnshared,
  'errors/limit-over-10000-is-413': judgeTooLarge,
  'errors/unsupported-is-501': judgeUnsupported,
  'errors/outage-statuses': judgeOutages,
  'errors/message-readable': judgeMessages,
  'errors/no-secret-echo': judgeEcho,
  'errors/error-is-side-effect-free': judgeSideEffects,
};
