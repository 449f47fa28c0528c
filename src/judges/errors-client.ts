import { type Exchange, jsonOf, pathnameOf, queryOf } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { CaseOutcome, Finding } from '../outcome.ts';
import { outcomeOf } from '../outcome.ts';
import {
  cutOff,
  endOfClient,
  endsWith,
  falseClaim,
  notFinished,
  notProvoked,
  openEnd,
  withOpen,
} from './client-endings.ts';
import type { ClientJudge, ClientJudges } from './client-judge.ts';
import { judgeScenarios, type Look, listRequests, ownRequests } from './client-material.ts';
import { isOutage, ruleFor, sameRequestKey, triesOf } from './client-timing.ts';

/** Judges of how a client takes errors: a limit that is too large, bodies that cannot be read, pages that fail. */
export const errorsClientJudges: ClientJudges<'errors'> = {
  'errors/client-lowers-limit-on-413': judgeScenarios('errors/client-lowers-limit-on-413', judgeLimits),
  'errors/client-survives-unreadable-body': judgeBodies,
  'errors/client-treats-page-error-as-incomplete': judgeScenarios(
    'errors/client-treats-page-error-as-incomplete',
    judgePageError,
  ),
};

/** What a list holds when no limit is asked for. */
const defaultLimit = 100;

function judgeLimits(observation: ScenarioObservation): Look {
  const findings: Finding[] = [];
  const refused = ownRequests(observation).filter((one) => ruleFor(one) === 'lower-limit');
  const [first] = refused;
  for (const one of refused) {
    const again = ownRequests(observation).find(
      (later) => later.seq > one.seq && sameRequestKey(later) === sameRequestKey(one),
    );
    if (again)
      findings.push({
        message: 'a request that was answered with 413 was sent again as it was',
        expected: 'a smaller limit, or an end with an error',
        actual: again.request.path,
        exchange: again.seq,
      });
    const next = listRequests(observation).find(
      (later) => later.seq > one.seq && pathnameOf(later) === pathnameOf(one),
    );
    if (next && next !== again && limitOf(next) >= limitOf(one))
      findings.push({
        message: 'after a 413 the client did not ask for less',
        expected: `a limit below ${limitOf(one)}`,
        actual: `a limit of ${limitOf(next)}`,
        exchange: next.seq,
      });
  }
  const open = cutOff(observation) ?? endsWith(observation, refused.at(-1));
  return first ? withOpen({ findings }, open) : notProvoked('413');
}

function limitOf(exchange: Exchange): number {
  const limit = Number(queryOf(exchange).get('limit') ?? defaultLimit);
  return Number.isFinite(limit) ? limit : defaultLimit;
}

/**
 * From outside a crash looks like a client that gives up. So a 5xx with a body that cannot be read is compared with the same
 * status and one that can: who tries again after the one and not after the other stumbled over the body.
 */
function judgeBodies(observations: readonly ScenarioObservation[]): ReturnType<ClientJudge> {
  const retried = new Set(
    observations
      .flatMap((observation) =>
        triesOf(observation).flatMap((tries) =>
          tries.slice(0, -1).filter((one) => isOutage(one) && isReadable(one)),
        ),
      )
      .map((one) => one.response?.status ?? 0),
  );
  const judged = judgeScenarios('errors/client-survives-unreadable-body', (observation) =>
    judgeBody(observation, retried),
  )(observations);
  // The readable error is there to compare with; alone it proves nothing.
  const telling = judged.cases.some((one) => one.outcome === 'passed' && !isControl(one, observations));
  return telling || judged.outcome !== 'passed'
    ? judged
    : outcomeOf([], 'no answer that cannot be read was sent');
}

function isControl(one: CaseOutcome, observations: readonly ScenarioObservation[]): boolean {
  const observation = observations.find(({ scenario }) => scenario === one.name);
  return observation !== undefined && !unreadable(observation);
}

function judgeBody(observation: ScenarioObservation, retried: ReadonlySet<number>): Look {
  const bad = unreadable(observation);
  if (!bad) return withOpen({}, cutOff(observation));
  const lie = falseClaim(observation);
  if (lie) return { findings: [{ ...lie, exchange: bad.seq }] };
  const open = cutOff(observation);
  if (open) return { open };
  const key = sameRequestKey(bad);
  const again = ownRequests(observation).some((one) => one.seq > bad.seq && sameRequestKey(one) === key);
  if (again)
    return { findings: notFinished(observation).map((finding) => ({ ...finding, exchange: bad.seq })) };
  if (!isOutage(bad) || !retried.has(bad.response?.status ?? 0)) return {};
  return {
    findings: [
      {
        message: `after a ${bad.response?.status} that cannot be read the client did not try again, as it does after others`,
        expected: 'the status to decide, whatever the body holds',
        actual: endOfClient(observation),
        exchange: bad.seq,
      },
    ],
  };
}

/** The answer of the script that cannot be read: no JSON, or broken off. */
function unreadable(observation: ScenarioObservation): Exchange | undefined {
  return ownRequests(observation).find((one) => one.step?.role !== undefined && !isReadable(one));
}

function isReadable(exchange: Exchange): boolean {
  return exchange.failure === undefined && jsonOf(exchange) !== undefined;
}

function judgePageError(observation: ScenarioObservation): Look {
  const lie = falseClaim(observation);
  return lie ? { findings: [lie] } : withOpen({}, openEnd(observation));
}
