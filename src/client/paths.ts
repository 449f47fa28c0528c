import { profiles } from '../../contracts/profiles.ts';
import { ClientOptionError } from './errors.ts';

/** Query members; a list becomes a repeated member, `undefined` none. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

/** `/v2.0` and `/v3.1`: what stands before the paths of the two documents. */
export const dataPrefix = profiles[0].prefix;
export const lmsPrefix = profiles[1].prefix;

/** The most that any document lets a page be asked for: 10000. */
export const maxLimit = Math.max(...profiles.map((profile) => profile.limit.max));

/**
 * The absolute URL of a path below the Data API's prefix, or of a full one that starts with a version (`/v3.1/…`). Throws
 * `ClientOptionError` where the path would lead away from the origin.
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
      'Ask for smaller pages: next links lead to the rest.',
    );
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of [value].flat()) url.searchParams.append(name, String(one));
  }
  return url;
}
