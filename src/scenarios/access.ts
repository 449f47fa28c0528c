import type { Scenario } from './scenario.ts';

/** No faults: every page requires the token. */
export const accessScenarios: readonly Scenario[] = [
  {
    name: 'access/token-on-every-page',
    title: 'every page of a list is served to a bearer token only',
    provokes: ['access/client-sends-bearer'],
    job: 'sync:students',
    rules: [],
  },
];
