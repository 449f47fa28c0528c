import { answering, type ServerMutant } from '../../mutant.ts';
import { attendanceErrorMutants } from './attendance.ts';
import { bodyMutants } from './bodies.ts';
import { breadthMutants } from './breadth.ts';
import { again, hasNoToken, says } from './support.ts';
import { vanishedMutants } from './vanished.ts';

const isById = (url: URL, collection: string) => new RegExp(`^/v2.0/${collection}/[^/]+$`).test(url.pathname);

/** The status table: one status each, for one kind of request. */
const statusMutants: readonly ServerMutant[] = [
  {
    name: 'errors/empty-lists-are-204',
    breaks: 'errors/success-is-200',
    tamper: answering(
      (request) => request.method === 'GET',
      async (response) => {
        const isEmpty = response.status === 200 && (await response.clone().text()).startsWith('{"data":[],');
        return isEmpty ? new Response(null, { status: 204, headers: response.headers }) : response;
      },
    ),
  },
  {
    name: 'errors/second-level-lists-are-206',
    breaks: 'errors/success-is-200',
    tamper: answering(
      (_, url) => /^\/v2.0\/schools\/[^/]+\/students$/.test(url.pathname),
      (response) =>
        response.status === 200
          ? new Response(response.body, { status: 206, headers: response.headers })
          : response,
    ),
  },
  {
    name: 'errors/cursor-that-is-no-id-is-404',
    breaks: 'errors/bad-request-is-400',
    tamper: answering(
      (_, url) => url.searchParams.get('ending_before') === 'not-an-id',
      (response) => says(response, 404, 'Resource not found'),
    ),
  },
  {
    name: 'errors/broken-percent-encoding-is-500',
    breaks: 'errors/bad-request-is-400',
    tamper: answering(
      (_, url) => url.search.includes('%zz'),
      (response) => says(response, 500, 'URIError: URI malformed'),
    ),
  },
  {
    name: 'errors/limit-that-is-no-number-is-413',
    breaks: 'errors/bad-request-is-400',
    tamper: answering(
      (_, url) => url.searchParams.get('limit') === 'ten',
      (response) => says(response, 413, 'limit too large'),
    ),
  },
  {
    name: 'errors/records-without-a-token-are-403',
    breaks: 'errors/missing-token-is-401',
    tamper: answering(
      (request, url) => hasNoToken(request) && isById(url, 'students'),
      (response) => says(response, 403, 'Forbidden'),
    ),
  },
  {
    name: 'errors/lists-need-no-token',
    breaks: 'errors/missing-token-is-401',
    tamper: (sandbox) => async (request) =>
      hasNoToken(request) && new URL(request.url).search !== ''
        ? await again(sandbox, request, sandbox.token)
        : await sandbox.fetch(request),
  },
  {
    name: 'errors/records-with-an-unknown-token-are-404',
    breaks: 'errors/invalid-token-is-401',
    tamper: answering(
      (request, url) => !hasNoToken(request) && isById(url, 'students'),
      (response) => (response.status === 401 ? says(response, 404, 'Resource not found') : response),
    ),
  },
  {
    name: 'errors/lists-with-an-unknown-token-are-empty',
    breaks: 'errors/invalid-token-is-401',
    tamper: answering(
      (request, url) => !hasNoToken(request) && url.pathname === '/v2.0/students',
      (response) =>
        response.status === 401
          ? new Response('{"data":[],"links":[{"rel":"self","uri":"/v2.0/students"}]}', {
              headers: response.headers,
            })
          : response,
    ),
  },
  {
    name: 'errors/unknown-contacts-are-empty-records',
    breaks: 'errors/unknown-record-is-404',
    alsoFails: ['errors/deleted-record-is-404', 'errors/unshared-record-is-404'],
    tamper: answering(
      (request, url) => request.method === 'GET' && isById(url, 'contacts'),
      (response) =>
        response.status === 404 ? new Response('{"data":null}', { headers: response.headers }) : response,
    ),
  },
  {
    name: 'errors/unknown-events-are-500',
    breaks: 'errors/unknown-record-is-404',
    tamper: answering(
      (request, url) => request.method === 'GET' && isById(url, 'events'),
      (response) => (response.status === 404 ? says(response, 500, 'no rows in result set') : response),
    ),
  },
  {
    name: 'errors/limit-is-off-by-one',
    breaks: 'errors/limit-over-10000-is-413',
    tamper: (sandbox) => async (request) =>
      request.url.endsWith('limit=10001')
        ? await sandbox.fetch(new Request(request.url.replace(/1$/, '0'), { headers: request.headers }))
        : await sandbox.fetch(request),
  },
  {
    name: 'errors/limit-over-10000-is-400-below-schools',
    breaks: 'errors/limit-over-10000-is-413',
    tamper: answering(
      (_, url) => url.pathname.startsWith('/v2.0/schools/'),
      (response) => (response.status === 413 ? says(response, 400, 'limit too large') : response),
    ),
  },
  {
    name: 'errors/patch-is-405',
    breaks: 'errors/unsupported-is-501',
    tamper: answering(
      (request, url) => request.method === 'PATCH' && isById(url, 'students'),
      (response) => says(response, 405, 'Method Not Allowed'),
    ),
  },
  {
    name: 'errors/propfind-is-taken-for-get',
    breaks: 'errors/unsupported-is-501',
    tamper: (sandbox) => async (request) =>
      request.method === 'PROPFIND' && request.url.endsWith('/students')
        ? await sandbox.fetch(new Request(request.url, { headers: request.headers }))
        : await sandbox.fetch(request),
  },
];

/** Removed records, outages, and requests after an error. */
const changeMutants: readonly ServerMutant[] = [
  {
    name: 'errors/deleted-sections-stay-in-a-cache',
    breaks: 'errors/deleted-record-is-404',
    // A removed record looks the same for any reason of its removal.
    alsoFails: ['errors/unshared-record-is-404'],
    tamper: (sandbox) => {
      const cache = new Map<string, string>();
      return async (request) => {
        const response = await sandbox.fetch(request);
        if (request.method !== 'GET' || !isById(new URL(request.url), 'sections')) return response;
        const key = request.url + request.headers.get('authorization');
        if (response.status === 200) cache.set(key, await response.clone().text());
        const known = cache.get(key);
        return response.status === 404 && known !== undefined
          ? new Response(known, { headers: response.headers })
          : response;
      };
    },
  },
  {
    name: 'errors/unshared-students-stay-in-lists-of-schools',
    breaks: 'errors/unshared-record-is-404',
    tamper: (sandbox) => {
      const cache = new Map<string, string>();
      return async (request) => {
        const response = await sandbox.fetch(request);
        const { pathname } = new URL(request.url);
        if (!/^\/v2.0\/schools\/[^/]+\/students$/.test(pathname) || response.status !== 200) return response;
        const key = request.url + request.headers.get('authorization');
        const body = cache.get(key) ?? (await response.clone().text());
        cache.set(key, body);
        return new Response(body, { headers: response.headers });
      };
    },
  },
  {
    name: 'errors/bad-gateway-becomes-unavailable',
    breaks: 'errors/outage-statuses',
    tamper: answering(
      () => true,
      (response) => (response.status === 502 ? says(response, 503, 'Service Unavailable') : response),
    ),
  },
  {
    name: 'errors/outage-comes-as-200',
    breaks: 'errors/outage-statuses',
    tamper: answering(
      () => true,
      (response) =>
        response.status === 503 ? new Response(response.body, { headers: response.headers }) : response,
    ),
  },
  {
    name: 'errors/outage-lasts-one-request-longer',
    breaks: 'errors/outage-statuses',
    tamper: (sandbox) => {
      let isDown = false;
      return async (request) => {
        const response = await sandbox.fetch(request);
        const wasDown = isDown;
        isDown = response.status === 500;
        return wasDown && !isDown ? says(response, 500, 'Service Unavailable') : response;
      };
    },
  },
  {
    name: 'errors/outage-leaves-a-list-without-its-first-record',
    breaks: 'errors/outage-statuses',
    tamper: (sandbox) => {
      let wasDown = false;
      return async (request) => {
        const response = await sandbox.fetch(request);
        const isAfter = wasDown && response.status === 200;
        wasDown = response.status === 503;
        if (!isAfter) return response;
        const body = await response.json();
        return Response.json({ ...body, data: body.data.slice(1) }, { headers: response.headers });
      };
    },
  },
];

/** Servers that violate the status table or the error bodies of the Data API. */
export const errorsMutants: readonly ServerMutant[] = [
  ...statusMutants,
  ...changeMutants,
  ...vanishedMutants,
  ...bodyMutants,
  ...breadthMutants,
  ...attendanceErrorMutants,
];
