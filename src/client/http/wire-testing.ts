import { createVirtualClock, type VirtualClock } from '../../clock.ts';
import { type Caps, type ClientOptions, type Settings, settingsOf } from '../settings.ts';
import { createSend, type Send } from './sender.ts';

/** Test double: a fetch that responds from a script and records requests and times. */
export interface ScriptedWire {
  readonly clock: VirtualClock;
  readonly asked: Asked[];
  /** Request times in seconds since the start. */
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

/** One response; `'lost'` breaks the connection, `'refused'` refuses it, `'silence'` never responds. */
export type Scripted = Response | 'lost' | 'refused' | 'silence';

/** `script` is called with each request and its number, from 0. */
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

/** A JSON response. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** An id in the documented format, ordered like `n`. */
export function idOf(n: number): string {
  return n.toString(16).padStart(24, '0');
}

/** A Data API page with these ids. */
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
