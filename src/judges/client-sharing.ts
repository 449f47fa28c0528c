import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import { ownRequests } from './client-material.ts';
import { answeredAtMs } from './client-timing.ts';

/** Whether requests overlap: then the client works on several things at once, or several clients share the token. */
export function isShared(
  observation: ScenarioObservation,
  isAlike: (a: Exchange, b: Exchange) => boolean,
): boolean {
  const exchanges = ownRequests(observation);
  return exchanges.some((one, at) => {
    for (const other of exchanges.slice(at + 1)) {
      if (other.request.sentAtMs >= answeredAtMs(one)) return false;
      if (isAlike(one, other)) return true;
    }
    return false;
  });
}
