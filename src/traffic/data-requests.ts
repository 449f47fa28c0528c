import type { Addressed } from './operations.ts';
import type { ReadExchange } from './read-exchange.ts';

/** A request on a documented path of the Data API, whatever its method; the operation is the one that reads. */
export interface DataRequest extends Addressed {
  readonly exchange: ReadExchange;
}

/** The requests on documented paths of the Data API, in their order. */
export class DataRequests {
  readonly all: readonly DataRequest[];
  readonly reads: readonly DataRequest[];
  readonly #served: ReadonlyMap<string, readonly ReadExchange[]>;

  constructor(exchanges: readonly ReadExchange[]) {
    this.all = exchanges.flatMap((exchange) => {
      const { addressedPath } = exchange;
      return addressedPath?.profile.kind === 'data' ? [{ ...addressedPath, exchange }] : [];
    });
    this.reads = this.all.filter(({ exchange }) => exchange.method === 'GET');
    const served = this.reads.map((one) => one.exchange).filter((one) => !isTokenless(one) && one.isServed);
    this.#served = Map.groupBy(served, (one) => one.pathname);
  }

  /** Reads of the same path, queries aside, that were served to a token: what a refused request is compared with. */
  servedAt({ pathname }: ReadExchange): readonly ReadExchange[] {
    return this.#served.get(pathname) ?? [];
  }
}

/** What a path leads to: `/students`, `/students/{id}`, or what is below a record. */
export function kindOf({ operation }: DataRequest): 'list' | 'record' | 'second-level path' {
  const segments = operation.path.split('/').length - 1;
  return segments === 1 ? 'list' : segments === 2 ? 'record' : 'second-level path';
}

/** `GET /students/{id}`: the operation that is addressed, whatever the method. */
export function nameOf({ operation }: DataRequest): `GET /${string}` {
  return `GET /${operation.path.slice(1)}`;
}

/** No Authorization header, or one that has a scheme and no token. */
export function isTokenless({ token }: ReadExchange): boolean {
  return /^(?:bearer)?\s*$/i.test(token);
}
