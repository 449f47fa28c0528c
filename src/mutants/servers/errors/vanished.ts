import type { ServerMutant } from '../../mutant.ts';
import { says } from './support.ts';

/** A server with another response for records that it served before and no longer serves. */
function remembering(
  path: RegExp,
  change: (response: Response, before: string) => Response,
): ServerMutant['tamper'] {
  return (sandbox) => {
    const known = new Map<string, string>();
    return async (request) => {
      const response = await sandbox.fetch(request);
      const { pathname, search } = new URL(request.url);
      if (request.method !== 'GET' || !path.test(pathname)) return response;
      const key = pathname + search + request.headers.get('authorization');
      const before = known.get(key);
      if (response.status === 200) known.set(key, before ?? (await response.clone().text()));
      return before === undefined ? response : change(response, before);
    };
  };
}

const still = (response: Response, body: string) =>
  new Response(body, { status: 200, headers: response.headers });

/** Removed records that are partly still served. A deleted record looks like one that is no longer shared. */
export const vanishedMutants: readonly ServerMutant[] = [
  {
    name: 'errors/deleted-students-are-410',
    breaks: 'errors/deleted-record-is-404',
    alsoFails: ['errors/unshared-record-is-404'],
    tamper: remembering(/^\/v2.0\/students\/[^/]+$/, (response) =>
      response.status === 404 ? says(response, 410, 'Gone') : response,
    ),
  },
  {
    name: 'errors/the-district-of-a-teacher-who-left-is-served',
    breaks: 'errors/deleted-record-is-404',
    alsoFails: ['errors/unshared-record-is-404'],
    tamper: remembering(/^\/v2.0\/teachers\/[^/]+\/district$/, (response, before) =>
      response.status === 404 ? still(response, before) : response,
    ),
  },
  {
    name: 'errors/the-sections-of-a-student-who-left-are-served',
    breaks: 'errors/deleted-record-is-404',
    alsoFails: ['errors/unshared-record-is-404'],
    tamper: remembering(/^\/v2.0\/students\/[^/]+\/sections$/, (response, before) =>
      response.status === 404 ? still(response, before) : response,
    ),
  },
  {
    name: 'errors/unshared-teachers-stay-below-their-school',
    breaks: 'errors/unshared-record-is-404',
    tamper: remembering(/^\/v2.0\/schools\/[^/]+\/teachers$/, (response, before) =>
      response.status === 200 ? still(response, before) : response,
    ),
  },
];
