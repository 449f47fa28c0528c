import { type Exchange, pathnameOf, queryOf } from '../exchange.ts';
import { linksIn, listOf } from '../judges/material.ts';
import { isFirstPage } from '../traffic/walks.ts';
import { kindOfPath } from './relevance.ts';

interface Open {
  /** Positions of its requests. */
  readonly at: number[];
  last: Exchange;
  /** Where the links of its pages lead to. */
  readonly links: Set<string>;
  hasEnded: boolean;
}

/** After the end of a list, whoever asks on after so long looks for new entries. */
const newOccasionMs = 60_000;
const paging: ReadonlySet<string> = new Set(['limit', 'starting_after', 'ending_before']);

/**
 * The ways through lists in the requests of one client, as they were sent: the positions of the requests of each. A request without a cursor begins a new one, unless it repeats one that
 * failed; a request with a cursor belongs to the latest visit that was given its link, or else to the latest of its list.
 */
export function visitsOf(exchanges: readonly Exchange[]): readonly (readonly number[])[] {
  const visits: Open[] = [];
  const byList = new Map<string, Open[]>();
  for (const [at, exchange] of exchanges.entries()) {
    const key = listKeyOf(exchange);
    if (key === undefined) continue;
    const known = byList.get(key) ?? [];
    byList.set(key, known);
    let visit = visitOf(exchange, known);
    if (!visit) {
      visit = { at: [], last: exchange, links: new Set(), hasEnded: false };
      known.push(visit);
      visits.push(visit);
    }
    visit.at.push(at);
    visit.last = exchange;
    const page = listOf(exchange);
    if (!page) continue;
    const links = linksIn({ links: page.links });
    for (const { uri } of links) visit.links.add(uri);
    visit.hasEnded ||= !links.some((link) => link.rel === 'next');
  }
  return visits.map((one) => one.at);
}

function visitOf(exchange: Exchange, known: readonly Open[]): Open | undefined {
  const latest = known.at(-1);
  if (!latest) return undefined;
  const { last } = latest;
  const isAgain = last.request.path === exchange.request.path && listOf(last) === undefined;
  if (isAgain) return latest;
  if (isFirstPage({ query: queryOf(exchange) })) return undefined;
  const given = known.findLast((one) => one.links.has(exchange.request.path));
  if (given) return given;
  const afterMs = exchange.request.sentAtMs - (last.response?.receivedAtMs ?? last.request.sentAtMs);
  return latest.hasEnded && afterMs > newOccasionMs ? undefined : latest;
}

/** Lists with other filters are other lists; the version is left out, because a client may lose or double it. */
function listKeyOf(exchange: Exchange): string | undefined {
  const { request } = exchange;
  if (request.method !== 'GET') return undefined;
  const name = listNameOf(exchange);
  const isList =
    listOf(exchange) !== undefined || [...queryOf(exchange).keys()].some((one) => paging.has(one));
  if (!isList && !(/^[a-z_]+$/.test(name) && kindOfPath(`/${name}`) === 'maybe')) return undefined;
  const filters = [...queryOf(exchange)]
    .filter(([one]) => !paging.has(one))
    .map((pair) => pair.join('='))
    .sort();
  return [name, ...filters].join('\n');
}

/** The path of a list without its version: `students`, `sections/5f…/students`. */
export function listNameOf(exchange: Exchange): string {
  return pathnameOf(exchange).replace(/^(?:\/+v\d{1,2}\.\d{1,2}(?=\/))*\/+/, '');
}
