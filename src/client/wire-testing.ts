import { createVirtualClock, type VirtualClock } from '../clock.ts';
import { createSend, type Send } from './sender.ts';
import { type Caps, type ClientOptions, type Settings, settingsOf } from './settings.ts';

/** For our own tests: a wire that answers from a script, and remembers what it was asked and when. */
export interface ScriptedWire {
  readonly clock: VirtualClock;
  readonly asked: Asked[];
  /** Instants of the requests, in seconds since the start. */
  instantsS(): number[];
  readonly options: ClientOptions;
  readonly settings: Settings;
  readonly send: Send;
}

export interface Asked {
  readonly method: string;
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  readonly authorization: string | null;
  readonly body: string;
  readonly atMs: number;
}

/** One answer; `'lost'` breaks the connection, `'refused'` never makes one, `'silence'` never answers. */
export type Scripted = Response | 'lost' | 'refused' | 'silence';

/** `script` gets each request and its number (0 is the first); it is called when the request arrives. */
export function scriptWire(
  script: (asked: Asked, number: number) => Scripted,
  options: { readonly caps?: Partial<Caps>; readonly jitter?: number; readonly signal?: AbortSignal } = {},
): ScriptedWire {
  const clock = createVirtualClock();
  const startMs = clock.now();
  const asked: Asked[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { origin, pathname, search } = new URL(request.url);
    const one = {
      method: request.method,
      origin,
      path: pathname + search,
      authorization: request.headers.get('authorization'),
      body: await request.text(),
      atMs: clock.now(),
    };
    const answer = script(one, asked.push(one) - 1);
    if (answer === 'silence') return new Promise(() => {});
    if (answer instanceof Response) return answer;
    const code = answer === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET';
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };
  const given: ClientOptions = {
    token: 'T0KEN',
    clock,
    fetch,
    jitter: () => options.jitter ?? 0,
    ...(options.caps ? { caps: options.caps } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const settings = settingsOf(given);
  return {
    clock,
    asked,
    instantsS: () => asked.map((one) => (one.atMs - startMs) / 1000),
    options: given,
    settings,
    send: createSend(settings),
  };
}

/** A JSON answer. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** An id of the documented form whose order is that of `n`. */
export function idOf(n: number): string {
  return n.toString(16).padStart(24, '0');
}

/** A list page of the Data API with these ids. */
export function listOf(
  ids: readonly string[],
  next?: string,
  headers?: Readonly<Record<string, string>>,
): Response {
  const links = [
    { rel: 'self', uri: '/v2.0/students' },
    ...(next === undefined ? [] : [{ rel: 'next', uri: next }]),
  ];
  return json(
    { data: ids.map((id) => ({ data: { id }, uri: `/v2.0/students/${id}` })), links },
    200,
    headers,
  );
}
