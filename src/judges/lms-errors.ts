import type { ServerJudges } from './judge.ts';

// placeholder, replaced by the theme
export const lmsErrorsJudges = {} as ServerJudges<'lms-errors'>;
