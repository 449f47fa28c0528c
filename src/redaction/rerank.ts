import type { Exchange } from '../exchange.ts';
import { spellingsOfRank } from './values/instants.ts';

/** A pseudonym in any position: rank in eight hex digits, then a part that distinguishes ids (see ids.ts). */
const pseudonym =
  /(?<![0-9A-Za-z])([-g]?)([0-9a-f]{8})((?:[0-9a-fA][0-9a-f]{15}|x[0-9a-f]*|(?:-[0-9a-f]{4}){3}-[0-9a-fA][0-9a-f]{11})(?![0-9A-Za-z]))/g;

/** Ids used by probes only are kept. */
const isExtreme = (text: string) => /^[0f]+$/i.test(text.replaceAll('-', ''));

/** One shard's traffic, and what `Redacted.instants` has of it. */
export interface RankedPart {
  readonly exchanges: readonly Exchange[];
  readonly instants: readonly string[];
}

/**
 * Replaces the ranks in the pseudonyms of several shards by common ones: equal ids and instants become equal, and the order
 * within each shard is preserved. All shards must use the same key.
 */
export function rerank(parts: readonly RankedPart[]): Exchange[][] {
  if (parts.length < 2) return parts.map(({ exchanges }) => [...exchanges]);
  const texts = parts.map(({ exchanges }) => exchanges.map((exchange) => JSON.stringify(exchange)));
  const ranks = ranksIn(mergeOrders(texts.map(identitiesIn)));
  const days = ranksIn(mergeOrders(parts.map(({ instants }) => instants)));
  return texts.map((list, at) => {
    const renamed = renamedDays(parts[at]?.instants ?? [], days);
    return list.map(
      (text) =>
        JSON.parse(
          text
            .replace(pseudonym, (whole, band: string, _rank: string, rest: string) => {
              const rank = isExtreme(whole) ? undefined : ranks.get(band + rest);
              return rank === undefined ? whole : band + (rank + 1).toString(16).padStart(8, '0') + rest;
            })
            .replace(anyDate, (date) => renamed.get(date) ?? date),
        ) as Exchange,
    );
  });
}

const anyDate = /(?<![\w/-])(?:\d{4}-\d{2}-\d{2}(?![\d-])|\d{1,2}\/\d{1,2}\/\d{4}(?![\d/]))/g;

/** The days that stand for the ranks of one shard, with those that stand for the ranks of all. */
function renamedDays(
  tags: readonly string[],
  ranks: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  return new Map(
    tags.flatMap((tag, rank) => {
      const after = spellingsOfRank(ranks.get(tag) ?? rank);
      return spellingsOfRank(rank).map((before, at) => [before, after[at] ?? before] as const);
    }),
  );
}

function ranksIn(order: readonly string[]): ReadonlyMap<string, number> {
  return new Map(order.map((identity, at) => [identity, at]));
}

/** The distinguishing parts of a shard's ids, in order of rank. */
function identitiesIn(texts: readonly string[]): string[] {
  const ranks = new Map<string, number>();
  for (const text of texts)
    for (const [whole, band, rank, rest] of text.matchAll(pseudonym))
      if (!isExtreme(whole)) ranks.set(`${band}${rest}`, Number.parseInt(rank ?? '', 16));
  return [...ranks].sort(([, a], [, b]) => a - b).map(([identity]) => identity);
}

/** A merged order that preserves the order of all lists; earlier lists first for ties. */
function mergeOrders(lists: readonly (readonly string[])[]): string[] {
  const after = new Map<string, string[]>();
  const before = new Map<string, number>();
  for (const list of lists)
    for (const [at, one] of list.entries()) {
      if (!before.has(one)) before.set(one, 0);
      const previous = list[at - 1];
      if (previous === undefined) continue;
      after.set(previous, [...(after.get(previous) ?? []), one]);
      before.set(one, (before.get(one) ?? 0) + 1);
    }
  // A stack stays with one list as long as possible, which keeps its exclusive entries together.
  const ready = [...before]
    .filter(([, count]) => count === 0)
    .map(([one]) => one)
    .reverse();
  const order: string[] = [];
  for (let one = ready.pop(); one !== undefined; one = ready.pop()) {
    order.push(one);
    for (const next of (after.get(one) ?? []).toReversed()) {
      const left = (before.get(next) ?? 0) - 1;
      before.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return order;
}
