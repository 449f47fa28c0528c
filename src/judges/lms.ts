import type { ServerJudges } from './judge.ts';

// placeholder, replaced by the theme
export const lmsJudges = {} as ServerJudges<'lms'>;
