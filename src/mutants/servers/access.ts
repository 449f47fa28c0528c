import type { Sandbox } from '../../sandbox/sandbox.ts';
import { answering, type ServerMutant } from '../mutant.ts';
import { again, says, tokenIn } from './errors/support.ts';

/** Tokens issued by a state: with few scopes, or limited to one school. */
const isIssued = (request: Request) => /^sandbox-token-\d+$/.test(tokenIn(request));
const neighbour = 'sandbox-other-district-token';

/** Responds as to another token if the caller's own is refused, with such a text, provided that it may read `list`. */
function borrowing(
  token: (sandbox: Sandbox) => string,
  when: (request: Request, url: URL) => boolean,
  list?: string,
  text: RegExp = /./,
): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const response = await sandbox.fetch(request);
    if (response.status === 200 || !when(request, new URL(request.url))) return response;
    if (!text.test(await response.clone().text())) return response;
    const mayRead =
      list === undefined || (await again(sandbox, request, tokenIn(request), list)).status === 200;
    return mayRead ? await again(sandbox, request, token(sandbox)) : response;
  };
}

const missingScope = /scopes/;
const full = (sandbox: Sandbox) => sandbox.token;

/** Servers that allow a token too much or too little. */
export const accessMutants: readonly ServerMutant[] = [
  {
    name: 'access/scheme-is-not-looked-at',
    breaks: 'access/bearer-token',
    tamper: (sandbox) => async (request) =>
      request.headers.get('authorization')?.startsWith('Token ')
        ? await again(sandbox, request, tokenIn(request))
        : await sandbox.fetch(request),
  },
  {
    name: 'access/basic-opens-too',
    breaks: 'access/bearer-token',
    tamper: (sandbox) => async (request) => {
      const [scheme, secret = ''] = (request.headers.get('authorization') ?? '').split(' ');
      if (scheme !== 'Basic') return await sandbox.fetch(request);
      return await again(sandbox, request, Buffer.from(secret, 'base64').toString().replace(/:$/, ''));
    },
  },
  {
    name: 'access/records-refuse-the-token-of-lists',
    breaks: 'access/bearer-token',
    tamper: answering(
      (request, url) =>
        request.method === 'GET' &&
        tokenIn(request) === 'sandbox-district-token' &&
        /^\/v2.0\/students\/\w+$/.test(url.pathname),
      (response) => says(response, 401, 'Unrecognized token string'),
    ),
  },
  {
    name: 'access/test-token-opens-lists-only',
    breaks: 'access/test-token',
    tamper: answering(
      (request, url) => tokenIn(request) === 'TEST_TOKEN' && url.pathname.split('/').length > 3,
      (response) => says(response, 401, 'Unrecognized token string'),
    ),
  },
  {
    name: 'access/test-token-gets-no-content',
    breaks: 'access/test-token',
    tamper: answering(
      (request) => tokenIn(request) === 'TEST_TOKEN',
      (response) => new Response(null, { status: 204, headers: response.headers }),
    ),
  },
  {
    name: 'access/scope-of-second-level-lists-is-not-checked',
    breaks: 'access/scopes-limit-resources',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && /^\/v2.0\/students\/\w+\/teachers$/.test(url.pathname),
      undefined,
      missingScope,
    ),
  },
  {
    name: 'access/scope-of-school-of-a-student-is-not-checked',
    breaks: 'access/scopes-limit-resources',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && url.pathname.endsWith('/school'),
      undefined,
      missingScope,
    ),
  },
  {
    name: 'access/events-tell-of-everything',
    breaks: 'access/scopes-limit-resources',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const isEvents = new URL(request.url).pathname === '/v2.0/events' && response.status === 200;
      if (!isEvents || !isIssued(request)) return response;
      const schools = await again(sandbox, request, tokenIn(request), '/v2.0/schools');
      return schools.status === 200 ? response : await again(sandbox, request, sandbox.token);
    },
  },
  {
    name: 'access/students-of-a-section-need-no-scope',
    breaks: 'access/scopes-limit-resources',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && /^\/v2.0\/sections\/\w+\/students$/.test(url.pathname),
      '/v2.0/sections',
      missingScope,
    ),
  },
  {
    name: 'access/the-list-of-contacts-needs-no-scope',
    breaks: 'access/scopes-limit-resources',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && url.pathname === '/v2.0/contacts',
      '/v2.0/terms',
    ),
  },
  {
    name: 'access/school-admins-need-two-scopes',
    breaks: 'access/scopes-limit-resources',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      if (!isIssued(request) || !/^\/v2.0\/school_admins\b/.test(new URL(request.url).pathname))
        return response;
      const schools = await again(sandbox, request, tokenIn(request), '/v2.0/schools');
      return schools.status === 200 ? response : says(response, 404, "Resource not in token's scopes");
    },
  },
  {
    name: 'access/one-event-by-id-of-any-type',
    breaks: 'access/scopes-limit-resources',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && /^\/v2.0\/events\/\w+$/.test(url.pathname),
      '/v2.0/events',
    ),
  },
  {
    name: 'access/contacts-of-students-of-all-schools',
    breaks: 'access/sharing-limits-data',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && /^\/v2.0\/students\/\w+\/contacts$/.test(url.pathname),
      '/v2.0/contacts?limit=1',
    ),
  },
  {
    name: 'access/terms-of-sections-of-any-district',
    breaks: 'access/sharing-limits-data',
    tamper: borrowing(
      full,
      (request, url) => tokenIn(request) === neighbour && /^\/v2.0\/sections\/\w+\/term$/.test(url.pathname),
    ),
  },
  {
    name: 'access/attendance-of-any-district',
    breaks: 'access/sharing-limits-data',
    apis: ['data-v3.1'],
    tamper: borrowing(
      full,
      (request, url) => tokenIn(request) === neighbour && url.pathname.startsWith('/v3.1/attendance/'),
    ),
  },
  {
    name: 'access/assignments-of-any-district',
    breaks: 'access/sharing-limits-data',
    tamper: borrowing(
      full,
      (request, url) =>
        tokenIn(request) === neighbour && request.method === 'GET' && url.pathname.startsWith('/v3.1/'),
    ),
  },
  {
    name: 'access/assignments-deleted-from-any-district',
    breaks: 'access/sharing-limits-data',
    tamper: (sandbox) => async (request) => {
      const isTheirs = tokenIn(request) === neighbour && request.method === 'DELETE';
      const headers = { authorization: `Bearer ${sandbox.token}` };
      return await sandbox.fetch(
        isTheirs && request.url.includes('/v3.1/')
          ? new Request(request.url, { method: 'DELETE', headers })
          : request,
      );
    },
  },
  {
    name: 'access/teachers-by-id-of-all-schools',
    breaks: 'access/sharing-limits-data',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && /^\/v2.0\/teachers\/\w+$/.test(url.pathname),
      '/v2.0/teachers',
    ),
  },
  {
    name: 'access/sections-of-all-schools-in-the-list',
    breaks: 'access/sharing-limits-data',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const isList = new URL(request.url).pathname === '/v2.0/sections' && response.status === 200;
      return isList && isIssued(request) ? await again(sandbox, request, sandbox.token) : response;
    },
  },
  {
    name: 'access/students-below-a-school-that-is-not-shared',
    breaks: 'access/sharing-limits-data',
    tamper: borrowing(
      full,
      (request, url) => isIssued(request) && /^\/v2.0\/schools\/\w+\/students$/.test(url.pathname),
      '/v2.0/schools',
      /not found/,
    ),
  },
  {
    name: 'access/students-by-id-of-any-district',
    breaks: 'access/sharing-limits-data',
    tamper: borrowing(
      full,
      (request, url) => tokenIn(request) === neighbour && /^\/v2.0\/students\/\w+$/.test(url.pathname),
    ),
  },
  {
    name: 'access/a-stranger-in-the-list-of-students',
    breaks: 'access/sharing-limits-data',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const url = new URL(request.url);
      const isOurs = tokenIn(request) === sandbox.token && url.searchParams.get('limit') === '5';
      if (!isOurs || url.pathname !== '/v2.0/students' || response.status !== 200) return response;
      const theirs = (await (await again(sandbox, request, neighbour)).json()) as Listed;
      const ours = (await response.json()) as Listed;
      const data = [...ours.data, ...theirs.data].sort((a, b) => (a.data.id < b.data.id ? -1 : 1));
      return new Response(JSON.stringify({ ...ours, data: data.slice(0, 5) }), { headers: response.headers });
    },
  },
];

interface Listed {
  readonly data: readonly { readonly data: { readonly id: string } }[];
}
