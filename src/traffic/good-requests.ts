import type { ReadExchange } from './read-exchange.ts';
import type { Traffic } from './traffic.ts';

/** The same good request before and after others, some of which may have been refused. */
export interface GoodPair {
  readonly name: string;
  readonly before: ReadExchange;
  /** The request after them. */
  readonly exchange: ReadExchange;
  /** What was refused between the two. */
  readonly refused: readonly ReadExchange[];
}

/** Each good request with the one before it. */
export function goodPairs(traffic: Traffic): readonly GoodPair[] {
  const refused = traffic.exchanges.filter(isRefusal);
  const good = traffic
    .steps('errors/error-is-side-effect-free')
    .flatMap((one) =>
      one.roles('good').map((after) => ({ name: one.name, after, before: one.role('before') })),
    )
    .sort((a, b) => a.after.seq - b.after.seq);
  return good.flatMap(({ name, after, ...own }, at) => {
    const before = own.before ?? good[at - 1]?.after;
    if (!before) return [];
    const between = refused.filter((one) => one.seq > before.seq && one.seq < after.seq);
    return [{ name, before, exchange: after, refused: between }];
  });
}

/** 4xx, and 501, which says that the API does not have what was requested. */
export function isRefusal({ status }: ReadExchange): boolean {
  return (status >= 400 && status < 500) || status === 501;
}
