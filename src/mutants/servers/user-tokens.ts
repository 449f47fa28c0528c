import type { ApiName } from '../../../contracts/profiles.ts';
import { answering, rewriting, type ServerMutant } from '../mutant.ts';
import { strayId } from './data/records.ts';
import { again, says } from './errors/support.ts';

const apis: readonly ApiName[] = ['data-v3.1'];
const isMe = (_: Request, { pathname }: URL) => pathname === '/v3.1/me';

/** Servers that serve the tokens of users wrongly. */
export const userTokenMutants: readonly ServerMutant[] = [
  {
    name: 'access/me-is-another-user',
    breaks: 'access/user-token',
    apis,
    tamper: rewriting(isMe, (body) => ({ ...body, data: { ...body.data, id: strayId } })),
  },
  {
    name: 'access/me-links-to-a-teacher-of-no-version',
    breaks: 'access/user-token',
    apis,
    tamper: rewriting(isMe, (body) => {
      for (const link of body.links ?? []) link.uri = link.uri.replace('/v3.1/users/', '/v3.1/teachers/');
      return body;
    }),
  },
  {
    name: 'access/me-is-unknown',
    breaks: 'access/user-token',
    apis,
    tamper: answering(isMe, (response) => says(response, 404, 'Resource not found')),
  },
  {
    name: 'access/a-user-reads-page-by-page',
    breaks: 'access/user-token-cannot-page',
    apis,
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const isRefused = response.status === 400 && /token of a user/.test(await response.clone().text());
      return isRefused ? await again(sandbox, request, sandbox.token) : response;
    },
  },
];
