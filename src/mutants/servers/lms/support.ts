import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { ServerMutant } from '../../mutant.ts';

/** A request to LMS Connect with its body. */
export interface LmsRequest {
  readonly method: string;
  /** `POST assignments`, `GET assignment`, `GET submissions`, `PATCH submission`: method and kind of path. */
  readonly what: string;
  /** Without the query. */
  readonly path: string;
  readonly url: URL;
  readonly text: string;
  /** The JSON of the body; an empty object if there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The Authorization header, `''` for none. */
  readonly caller: string;
}

/** Forwards the request to the sandbox, changed or unchanged. */
export type Forward = (change?: {
  readonly method?: string;
  readonly url?: string;
  readonly body?: string | Readonly<Record<string, unknown>>;
  readonly caller?: string;
}) => Promise<Response>;

type Handler = (incoming: LmsRequest, forward: Forward) => Promise<Response>;

/** Handles every request before the sandbox; `make` creates a handler with its own state for each run. */
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
      return await handle(incomingBy(request, text), forward);
    };
  };
}

/** Changes the responses that `when` selects. */
export function changingResponses(
  when: (incoming: LmsRequest, response: Response) => boolean,
  change: (response: Response, incoming: LmsRequest) => Response | Promise<Response>,
): ServerMutant['tamper'] {
  return handling(() => async (incoming, forward) => {
    const response = await forward();
    return when(incoming, response) ? await change(response, incoming) : response;
  });
}

/** Changes the `data` of successes of some kinds of request. */
export function changingData(
  kinds: readonly string[],
  // biome-ignore lint/suspicious/noExplicitAny: a mutant reaches into bodies of any shape
  change: (data: any, incoming: LmsRequest) => unknown,
): ServerMutant['tamper'] {
  return changingResponses(
    ({ what }, { status }) => status === 200 && kinds.includes(what),
    async (response, incoming) => {
      const body = (await response.json()) as { data: unknown };
      return withBody(response, { ...body, data: change(body.data, incoming) });
    },
  );
}

/** Responds with 404 to everything below a path prefix: one of the two APIs is missing. */
export function switchedOff(prefix: '/v2.0/' | '/v3.1/'): ServerMutant['tamper'] {
  return (sandbox) => async (request) =>
    new URL(request.url).pathname.startsWith(prefix)
      ? Response.json({ message: 'Not Found' }, { status: 404 })
      : sandbox.fetch(request);
}

/** The same response with another status or message. */
export function saying(response: Response, message: string, status = response.status): Response {
  return withBody(response, { message }, status);
}

/** The same response with another body; text is sent unchanged. */
export function withBody(response: Response, body: unknown, status = response.status): Response {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

/** The message of a response, whose body stays readable. */
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

function incomingBy(request: Request, text: string): LmsRequest {
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
