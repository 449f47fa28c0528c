import { isOutage, retryRuleOf } from '../../src/traffic/client/attempts.ts';
import type { ClientTraffic } from '../../src/traffic/client/client-traffic.ts';
import { limitOf } from '../../src/traffic/client/pages.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';
import { confirmsAssignment, createsAssignment } from '../../src/traffic/client/writes.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { claim, each, expect, requireReached, violation } from '../support/client.ts';
import {
  expectFinished,
  expectHonestReport,
  notExercised,
  requireOwnEnd,
  requireReport,
  requireSequel,
} from './endings.ts';

claim('errors/client-lowers-limit-on-413', {
  assert: (scenario) => {
    const { ownRequests, listRequests } = scenario;
    const refused = ownRequests.filter((one) => retryRuleOf(one) === 'lower-limit');
    if (refused.length === 0) notExercised('413');
    each(refused, (one) => {
      const key = scenario.requestKey(one);
      const again = ownRequests.find((later) => later.seq > one.seq && scenario.requestKey(later) === key);
      const next = listRequests.find((later) => later.seq > one.seq && later.pathname === one.pathname);
      each(again ? [again] : [], ({ request }) =>
        violation('A request that was answered with 413 was sent again unchanged.', {
          expected: 'a smaller limit, or the client gives up with an error',
          actual: request.path,
        }),
      );
      each(next && next !== again ? [next] : [], (smaller) =>
        expect(limitOf(smaller), 'After a 413 the client did not ask for fewer records.').to.be.below(
          limitOf(one),
        ),
      );
    });
    requireOwnEnd(scenario);
    requireSequel(scenario, refused.at(-1));
  },
});

/**
 * From outside, a crash looks like a client that gives up. So an error with an unreadable body is compared with the same status
 * and a readable one: a client that retries only after the readable one failed over the body.
 */
claim('errors/client-survives-unreadable-body', {
  // Scenarios with a readable error are there to compare with; alone they prove nothing.
  cases: ({ scenarios }) => {
    const exercising = scenarios.exercising('errors/client-survives-unreadable-body');
    return exercising.every(isComparison) ? [] : exercising;
  },
  otherwise: { untested: 'no unreadable response was sent' },
  assert: (scenario, traffic) => {
    const unreadable = unreadableIn(scenario);
    if (!unreadable) return requireOwnEnd(scenario);
    if (createsAssignment(unreadable)) return expectUnconfirmed(scenario, unreadable);
    each([unreadable], ({ status }) => {
      expectHonestReport(scenario);
      requireOwnEnd(scenario);
      if (scenario.isSentAgain(unreadable)) expectFinished(scenario);
      else if (isOutage(unreadable) && retriesReadable(status, traffic))
        violation(`The client retries after a readable ${status}, but not after an unreadable one.`, {
          expected: 'the status decides, whatever the body is',
          actual: scenario.ending,
        });
    });
  },
});

/** LMS Connect has no list of assignments: without the id in a response, what was created can be neither graded nor deleted. */
function expectUnconfirmed(scenario: ScenarioTraffic, create: ReadExchange): void {
  requireReport(scenario);
  const { report, ownRequests } = scenario;
  each([create], () => {
    if (report?.says === 'complete' && !ownRequests.some(confirmsAssignment))
      violation('The client reported a create as done, although no response has the id of the assignment.', {
        expected: 'the client reports "incomplete"',
        actual: `complete, after ${create.summary}`,
      });
  });
  requireOwnEnd(scenario);
}

/** The scripted response that cannot be read: its body is not JSON, breaks off, or is not of the assignment that was to be created. */
function unreadableIn({ ownRequests }: ScenarioTraffic): ReadExchange | undefined {
  return ownRequests.find(
    (one) =>
      one.step?.role !== undefined &&
      (!isReadable(one) || (createsAssignment(one) && one.status < 300 && !confirmsAssignment(one))),
  );
}

function isReadable({ failure, json }: ReadExchange): boolean {
  return failure === undefined && json !== undefined;
}

/** Played to its end without an unreadable response. */
function isComparison(scenario: ScenarioTraffic): boolean {
  return !unreadableIn(scenario) && scenario.unreachedRules.length === 0 && !scenario.wasStopped;
}

/** Whether the client retried after a readable response of a status, in any scenario. */
function retriesReadable(status: number, { scenarios }: ClientTraffic): boolean {
  return scenarios.all.some(({ attempts }) =>
    attempts.some((some) => some.slice(0, -1).some((one) => one.status === status && isReadable(one))),
  );
}

claim('errors/client-treats-page-error-as-incomplete', {
  assert: (scenario) => {
    // A client that never met the error took nothing for the end because of it.
    requireReached(scenario);
    expectHonestReport(scenario);
    requireReport(scenario);
    requireOwnEnd(scenario);
  },
});
