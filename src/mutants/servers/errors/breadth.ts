import { answering, type ServerMutant } from '../../mutant.ts';
import { again, hasNoToken, says, tokenIn } from './support.ts';

/** Whether a path of the Data API matches. */
const at = (pattern: RegExp) => (_: Request, url: URL) => pattern.test(url.pathname);

const emptyPage = (response: Response, { pathname, search }: URL) =>
  new Response(JSON.stringify({ data: [], links: [{ rel: 'self', uri: pathname + search }] }), {
    headers: response.headers,
  });

/** Faults on operations that are easily overlooked: everything else is as documented. */
export const breadthMutants: readonly ServerMutant[] = [
  {
    name: 'errors/only-students-need-a-token',
    breaks: 'errors/missing-token-is-401',
    tamper: (sandbox) => async (request) =>
      hasNoToken(request) && !/\/v2.0\/students|\/v3.1\//.test(request.url)
        ? await again(sandbox, request, sandbox.token)
        : await sandbox.fetch(request),
  },
  {
    name: 'errors/terms-of-sections-take-any-token',
    breaks: 'errors/invalid-token-is-401',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const isOpen = response.status === 401 && !hasNoToken(request);
      return isOpen && /\/sections\/\w+\/term$/.test(new URL(request.url).pathname)
        ? await again(sandbox, request, sandbox.token)
        : response;
    },
  },
  {
    name: 'errors/an-empty-token-opens-everything',
    breaks: 'errors/missing-token-is-401',
    tamper: (sandbox) => async (request) =>
      /^bearer\s*$/i.test(request.headers.get('authorization') ?? 'none')
        ? await again(sandbox, request, sandbox.token)
        : await sandbox.fetch(request),
  },
  {
    name: 'errors/sections-of-unknown-teachers-are-an-empty-list',
    breaks: 'errors/unknown-record-is-404',
    tamper: answering(at(/^\/v2.0\/teachers\/\w+\/sections$/), (response, _, url) =>
      response.status === 404 ? emptyPage(response, url) : response,
    ),
  },
  {
    name: 'errors/teachers-are-served-as-students',
    breaks: 'errors/unknown-record-is-404',
    tamper: servingOthers(/^\/v2.0\/students\/(?=\w+$)/, ['teachers']),
  },
  {
    name: 'errors/a-school-is-served-as-a-term',
    breaks: 'errors/unknown-record-is-404',
    tamper: servingOthers(/^\/v2.0\/terms\/(?=\w+$)/, ['schools']),
  },
  {
    name: 'errors/the-district-of-anyone-is-that-of-a-contact',
    breaks: 'errors/unknown-record-is-404',
    tamper: servingOthers(/^\/v2.0\/contacts\/(?=\w+\/district$)/, [
      'students',
      'teachers',
      'sections',
      'schools',
      'courses',
      'terms',
      'school_admins',
      'district_admins',
    ]),
  },
  {
    name: 'errors/text-that-is-no-id-is-500',
    breaks: 'errors/unknown-record-is-404',
    tamper: answering(at(/^\/v2.0\/terms\/not-an-id/), (response) => says(response, 500, 'invalid ObjectId')),
  },
  {
    name: 'errors/24-characters-that-are-not-hexadecimal-are-500',
    breaks: 'errors/unknown-record-is-404',
    tamper: answering(at(/\/z{24}\b/), (response) => says(response, 500, 'invalid ObjectId')),
  },
  {
    name: 'errors/limits-are-cut-to-32-bits',
    breaks: 'errors/limit-over-10000-is-413',
    tamper: (sandbox) => async (request) =>
      await sandbox.fetch(
        request.url.includes('limit=4294967297')
          ? new Request(request.url.replace('4294967297', '1'), { headers: request.headers })
          : request,
      ),
  },
  {
    name: 'errors/contacts-of-a-student-have-no-maximum',
    breaks: 'errors/limit-over-10000-is-413',
    tamper: (sandbox) => async (request) =>
      await sandbox.fetch(
        /\/contacts\?limit=10001/.test(request.url)
          ? new Request(request.url.replace('10001', '10000'), { headers: request.headers })
          : request,
      ),
  },
  {
    name: 'errors/put-of-a-term-is-accepted',
    breaks: 'errors/unsupported-is-501',
    tamper: answering(
      (request, url) => request.method === 'PUT' && /^\/v2.0\/terms\//.test(url.pathname),
      (response) => new Response('{"data":{}}', { headers: response.headers }),
    ),
  },
];

/** Looks an id up among other types where the type in the path has none such. */
function servingOthers(path: RegExp, others: readonly string[]): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const response = await sandbox.fetch(request);
    const { pathname } = new URL(request.url);
    if (response.status !== 404 || request.method !== 'GET' || !path.test(pathname)) return response;
    for (const other of others) {
      const found = await again(
        sandbox,
        request,
        tokenIn(request),
        pathname.replace(path, `/v2.0/${other}/`),
      );
      if (found.status === 200) return found;
    }
    return response;
  };
}
