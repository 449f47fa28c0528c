import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import { cutOff, endsWith, notProvoked, withOpen } from './client-endings.ts';
import type { ClientJudge } from './client-judge.ts';
import { judgeScenarios } from './client-material.ts';
import { answeredAtMs, triesOf } from './client-timing.ts';

/** A request that got this status may not come again in the same start. */
export function noRetry(status: 400 | 401 | 403 | 404 | 405 | 501): ClientJudge {
  return judgeScenarios(`backoff/client-no-retry-${status}`, (observation) => {
    const findings = triesOf(observation).flatMap((tries) => {
      const refused = tries.findIndex((one) => one.response?.status === status);
      const next = refused < 0 ? undefined : tries[refused + 1];
      const again = next && isProperlyAgain(tries[refused], next, observation) ? undefined : next;
      return again
        ? [
            {
              message: `a request that was answered with ${status} was sent again`,
              expected: `the ${status} to be final`,
              actual: `${tries.length - refused - 1} more of ${again.request.method} ${again.request.path}`,
              exchange: again.seq,
            },
          ]
        : [];
    });
    const refused = observation.exchanges.findLast((one) => one.response?.status === status);
    const wasRefused = triesOf(observation).some((tries) =>
      tries.some((one) => one.response?.status === status),
    );
    const open = cutOff(observation) ?? endsWith(observation, refused);
    return wasRefused ? withOpen({ findings }, open) : notProvoked(String(status));
  });
}

/** Longer than any documented wait; who asks again after that, in a capture, looks whether things have changed. */
const newOccasionMs = 60_000;

function isProperlyAgain(
  refused: Exchange | undefined,
  again: Exchange,
  { captured }: ScenarioObservation,
): boolean {
  return Boolean(captured && refused && again.request.sentAtMs - answeredAtMs(refused) > newOccasionMs);
}
