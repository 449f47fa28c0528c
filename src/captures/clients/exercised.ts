import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { isOutage } from '../../traffic/client/attempts.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { credibleResetMs } from '../../traffic/client/waits.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';

/**
 * Decides for each requirement whether captured traffic contains material for it, as a scenario declares in advance.
 * A requirement without material stays untested.
 */
interface Entry {
  readonly id: ClientRequirementId;
  readonly when: (scenario: ScenarioTraffic) => boolean;
}

const hasAny =
  (matches: (exchange: ReadExchange) => boolean) =>
  ({ exchanges }: ScenarioTraffic) =>
    exchanges.some(matches);
const hasStatus = (status: number) => hasAny((one) => one.status === status);
const followsLinks = ({ nextLinks }: ScenarioTraffic) => nextLinks.some((link) => link.isFollowed);

/** What one read of a list shows. */
const inListReads: readonly Entry[] = [
  {
    id: 'pagination/client-follows-next',
    when: ({ nextLinks, pages }) => nextLinks.length > 0 && pages.length > 1,
  },
  { id: 'pagination/client-uses-link-as-given', when: followsLinks },
  { id: 'pagination/client-resolves-relative-links', when: followsLinks },
  { id: 'pagination/client-accepts-any-link-order', when: findsNextAnywhere },
  {
    id: 'pagination/client-continues-past-short-page',
    when: (scenario) =>
      followsLinks(scenario) && scenario.nextLinks.some(({ page }) => page.items.length < page.limit),
  },
  { id: 'pagination/client-stops-at-the-end', when: ({ reachedTheEnd }) => reachedTheEnd },
  { id: 'pagination/client-stops-on-cycle', when: leadsBack },
  { id: 'pagination/client-limit-within-10000', when: ({ listRequests }) => listRequests.length > 0 },
  {
    id: 'rate-limit/client-continues-after-429',
    when: (scenario) => hasStatus(429)(scenario) && scenario.pages.length > 0,
  },
];

/** What all requests of one client show. */
const inClients: readonly Entry[] = [
  {
    id: 'access/client-sends-bearer',
    when: hasAny(({ request }) => request.headers.authorization !== undefined),
  },
  {
    id: 'rate-limit/client-waits-for-reset',
    when: hasAny((one) => one.status === 429 && credibleResetMs(one) !== undefined),
  },
  {
    id: 'rate-limit/client-survives-empty-429',
    when: hasAny(
      (one) => one.status === 429 && one.response?.body === '' && one.response.notKept === undefined,
    ),
  },
  {
    id: 'rate-limit/client-bounded-wait',
    when: hasAny(
      (one) =>
        one.status === 429 && one.response?.notKept !== 'headers' && credibleResetMs(one) === undefined,
    ),
  },
  {
    id: 'rate-limit/client-paces-at-zero',
    when: hasAny((one) => one.status === 200 && /^\s*0+\s*$/.test(one.header('x-ratelimit-remaining'))),
  },
  ...([500, 502, 503] as const).map(
    (status): Entry => ({ id: `backoff/client-retries-${status}`, when: hasStatus(status) }),
  ),
  {
    id: 'backoff/client-first-wait-1s',
    when: ({ retries }) => retries.some((retry) => retry.nth === 1),
  },
  { id: 'backoff/client-waits-double', when: ({ retries }) => retries.some((retry) => retry.nth > 1) },
  { id: 'backoff/client-at-most-five-retries', when: hasAny(isOutage) },
  ...([400, 401, 403, 404, 405, 501] as const).map(
    (status): Entry => ({ id: `backoff/client-no-retry-${status}`, when: hasStatus(status) }),
  ),
  { id: 'errors/client-lowers-limit-on-413', when: hasStatus(413) },
  { id: 'safety/client-keeps-token-on-origin', when: isLedAway },
];

/** The requirements that one read of a list has material for. */
export function exercisedByListRead(scenario: ScenarioTraffic): readonly ClientRequirementId[] {
  return inListReads.filter(({ when }) => when(scenario)).map(({ id }) => id);
}

/** The requirements that all requests of one client have material for. */
export function exercisedByClient(scenario: ScenarioTraffic): readonly ClientRequirementId[] {
  return inClients.filter(({ when }) => when(scenario)).map(({ id }) => id);
}

/**
 * The next link was at different positions: a client that always found it does not rely on its position. A request backward
 * shows that it does.
 */
function findsNextAnywhere(scenario: ScenarioTraffic): boolean {
  const positions = scenario.pages.map(({ links }) => links.findIndex((link) => link.rel === 'next'));
  const goesBack = scenario.exchanges.some((one) => one.query.has('ending_before'));
  return followsLinks(scenario) && (goesBack || new Set(positions.filter((at) => at >= 0)).size > 1);
}

/** A next link leads to a page that was served before. */
function leadsBack({ pages }: ScenarioTraffic): boolean {
  const served = new Set<string>();
  return pages.some(({ exchange, next }) => {
    served.add(exchange.request.path);
    return next !== undefined && served.has(next);
  });
}

/** A response had a link or a redirect to another origin, or the token was sent to one. */
function isLedAway({ exchanges, origin }: ScenarioTraffic): boolean {
  return exchanges.some((one) => {
    if (one.request.origin !== origin) return true;
    const targets = [one.response?.headers.location, ...urisIn(one)];
    return targets.some((uri) => {
      if (uri === undefined || !URL.canParse(uri, origin + one.pathname)) return false;
      return new URL(uri, origin + one.pathname).origin !== origin;
    });
  });
}

/** Every `uri` in the text of a body with links, whether or not the body is a list. */
function urisIn({ response }: ReadExchange): readonly string[] {
  if (!response?.body.includes('"links"')) return [];
  return [...response.body.matchAll(/"uri":"([^"]{1,2000})"/g)].map((match) => match[1] ?? '');
}
