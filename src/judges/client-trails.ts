import { type Exchange, pathnameOf, queryOf } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import { ownRequests, type ServedPage, servedPages } from './client-material.ts';

/** A next link that the client was given, and the requests that can only have come of it. */
export interface Trail {
  readonly page: ServedPage;
  /** The link as it was given. */
  readonly uri: string;
  /** Where it leads to, resolved against the origin. */
  readonly url: URL;
  /** Requests for the link's own path and query, parameters in any order. */
  readonly asGiven: readonly Exchange[];
  /** Requests with the link's cursor, under whatever path and with whatever else in the query. */
  readonly byCursor: readonly Exchange[];
}

/** The trails of all next links on the own origin, in the order of their pages. */
export function trailsOf(observation: ScenarioObservation): readonly Trail[] {
  const asked = ownRequests(observation);
  return servedPages(observation).flatMap((page): readonly Trail[] => {
    if (page.next === undefined || !URL.canParse(page.next, observation.origin)) return [];
    const url = new URL(page.next, observation.origin);
    if (url.origin !== observation.origin) return [];
    const cursor = url.searchParams.get('starting_after');
    const byCursor = asked.filter((one) => cursor !== null && queryOf(one).get('starting_after') === cursor);
    const asGiven = asked.filter(
      (one) => pathnameOf(one) === url.pathname && pairsOf(queryOf(one)) === pairsOf(url.searchParams),
    );
    return [{ page, uri: page.next, url, asGiven, byCursor }];
  });
}

/** Whether the page behind a link was asked for, in whatever words. */
export function isFollowed(trail: Trail): boolean {
  return trail.asGiven.length > 0 || trail.byCursor.length > 0;
}

/** The parameters of a query as one text, in an order of its own. */
function pairsOf(query: URLSearchParams): string {
  return JSON.stringify([...query].map(([name, value]) => `${name}=${value}`).sort());
}
