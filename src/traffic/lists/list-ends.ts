import type { ListPage } from '../list-page.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { least } from './ids.ts';
import type { List } from './lists.ts';
import type { WalkEnd } from './walks.ts';

/** A request for a page after the last record of a list, or before the first one. */
export interface OutsideRequest {
  readonly exchange: ReadExchange;
  /** A link of the list led there; otherwise the request chose the cursor. */
  readonly isLinked: boolean;
}

/** Requests outside a list. One that got no page counts only where another page shows that the list ends there. */
export function requestsOutside(list: List, side: 'end' | 'start'): readonly OutsideRequest[] {
  const { pages, failed, knownIds } = list;
  const walks = side === 'end' ? list.forward : list.backward;
  const linked = new Set(
    walks.flatMap(({ pages: [, ...reached], end }) => [
      ...reached.map((page) => page.exchange),
      ...(end.kind === 'no-page' ? [end.exchange] : []),
    ]),
  );
  const outermost = side === 'end' ? knownIds.at(-1) : knownIds[0];
  if (outermost === undefined) return [];
  const isOutside = (exchange: ReadExchange) =>
    side === 'end' ? list.isAfterTheEnd(exchange) : list.isBeforeTheStart(exchange);
  const served = pages.filter(({ after, before }) =>
    side === 'end'
      ? after === outermost && before === undefined
      : before === outermost && after === undefined,
  );
  return [...served, ...failed.filter(({ exchange }) => isOutside(exchange))].map(({ exchange }) => ({
    exchange,
    isLinked: linked.has(exchange),
  }));
}

/** A page that a `prev` link led to, while records of the list come before the page that it was reached from. */
export interface StepBack {
  readonly exchange: ReadExchange;
  readonly ids: readonly string[];
  /** The known id right before the page that it was reached from. */
  readonly lastDue: string;
  /** Known ids that it leaves out, between its least one and the page that it was reached from. */
  readonly skipped: readonly string[];
  /** The link had the cursor of its page's own request, as the documented example has, so the record at it is left out. */
  readonly repeatsCursor: boolean;
}

/** Pages that were reached by `prev`. A page reached from an empty one is left out: that one has no id to continue from. */
export function stepsBack(list: List): readonly StepBack[] {
  return list.backward.flatMap(({ pages: [start, ...reached] }) =>
    reached.flatMap((page, index) => stepBack(page, reached[index - 1] ?? start, list) ?? []),
  );
}

function stepBack({ exchange, ids }: ListPage, from: ListPage | undefined, list: List): StepBack | undefined {
  const after = from?.exchange.query.get('starting_after') ?? null;
  const repeatsCursor = after !== null && exchange.query.get('ending_before') === after;
  const bound = repeatsCursor ? after : least(from?.ids ?? []);
  const lastDue = bound === undefined ? undefined : list.idBefore(bound);
  if (bound === undefined || lastDue === undefined) return undefined;
  const skipped = list.missingBetween(least(ids) ?? bound, bound, new Set(ids));
  return { exchange, ids, lastDue, skipped, repeatsCursor };
}

/** A way back along `prev` that did not come to the first record. */
export interface UnfinishedWayBack {
  readonly exchange: ReadExchange;
  readonly end: WalkEnd;
  /** The known id that it should have come to next. */
  readonly nextDue: string;
}

/** Ways back that stopped early. A page may do without a `prev` link, says the overview: only a way that was begun counts. */
export function unfinishedWaysBack(list: List): readonly UnfinishedWayBack[] {
  return list.backward.flatMap(({ pages, end, exchange }) => {
    const bound = least(pages.at(-1)?.ids ?? []);
    const nextDue = bound === undefined ? undefined : list.idBefore(bound);
    const isBegun = pages.length > 1 || end.kind !== 'complete';
    return nextDue !== undefined && isBegun ? [{ exchange, end, nextDue }] : [];
  });
}
