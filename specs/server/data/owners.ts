import { ownerIn } from '../../../src/api.ts';
import type { Members } from '../../../src/text/json.ts';
import { idInPath } from '../../../src/traffic/operation-traffic.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import type { Traffic } from '../../../src/traffic/traffic.ts';

/** The record in the path of a request, as every response to the same token shows it that lists it or serves it by its id. */
export function ownersOf(
  exchange: ReadExchange,
  { dataApi, operations }: Pick<Traffic, 'dataApi' | 'operations'>,
): readonly Members[] {
  const list = `/${ownerIn(exchange.addressed?.operation.path ?? '')}`;
  const shown = [list, `${list}/{id}`].flatMap((path) => operations.of(dataApi.readerOf(path)));
  return shown
    .filter(({ token }) => token === exchange.token)
    .flatMap((one) => one.carriedRecords)
    .filter(({ id }) => id === idInPath(exchange));
}
