import { pagingParams } from '../../traffic/lists/list-address.ts';
import { isFirstPage } from '../../traffic/lists/walks.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { kindOfPath } from '../formats/relevance.ts';

interface ListRead {
  /** Positions of its requests. */
  readonly positions: number[];
  last: ReadExchange;
  /** Where the links of its pages lead. */
  readonly links: Set<string>;
  hasEnded: boolean;
}

/** A client that requests a list again this long after its end looks for new records. */
const newReadMs = 60_000;

/**
 * Every time that one client read a list, in its requests as they were sent: the positions of the requests of each. A request
 * without a cursor begins another read, unless it repeats one that failed. A request with a cursor belongs to the latest read
 * that was given its link, or else to the latest read of its list.
 */
export function listReadsIn(exchanges: readonly ReadExchange[]): readonly (readonly number[])[] {
  const reads: ListRead[] = [];
  const byList = new Map<string, ListRead[]>();
  for (const [at, exchange] of exchanges.entries()) {
    const key = listKeyOf(exchange);
    if (key === undefined) continue;
    const known = byList.get(key) ?? [];
    byList.set(key, known);
    let read = readWith(exchange, known);
    if (!read) {
      read = { positions: [], last: exchange, links: new Set(), hasEnded: false };
      known.push(read);
      reads.push(read);
    }
    read.positions.push(at);
    read.last = exchange;
    const { page } = exchange;
    if (!page) continue;
    for (const { uri } of page.links) read.links.add(uri);
    read.hasEnded ||= !page.links.some((link) => link.rel === 'next');
  }
  return reads.map((one) => one.positions);
}

/** The read of this list that a request continues; `undefined` if it begins another. */
function readWith(exchange: ReadExchange, known: readonly ListRead[]): ListRead | undefined {
  const latest = known.at(-1);
  if (!latest) return undefined;
  const { last } = latest;
  const { path, sentAtMs } = exchange.request;
  const isRetry = last.request.path === path && last.page === undefined;
  if (isRetry) return latest;
  if (isFirstPage(exchange)) return undefined;
  const given = known.findLast((one) => one.links.has(path));
  if (given) return given;
  return latest.hasEnded && sentAtMs - last.answeredAtMs > newReadMs ? undefined : latest;
}

/** Equal for requests of one list: other filters make another list. Without the version, since a client may drop or repeat it. */
function listKeyOf(exchange: ReadExchange): string | undefined {
  if (exchange.method !== 'GET') return undefined;
  const { page, query } = exchange;
  const name = listNameOf(exchange);
  const isList = page !== undefined || [...query.keys()].some((one) => pagingParams.has(one));
  if (!isList && !(/^[a-z_]+$/.test(name) && kindOfPath(`/${name}`) === 'maybe')) return undefined;
  const filters = [...query]
    .filter(([one]) => !pagingParams.has(one))
    .map((pair) => pair.join('='))
    .sort();
  return [name, ...filters].join('\n');
}

/** The path of a list without its version: `students`, `sections/5f…/students`. */
export function listNameOf({ pathname }: Pick<ReadExchange, 'pathname'>): string {
  return pathname.replace(/^(?:\/+v\d{1,2}\.\d{1,2}(?=\/))*\/+/, '');
}
