import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import { cutOff, endOfClient, notProvoked, withOpen } from './client-endings.ts';
import { type Look, ownRequests, wasCutOff } from './client-material.ts';
import {
  answeredAtMs,
  lagDoubt,
  mostFindings,
  ruleFor,
  seconds,
  sentBetween,
  shortestWaitMs,
} from './client-timing.ts';

/**
 * No documented wait is longer than a window of 60 s, and a client that takes an absurd Reset for a few minutes is careful,
 * not broken. Whoever has not moved after ten minutes sleeps through the school day.
 */
const endlessSleepMs = 600_000;

/** Answers of 429, in order. */
export function refusals(observation: ScenarioObservation): readonly Exchange[] {
  return ownRequests(observation).filter((one) => ruleFor(one) === 'after-reset');
}

/** An absurd Reset: at least the shortest documented wait between tries, and an end to waiting. */
export function judgeBounds(observation: ScenarioObservation): Look {
  const findings: Finding[] = [];
  const notes: string[] = [];
  let isUnsure = false;
  const all = refusals(observation);
  if (all.length === 0) return notProvoked('429');
  for (const refused of all) {
    if (findings.length === mostFindings) break;
    const { early, unsure, underWay } = sentBetween(
      refused,
      answeredAtMs(refused) + shortestWaitMs,
      observation,
    );
    const [first] = early;
    if (first)
      findings.push({
        message: `after a 429 with ${describeReset(refused)} the client did not wait`,
        expected: `nothing for at least ${seconds(shortestWaitMs)}, the shortest documented wait`,
        actual: `a request after ${seconds(first.request.sentAtMs - answeredAtMs(refused))}`,
        exchange: first.seq,
      });
    if (underWay.length > 0) notes.push('one request arrived together with the 429, and counts as under way');
    isUnsure ||= unsure.length > 0;
  }
  // Whoever sends again after an hour may have been started again: a capture does not tell.
  if (!observation.captured) findings.push(...endlessSleeps(observation));
  if (findings.length > 0) return { findings, notes };
  if (isUnsure) return { notes, open: { outcome: 'cantTell', why: lagDoubt(observation) } };
  return withOpen({ notes }, cutOff(observation));
}

function endlessSleeps(observation: ScenarioObservation): readonly Finding[] {
  const requests = ownRequests(observation);
  const expected = `another try, or an end with an error, within ${endlessSleepMs / 60_000} minutes`;
  const refused = refusals(observation);
  const endedAtMs = observation.runs.at(-1)?.endedAtMs ?? 0;
  const sleeps = refused.flatMap((one): readonly Finding[] => {
    const next = requests.find((later) => later.seq > one.seq);
    const sleptMs = (next?.request.sentAtMs ?? endedAtMs) - answeredAtMs(one);
    const actual = `${next ? 'its next request came' : endOfClient(observation)} after ${Math.round(sleptMs / 60_000)} minutes`;
    return sleptMs < endlessSleepMs
      ? []
      : [
          {
            message: `after a 429 with ${describeReset(one)} the client slept on`,
            expected,
            actual,
            exchange: one.seq,
          },
        ];
  });
  const [first] = refused;
  const last = refused.at(-1);
  const isStillAtIt = wasCutOff(observation) && last !== undefined && last === requests.at(-1);
  if (sleeps.length > 0 || !first || !isStillAtIt || endedAtMs - answeredAtMs(first) < endlessSleepMs)
    return sleeps;
  const minutes = Math.round((endedAtMs - answeredAtMs(first)) / 60_000);
  return [
    {
      message: `the client did not stop asking after ${refused.length} answers of 429`,
      expected,
      actual: `${endOfClient(observation)}, after ${minutes} minutes`,
      exchange: last.seq,
    },
  ];
}

function describeReset(refused: Exchange): string {
  const reset = refused.response?.headers['x-ratelimit-reset'];
  return reset === undefined ? 'no Reset' : `Reset "${reset.slice(0, 40)}"`;
}
