import { knownVersions } from '../../../contracts/versions.ts';
import { type Exchange, jsonOf, pathnameOf, queryOf } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { indexOperations } from '../../traffic/operations.ts';

const operations = indexOperations(knownVersions);

function isCount(exchange: Exchange): boolean {
  if (!queryOf(exchange).has('count')) return false;
  const json = jsonOf(exchange);
  return isObject(json) && typeof json.count === 'number' && json.data === undefined;
}

/** What was requested with success that no requirement is about, each once. */
export function undescribedIn(exchanges: readonly Exchange[]): readonly string[] {
  return unique(
    exchanges.flatMap((one) => {
      const pathname = pathnameOf(one);
      if (one.response?.status !== 200) return [];
      const found = operations.find(one.request.method, pathname);
      if (!found) return [plain(pathname)];
      const isDescribed = found.operation.queryParams.includes('count');
      return isCount(one) && !isDescribed ? [`?count= of ${plain(pathname)}`] : [];
    }),
  );
}

/** Paths with a version, each once. */
export function unknownPathsIn(exchanges: readonly Omit<Exchange, 'seq'>[]): readonly string[] {
  return unique(exchanges.map((one) => plain(pathnameOf({ seq: 0, ...one }))));
}

/** A path without ids, which may be those of a person. */
function plain(pathname: string): string {
  return pathname
    .split('/')
    .map((one) => (/^(?:v\d{1,2}\.\d{1,2}|[A-Za-z_-]{0,40})$/.test(one) ? one : '{id}'))
    .join('/');
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
