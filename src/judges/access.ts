import type { ServerJudges } from './judge.ts';

// placeholder, replaced by the theme
export const accessJudges = {} as ServerJudges<'access'>;
