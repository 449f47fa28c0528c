import type { Members } from '../../../src/text/json.ts';
import { findWalks, type Walk } from '../../../src/traffic/lists/walks.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';

/** Lists that were read to their end, and what is in them. */

/** Walks to the end, with the records that every one of them has: what was there before and after was there in between. */
export function steadyIn(wholes: readonly ReadExchange[]): readonly Members[] {
  const [before = [], ...later] = completeWalks(wholes).map(({ pages }) =>
    recordsOf(pages.map(({ exchange }) => exchange)),
  );
  const ids = later.map((records) => new Set(records.map(({ id }) => id)));
  return before.filter(({ id }) => ids.every((one) => one.has(id)));
}

export function completeWalks(exchanges: readonly ReadExchange[]): readonly Walk[] {
  return findWalks(exchanges, 'next').filter(({ end }) => end.kind === 'complete');
}

export function isWhole(exchanges: readonly ReadExchange[]): boolean {
  return completeWalks(exchanges).some(({ fromStart }) => fromStart);
}

export function recordsOf(exchanges: readonly ReadExchange[]): readonly Members[] {
  return exchanges.flatMap((one) => one.carriedRecords);
}
