import { knownVersions } from '../../../contracts/versions.ts';
import type { ScenarioObservation } from '../../observation.ts';
import { readExchanges } from '../read-exchange.ts';
import { Scenarios, ScenarioTraffic } from './scenario-traffic.ts';

/** Everything that claims about a client know: its scenarios. */
export interface ClientTraffic {
  readonly scenarios: Scenarios;
}

/** Reads what was observed of a client, once. */
export function readClientTraffic(observations: readonly ScenarioObservation[]): ClientTraffic {
  return {
    scenarios: new Scenarios(
      observations.map(
        ({ exchanges, ...observation }) =>
          new ScenarioTraffic(observation, readExchanges(exchanges, knownVersions)),
      ),
    ),
  };
}
