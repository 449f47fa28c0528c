import type { RequirementId } from '../../contracts/requirements/index.ts';
import type { ScenarioObservation } from '../observation.ts';
import { clientFacts } from './second-opinion-requests.ts';
import { type Opinion, opinionsOf } from './second-opinion-rules.ts';
import { waitingRules } from './second-opinion-waiting.ts';
import { walkingRules } from './second-opinion-walking.ts';

/** A second opinion on a client, like that on a server: pagination, rate limit and backoff, by requirement. */
export function clientOpinions(
  observations: readonly ScenarioObservation[],
): ReadonlyMap<RequirementId, Opinion> {
  const facts = clientFacts(observations);
  return new Map([...opinionsOf(walkingRules, facts), ...opinionsOf(waitingRules, facts)]);
}
