import { profiles } from '../../contracts/profiles.ts';
import { ClientOptionError } from './errors.ts';

/** Query parameters; a list becomes a repeated parameter, `undefined` is omitted. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

/** `/v2.0` and `/v3.1`: path prefixes of the two documents. */
export const dataPrefix = profiles[0].prefix;
export const lmsPrefix = profiles[1].prefix;

/** The documented maximum limit: 10000. */
export const maxLimit = Math.max(...profiles.map((profile) => profile.limit.max));

/**
 * The absolute URL of a path under the Data API's prefix, or of a full path with version (`/v3.1/…`). Throws
 * `ClientOptionError` if the path leads to another origin.
 */
export function urlOf(origin: string, path: string, query: Query = {}): URL {
  const full = /^\/v\d+(\.\d+)?\//.test(path) ? path : `${dataPrefix}${path}`;
  const url = path.startsWith('/') && URL.canParse(full, origin) ? new URL(full, origin) : undefined;
  if (url?.origin !== origin)
    throw new ClientOptionError(
      `${JSON.stringify(path)} is not a path.`,
      'Pass a path such as /students or /v3.1/sections/{id}/….',
    );
  if (Number(query.limit) > maxLimit)
    throw new ClientOptionError(
      `limit is more than ${maxLimit}.`,
      'Request smaller pages and follow the next links.',
    );
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of [value].flat()) url.searchParams.append(name, String(one));
  }
  return url;
}
