import { answering, type ServerMutant } from '../../mutant.ts';
import { says } from '../errors/support.ts';

/** Every n-th success of the paths is replaced. */
function everyNth(n: number, path: RegExp, change: (response: Response) => Response): ServerMutant['tamper'] {
  return (sandbox) => {
    let served = 0;
    return async (request) => {
      const response = await sandbox.fetch(request);
      if (response.status !== 200 || !path.test(new URL(request.url).pathname)) return response;
      return ++served % n === 0 ? change(response) : response;
    };
  };
}

const isEmptyList = async (response: Response) =>
  response.status === 200 && (await response.clone().text()).startsWith('{"data":[],');

/** The same envelope with a remark, in Latin-1. */
async function inLatin1(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(Buffer.from(text.replace(/\}$/, ',"note":"caf\u00e9"}'), 'latin1'), { headers });
}

/** Operations that work, but not always, or in bytes that are not as labelled. */
export const steadinessMutants: readonly ServerMutant[] = [
  {
    name: 'data/every-third-list-of-terms-is-404',
    breaks: 'data/operation-answers',
    tamper: everyNth(3, /^\/v2.0\/terms$/, (response) => says(response, 404, 'Resource not found')),
  },
  {
    name: 'data/every-second-school-of-a-section-is-500',
    breaks: 'data/operation-answers',
    tamper: everyNth(2, /\/sections\/\w+\/school$/, (response) => says(response, 500, 'Internal Error')),
  },
  {
    name: 'data/courses-of-sections-are-always-down',
    breaks: 'data/operation-answers',
    tamper: everyNth(1, /\/sections\/\w+\/course$/, (response) => says(response, 503, 'try again')),
  },
  {
    name: 'data/a-second-read-is-304',
    breaks: 'data/operation-answers',
    tamper: everyNth(
      2,
      /^\/v2.0\/courses\/\w+$/,
      (response) => new Response(null, { status: 304, headers: response.headers }),
    ),
  },
  {
    name: 'data/students-without-contacts-are-404',
    breaks: 'data/operation-answers',
    tamper: answering(
      (_, url) => /^\/v2.0\/students\/\w+\/contacts$/.test(url.pathname),
      async (response) =>
        (await isEmptyList(response)) ? says(response, 404, 'Resource not found') : response,
    ),
  },
  {
    name: 'data/a-list-of-terms-in-latin-1',
    breaks: 'data/list-envelope',
    tamper: answering(
      (_, url) => url.pathname === '/v2.0/terms',
      async (response) => (response.status === 200 ? await inLatin1(response) : response),
    ),
  },
  {
    name: 'data/a-term-in-latin-1',
    breaks: 'data/single-envelope',
    tamper: answering(
      (_, url) => /^\/v2.0\/terms\/\w+$/.test(url.pathname),
      async (response) => (response.status === 200 ? await inLatin1(response) : response),
    ),
  },
];
