import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { matchesPattern, requirementsOf } from '../catalogue.ts';
import type { Driver } from '../drivers/driver.ts';
import type { OnlyJobs } from '../job-list.ts';
import type { ShardChoice } from '../result.ts';
import { faultsIn } from '../scenarios/faults.ts';
import type { Scenario } from '../scenarios/scenario.ts';

export interface ClientPlan {
  /** The longest first, so that none of them runs last and alone. */
  readonly scenarios: readonly Scenario[];
  /** The selected requirements that a chosen scenario exercises, or would if it could run. */
  readonly ids: ReadonlySet<ClientRequirementId>;
  /** The same for the whole run if this is a shard. */
  readonly wholeIds: ReadonlySet<ClientRequirementId>;
  /** Why a requirement will not be exercised, by id. */
  readonly notProvoked: Readonly<Record<string, string>>;
  /** Why a requirement does not apply to a client that does only a part of the jobs, by id. */
  readonly notApplicable: Readonly<Record<string, string>>;
}

const whyOutside: Readonly<Record<OnlyJobs, string>> = {
  sync: 'the client only reads (--only sync)',
  grades: 'the client only writes (--only grades)',
};

/**
 * Chooses the scenarios that the selected requirements need and the driver can run. With a pattern for scenarios,
 * requirements that only other scenarios exercise count as not selected. Requirements that were chosen together with a scenario by its whole name are
 * judged in it, whatever it exercises: a claim may fail in any scenario.
 */
export function planScenarios(
  all: readonly Scenario[],
  options: {
    readonly ids: ReadonlySet<ClientRequirementId>;
    readonly driver: Pick<Driver, 'timing'>;
    /** See `matchesPattern`; over names and titles. */
    readonly pattern?: string | undefined;
    readonly shard?: ShardChoice | undefined;
    /** @default all jobs */
    readonly only?: OnlyJobs | undefined;
    /** Only the scenarios with these names. @default all */
    readonly names?: ReadonlySet<string> | undefined;
  },
): ClientPlan {
  const { pattern, driver, only } = options;
  const scenarios = all.filter(
    ({ job }) => only === undefined || job.startsWith('sync:') === (only === 'sync'),
  );
  const inside = new Set(scenarios.flatMap((one) => one.provokes));
  const outside = only === undefined ? [] : [...options.ids].filter((id) => !inside.has(id));
  const named = scenarios.filter(({ name }) => name === pattern || options.names?.has(name));
  const isNamed = named.length > 0 && options.ids.size < requirementsOf('client').length;
  const chosen =
    named.length > 0
      ? named.filter((one) => isNamed || one.provokes.some((id) => options.ids.has(id)))
      : scenarios.filter(
          (one) =>
            (!pattern || matchesPattern(pattern, one.name) || matchesPattern(pattern, one.title)) &&
            one.provokes.some((id) => options.ids.has(id)),
        );
  const runnable = chosen.filter((one) => !one.onlyVirtual || driver.timing === 'virtual');
  const provoked = new Set(runnable.flatMap((one) => one.provokes));
  const inChosen = new Set(chosen.flatMap((one) => one.provokes));
  const ids = new Set(
    [...options.ids].filter((id) => !pattern || isNamed || inChosen.has(id) || outside.includes(id)),
  );
  const notProvoked = [...ids].filter((id) => !provoked.has(id) && inChosen.has(id));
  const ordered = runnable.toSorted((a, b) => expectedMs(b) - expectedMs(a));
  const whole: ClientPlan = {
    scenarios: ordered,
    ids,
    wholeIds: ids,
    notProvoked: Object.fromEntries(
      notProvoked.map((id) => [id, 'takes minutes of waiting, so only where time is virtual (--module)']),
    ),
    notApplicable: Object.fromEntries(outside.flatMap((id) => (only ? [[id, whyOutside[only]]] : []))),
  };
  return options.shard ? shardOf(whole, options.shard) : whole;
}

/** Round-robin, so that every shard gets long and short scenarios. */
function shardOf(whole: ClientPlan, { index, of }: ShardChoice): ClientPlan {
  const scenarios = whole.scenarios.filter((_, at) => at % of === index - 1);
  const ids = new Set(scenarios.flatMap((one) => one.provokes).filter((id) => whole.ids.has(id)));
  const provoked = new Set(whole.scenarios.flatMap((one) => one.provokes));
  // Only shard 1 reports requirements that cannot be exercised.
  if (index === 1) for (const id of whole.ids) if (!provoked.has(id)) ids.add(id);
  const first = index === 1 ? whole : { notProvoked: {}, notApplicable: {} };
  const { notProvoked, notApplicable } = first;
  return { scenarios, ids, wholeIds: whole.ids, notProvoked, notApplicable };
}

/** As documented. */
const maxRetries = 5;

/**
 * A rough estimate of the duration for a conforming client, used only to sort scenarios: as if all rules applied to one
 * request, each with backoff.
 */
export function expectedMs(scenario: Scenario): number {
  const longestMs = (2 ** maxRetries - 1) * 1000;
  // Clients come to such a limit that fail everything else at once: it is to begin first.
  if (scenario.limitMs !== undefined) return longestMs + scenario.limitMs;
  return (2 ** Math.min(faultsIn(scenario), maxRetries) - 1) * 1000;
}
