import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { matchesPattern } from '../catalogue.ts';
import type { Driver } from '../drivers/driver.ts';
import type { ShardChoice } from '../result.ts';
import type { Scenario } from '../scenarios/scenario.ts';

export interface ClientPlan {
  /** The longest first, so that none of them begins when all others are done. */
  readonly scenarios: readonly Scenario[];
  /** The selected requirements that a chosen scenario provokes, or would if it could be run. */
  readonly ids: ReadonlySet<ClientRequirementId>;
  /** The same for the whole run, where this is a shard of it. */
  readonly wholeIds: ReadonlySet<ClientRequirementId>;
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
    readonly shard?: ShardChoice | undefined;
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
  const ordered = runnable.toSorted((a, b) => expectedMs(b) - expectedMs(a));
  const whole: ClientPlan = {
    scenarios: ordered,
    ids,
    wholeIds: ids,
    notProvoked: Object.fromEntries(
      notProvoked.map((id) => [id, 'takes minutes of waiting, so only where time is virtual (--module)']),
    ),
  };
  return options.shard ? shardOf(whole, options.shard) : whole;
}

/** Dealt out like cards, so that every shard gets long ones and short ones. */
function shardOf(whole: ClientPlan, { index, of }: ShardChoice): ClientPlan {
  const scenarios = whole.scenarios.filter((_, at) => at % of === index - 1);
  const ids = new Set(scenarios.flatMap((one) => one.provokes).filter((id) => whole.ids.has(id)));
  const provoked = new Set(whole.scenarios.flatMap((one) => one.provokes));
  // What nobody can provoke is told once.
  if (index === 1) for (const id of whole.ids) if (!provoked.has(id)) ids.add(id);
  return { scenarios, ids, wholeIds: whole.ids, notProvoked: index === 1 ? whole.notProvoked : {} };
}

/** Retries that documents allow. */
const mostRetries = 5;

/**
 * How long a client that keeps the documents takes, roughly and only to bring scenarios into an order: as if all rules met one
 * request, each with backoff.
 */
export function expectedMs(scenario: Scenario): number {
  const faults = scenario.rules
    .filter((rule) => !rule.isTrap)
    .reduce((sum, rule) => sum + (rule.times ?? 1), 0);
  return (2 ** Math.min(faults, mostRetries) - 1) * 1000;
}
