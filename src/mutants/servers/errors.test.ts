import { answering, rewriting } from '../mutant.ts';
import { errorsMutants } from './errors.ts';
import { says, tokenIn } from './errors-support.ts';
import {
  describeLegal,
  describeMutants,
  describeNobody,
  describeReadOnly,
  readOnly,
} from './errors-testing.ts';

describeMutants('errors', errorsMutants, {
  'errors/deleted-sections-stay-in-a-cache': ['errors/unshared-record-is-404'],
});
describeNobody('errors');

describeLegal('errors', {
  'messages under `message`': {
    tamper: rewriting(
      (_, __, response) => response.status >= 400 && response.status !== 429,
      (body) => ({ message: body.error, hint: 'see the documents' }),
    ),
  },
  'messages as bare text': {
    tamper: answering(
      () => true,
      async (response) =>
        response.status >= 400 && response.status < 500
          ? new Response('no such thing', {
              status: response.status,
              headers: { 'content-type': 'text/plain' },
            })
          : response,
    ),
  },
  'unreadable queries are served': {
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      return response.status === 400
        ? await sandbox.fetch(
            new Request(new URL('/v2.0/students', request.url), { headers: request.headers }),
          )
        : response;
    },
  },
  'links in another order, with an extra field': {
    tamper: rewriting(
      (_, url, response) => response.status === 200 && url.pathname.startsWith('/v2.0/'),
      (body) => ({ ...body, links: body.links.reverse(), took: 3 }),
    ),
  },
  'a proxy that is down for a moment': {
    tamper: (sandbox) => {
      let requests = 0;
      return async (request) => {
        const response = await sandbox.fetch(request);
        return ++requests % 17 === 0 && requests < 60 ? says(response, 503, 'try again') : response;
      };
    },
  },
  'a foreign server with 405 for methods': {
    as: readOnly(),
    tamper: answering(
      (request) => request.method === 'PROPFIND',
      (response) => says(response, 405, 'Method Not Allowed'),
    ),
  },
  'a foreign server with a proxy that refuses methods': {
    as: readOnly(),
    tamper: answering(
      (request) => request.method === 'PROPFIND',
      (response) => says(response, 400, 'Bad Request'),
    ),
  },
  'a foreign server whose token has no students': {
    as: readOnly(),
    tamper: answering(
      (request, url) => tokenIn(request) !== '' && url.pathname.startsWith('/v2.0/students'),
      (response) =>
        response.status === 200 ? says(response, 404, "Resource not in token's scopes") : response,
    ),
  },
  'a foreign server whose list changes meanwhile': {
    as: readOnly(),
    tamper: (sandbox) => {
      let requests = 0;
      return async (request) => {
        const isSynced = ++requests > 20 && request.url.endsWith('/students?limit=2');
        return await sandbox.fetch(
          isSynced
            ? new Request(request.url.replace('limit=2', 'limit=3'), { headers: request.headers })
            : request,
        );
      };
    },
  },
});

describe('a foreign server', () => {
  describeReadOnly('errors');
});
