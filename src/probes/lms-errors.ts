import type { Probe } from './probe.ts';

// placeholder, replaced by the theme
export const lmsErrorsProbes: readonly Probe[] = [];
