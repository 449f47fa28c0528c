import { allProfiles, type Profile, profiles } from '../../contracts/profiles.ts';
import { ClientOptionError } from './errors.ts';

/** Query parameters; a list becomes a repeated parameter, `undefined` is omitted. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

const dataProfiles = allProfiles.filter((one) => one.kind === 'data');

/** `/v3.1` for `data-v3.1`. Throws `ClientOptionError` for any other name. @default v2.0 */
export function dataPrefixOf(api: string = profiles[0].name): string {
  const found = dataProfiles.find(({ name }) => name === api);
  if (found) return found.prefix;
  throw new ClientOptionError(
    `There is no version ${JSON.stringify(api)} of the Data API.`,
    `Give one of ${dataProfiles.map(({ name }) => name).join(', ')}.`,
  );
}

/** The name that the version of a path may give to a list without records. */
export function emptyListAt(path: string): string | undefined {
  const found: Profile | undefined = dataProfiles.find(({ prefix }) => path.startsWith(`${prefix}/`));
  return found?.emptyListAs;
}

export const lmsPrefix = profiles[1].prefix;

/** The documented maximum limit: 10000. */
export const maxLimit = Math.max(...profiles.map((profile) => profile.limit.max));

/**
 * The absolute URL of a path under the Data API's prefix, or of a full path with version (`/v3.1/…`). Throws
 * `ClientOptionError` if the path leads to another origin.
 */
export function urlOf(
  { origin, dataPrefix }: { readonly origin: string; readonly dataPrefix: string },
  path: string,
  query: Query = {},
): URL {
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
