import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { openClientSide } from '../../src/claims/client-side.ts';
import type { ScenarioObservation } from '../../src/observation.ts';
import type { Outcome } from '../../src/outcome.ts';
import { type Circumstances, observationOf, type Seen } from '../../src/traffic/client/testing.ts';

export * from '../../src/traffic/client/testing.ts';

/** What the claim of a requirement comes to over observations. The spec file that makes the claim has to be imported. */
export function outcomeOver(id: ClientRequirementId, observations: readonly ScenarioObservation[]): Outcome {
  return openClientSide(observations).assert(id).outcome;
}

/** What a claim comes to over one observation that exercises its requirement. */
export function outcomeWith(
  id: ClientRequirementId,
  seen: readonly Seen[],
  more: Circumstances = {},
): Outcome {
  return outcomeOver(id, [observationOf(seen, { provokes: [id], ...more })]);
}
