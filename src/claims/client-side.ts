import type { Profile } from '../../contracts/profiles.ts';
import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import type { ScenarioObservation } from '../observation.ts';
import { type ClientTraffic, readClientTraffic } from '../traffic/client/client-traffic.ts';
import { claimOf } from './claim.ts';
import { type Asserted, assertClaim } from './run-claim.ts';

/** What was observed of a client, read once and ready for its claims. */
export interface ClientSide {
  readonly traffic: ClientTraffic;
  /** What the claim of a requirement comes to; the same observations give the same outcome. */
  assert(id: ClientRequirementId): Asserted;
  /** Lets go of what was derived from the exchanges; it is derived again when it is next asked for. */
  forget(): void;
}

/** Reads observations. `notProvoked` says why requirements had no scenario, by id; `profiles` what the scenarios served. */
export function openClientSide(
  observations: readonly ScenarioObservation[],
  notProvoked: Readonly<Record<string, string>> = {},
  profiles?: readonly Profile[],
): ClientSide {
  const traffic = readClientTraffic(observations, profiles);
  return {
    traffic,
    forget: () => {
      for (const scenario of traffic.scenarios.all) scenario.forget();
    },
    assert: (id) => {
      const asserted = assertClaim(claimOf(id), traffic);
      const { outcome } = asserted;
      const why = outcome.outcome === 'untested' ? notProvoked[id] : undefined;
      return why === undefined ? asserted : { ...asserted, outcome: { ...outcome, why } };
    },
  };
}
