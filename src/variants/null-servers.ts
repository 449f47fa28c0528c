import type { VirtualClock } from '../clock.ts';
import { chanceOf } from './variant.ts';

/** A server without any records, regardless of its responses. */
export interface NullServer {
  readonly name: string;
  /** Create state inside, so that runs do not share it. */
  readonly open: (clock: Pick<VirtualClock, 'now'>) => (request: Request) => Promise<Response>;
}

/** Responds to every request alike. */
const alike = (name: string, respond: () => Response): NullServer => ({
  name,
  open: () => async () => respond(),
});

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

const statuses = [
  200, 201, 202, 204, 206, 301, 304, 400, 401, 403, 404, 405, 406, 409, 413, 415, 418, 422, 429, 500, 501,
  502, 503, 504,
] as const;
const noBody: ReadonlySet<number> = new Set([204, 304]);

const withStatus = (status: number, body: string | null) =>
  new Response(noBody.has(status) ? null : body, { status, headers: { 'content-type': 'application/json' } });

/** One of a list, selected by a hash of the key. */
const one = <T>(list: readonly T[], key: string): T => list[Math.floor(chanceOf(key) * list.length)] as T;

/** Servers without data; some of them respond as one category expects. */
export const nullServers: readonly NullServer[] = [
  alike('an empty object', () => json({})),
  alike('an empty list', () => json({ data: [], links: [] })),
  alike('an empty record', () => json({ data: {}, links: [] })),
  alike('null', () => json('null')),
  alike('an empty array', () => json('[]')),
  alike('a word in JSON', () => json('"ok"')),
  alike('a page whose data is null', () => json({ data: null, links: null })),
  alike('a list of empty entries', () => json({ data: [{}, {}, {}], links: [] })),
  alike('half of a JSON text', () => json('{"data":[{"data":{"id":"4fd43cc56d11340000000005"')),
  alike('no content', () => new Response(null, { status: 204 })),
  alike('an empty 200', () => new Response(null)),
  alike('a web page', () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } })),
  alike('a redirect to itself', () => new Response(null, { status: 302, headers: { location: '/' } })),
  alike('a 400 of LMS Connect', () => json({ message: 'INVALID_ID' }, 400)),
  alike('a 401 of LMS Connect', () => json({ message: 'No authorization provided' }, 401)),
  alike('a 403 of LMS Connect', () => json({ message: 'Could not authorize token' }, 403)),
  alike('a 404 of the Data API', () => json({ error: 'Resource not found' }, 404)),
  alike('a 404 of LMS Connect', () => json({ message: 'Assignment does not exist' }, 404)),
  alike('a bare 405', () => new Response(null, { status: 405 })),
  alike('a 413', () => json({ error: 'limit may be at most 10000' }, 413)),
  alike('a bare 429', () => new Response(null, { status: 429 })),
  alike('a 500 with a message', () => json({ error: 'Internal Server Error' }, 500)),
  alike('a bare 500', () => new Response('', { status: 500 })),
  alike('a 501', () => json({ error: 'Not implemented' }, 501)),
  alike(
    'a 503 with a web page',
    () => new Response('<h1>503</h1>', { status: 503, headers: { 'content-type': 'text/html' } }),
  ),
  {
    name: 'the request as it came',
    open: () => async (request) => {
      const text = await request.text();
      const { pathname, search } = new URL(request.url);
      return json({
        method: request.method,
        path: pathname + search,
        headers: Object.fromEntries(request.headers),
        text,
      });
    },
  },
  {
    name: 'the body of the request as it came',
    open: () => async (request) => json((await request.text()) || '{}'),
  },
  {
    name: 'the path of the request as bare text',
    open: () => async (request) => new Response(new URL(request.url).pathname),
  },
  {
    name: 'a connection that breaks',
    open: () => async () => {
      throw new TypeError('fetch failed');
    },
  },
  {
    name: 'now this status, now that one',
    open: () => {
      let count = 0;
      return async () => withStatus(one(statuses, `status ${++count}`), '{"data":[],"links":[]}');
    },
  },
  {
    name: 'a status that hangs on the path',
    open: () => async (request) => withStatus(one(statuses, new URL(request.url).pathname), '{}'),
  },
  {
    name: 'bytes that mean nothing',
    open: () => {
      let count = 0;
      return async () => {
        const key = String(++count);
        const bytes = Uint8Array.from(
          { length: 1 + Math.floor(99 * chanceOf(key)) },
          (_, at) => 256 * chanceOf(key + at),
        );
        return new Response(bytes, { headers: { 'content-type': 'application/json' } });
      };
    },
  },
];
