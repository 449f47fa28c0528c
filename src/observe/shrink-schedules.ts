import type { ExploredSchedule, ScheduleOptions } from '../explore/client/explore-client.ts';
import type { ScenarioObservation } from '../observation.ts';
import { stageScenario } from '../scenarios/serving/stage.ts';
import type { PoolOptions, PoolResult } from './scenario-pool.ts';

/** Starts of the client to shrink one schedule: in virtual time they cost little. */
const maxTries = { virtual: 40, real: 10 } as const;
/** Requirements whose schedules are shrunk where time is real. */
const maxShrunk = { virtual: 100, real: 3 } as const;

/** Adds the smallest schedule that violates each requirement which a generated one violates. */
export async function withShrunk(
  ran: PoolResult,
  explored: readonly ExploredSchedule[],
  options: PoolOptions & { readonly explore?: ScheduleOptions | undefined },
): Promise<PoolResult> {
  const { explore, judge, driver, ids, signal } = options;
  if (!explore || explore.shrinks === false || !judge || ran.unfinished || driver.kind === 'listen')
    return ran;
  const { shrinkSchedule } = await import('../explore/client/explore-client.ts');
  const found = new Set<string>();
  const shrunk: ScenarioObservation[] = [];
  for (const { name, number } of explored) {
    const seen = ran.observed.find((one) => one.scenario === name);
    if (!seen || number === undefined) continue;
    for (const id of ids) {
      if (found.has(id) || !seen.provokes.includes(id) || judge(id, seen) !== 'failed') continue;
      found.add(id);
      if (signal.aborted || found.size > maxShrunk[driver.timing]) continue;
      let best: ScenarioObservation | undefined;
      const smallest = await shrinkSchedule(
        { seed: explore.seed, number },
        maxTries[driver.timing],
        async (scenario) => {
          if (signal.aborted) return false;
          const again = await stageScenario(scenario, options);
          const fails = again.provokes.includes(id) && judge(id, again) === 'failed';
          if (fails) best = again;
          return fails;
        },
      );
      if (!best || !smallest) continue;
      // One schedule may violate several requirements, each with a smallest one of its own.
      const shrunkName = `${smallest.name} ${id.replace(/^.*\//, '')}`;
      shrunk.push({ ...best, scenario: shrunkName });
      explore.onShrunk?.({ ...smallest, name: shrunkName, requirement: id });
    }
  }
  return { ...ran, observed: [...ran.observed, ...shrunk] };
}
