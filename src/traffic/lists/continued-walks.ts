import type { ReadExchange } from '../read-exchange.ts';
import { greatest } from './ids.ts';
import type { ListAddress } from './list-address.ts';

/** What one walk requested of a list. */
export interface WalkedList {
  readonly address: ListAddress;
  readonly exchanges: readonly ReadExchange[];
}

/** A list may change between two requests that are further apart (milliseconds). */
const soonMs = 60_000;

/**
 * Joins walks of one list where the first ended at a page without a `next` link, and the second began right after its last record,
 * with records that the list had already: then there was no end. A record had been created if the server had shown a later instant.
 */
export function joinContinued(walks: readonly WalkedList[]): readonly WalkedList[] {
  const joined: WalkedList[] = [];
  /** By list and last record: the place of a walk that ended there. */
  const ended = new Map<string, number>();
  const latestInstant = latestInstantBefore(walks.flatMap((one) => one.exchanges));
  for (const walk of walks) {
    const [first] = walk.exchanges;
    const cursor = first?.query.get('starting_after');
    const at = cursor ? ended.get(`${walk.address.key}\n${cursor}`) : undefined;
    const before = at === undefined ? undefined : joined[at];
    const isContinued = first && before && continues(first, before.exchanges.at(-1), latestInstant);
    const place = isContinued && at !== undefined ? at : joined.length;
    joined[place] = isContinued
      ? { address: before.address, exchanges: [...before.exchanges, ...walk.exchanges] }
      : walk;
    const last = walk.exchanges.at(-1);
    const edge = greatest(last?.page?.ids ?? []);
    if (edge !== undefined && !last?.links.some((link) => link.rel === 'next'))
      ended.set(`${walk.address.key}\n${edge}`, place);
  }
  return joined;
}

function continues(
  first: ReadExchange,
  last: ReadExchange | undefined,
  latestInstant: (exchange: ReadExchange) => number,
): boolean {
  if (!last || last.request.origin !== first.request.origin) return false;
  const waitedMs = first.request.sentAtMs - last.answeredAtMs;
  if (waitedMs < 0 || waitedMs > soonMs) return false;
  const shownMs = latestInstant(last);
  return first.carriedRecords.some(({ created }) => instantOf(created) <= shownMs);
}

/** The latest instant in a response and in those before it. */
function latestInstantBefore(exchanges: readonly ReadExchange[]): (exchange: ReadExchange) => number {
  const latest = new Map<ReadExchange, number>();
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const exchange of exchanges.toSorted((a, b) => a.seq - b.seq)) {
    for (const { created, last_modified: modified } of exchange.carriedRecords)
      for (const ms of [instantOf(created), instantOf(modified)]) if (ms > latestMs) latestMs = ms;
    latest.set(exchange, latestMs);
  }
  return (exchange) => latest.get(exchange) ?? Number.NEGATIVE_INFINITY;
}

/** `NaN`, which compares with nothing, for anything else. */
function instantOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}
