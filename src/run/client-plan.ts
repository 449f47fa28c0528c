import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { matchesPattern } from '../catalogue.ts';
import type { Driver } from '../drivers/driver.ts';
import type { Scenario } from '../scenarios/scenario.ts';

export interface ClientPlan {
  /** The longest first, so that none of them begins when all others are done. */
  readonly scenarios: readonly Scenario[];
  /** The selected requirements that a chosen scenario provokes, or would if it could be run. */
  readonly ids: ReadonlySet<ClientRequirementId>;
  /** Why a requirement will not be provoked, by id. */
  readonly notProvoked: Readonly<Record<string, string>>;
}

/**
 * Chooses the scenarios that the selected requirements need and the driver can run. With a pattern for scenarios,
 * requirements that only other scenarios provoke are as good as not selected.
 */
export function planScenarios(
  scenarios: readonly Scenario[],
  options: {
    readonly ids: ReadonlySet<ClientRequirementId>;
    readonly driver: Pick<Driver, 'timing'>;
    /** See `matchesPattern`; over names and titles. */
    readonly pattern?: string | undefined;
  },
): ClientPlan {
  const { pattern, driver } = options;
  const chosen = scenarios.filter(
    (one) =>
      (!pattern || matchesPattern(pattern, one.name) || matchesPattern(pattern, one.title)) &&
      one.provokes.some((id) => options.ids.has(id)),
  );
  const runnable = chosen.filter((one) => !one.onlyVirtual || driver.timing === 'virtual');
  const provoked = new Set(runnable.flatMap((one) => one.provokes));
  const inChosen = new Set(chosen.flatMap((one) => one.provokes));
  const ids = new Set([...options.ids].filter((id) => !pattern || inChosen.has(id)));
  const notProvoked = [...ids].filter((id) => !provoked.has(id) && inChosen.has(id));
  return {
    scenarios: runnable.toSorted((a, b) => expectedMs(b) - expectedMs(a)),
    ids,
    notProvoked: Object.fromEntries(
      notProvoked.map((id) => [id, 'takes minutes of waiting, so only where time is virtual (--module)']),
    ),
  };
}

/** Retries that documents allow. */
const mostRetries = 5;

/**
 * How long a client that keeps the documents takes, roughly and only to bring scenarios into an order: as if each rule
 * was met with backoff, and each answer came as late as rules make it.
 */
export function expectedMs(scenario: Scenario): number {
  return scenario.rules
    .filter((rule) => !rule.isTrap)
    .reduce((sum, rule) => sum + (2 ** Math.min(rule.times ?? 1, mostRetries) - 1) * 1000, 0);
}
