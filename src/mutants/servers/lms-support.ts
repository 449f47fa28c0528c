import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { ServerMutant } from '../mutant.ts';

/** A request to LMS Connect, its body read. */
export interface Asked {
  readonly method: string;
  /** `POST assignments`, `GET assignment`, `GET submissions`, `PATCH submission`: method and kind of path. */
  readonly what: string;
  /** Without the query. */
  readonly path: string;
  readonly url: URL;
  readonly text: string;
  /** The JSON of the body; an empty object where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The Authorization header, `''` for none. */
  readonly caller: string;
}

/** Sends the request to the sandbox, changed or as it came. */
export type Forward = (change?: {
  readonly method?: string;
  readonly url?: string;
  readonly body?: string | Readonly<Record<string, unknown>>;
  readonly caller?: string;
}) => Promise<Response>;

type Handler = (asked: Asked, forward: Forward) => Promise<Response>;

/** Stands before the sandbox and handles every request; `make` gives each run a handler with a memory of its own. */
export function handling(make: (sandbox: Sandbox) => Handler): ServerMutant['tamper'] {
  return (sandbox) => {
    const handle = make(sandbox);
    return async (request) => {
      const text = await request.clone().text();
      const forward: Forward = (change) => {
        if (change === undefined) return sandbox.fetch(request.clone());
        const method = change.method ?? request.method;
        const body = change.body ?? text;
        const headers = new Headers(request.headers);
        if (change.caller !== undefined) headers.set('authorization', change.caller);
        const sent = typeof body === 'string' ? body : JSON.stringify(body);
        return sandbox.fetch(
          new Request(change.url ?? request.url, { method, headers, ...(sent === '' ? {} : { body: sent }) }),
        );
      };
      return await handle(askedBy(request, text), forward);
    };
  };
}

/** Changes the answers that `when` selects, given as status and JSON body (`undefined` for none). */
export function answers(
  when: (asked: Asked, response: Response) => boolean,
  change: (response: Response, asked: Asked) => Response | Promise<Response>,
): ServerMutant['tamper'] {
  return handling(() => async (asked, forward) => {
    const response = await forward();
    return when(asked, response) ? await change(response, asked) : response;
  });
}

/** Changes the `data` of successes of some kinds of request. */
export function answeredData(
  kinds: readonly string[],
  // biome-ignore lint/suspicious/noExplicitAny: a mutant reaches into bodies of any shape
  change: (data: any, asked: Asked) => unknown,
): ServerMutant['tamper'] {
  return answers(
    ({ what }, { status }) => status === 200 && kinds.includes(what),
    async (response, asked) => {
      const body = (await response.json()) as { data: unknown };
      return withBody(response, { ...body, data: change(body.data, asked) });
    },
  );
}

/** Everything below a path prefix is not there: one of the two APIs is not offered. */
export function switchedOff(prefix: '/v2.0/' | '/v3.1/'): ServerMutant['tamper'] {
  return (sandbox) => async (request) =>
    new URL(request.url).pathname.startsWith(prefix)
      ? Response.json({ message: 'Not Found' }, { status: 404 })
      : sandbox.fetch(request);
}

/** The same answer with another status or message. */
export function saying(response: Response, message: string, status = response.status): Response {
  return withBody(response, { message }, status);
}

/** The same answer with another body; text goes out as it is. */
export function withBody(response: Response, body: unknown, status = response.status): Response {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

/** The message of an answer, left readable. */
export async function messageIn(response: Response): Promise<string> {
  const body = await response
    .clone()
    .json()
    .catch(() => ({}));
  return String((body as { message?: unknown }).message ?? '');
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\/assignments$/, 'assignments'],
  [/\/assignments\/[^/]+$/, 'assignment'],
  [/\/submissions$/, 'submissions'],
  [/\/submissions\/[^/]+$/, 'submission'],
];

function askedBy(request: Request, text: string): Asked {
  const url = new URL(request.url);
  const kind = url.pathname.startsWith('/v3.1/')
    ? kinds.find(([pattern]) => pattern.test(url.pathname))?.[1]
    : undefined;
  return {
    method: request.method,
    what: kind === undefined ? '' : `${request.method} ${kind}`,
    path: url.pathname,
    url,
    text,
    body: objectIn(text),
    caller: request.headers.get('authorization') ?? '',
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
