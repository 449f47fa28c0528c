import { UsageError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { rerank } from '../redaction/rerank.ts';
import type { Evidence, RecordedObservation } from '../result.ts';

const remedy = 'Give the report directory of each shard of one run, once each.';

/**
 * Merges the evidence of all shards of one run. Exchanges are ordered by time; ids get pseudonyms whose order fits all
 * shards. Throws `UsageError` for a missing or duplicate shard, and for shards of different runs.
 */
export function mergeEvidence(shards: readonly Evidence[]): Evidence {
  const sorted = inOrder(shards);
  const [first] = sorted as [Evidence, ...Evidence[]];
  const isServer = sorted.every((one) => one.observations === undefined);
  const whole: Evidence = {
    format: first.format,
    formatVersion: first.formatVersion,
    context: first.context,
    notProvoked: Object.assign({}, ...sorted.map((one) => one.notProvoked)),
    ...(sorted.some((one) => one.notApplicable)
      ? { notApplicable: Object.assign({}, ...sorted.map((one) => one.notApplicable)) }
      : {}),
    ...(first.shard?.selected ? { selected: first.shard.selected } : {}),
    ...inconclusiveIn(sorted),
    ...withheldIn(sorted),
    ...(isServer ? { exchanges: ofServers(sorted) } : ofClients(sorted)),
  };
  return whole;
}

function inOrder(shards: readonly Evidence[]): Evidence[] {
  const first = shards[0]?.shard;
  if (!first || shards.some((one) => !one.shard))
    throw new UsageError(
      'A report directory does not belong to a shard: the run did not use --shard.',
      remedy,
    );
  const about = (one: Evidence) =>
    JSON.stringify([one.context, one.shard?.of, one.shard?.selected, one.observations === undefined]);
  const foreign = shards.find((one) => about(one) !== about(shards[0] as Evidence));
  if (foreign)
    throw new UsageError(
      `Shard ${foreign.shard?.index} of ${foreign.shard?.of} belongs to another run than the first shard.`,
      remedy,
    );
  for (let index = 1; index <= first.of; index++) {
    const found = shards.filter((one) => one.shard?.index === index).length;
    if (found === 0) throw new UsageError(`Shard ${index} of ${first.of} is missing.`, remedy);
    if (found > 1) throw new UsageError(`Shard ${index} of ${first.of} was given ${found} times.`, remedy);
  }
  return shards.toSorted((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0));
}

function inconclusiveIn(shards: readonly Evidence[]): Pick<Evidence, 'inconclusive'> {
  const found = shards.find((one) => one.inconclusive !== undefined)?.inconclusive;
  return found === undefined ? {} : { inconclusive: found };
}

function withheldIn(shards: readonly Evidence[]): Pick<Evidence, 'withheld'> {
  const withheld = shards.flatMap((one) => one.withheld ?? []);
  return withheld.length === 0 ? {} : { withheld };
}

/** Drops the preflight requests of all shards but the first, as in an unsharded run. */
function ofServers(shards: readonly Evidence[]): Exchange[] {
  const lists = shards.map(({ exchanges, shard }, at) => exchanges.slice(at === 0 ? 0 : (shard?.head ?? 0)));
  const parts = lists.map((list, at) => ({
    exchanges: renumberTokens(list, shards, at),
    instants: shards[at]?.shard?.instants ?? [],
  }));
  return rerank(parts)
    .flat()
    .sort((a, b) => a.request.sentAtMs - b.request.sentAtMs)
    .map((exchange, seq) => ({ ...exchange, seq }));
}

/** `«token:2»` of two shards may be different tokens: renumbers them by first use. */
function renumberTokens(list: readonly Exchange[], shards: readonly Evidence[], at: number): Exchange[] {
  const all = [...new Set(shards.flatMap((one) => one.shard?.tokens ?? []))];
  const mine = shards[at]?.shard?.tokens ?? [];
  const name = (whole: string, number: string) => {
    const found = all.indexOf(mine[Number(number) - 1] ?? '');
    return found < 0 ? whole : `«token:${found + 1}»`;
  };
  if (mine.every((token, n) => token === all[n])) return [...list];
  return list.map((one) => JSON.parse(JSON.stringify(one).replace(/«token:(\d+)»/g, name)) as Exchange);
}

/** Scenarios are independent, so their pseudonyms need not match. Ordered as in an unsharded run. */
function ofClients(shards: readonly Evidence[]): Pick<Evidence, 'exchanges' | 'observations'> {
  const all = shards
    .flatMap(({ observations = [], exchanges, shard }) =>
      observations.map((observation, at) => ({ observation, exchanges, place: shard?.places?.[at] ?? 0 })),
    )
    .sort((a, b) => a.place - b.place);
  const exchanges: Exchange[] = [];
  const observations: RecordedObservation[] = [];
  for (const { observation, exchanges: source } of all) {
    const { first, count } = observation.exchanges;
    observations.push({ ...observation, exchanges: { first: exchanges.length, count } });
    for (const exchange of source.slice(first, first + count))
      exchanges.push({ ...exchange, seq: exchanges.length });
  }
  return { exchanges, observations };
}
