import type { OperationModel } from '../../../openapi/model-types.ts';
import type { Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { isBareList } from '../list-page.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { type ListAddress, pagingParams } from './list-address.ts';
import { groupOf, List, type ListGroup } from './lists.ts';
import type { Walk } from './walks.ts';

/** A list whose entries have neither envelopes nor ids, as one token sees it for one owner with one set of filters. */
export class BareList extends List {
  /** Equal for requests of one token for the entries of one owner, whatever the filters. */
  readonly owner: string;
  /** The documented filters of the requests, by name. */
  readonly filters: ReadonlyMap<string, string>;

  constructor(address: Pick<ListAddress, 'operation' | 'profile'>, exchanges: readonly ReadExchange[]) {
    super(address, exchanges, true);
    const [first] = exchanges;
    this.owner = first ? ownerOf(first) : '';
    this.filters = new Map(first ? filtersOf(first, address.operation) : []);
  }

  /** Walks from the first page to the last. */
  get whole(): readonly Walk[] {
    return this.forward.filter(({ fromStart, end }) => fromStart && end.kind === 'complete');
  }

  /** The entries of its pages by the ids that their content gives them. */
  get entries(): ReadonlyMap<string, Members> {
    return new Map(this.pages.flatMap(entriesOf));
  }
}

/** What was requested of one operation with such a list. */
export interface BareLists extends ListGroup {
  readonly operation: OperationModel;
  readonly lists: readonly BareList[];
}

/** The lists without envelopes in the traffic of a Data API, by operation. */
export function findBareLists(exchanges: readonly ReadExchange[]): readonly BareLists[] {
  const asked = exchanges.filter(
    ({ addressed }) => addressed?.profile.kind === 'data' && isBareList(addressed.operation),
  );
  return [...Map.groupBy(asked, ({ addressed }) => addressed?.operation)].flatMap(([operation, some]) => {
    const profile = some[0]?.addressed?.profile;
    if (!operation || !profile) return [];
    const keyOf = (one: ReadExchange) =>
      [
        ownerOf(one),
        ...filtersOf(one, operation)
          .map((pair) => pair.join('='))
          .sort(),
      ].join('\n');
    const lists = [...Map.groupBy(some, keyOf).values()].map(
      (ofList) => new BareList({ operation, profile }, ofList),
    );
    return [{ ...groupOf(operation.path, lists), operation, lists }];
  });
}

/** The entries of a page with their ids. */
export function entriesOf({
  exchange,
  ids,
}: {
  readonly exchange: ReadExchange;
  readonly ids: readonly string[];
}): readonly (readonly [id: string, entry: Members])[] {
  return (exchange.entries ?? []).filter(isObject).map((entry, at) => [ids[at] ?? '', entry] as const);
}

/** What the last complete walk before this one and the first one after it both have: it was there in between. */
export function steadyDuring(walk: Walk, wholes: readonly Walk[]): ReadonlySet<string> {
  const seqOf = ({ exchange }: Walk) => exchange.seq;
  const before = wholes.filter((one) => seqOf(one) < seqOf(walk)).at(-1);
  const after = wholes.find((one) => seqOf(one) > seqOf(walk));
  return new Set(before && after ? [...before.ids].filter((id) => after.ids.has(id)) : []);
}

function ownerOf({ token, pathname }: ReadExchange): string {
  return `${token}\n${pathname}`;
}

function filtersOf({ query }: ReadExchange, { queryParams }: OperationModel): readonly [string, string][] {
  return [...query].filter(([name]) => queryParams.includes(name) && !pagingParams.has(name));
}
