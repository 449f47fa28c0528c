import type { Clock, VirtualClock } from '../clock.ts';
import type { HeaderMap } from '../exchange.ts';
import { maxBodyBytes, type PendingResponse, type Receive, type Served } from './served.ts';

/** Bytes after which an endless body stalls: more than any client should read, but bounded. */
export const endlessBytes = 128 * 1024 * 1024;
/** A chunk of an endless body. */
export const endlessPiece: Uint8Array<ArrayBuffer> = new TextEncoder().encode(
  '{"data":{"id":"x"}},'.repeat(3277),
);

const maxRedirects = 20;

/**
 * An in-process `fetch` to the server, with network faults and in virtual time. Follows redirects like `fetch` by default;
 * every origin leads to the server.
 */
export function createWire(receive: Receive, clock: VirtualClock): (request: Request) => Promise<Response> {
  const once = async (request: Request, body: Promise<string> | undefined): Promise<Response> => {
    request.signal.throwIfAborted();
    const { origin, pathname, search } = new URL(request.url);
    const received = receive({
      method: request.method,
      origin,
      path: pathname + search,
      headers: headersOf(request.headers),
      body,
    });
    const pending = await clock.hold(received);
    const { served } = pending;
    if (!served) return await new Promise<never>(() => {});
    if (served.delayMs > 0) await delay(served.delayMs, clock, request.signal, pending);
    return respond(served, pending, request);
  };
  return async (request) => {
    let body = request.body === null ? undefined : startOf(request.body);
    for (let hops = 0, current = request; ; hops++) {
      const { redirect } = current;
      const response = await once(current, body);
      const location = response.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null || redirect === 'manual')
        return response;
      if (redirect === 'error' || hops === maxRedirects || !URL.canParse(location, current.url))
        throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
      const becomesGet = response.status === 303 || (current.method === 'POST' && response.status < 303);
      if (becomesGet) body = undefined;
      current = redirected(current, becomesGet, new URL(location, current.url));
    }
  };
}

/** The start of a body. The rest is read and dropped: a text of many megabytes would be in memory several times. */
async function startOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let left = maxBodyBytes;
  // A web stream is iterable in Node; the type of the DOM library does not know.
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    // A copy, because the piece itself may be the whole body.
    if (left > 0) pieces.push(piece.slice(0, left));
    left -= piece.byteLength;
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

async function delay(ms: number, clock: Clock, signal: AbortSignal, pending: PendingResponse): Promise<void> {
  try {
    await clock.sleep(ms, signal);
  } catch (error) {
    pending.fail('the client disconnected before the response');
    throw error;
  }
}

function respond(served: Served, pending: PendingResponse, request: Request): Response {
  if (served.close === 'before') {
    pending.fail('the connection was closed before any byte of the response');
    throw new TypeError('fetch failed', { cause: broken('other side closed') });
  }
  const headers = new Headers();
  for (const [name, value] of served.headers) headers.append(name, value);
  return new Response(bodyOf(served, pending, request), { status: served.status, headers });
}

function bodyOf(
  served: Served,
  pending: PendingResponse,
  request: Request,
): ReadableStream<Uint8Array> | string | null {
  if (served.endless) return endlessBody(served, pending, request.signal);
  if (served.close !== undefined) {
    const bytes = new TextEncoder().encode(served.body);
    const half = served.close === 'mid-body' ? bytes.subarray(0, bytes.byteLength >> 1) : bytes;
    pending.fail(
      served.close === 'mid-body'
        ? `the connection was closed within the body of a ${served.status}`
        : `the connection was closed after the body of a ${served.status}, without a proper end`,
    );
    return new ReadableStream({
      pull: (stream) => {
        if (stream.desiredSize === null) return;
        if (half.byteLength > 0) stream.enqueue(half);
        stream.error(new TypeError('terminated', { cause: broken('other side closed') }));
      },
    });
  }
  pending.markSent();
  const mayHaveBody = request.method !== 'HEAD' && ![204, 205, 304].includes(served.status);
  return mayHaveBody && served.body !== '' ? served.body : null;
}

function endlessBody(
  served: Served,
  pending: PendingResponse,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let sent = 0;
  const left = () => pending.fail(endlessMessage(sent, true));
  signal.addEventListener('abort', left, { once: true });
  return new ReadableStream({
    start: (stream) => stream.enqueue(new TextEncoder().encode(served.body)),
    pull: async (stream) => {
      if (sent >= endlessBytes) return await new Promise<never>(() => {});
      sent += endlessPiece.byteLength;
      stream.enqueue(endlessPiece);
    },
    cancel: left,
  });
}

/** The recorded failure of an endless body. */
export function endlessMessage(sentBytes: number, isLeft: boolean): string {
  const mib = Math.ceil(sentBytes / 1024 / 1024);
  return isLeft
    ? `the client disconnected after ${mib} MiB of an endless body`
    : `the client read ${mib} MiB of an endless body without disconnecting`;
}

/** As in the fetch standard: a POST becomes a GET for 301 to 303, and other origins get no Authorization. */
function redirected(from: Request, becomesGet: boolean, to: URL): Request {
  const headers = new Headers(from.headers);
  if (to.origin !== new URL(from.url).origin)
    for (const name of ['authorization', 'cookie']) headers.delete(name);
  return new Request(to, { method: becomesGet ? 'GET' : from.method, headers, signal: from.signal });
}

function broken(message: string): Error {
  return Object.assign(new Error(message), { code: 'UND_ERR_SOCKET' });
}

function headersOf(headers: Headers): HeaderMap {
  return Object.fromEntries(headers);
}
