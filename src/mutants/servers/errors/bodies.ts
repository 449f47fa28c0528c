import { answering, type ServerMutant } from '../../mutant.ts';
import { says, tokenIn } from './support.ts';

/** Wrong error bodies, leaked input and side effects of errors. */
export const bodyMutants: readonly ServerMutant[] = [
  {
    name: 'errors/too-large-says-nothing',
    breaks: 'errors/message-readable',
    tamper: answering(
      () => true,
      (response) =>
        response.status === 413 ? new Response(null, { status: 413, headers: response.headers }) : response,
    ),
  },
  {
    name: 'errors/message-is-an-object',
    breaks: 'errors/message-readable',
    tamper: answering(
      (_, url) => url.pathname.startsWith('/v2.0/'),
      (response) =>
        response.status === 401
          ? new Response('{"error":{"type":"auth"}}', { status: 401, headers: response.headers })
          : response,
    ),
  },
  {
    name: 'errors/unknown-records-are-a-web-page',
    breaks: 'errors/message-readable',
    tamper: answering(
      (request, url) => request.method === 'GET' && url.pathname.startsWith('/v2.0/terms/'),
      (response) =>
        response.status === 404
          ? new Response('<html><h1>Not found</h1></html>', {
              status: 404,
              headers: { ...Object.fromEntries(response.headers), 'content-type': 'text/html' },
            })
          : response,
    ),
  },
  {
    name: 'errors/refusal-repeats-the-token',
    breaks: 'errors/no-secret-echo',
    tamper: answering(
      (request) => tokenIn(request) !== '',
      (response, request) =>
        response.status === 401
          ? says(response, 401, `Unrecognized token string ${tokenIn(request)}`)
          : response,
    ),
  },
  {
    name: 'errors/debug-header-repeats-the-token-in-base64',
    breaks: 'errors/no-secret-echo',
    tamper: answering(
      () => true,
      (response, request) => {
        if (response.status !== 404) return response;
        const headers = new Headers(response.headers);
        headers.set('x-debug-request', Buffer.from(`auth=${tokenIn(request)}`).toString('base64'));
        return new Response(response.body, { status: 404, headers });
      },
    ),
  },
  {
    name: 'errors/refused-limit-sticks',
    breaks: 'errors/error-is-side-effect-free',
    tamper: (sandbox) => {
      let isStuck = false;
      return async (request) => {
        const url = new URL(request.url);
        if (isStuck && url.searchParams.get('limit') === '2') {
          isStuck = false;
          url.searchParams.set('limit', '1');
          return await sandbox.fetch(new Request(url, { headers: request.headers }));
        }
        const response = await sandbox.fetch(request);
        if (response.status === 413) isStuck = true;
        return response;
      };
    },
  },
  {
    name: 'errors/unknown-token-closes-the-door-for-the-next',
    breaks: 'errors/error-is-side-effect-free',
    tamper: (sandbox) => {
      let isClosed = false;
      return async (request) => {
        const response = await sandbox.fetch(request);
        const wasClosed = isClosed;
        isClosed = response.status === 401 && tokenIn(request) !== '';
        const isNext = wasClosed && tokenIn(request) === sandbox.token;
        return isNext && response.status === 200 && request.url.endsWith('/students?limit=2')
          ? says(response, 401, 'Unrecognized token string')
          : response;
      };
    },
  },
];
