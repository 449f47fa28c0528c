import { greatest } from '../../traffic/lists/ids.ts';
import { pagingParams } from '../../traffic/lists/list-address.ts';
import { isFirstPage } from '../../traffic/lists/walks.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import { kindOfPath } from '../formats/relevance.ts';

interface ListRead {
  /** Positions of its requests. */
  readonly positions: number[];
  last: ReadExchange;
  /** Where the links of its pages lead that go on. */
  readonly links: Set<string>;
  /** Paths that got a page, and ids of the records. */
  readonly paths: Set<string>;
  readonly ids: Set<string>;
  hasEnded: boolean;
}

/** A client that requests a list again this long after its end looks for new records. */
const newReadMs = 60_000;

/**
 * Every time that one client read a list, in its requests as they were sent: the positions of the requests of each. A request
 * without a cursor begins another read, unless it repeats one that failed. A request with a cursor belongs to the latest read
 * that was given its link, or else to the latest read of its list that can have given its cursor.
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
      read = {
        positions: [],
        last: exchange,
        links: new Set(),
        paths: new Set(),
        ids: new Set(),
        hasEnded: false,
      };
      known.push(read);
      reads.push(read);
    }
    read.positions.push(at);
    read.last = exchange;
    const { page } = exchange;
    if (!page) continue;
    for (const { rel, uri } of page.links) if (rel === 'next' || rel === 'prev') read.links.add(uri);
    for (const id of page.ids) read.ids.add(id);
    read.paths.add(exchange.request.path);
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
  const read = given ?? latest;
  const isLater = sentAtMs - last.answeredAtMs > newReadMs;
  if (read.hasEnded) return isLater || isOtherRead(exchange, read) ? undefined : read;
  if (given || knowsCursor(latest, exchange)) return read;
  // The file may lack the page that gave the cursor, or the client had stored it and reads another part of the list.
  const isOther = isLater || limitIn(exchange) !== limitIn(last);
  return isOther || exchange.query.get('ending_before') === 'last' ? undefined : read;
}

function limitIn({ query }: ReadExchange): string {
  return query.get('limit') ?? '';
}

function cursorIn({ query }: ReadExchange): string {
  return query.get('starting_after') ?? query.get('ending_before') ?? '';
}

/** Whether a read can have given the cursor of a request. */
function knowsCursor({ ids, links }: ListRead, exchange: ReadExchange): boolean {
  const cursor = cursorIn(exchange);
  return ids.has(cursor) || [...links].some((uri) => uri.includes(cursor));
}

/**
 * After the end of a read: a poll of the event list, which the documents advise; a page that was read before, or part of one; a
 * cursor from elsewhere; or a page with new records, which shows that there was no end.
 */
function isOtherRead(exchange: ReadExchange, read: ListRead): boolean {
  return (
    listNameOf(exchange) === 'events' ||
    read.paths.has(exchange.request.path) ||
    !knowsCursor(read, exchange) ||
    (limitIn(exchange) !== limitIn(read.last) && cursorIn(exchange) !== greatest(read.ids)) ||
    (exchange.page?.ids.some((id) => !read.ids.has(id)) ?? false)
  );
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
