import {
  type FailedRequest,
  finalResponseIn,
  isOutage,
  refusedRequestOf,
} from '../../../src/traffic/client/attempts.ts';
import { counted } from '../../../src/traffic/client/endings.ts';
import type { ScenarioTraffic } from '../../../src/traffic/client/scenario-traffic.ts';
import { maxRetries } from '../../../src/traffic/client/waits.ts';
import { alsoEach, claim, each, expect, note, requireReached, violation } from '../../support/client.ts';
import {
  expectAction,
  expectFinished,
  expectNoStandstill,
  notExercised,
  requireOwnEnd,
  requireReport,
  requireSequel,
} from '../endings.ts';

for (const status of [500, 502, 503] as const)
  claim(`backoff/client-retries-${status}`, {
    cases: ({ scenarios }) =>
      scenarios
        .everywhere(`backoff/client-retries-${status}`)
        .filter((one) => !one.listedOnFailure || isPlainOutage(one)),
    assert: (scenario) => {
      const failed = scenario.failedRequests.filter(({ attempts }) => attempts.some(hasStatus(status)));
      if (failed.length === 0) notExercised(String(status));
      each(failed, (request) => expectRetried(request, status, scenario));
    },
  });

/** Reads that met nothing but outages and limits, in one start: where they end, the whole list is to be had. */
function isPlainOutage({ ownRequests, collection, runs }: ScenarioTraffic): boolean {
  const usual = [200, 429, 500, 502, 503];
  return (
    collection !== undefined &&
    runs.length === 1 &&
    ownRequests.every((one) => (one.status === 200 ? one.page !== undefined : usual.includes(one.status)))
  );
}

/**
 * An outage of one failure has to be overcome. In a longer one, a client that retried at least once and then gave up passes with a
 * note: five retries are documented as the maximum, not as the minimum.
 */
function expectRetried({ attempts, isOver }: FailedRequest, status: number, scenario: ScenarioTraffic): void {
  expectNoStandstill(scenario);
  requireOwnEnd(scenario);
  const retries = attempts.length - 1;
  if (retries === 0)
    expectAction(scenario, () =>
      violation(`The client did not retry after a ${status}.`, {
        expected: 'a retry after 1 s',
        actual: scenario.ending,
      }),
    );
  if (!isOver) note(`gave up after ${retries} of the five documented retries, before the outage was over`);
  // Nothing says that the client of a capture wanted the whole list.
  else if (scenario.certainty.ownSteps) expectFinished(scenario);
}

/**
 * Many libraries repeat a request by themselves when its connection was closed, once per attempt: so each of the six attempts may
 * appear twice.
 */
const maxRepeatsAfterLoss = 2 * (1 + maxRetries) - 1;

/**
 * Counts over a whole run: a second loop around the retries counts, too. Waits for a window (429) do not count: the documents ask
 * for them. Errors that are final count as well, since more retries of them are no better.
 */
claim('backoff/client-at-most-five-retries', {
  cases: ({ scenarios }) => scenarios.everywhere('backoff/client-at-most-five-retries'),
  assert: (scenario) => {
    // In a capture of hours, the same request may come from many jobs.
    alsoEach(scenario.certainty.ownSteps ? scenario.attempts.flatMap(refusedRequestOf) : [], ({ repeats }) =>
      expect(
        repeats,
        `The client repeated a request ${counted(repeats, 'time')} after a final error.`,
      ).to.be.at.most(maxRetries),
    );
    if (scenario.failedRequests.length === 0) notExercised('500, 502 or 503');
    each(scenario.failedRequests, ({ retries, repeatsAfterLoss }) => {
      expect(retries, `The client retried a request ${counted(retries, 'time')}.`).to.be.at.most(maxRetries);
      expect(
        repeatsAfterLoss,
        `The client repeated a request ${counted(repeatsAfterLoss, 'time')} after a closed connection.`,
      ).to.be.at.most(maxRepeatsAfterLoss);
    });
    requireOwnEnd(scenario);
    requireSequel(scenario, scenario.exchanges.findLast(isOutage));
  },
});

claim('backoff/client-reports-incomplete', {
  cases: ({ scenarios }) =>
    scenarios
      .everywhere('backoff/client-reports-incomplete')
      .filter((one) => !one.listedOnFailure || isFailedWrite(one)),
  assert: (scenario) => {
    // A client that never came to the outage has not given up.
    requireReached(scenario);
    requireReport(scenario);
    const { report, truth, collection } = scenario;
    const held = collection ? `, with ${report?.ids.length} of ${counted(truth.length, 'id')}` : '';
    if (report?.says !== 'incomplete')
      violation(`The client gave up but still reported success${held}.`, {
        expected: 'the client exits with an error (reports "incomplete")',
        actual: scenario.ending,
      });
    requireOwnEnd(scenario);
  },
});

/** A job that writes, and that ended with an error or without a response. */
function isFailedWrite({ collection, ownRequests }: ScenarioTraffic): boolean {
  const last = ownRequests.at(-1);
  return (
    collection === undefined && last !== undefined && (last.status >= 400 || last.response === undefined)
  );
}

/** Longer than any documented wait: a client of a capture that repeats a request after it checks whether things have changed. */
const newOccasionMs = 60_000;

for (const status of [400, 401, 403, 404, 405, 501] as const)
  claim(`backoff/client-no-retry-${status}`, {
    assert: (scenario) => {
      const refused = scenario.attempts.flatMap((attempts) => finalResponseIn(attempts, status) ?? []);
      if (refused.length === 0) notExercised(String(status));
      each(refused, ({ response, attempts, exchange }) => {
        const waitedMs = exchange.request.sentAtMs - response.answeredAtMs;
        if (!scenario.certainty.ownSteps && waitedMs > newOccasionMs) return;
        const request = `${exchange.method} ${exchange.request.path}`;
        expect(attempts, `The client sent ${request} again after a ${status}.`).to.have.size(1);
      });
      requireOwnEnd(scenario);
      requireSequel(scenario, scenario.exchanges.findLast(hasStatus(status)));
    },
  });

function hasStatus(status: number) {
  return (exchange: { readonly status: number }) => exchange.status === status;
}
