import type { Profile } from '../../../contracts/profiles.ts';
import { knownVersions } from '../../../contracts/versions.ts';
import type { ScenarioObservation } from '../../observation.ts';
import { createReader, readExchanges } from '../reader.ts';
import { ScenarioTraffic } from './scenario-traffic.ts';
import { Scenarios } from './scenarios.ts';

/** Everything that claims about a client know: its scenarios. */
export interface ClientTraffic {
  readonly scenarios: Scenarios;
}

/** Reads what was observed of a client, once. `profiles`: what its scenarios served. @default v2.0 and LMS Connect */
export function readClientTraffic(
  observations: readonly ScenarioObservation[],
  profiles?: readonly Profile[],
): ClientTraffic {
  const read = createReader(knownVersions);
  return {
    scenarios: new Scenarios(
      observations.map((one) => new ScenarioTraffic(one, read(one.exchanges), profiles ? { profiles } : {})),
    ),
  };
}

/** Reads what was observed of a client in one scenario. */
export function readScenario(observation: ScenarioObservation): ScenarioTraffic {
  return new ScenarioTraffic(observation, readExchanges(observation.exchanges, knownVersions));
}
