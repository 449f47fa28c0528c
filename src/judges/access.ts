import { judgeScopes, judgeSharing } from './access-limits.ts';
import { judgeBearer, judgeTestToken } from './access-tokens.ts';
import type { ServerJudges } from './judge.ts';

/** Tokens, and what they open. */
export const accessJudges: ServerJudges<'access'> = {
  'access/bearer-token': judgeBearer,
  'access/test-token': judgeTestToken,
  'access/scopes-limit-resources': judgeScopes,
  'access/sharing-limits-data': judgeSharing,
};
