import { each, violation } from '../../src/claims/check.ts';
import type { ServedPage } from '../../src/traffic/client/pages.ts';
import type { ScenarioTraffic } from '../../src/traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../src/traffic/read-exchange.ts';

/** Asserts that none of these requests is for a page that was read before. */
export function expectNotReadAgain(
  scenario: ScenarioTraffic,
  requests: readonly ReadExchange[],
  pages: readonly ServedPage[],
  message: string,
): void {
  const read = new Set(pages.map(({ exchange }) => scenario.requestKey(exchange)));
  each(requests, (exchange) => {
    if (read.has(scenario.requestKey(exchange)))
      violation(message, {
        expected: 'the client continues at the page that failed',
        actual: `${exchange.method} ${exchange.request.path}`,
      });
  });
}
