import type { Retry } from '../../../src/traffic/client/attempts.ts';
import type { ScenarioTraffic } from '../../../src/traffic/client/scenario-traffic.ts';
import { backoffDueMs, seconds } from '../../../src/traffic/client/waits.ts';
import { claim, each, expect, undecided } from '../../support/client.ts';
import { expectOfOneClient } from '../sharing.ts';

claim('backoff/client-first-wait-1s', {
  cases: ({ scenarios }) => scenarios.everywhere('backoff/client-first-wait-1s'),
  assert: (scenario) => expectSchedule(scenario, ({ nth }) => nth === 1),
});

claim('backoff/client-waits-double', {
  cases: ({ scenarios }) => scenarios.everywhere('backoff/client-waits-double'),
  assert: (scenario) => expectSchedule(scenario, ({ nth }) => nth > 1),
});

function expectSchedule(scenario: ScenarioTraffic, isDue: (retry: Retry) => boolean): void {
  const retries = scenario.retries.filter(isDue);
  if (retries.length === 0)
    undecided(
      // A write need not be sent again.
      scenario.collection === undefined ? 'not-offered' : 'not-exercised',
      'the client did not retry that often, so its wait was not seen',
    );
  each(retries, (retry) =>
    expectOfOneClient(
      scenario,
      () => isRequestShared(scenario),
      () =>
        expect(retry, `Retry ${retry.nth} came too early.`).to.have.waitedAtLeast(backoffDueMs(retry.nth)),
    ),
  );
}

function isRequestShared(scenario: ScenarioTraffic): boolean {
  return scenario.hasOverlap((a, b) => scenario.requestKey(a) === scenario.requestKey(b));
}

/**
 * The one claim in which a long wait counts against a client: the second outage has to start where the first one started.
 * Upward jitter may make a wait twice as long, and a longer schedule is allowed; so only a wait that is more than twice the
 * first one and no shorter than the last one of the outage before shows a schedule that continued.
 */
claim('backoff/client-backoff-starts-over', {
  assert: ({ retries, observation }) => {
    const outages = Map.groupBy(retries, ({ after }) => after.request.path);
    const [before = [], second = []] = [...outages.values()];
    const [first, last, fresh] = [before[0], before.at(-1), second[0]];
    if (!first || !last || !fresh || before.length < 3)
      undecided('not-exercised', 'the client did not live through both outages, so nothing can be compared');
    const maxMs = 2 * first.waitedMs;
    if (fresh.waitedMs < last.waitedMs) return;
    // A busy machine may have kept the client from its processor for as long as it kept the suite.
    if (fresh.waitedMs > maxMs && fresh.waitedMs - observation.lagMs <= maxMs)
      undecided('timing-unsure', 'the machine was too busy to compare the waits');
    const waits = before.map((one) => seconds(one.waitedMs)).join(', ');
    each([fresh], ({ waitedMs }) =>
      expect(
        waitedMs,
        `The second outage began with a wait of ${seconds(waitedMs)}, after waits of ${waits} in the first.`,
      ).to.be.at.most(maxMs),
    );
  },
});
