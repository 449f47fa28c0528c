import { counted } from '../../src/traffic/client/endings.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';
import {
  credibleResetMs,
  minWaitMs,
  type Pause,
  waitUntilEnd,
  waitUntilNext,
} from '../../src/traffic/client/waits.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';
import { claim, each, expect, note, undecided, violation } from '../support/client.ts';
import { expectAction, expectFinished, expectNoStandstill, notExercised, requireOwnEnd } from './endings.ts';
import { expectNotReadAgain } from './reading-again.ts';
import { expectOfOneClient } from './sharing.ts';

claim('rate-limit/client-waits-for-reset', {
  cases: ({ scenarios }) => scenarios.everywhere('rate-limit/client-waits-for-reset'),
  assert: (scenario) => expectWaitForReset(scenario, isRateLimited, '429'),
});

claim('rate-limit/client-paces-at-zero', {
  cases: ({ scenarios }) => scenarios.everywhere('rate-limit/client-paces-at-zero'),
  assert: (scenario) =>
    expectWaitForReset(scenario, (one) => !isRateLimited(one), 'success with no request remaining'),
});

function isRateLimited({ status }: ReadExchange): boolean {
  return status === 429;
}

/** Nothing may be sent between a response and the end of its window. */
function expectWaitForReset(
  scenario: ScenarioTraffic,
  isMeant: (response: ReadExchange) => boolean,
  what: string,
): void {
  const pauses = scenario.pauses.filter(({ until, after }) => until === 'reset' && isMeant(after));
  if (pauses.length === 0)
    undecided(
      // A write need not be sent again.
      scenario.collection === undefined ? 'not-offered' : 'not-exercised',
      `the client sent nothing after the ${what}, so its wait was not seen`,
    );
  each(pauses, (pause) => {
    noteInFlight(pause, what);
    const requests = counted(pause.early.length, 'request');
    const message = `After a ${what} the client sent ${requests} before Reset.`;
    const { after, waitedMs } = pause;
    if (pause.isShortened && after.answeredAtMs + waitedMs < (credibleResetMs(after) ?? 0))
      note('the response also named a shorter wait (Retry-After), and no document says which of both counts');
    expectOfOneClient(
      scenario,
      () => mayBeAnother(pause, scenario),
      () => expect(pause, message).to.have.waitedAtLeast(pause.dueMs),
    );
  });
}

/** Another client of the token cannot know of the response; the one that sends the very request again does. */
function mayBeAnother({ after, early }: Pause, scenario: ScenarioTraffic): boolean {
  const key = scenario.requestKey(after);
  return early.every((one) => scenario.requestKey(one) !== key) && scenario.hasOverlap(() => true);
}

function noteInFlight({ inFlight }: Pause, what: string): void {
  if (inFlight) note(`one request arrived together with the ${what}, and counts as in flight`);
}

/**
 * From outside, a client that stumbles over the empty body looks like one that repeats no request after a 429, which is up to
 * client-continues-after-429. So it is compared with a 429 that has a readable body.
 */
claim('rate-limit/client-survives-empty-429', {
  // Scenarios with a readable 429 are there to compare with; alone they prove nothing.
  cases: ({ scenarios }) => {
    const exercising = scenarios.exercising('rate-limit/client-survives-empty-429');
    return exercising.every(({ rateLimited }) => rateLimited.every(isReadable)) ? [] : exercising;
  },
  otherwise: { untested: 'no 429 with an empty or unreadable body was sent' },
  assert: (scenario, { scenarios }) => {
    const [first] = scenario.rateLimited;
    if (!first) notExercised('429');
    if (scenario.isSentAgain(first)) return;
    if (isReadable(first)) undecided('not-exercised', 'the client repeated no request after a readable 429');
    const hasContinued = (one: ScenarioTraffic) =>
      one.rateLimited.some((refused) => isReadable(refused) && one.isSentAgain(refused));
    if (scenario.certainty.ownSteps && !scenarios.all.some(hasContinued))
      undecided('not-exercised', 'the client does not repeat a request after a readable 429 either');
    each([first], () => expectSentAgain(first, scenario));
  },
});

function isReadable({ json }: ReadExchange): boolean {
  return json !== undefined;
}

claim('rate-limit/client-continues-after-429', {
  // After an odd Reset a client may rather give up, and after other errors it need not finish.
  cases: ({ scenarios }) =>
    scenarios
      .everywhere('rate-limit/client-continues-after-429')
      .filter((one) => !one.listedOnFailure || isPlainLimit(one)),
  assert: (scenario) => {
    const [first] = scenario.rateLimited;
    const last = scenario.rateLimited.at(-1);
    if (!first || !last) notExercised('429');
    if (!scenario.isSentAgain(last)) each([last], () => expectSentAgain(last, scenario));
    else {
      // Another walk may begin where this one has come to its end.
      const end = scenario.pages.find(({ exchange, next }) => exchange.seq > first.seq && next === undefined);
      const later = scenario.ownRequests.filter(
        ({ seq }) => seq > first.seq && seq <= (end?.exchange.seq ?? Number.POSITIVE_INFINITY),
      );
      const read = scenario.pages.filter(({ exchange }) => exchange.seq < first.seq);
      const message = 'After a 429 the client requested a page again that it had read.';
      expectNotReadAgain(scenario, later, read, message);
      requireOwnEnd(scenario);
      expectAction(scenario, () => expectFinished(scenario));
    }
  },
});

function isPlainLimit({ collection, runs, ownRequests, rateLimited }: ScenarioTraffic): boolean {
  return (
    collection !== undefined &&
    runs.length === 1 &&
    ownRequests.every((one) => one.page !== undefined || one.status === 429) &&
    rateLimited.every((one) => credibleResetMs(one) !== undefined)
  );
}

/** A client that stumbled over the response never sends the request again. */
function expectSentAgain(refused: ReadExchange, scenario: ScenarioTraffic): void {
  if (scenario.isSentAgain(refused)) return;
  expectNoStandstill(scenario);
  requireOwnEnd(scenario);
  expectAction(scenario, () =>
    violation('The client did not send the request again that was answered with 429.', {
      expected: 'the same request after Reset',
      actual: scenario.ending,
    }),
  );
}

/**
 * No documented wait is longer than a window of 60 s, and a client that takes an invalid Reset for a few minutes is careful, not
 * broken. One that does nothing for ten minutes may well do nothing for the rest of the school day.
 */
const endlessWaitMs = 600_000;

/** An invalid Reset: at least the shortest documented wait between attempts, and an end to waiting. */
claim('rate-limit/client-bounded-wait', {
  assert: (scenario) => {
    if (scenario.rateLimited.length === 0) notExercised('429');
    const pauses = scenario.pauses.filter(({ until }) => until === 'shortest');
    each(pauses, (pause) => {
      noteInFlight(pause, '429');
      const message = `After a 429 with ${resetText(pause.after)} the client did not wait.`;
      expect(pause, message).to.have.waitedAtLeast(minWaitMs);
    });
    // In a capture a request that comes hours later may be of another run.
    if (scenario.certainty.ownSteps) expectEndToWaiting(scenario);
    else if (pauses.length === 0)
      undecided('not-exercised', 'the client sent nothing after the 429, so its wait was not seen');
    requireOwnEnd(scenario);
  },
});

function expectEndToWaiting(scenario: ScenarioTraffic): void {
  const { rateLimited, ownRequests } = scenario;
  each(rateLimited, (refused) =>
    expect(
      waitUntilNext(refused, scenario),
      `After a 429 with ${resetText(refused)} the client neither retried nor ended.`,
    ).to.have.waitedLessThan(endlessWaitMs),
  );
  const [first] = rateLimited;
  const last = rateLimited.at(-1);
  if (!first || !last || !scenario.wasStopped || last !== ownRequests.at(-1)) return;
  each([last], () =>
    expect(
      waitUntilEnd(first, scenario),
      `The client did not stop retrying after ${rateLimited.length} responses of 429.`,
    ).to.have.waitedLessThan(endlessWaitMs),
  );
}

function resetText(refused: ReadExchange): string {
  const reset = refused.response?.headers['x-ratelimit-reset'];
  if (reset === undefined) return 'no `X-RateLimit-Reset`';
  // The number alone does not show it.
  const isPast = /^\d+$/.test(reset) && Number(reset) * 1000 <= refused.answeredAtMs;
  return `an \`X-RateLimit-Reset\` of "${reset.slice(0, 40)}"${isPast ? ' (in the past)' : ''}`;
}
