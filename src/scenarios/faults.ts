import type { Scenario } from './scenario.ts';

/** How many faults a scenario plays at a client that behaves. */
export function faultsIn({ rules }: Pick<Scenario, 'rules'>): number {
  return rules.filter((rule) => !rule.isTrap).reduce((sum, { times = 1 }) => sum + times, 0);
}
