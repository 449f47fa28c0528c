import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import { judgeResumption } from './backoff-resumption.ts';
import { noRetry } from './backoff-terminal.ts';
import {
  absence,
  cutOff,
  endOfClient,
  endsWith,
  notFinished,
  notProvoked,
  openEnd,
  withOpen,
} from './client-endings.ts';
import type { ClientJudges } from './client-judge.ts';
import { claimOf, judgeScenarios, type Look } from './client-material.ts';
import { isShared } from './client-sharing.ts';
import {
  backoffDelaysMs,
  isOutage,
  judgeWaits,
  maxRetries,
  type Retry,
  retriesOf,
  ruleFor,
  sameRequestKey,
  seconds,
  shortestWaitMs,
  type Tries,
  triesOf,
} from './client-timing.ts';

/** Judges of what a client sends again, after which wait, how often, and what it never sends again. */
export const backoffClientJudges: ClientJudges<'backoff'> = {
  'backoff/client-retries-500': judgeScenarios('backoff/client-retries-500', overcoming(500)),
  'backoff/client-retries-502': judgeScenarios('backoff/client-retries-502', overcoming(502)),
  'backoff/client-retries-503': judgeScenarios('backoff/client-retries-503', overcoming(503)),
  'backoff/client-first-wait-1s': judgeScenarios('backoff/client-first-wait-1s', (observation) =>
    judgeSchedule(observation, (retry) => retry.nth === 1),
  ),
  'backoff/client-waits-double': judgeScenarios('backoff/client-waits-double', (observation) =>
    judgeSchedule(observation, (retry) => retry.nth > 1),
  ),
  'backoff/client-at-most-five-retries': judgeScenarios('backoff/client-at-most-five-retries', judgeNumber),
  'backoff/client-reports-incomplete': judgeScenarios('backoff/client-reports-incomplete', judgeReport),
  'backoff/client-resumes-later': judgeScenarios('backoff/client-resumes-later', judgeResumption),
  'backoff/client-backoff-starts-over': judgeScenarios('backoff/client-backoff-starts-over', judgeFreshStart),
  'backoff/client-no-retry-400': noRetry(400),
  'backoff/client-no-retry-401': noRetry(401),
  'backoff/client-no-retry-403': noRetry(403),
  'backoff/client-no-retry-404': noRetry(404),
  'backoff/client-no-retry-405': noRetry(405),
  'backoff/client-no-retry-501': noRetry(501),
};

/**
 * An outage of one failure has to be overcome. In a longer one, a client that tried again at least once and then gave up
 * is let off with a note: five retries are documented as the most, not as the least.
 */
function overcoming(status: number) {
  return (observation: ScenarioObservation): Look => {
    // A scenario has one outage, a capture may have several.
    const failing = triesOf(observation).filter((one) => one.some(isOutage));
    const those = observation.captured
      ? failing.filter((tries) => tries.some((one) => one.response?.status === status))
      : failing.slice(0, 1);
    const looks = those.map((tries) => judgeOvercoming(observation, tries));
    return (
      looks.find((one) => one.open || one.findings?.length) ?? looks[0] ?? notProvoked('500, 502 or 503')
    );
  };
}

function judgeOvercoming(observation: ScenarioObservation, tries: Tries): Look {
  const failures = tries.filter(isOutage);
  const [first] = failures;
  const last = tries.at(-1);
  if (!first || !last) return notProvoked('500, 502 or 503');
  const open = cutOff(observation);
  if (tries.length === 1)
    return open
      ? { open }
      : absence(observation, [
          {
            message: `the request was not sent again after a ${first.response?.status}`,
            expected: 'another try after 1 s',
            actual: endOfClient(observation),
            exchange: first.seq,
          },
        ]);
  if (open) return { open };
  if (!isOutage(last)) return observation.captured ? {} : { findings: notFinished(observation) };
  return {
    notes: [`gave up after ${tries.length - 1} of the five documented retries, before the outage was over`],
  };
}

function judgeSchedule(observation: ScenarioObservation, isDue: (retry: Retry) => boolean): Look {
  const retries = retriesOf(observation).filter(isDue);
  const { findings, doubts } = judgeWaits(retries, leastWaitMs, observation);
  if (findings.length > 0 && observation.captured && isShared(observation, isSame))
    return {
      open: {
        outcome: 'cantTell',
        why: 'one request is under way twice, so two clients may share the token',
      },
    };
  if (findings.length > 0) return { findings };
  const [why] = doubts;
  if (why !== undefined) return { open: { outcome: 'cantTell', why } };
  if (retries.length === 0)
    return {
      open: { outcome: 'untested', why: 'the client did not try so often, so its wait was not seen' },
    };
  return {};
}

function isSame(one: Exchange, other: Exchange): boolean {
  return sameRequestKey(one) === sameRequestKey(other);
}

/** Beyond the documented five the last wait stays the least. */
function leastWaitMs({ nth }: Retry): number {
  return backoffDelaysMs[Math.min(nth, backoffDelaysMs.length) - 1] ?? shortestWaitMs;
}

/**
 * A closed connection is repeated by many libraries by themselves, once for each try and without being asked: so each of
 * the six tries may show up twice.
 */
const maxRepeatsAfterLoss = 2 * (1 + maxRetries) - 1;

/**
 * Counts what was sent again after a 500, 502 or 503, and after lost answers, over the whole start: a second loop around
 * the retries counts, too. Waits for a window (429) are not counted: the documents ask for them.
 */
function judgeNumber(observation: ScenarioObservation): Look {
  const findings = triesOf(observation).flatMap((tries): readonly Finding[] => {
    const { afterOutages, afterLosses } = countRetries(tries);
    const last = tries.at(-1);
    if (!last || (afterOutages <= maxRetries && afterLosses <= maxRepeatsAfterLoss)) return [];
    const retries = Math.max(afterOutages, afterLosses);
    return [
      {
        message: `one request was sent again ${retries} times`,
        expected: `an end after ${maxRetries} retries`,
        actual: `${retries} retries of ${last.request.method} ${last.request.path}`,
        exchange: last.seq,
      },
    ];
  });
  const hasFailed = triesOf(observation).some((tries) =>
    tries.some((one) => isOutage(one) || ruleFor(one) === 'lost'),
  );
  const open = cutOff(observation) ?? endsWith(observation, observation.exchanges.findLast(isOutage));
  return hasFailed ? withOpen({ findings }, open) : notProvoked('500, 502 or 503');
}

/** The most repetitions of one request without a success in between. */
function countRetries(tries: Tries): { readonly afterOutages: number; readonly afterLosses: number } {
  const most = { afterOutages: 0, afterLosses: 0 };
  const count = { afterOutages: 0, afterLosses: 0 };
  for (const one of tries.slice(0, -1)) {
    const rule = ruleFor(one);
    if (rule === 'good') Object.assign(count, { afterOutages: 0, afterLosses: 0 });
    if (rule === 'backoff') most.afterOutages = Math.max(most.afterOutages, ++count.afterOutages);
    if (rule === 'lost') most.afterLosses = Math.max(most.afterLosses, ++count.afterLosses);
  }
  return most;
}

function judgeReport(observation: ScenarioObservation): Look {
  if (claimOf(observation)?.says === 'complete')
    return {
      findings: [
        {
          message: 'the client gave up and claimed to be complete all the same',
          expected: 'a claim to be incomplete',
          actual: `complete, with ${claimOf(observation)?.ids.length ?? 0} of ${observation.truth.length} ids`,
        },
      ],
    };
  return withOpen({}, openEnd(observation));
}

/**
 * The one place where a long wait speaks against a client: the second outage has to start where the first one started.
 * Upward jitter may make a wait twice as long, and a longer schedule is allowed; so only a wait that is more than twice the
 * first one and no shorter than the last one of the outage before is a schedule that went on.
 */
function judgeFreshStart(observation: ScenarioObservation): Look {
  const outages = Map.groupBy(retriesOf(observation), (retry) => retry.failed.request.path);
  const [before = [], after = []] = [...outages.values()];
  const [first, last, fresh] = [before[0], before.at(-1), after[0]];
  if (!first || !last || !fresh || before.length < 3)
    return {
      open: {
        outcome: 'untested',
        why: 'the client did not live through both outages, so nothing can be compared',
      },
    };
  const hasGoneOn = fresh.waitedMs > 2 * first.waitedMs && fresh.waitedMs >= last.waitedMs;
  if (!hasGoneOn) return {};
  // A busy machine may have kept the client from its processor for so long; ours would have been late as well.
  if (fresh.waitedMs - observation.lagMs <= 2 * first.waitedMs)
    return { open: { outcome: 'cantTell', why: 'the machine was too busy to compare the waits' } };
  return {
    findings: [
      {
        message: 'the second outage began with a wait of the first one',
        expected: `about ${seconds(first.waitedMs)} again, as in the outage before`,
        actual: `${seconds(fresh.waitedMs)}, after ${before.map((one) => seconds(one.waitedMs)).join(', ')}`,
        exchange: fresh.again.seq,
      },
    ],
  };
}
