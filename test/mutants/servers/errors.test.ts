import { answering } from '../../../src/mutants/mutant.ts';
import { errorsMutants } from '../../../src/mutants/servers/errors/errors.ts';
import { says, tokenIn } from '../../../src/mutants/servers/errors/support.ts';
import { describeDoubtful, describeMutants, foreign } from './testing.ts';

describeMutants('errors', errorsMutants);

/** Answers of the target to the one undocumented method that every server may be asked. */
const toPropfind = (status: number, error: string) =>
  answering(
    (request) => request.method === 'PROPFIND',
    (response) => says(response, status, error),
  );

describeDoubtful('errors', {
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
  'a proxy that is down for a moment': {
    tamper: (sandbox) => {
      let requests = 0;
      return async (request) => {
        const response = await sandbox.fetch(request);
        return ++requests % 17 === 0 && requests < 60 ? says(response, 503, 'try again') : response;
      };
    },
  },
  'a foreign server with 405 for methods': { as: foreign(), tamper: toPropfind(405, 'Method Not Allowed') },
  'a foreign server with a proxy that refuses methods': {
    as: foreign(),
    tamper: toPropfind(400, 'Bad Request'),
  },
  'a foreign server whose token has no students': {
    as: foreign(),
    tamper: answering(
      (request, url) => tokenIn(request) !== '' && url.pathname.startsWith('/v2.0/students'),
      (response) =>
        response.status === 200 ? says(response, 404, "Resource not in token's scopes") : response,
    ),
  },
  'a foreign server whose list changes meanwhile': {
    as: foreign(),
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
