import type { ServerJudges } from './judge.ts';

// placeholder, replaced by the theme
export const rateLimitJudges = {} as ServerJudges<'rate-limit'>;
