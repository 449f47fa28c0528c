import type { Profile } from '../../../contracts/profiles.ts';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { apiFor } from '../../api.ts';
import { splitVersion } from '../../client/links.ts';
import type { ReadExchange } from '../read-exchange.ts';

/** The list that a request is about. */
export interface ListAddress {
  readonly operation: OperationModel;
  readonly profile: Profile;
  /** Equal for requests of one token for one list with the same filters. */
  readonly key: string;
}

/** Parameters that select a part of a list; all others are filters. */
export const pagingParams: ReadonlySet<string> = new Set(['limit', 'starting_after', 'ending_before']);

/** Whether a request asks for a part of a list by a documented filter. */
export function isFiltered({ addressed, query }: ReadExchange): boolean {
  const filters = addressed?.operation.queryParams.filter((name) => !pagingParams.has(name)) ?? [];
  return filters.some((name) => query.has(name));
}

/** The paginated operation of a request, under whatever version a link may have led to. */
export function listAddressOf(exchange: ReadExchange, profiles: readonly Profile[]): ListAddress | undefined {
  const { addressed } = exchange;
  const [, pathname] = splitVersion(exchange.pathname);
  const profile = addressed?.profile ?? profiles.find((one) => one.kind === 'data');
  const operation = addressed?.operation ?? (profile && operationAt(pathname, profile));
  if (!profile || !operation?.paginated || exchange.isCount || isByNumber(exchange)) return undefined;
  // Only a documented parameter is a filter: one that a server adds to its own links makes no other list.
  const filters = [...exchange.query]
    .filter(([name]) => operation.queryParams.includes(name) && !pagingParams.has(name))
    .map((pair) => pair.join('='))
    .sort();
  return { operation, profile, key: [exchange.token, pathname, ...filters].join('\n') };
}

/** Old clients ask for `page=2`, a way of paging that no document describes. The suite does so only where a link leads it there. */
function isByNumber({ step, query }: ReadExchange): boolean {
  return step === undefined && query.has('page');
}

function operationAt(pathname: string, profile: Profile): OperationModel | undefined {
  const segments = pathname.split('/');
  return apiFor(profile).operations.find((operation) => {
    const parts = operation.path.split('/');
    return (
      operation.paginated &&
      parts.length === segments.length &&
      parts.every((part, at) => part === segments[at] || part.startsWith('{'))
    );
  });
}

/** The limit that applies, or `undefined` where the request asked for one that the documents do not allow. */
export function limitOf({ query }: ReadExchange, profile: Profile): number | undefined {
  const asked = query.getAll('limit');
  if (asked.length === 0) return profile.limit.default;
  const limit = asked.length === 1 && /^\d{1,9}$/.test(asked[0] ?? '') ? Number(asked[0]) : 0;
  return limit >= 1 && limit <= profile.limit.max ? limit : undefined;
}
