import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import { absence, cutOff, endOfClient, notFinished, notProvoked } from './client-endings.ts';
import type { ClientJudges } from './client-judge.ts';
import { judgeScenarios, type Look, listRequests, ownRequests, servedPages } from './client-material.ts';
import { isShared } from './client-sharing.ts';
import {
  answeredAtMs,
  credibleResetMs,
  lagDoubt,
  mostFindings,
  ruleFor,
  sameRequestKey,
  seconds,
  sentBetween,
} from './client-timing.ts';
import { judgeBounds, refusals } from './rate-limit-sleeps.ts';

/** Judges of how a client keeps within its rate limit. */
export const rateLimitClientJudges: ClientJudges<'rate-limit'> = {
  'rate-limit/client-waits-for-reset': judgeScenarios('rate-limit/client-waits-for-reset', (observation) =>
    judgeWindows(observation, refusals(observation), '429'),
  ),
  'rate-limit/client-survives-empty-429': judgeScenarios(
    'rate-limit/client-survives-empty-429',
    judgeSurvival,
  ),
  'rate-limit/client-continues-after-429': judgeScenarios(
    'rate-limit/client-continues-after-429',
    judgeContinuation,
  ),
  'rate-limit/client-paces-at-zero': judgeScenarios('rate-limit/client-paces-at-zero', (observation) =>
    judgeWindows(observation, usedUpSuccesses(observation), 'success with Remaining 0'),
  ),
  'rate-limit/client-bounded-wait': judgeScenarios('rate-limit/client-bounded-wait', judgeBounds),
};

function usedUpSuccesses(observation: ScenarioObservation): readonly Exchange[] {
  return ownRequests(observation).filter(
    (one) =>
      ruleFor(one) === 'good' &&
      /(^|,)\s*0+\s*(,|$)/.test(one.response?.headers['x-ratelimit-remaining'] ?? ''),
  );
}

/** Nothing may be sent between the answers and the ends of their windows. */
function judgeWindows(observation: ScenarioObservation, answers: readonly Exchange[], what: string): Look {
  const findings: Finding[] = [];
  const notes: string[] = [];
  let isUnsure = false;
  let isMixed = false;
  let wasSeen = false;
  const requests = ownRequests(observation);
  for (const answer of answers) {
    const resetMs = credibleResetMs(answer);
    if (resetMs === undefined) continue;
    if (findings.length === mostFindings) break;
    const { early, unsure, underWay } = sentBetween(answer, resetMs, byServerClock(observation));
    const first = early[0];
    // Somebody else who uses the token cannot know of the refusal; whoever sends the very request again does.
    const isElse =
      observation.captured && early.every((one) => sameRequestKey(one) !== sameRequestKey(answer));
    if (first && isElse && isShared(observation, () => true)) isMixed = true;
    else if (first)
      findings.push({
        message: `${early.length} of the requests after a ${what} came before Reset`,
        expected: `nothing for ${seconds(resetMs - answeredAtMs(answer))} after it`,
        actual: `the first after ${seconds(first.request.sentAtMs - answeredAtMs(answer))}`,
        exchange: first.seq,
      });
    if (underWay.length > 0)
      notes.push(`one request arrived together with the ${what}, and counts as under way`);
    isUnsure ||= unsure.length > 0;
    wasSeen ||= requests.some((one) => one.seq > answer.seq && one.request.sentAtMs >= resetMs);
  }
  if (findings.length > 0) return { findings, notes };
  if (isMixed)
    return {
      notes,
      open: { outcome: 'cantTell', why: 'requests overlap, so another client may use the token' },
    };
  if (isUnsure) return { notes, open: { outcome: 'cantTell', why: lagDoubt(byServerClock(observation)) } };
  if (!wasSeen)
    return {
      notes,
      open: {
        outcome: 'untested',
        why: `the client sent nothing after the ${what}, so its wait was not seen`,
      },
    };
  return { notes };
}

/** Reset is told by the server's clock, which in captured traffic need not be that of the observer. */
function byServerClock(observation: ScenarioObservation): ScenarioObservation {
  const { captured, lagMs } = observation;
  return captured ? { ...observation, lagMs: lagMs + captured.skewMs } : observation;
}

/** The refused request has to come again: a client that stumbled over the body never gets there. */
function judgeSurvival(observation: ScenarioObservation): Look {
  const [first] = refusals(observation);
  if (!first) return notProvoked('429');
  if (isSentAgain(first, observation)) return {};
  const open = cutOff(observation);
  if (open) return { open };
  return absence(observation, [
    {
      message: 'the client did not go on after a 429 with a body that cannot be read as JSON',
      expected: 'the refused request once more',
      actual: endOfClient(observation),
      exchange: first.seq,
    },
  ]);
}

function judgeContinuation(observation: ScenarioObservation): Look {
  const refused = refusals(observation);
  const last = refused.at(-1);
  const [first] = refused;
  if (!first || !last) return notProvoked('429');
  const findings: Finding[] = [];
  if (!isSentAgain(last, observation)) {
    const open = cutOff(observation);
    if (open) return { open };
    findings.push({
      message: 'the refused request was not sent again',
      expected: 'the same request after Reset',
      actual: endOfClient(observation),
      exchange: last.seq,
    });
    return absence(observation, findings);
  }
  const readBefore = new Set(
    servedPages(observation)
      .filter((page) => page.exchange.seq < first.seq)
      .map((page) => sameRequestKey(page.exchange)),
  );
  const repeated = listRequests(observation).find(
    (one) => one.seq > first.seq && readBefore.has(sameRequestKey(one)),
  );
  if (repeated)
    findings.push({
      message: 'after the 429 the client asked again for a page that it had read',
      expected: 'to go on at the page that was refused',
      actual: repeated.request.path,
      exchange: repeated.seq,
    });
  const open = cutOff(observation);
  if (open || findings.length > 0) return open ? { findings, open } : { findings };
  return absence(observation, notFinished(observation));
}

function isSentAgain(refused: Exchange, observation: ScenarioObservation): boolean {
  const key = sameRequestKey(refused);
  return ownRequests(observation).some((one) => one.seq > refused.seq && sameRequestKey(one) === key);
}
