import type { Probe } from './probe.ts';

// placeholder, replaced by the theme
export const lmsProbes: readonly Probe[] = [];
