import type { Profile } from '../../../contracts/profiles.ts';
import { UsageError } from '../../errors.ts';
import { dataProfiles } from '../../job-list.ts';
import { scenariosIn } from '../../scenarios/index.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { nearest } from '../../text/nearest.ts';

/** Names of scenarios that a misspelt one may stand for. */
export function scenariosLike(name: string): readonly string[] {
  return nearest(
    name,
    dataProfiles.flatMap(scenariosIn).map((one) => one.name),
  );
}

/** The scenario of a flag that names one. Throws `UsageError` with the nearest names. */
export function readScenarioName(name: string, profile: Profile): Scenario {
  const found = scenariosIn(profile).find((one) => one.name === name);
  if (found) return found;
  const like = scenariosLike(name);
  throw new UsageError(
    `There is no scenario "${name}".`,
    like.length > 0
      ? `Did you mean ${like.join(' or ')}?`
      : 'Run "clever-conformance list --scenarios" to see all.',
  );
}
