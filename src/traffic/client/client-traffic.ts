import { knownVersions } from '../../../contracts/versions.ts';
import type { ScenarioObservation } from '../../observation.ts';
import { readExchanges } from '../read-exchange.ts';
import { ScenarioTraffic } from './scenario-traffic.ts';
import { Scenarios } from './scenarios.ts';

/** Everything that claims about a client know: its scenarios. */
export interface ClientTraffic {
  readonly scenarios: Scenarios;
}

/** Reads what was observed of a client, once. */
export function readClientTraffic(observations: readonly ScenarioObservation[]): ClientTraffic {
  return { scenarios: new Scenarios(observations.map(readScenario)) };
}

/** Reads what was observed of a client in one scenario. */
export function readScenario({ exchanges, ...observation }: ScenarioObservation): ScenarioTraffic {
  return new ScenarioTraffic(observation, readExchanges(exchanges, knownVersions));
}
