import { themeOf } from '../../../../contracts/requirement.ts';
import { type Exchange, jsonOf } from '../../../exchange.ts';
import { scenarios } from '../../../scenarios/index.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';
import type { Boundary, ClientFault, Walk } from './fault.ts';

/** Requests and waits of a scenario that are places of their own; endless scenarios have more. */
const places = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface Moment {
  readonly operator: string;
  readonly fits: (walk: Walk, nth: number) => boolean;
  readonly open: (walk: Walk, nth: number) => Boundary;
}

/** What is counted in a walk, and how many requests have been answered when a fault is at it. */
const answeredBefore = {
  request: (_: Walk, nth: number) => nth - 1,
  page: (_: Walk, nth: number) => nth,
  response: (_: Walk, nth: number) => nth,
  wait: ({ waits }: Walk, nth: number) => waits[nth - 1]?.after ?? 0,
} as const;

/**
 * A fault at every request, page, response or wait of every scenario, from the first response on that makes the scenario what it
 * is: before that, no client can know in which one it is.
 */
export function atEvery(
  what: keyof typeof answeredBefore,
  moments: readonly Moment[],
): readonly ClientFault[] {
  return scenarios.flatMap((scenario) =>
    places.flatMap((nth) =>
      moments.map(({ operator, fits, open }) =>
        faultOf(scenario, operator, `${what} ${nth}`, {
          fits: (walk) => answeredBefore[what](walk, nth) >= firstOdd(walk) && fits(walk, nth),
          open: (walk) => open(walk, nth),
        }),
      ),
    ),
  );
}

/** The number of the first response by a rule of the scenario; 0 where it has none. */
function firstOdd({ requests }: Walk): number {
  return requests.findIndex((one) => one.step !== undefined) + 1;
}

/** A fault once in every scenario. */
export function inEvery(
  moments: readonly Pick<ClientFault, 'operator' | 'fits' | 'open'>[],
): readonly ClientFault[] {
  return scenarios.flatMap((scenario) =>
    moments.map(({ operator, ...rest }) => faultOf(scenario, operator, undefined, rest)),
  );
}

function faultOf(
  scenario: Scenario,
  operator: string,
  detail: string | undefined,
  rest: Pick<ClientFault, 'fits' | 'open'>,
): ClientFault {
  const place = scenario.name + (detail === undefined ? '' : `: ${detail}`);
  return { operator, place, theme: themeOf(scenario.name), scenario, ...rest };
}

/** The nth request, from 1. */
export function requestAt({ requests }: Walk, nth: number): Exchange | undefined {
  return requests[nth - 1];
}

/** 0 where no whole response came. */
export function statusAt(walk: Walk, nth: number): number {
  return requestAt(walk, nth)?.response?.status ?? 0;
}

/** Milliseconds from a response to its Reset, where that is in whole epoch seconds and within the minute of a window. */
export function resetIn(walk: Walk, nth: number): number | undefined {
  const response = requestAt(walk, nth)?.response;
  const text = response?.headers['x-ratelimit-reset'] ?? '';
  const leftMs = /^\d+$/.test(text) ? Number(text) * 1000 - (response?.receivedAtMs ?? 0) : 0;
  return leftMs > 0 && leftMs <= 60_000 ? leftMs : undefined;
}

/** The responses after which the documents name a wait. */
export const waitedFor: ReadonlySet<number> = new Set([429, 500, 502, 503]);

/**
 * Whether only outages and limits were odd: after odd data, or a Reset that means nothing, it is wise to distrust a whole list, after
 * these it is not.
 */
export function hasUsualPages(walk: Walk): boolean {
  return walk.requests.every(({ step }, at) => {
    const status = statusAt(walk, at + 1);
    return !step || (status === 429 ? resetIn(walk, at + 1) !== undefined : waitedFor.has(status));
  });
}

interface Page {
  readonly data: readonly { readonly data: { readonly id: string } }[];
  readonly links: readonly { readonly rel: string; readonly uri: string }[];
}

/** The page that the nth request was served; `undefined` where it was none. */
export function pageAt(walk: Walk, nth: number): Page | undefined {
  const exchange = requestAt(walk, nth);
  if (exchange?.response?.status !== 200 || !isRead(exchange)) return undefined;
  const page = jsonOf(exchange) as Partial<Page> | undefined;
  return Array.isArray(page?.data) && Array.isArray(page.links) ? (page as Page) : undefined;
}

function isRead({ request }: Exchange): boolean {
  return request.method === 'GET';
}

/** Where the page's own link leads. */
export function nextOf({ links }: Page): string | undefined {
  return links.find((link) => link.rel === 'next')?.uri;
}

/** Changes the nth request only. */
export function onRequest(nth: number, change: NonNullable<Boundary['request']>): Boundary {
  return { request: (request, at, send) => (at === nth ? change(request, at, send) : send(request)) };
}
