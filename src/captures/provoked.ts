import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { type Exchange, pathnameOf, queryOf } from '../exchange.ts';
import { listRequests, servedPages } from '../judges/client-material.ts';
import { credibleResetMs, isOutage, retriesOf } from '../judges/client-timing.ts';
import { isFollowed, trailsOf } from '../judges/client-trails.ts';
import type { ScenarioObservation } from '../observation.ts';

/**
 * In a scenario we know what it provokes. In captured traffic it shows from the material: each row says when a requirement has
 * any. What has none stays untested.
 */
interface Row {
  readonly id: ClientRequirementId;
  readonly when: (observation: ScenarioObservation) => boolean;
}

const statusOf = ({ response }: Exchange) => response?.status ?? 0;
const anyStatus = (status: number) => (observation: ScenarioObservation) =>
  observation.exchanges.some((one) => statusOf(one) === status);
const hasFollowed = (observation: ScenarioObservation) => trailsOf(observation).some(isFollowed);

/** What shows in one visit of a list. */
const inVisits: readonly Row[] = [
  {
    id: 'pagination/client-follows-next',
    when: (one) => trailsOf(one).length > 0 && servedPages(one).length > 1,
  },
  { id: 'pagination/client-uses-link-as-given', when: hasFollowed },
  { id: 'pagination/client-resolves-relative-links', when: hasFollowed },
  { id: 'pagination/client-accepts-any-link-order', when: hasFoundLinks },
  {
    id: 'pagination/client-continues-past-short-page',
    when: (one) =>
      hasFollowed(one) && trailsOf(one).some(({ page }) => page.items.length < limitOf(page.exchange)),
  },
  {
    id: 'pagination/client-stops-at-the-end',
    when: (one) => servedPages(one).some((page) => page.next === undefined),
  },
  { id: 'pagination/client-stops-on-cycle', when: leadsBack },
  { id: 'pagination/client-limit-within-10000', when: (one) => listRequests(one).length > 0 },
  {
    id: 'rate-limit/client-continues-after-429',
    when: (one) => anyStatus(429)(one) && servedPages(one).length > 0,
  },
];

/** What shows in all requests of one client. */
const inClients: readonly Row[] = [
  {
    id: 'access/client-sends-bearer',
    when: (one) => one.exchanges.some(({ request }) => request.headers.authorization !== undefined),
  },
  {
    id: 'rate-limit/client-waits-for-reset',
    when: (one) =>
      one.exchanges.some((answer) => statusOf(answer) === 429 && credibleResetMs(answer) !== undefined),
  },
  {
    id: 'rate-limit/client-survives-empty-429',
    when: (one) => one.exchanges.some((answer) => statusOf(answer) === 429 && answer.response?.body === ''),
  },
  {
    id: 'rate-limit/client-bounded-wait',
    when: (one) =>
      one.exchanges.some((answer) => statusOf(answer) === 429 && credibleResetMs(answer) === undefined),
  },
  {
    id: 'rate-limit/client-paces-at-zero',
    when: (one) =>
      one.exchanges.some(
        (answer) =>
          statusOf(answer) === 200 &&
          /^\s*0+\s*$/.test(answer.response?.headers['x-ratelimit-remaining'] ?? ''),
      ),
  },
  ...([500, 502, 503] as const).map(
    (status): Row => ({ id: `backoff/client-retries-${status}`, when: anyStatus(status) }),
  ),
  { id: 'backoff/client-first-wait-1s', when: (one) => retriesOf(one).some((retry) => retry.nth === 1) },
  { id: 'backoff/client-waits-double', when: (one) => retriesOf(one).some((retry) => retry.nth > 1) },
  { id: 'backoff/client-at-most-five-retries', when: (one) => one.exchanges.some(isOutage) },
  ...([400, 401, 403, 404, 405, 501] as const).map(
    (status): Row => ({ id: `backoff/client-no-retry-${status}`, when: anyStatus(status) }),
  ),
  { id: 'errors/client-lowers-limit-on-413', when: anyStatus(413) },
  { id: 'safety/client-keeps-token-on-origin', when: isLedAstray },
];

/** The requirements that one visit of a list has material for. */
export function provokedByVisit(observation: ScenarioObservation): readonly ClientRequirementId[] {
  return inVisits.filter(({ when }) => when(observation)).map(({ id }) => id);
}

/** The requirements that all requests of one client have material for. */
export function provokedByClient(observation: ScenarioObservation): readonly ClientRequirementId[] {
  return inClients.filter(({ when }) => when(observation)).map(({ id }) => id);
}

function limitOf(exchange: Exchange): number {
  return Number(queryOf(exchange).get('limit') ?? 100);
}

/** Next stood in different places: who found it every time does not go by its place. Going back shows the contrary. */
function hasFoundLinks(observation: ScenarioObservation): boolean {
  const places = servedPages(observation).map(({ links }) => links.findIndex((link) => link.rel === 'next'));
  const isBack = observation.exchanges.some((one) => queryOf(one).has('ending_before'));
  return hasFollowed(observation) && (isBack || new Set(places.filter((at) => at >= 0)).size > 1);
}

/** A next link that leads to a page that was read already. */
function leadsBack(observation: ScenarioObservation): boolean {
  const read = new Set<string>();
  return servedPages(observation).some(({ exchange, next }) => {
    read.add(exchange.request.path);
    return next !== undefined && read.has(next);
  });
}

/** A link or a redirect to another origin was in an answer, or the token has been there. */
function isLedAstray({ exchanges, origin }: ScenarioObservation): boolean {
  return exchanges.some((one) => {
    if (one.request.origin !== origin) return true;
    const leads = [one.response?.headers.location, ...servedLinks(one)];
    return leads.some((uri) => {
      if (uri === undefined || !URL.canParse(uri, origin + pathnameOf(one))) return false;
      return new URL(uri, origin + pathnameOf(one)).origin !== origin;
    });
  });
}

function servedLinks(exchange: Exchange): readonly string[] {
  const { response } = exchange;
  if (!response?.body.includes('"links"')) return [];
  return [...response.body.matchAll(/"uri":"([^"]{1,2000})"/g)].map((match) => match[1] ?? '');
}
