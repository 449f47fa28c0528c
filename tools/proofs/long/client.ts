import type { Profile } from '../../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { requirementsOf } from '../../../src/catalogue.ts';
import type { ClientModule } from '../../../src/drivers/driver.ts';
import { createModuleDriver } from '../../../src/drivers/module.ts';
import { runClient } from '../../../src/engine/client-run.ts';
import { type ClientTraits, clientOf } from '../../../src/variants/clients/traits.ts';
import type { ClientVariant } from '../../../src/variants/variant.ts';
import type { Alarm, Verdict } from './long.ts';

/** A conforming client as data. The same plan gives the same outcomes. */
export interface ClientPlan {
  readonly side: 'client';
  /** Of the districts it reads. */
  readonly seed: number;
  readonly traits: ClientTraits;
}

/** Judges the client of a plan. */
export function judgeClientPlan({ traits, seed }: ClientPlan): Promise<Verdict> {
  const { run, but } = clientOf(traits);
  return judgeConformingClient(run, but, seed);
}

/** Every requirement that binds a client. */
export const clientIds: readonly ClientRequirementId[] = requirementsOf('client').map(
  (one) => one.id as ClientRequirementId,
);

/** Judges a conforming client in every scenario, in virtual time. Any finding is a bug in the suite or the client. */
export async function judgeConformingClient(
  run: ClientModule,
  but: ClientVariant['but'] = {},
  seed = 1,
  ids: readonly ClientRequirementId[] = clientIds,
  profile?: Profile,
): Promise<Verdict> {
  const result = await runClient({
    driver: createModuleDriver(run, 'a conforming client'),
    seed,
    jobs: 1,
    ids: new Set(ids),
    ...(profile ? { profile } : {}),
    signal: new AbortController().signal,
    now: () => 0,
  });
  const outcomes = ids.map((id) => [id, result.outcomeOf(id)] as const);
  const alarms = outcomes.flatMap(([id, { outcome, why, cases }]): readonly Alarm[] => {
    if (outcome === 'passed' || outcome === 'inapplicable') return [];
    if (but[id]?.outcomes.includes(outcome)) return [];
    const open = cases.filter((one) => one.outcome === outcome).slice(0, 3);
    const details = open.map((one) => [one.name, one.why, one.findings[0]]);
    return [{ id, outcome, why: [why ?? '', JSON.stringify(details)].join(' ') }];
  });
  return {
    judged: outcomes.filter(([, { outcome }]) => outcome === 'passed' || outcome === 'failed').length,
    alarms,
  };
}
