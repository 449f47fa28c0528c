import { counted } from '../../../src/traffic/client/endings.ts';
import type { NextLink } from '../../../src/traffic/client/pages.ts';
import type { ScenarioTraffic } from '../../../src/traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import { each, expect, undecided, violation } from '../../support/client.ts';
import { expectAction } from '../endings.ts';

/** What claims about links share: which of them the client was given and followed. */

export const nothingFollowed = 'the client followed no `next` link';

/** The links of the pages that were served; undecided where there are none. */
export function requireLinks({ nextLinks }: ScenarioTraffic): readonly NextLink[] {
  if (nextLinks.length === 0) undecided('not-exercised', 'the client was served no page with a `next` link');
  return nextLinks;
}

/** The same, of a client that followed one of them at least. */
export function requireFollowed(scenario: ScenarioTraffic): readonly NextLink[] {
  const links = requireLinks(scenario);
  if (!links.some((link) => link.isFollowed)) undecided('not-exercised', nothingFollowed);
  return links;
}

export function expectFollowed(scenario: ScenarioTraffic, link: NextLink, message: string): void {
  const assert = () => {
    if (!link.isFollowed) violation(message, { expected: `a request for ${link.uri}`, actual: 'none' });
  };
  // In a capture the client may have gone on from the last page afterwards; a page that it passed by counts.
  if (link.page === scenario.pages.at(-1)) expectAction(scenario, assert);
  else assert();
}

/** Asserts that the client did something in no request; the finding names the first request that did it. */
export function expectNone(requests: readonly ReadExchange[], action: string): void {
  const paths = requests.map((one) => one.request.path);
  each(
    [{ exchange: requests[0] }],
    () => expect(paths, `The client ${action} (${counted(paths.length, 'request')}).`).to.be.empty,
  );
}
