import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseRateLimit } from '../client/http/rate-limit-headers.ts';
import { UsageError } from '../errors.ts';
import type { HeaderMap, RecordedResponse } from '../exchange.ts';
import { headerMap } from '../exchange.ts';
import { foreign } from '../scenarios/serving/desk.ts';
import { readText } from '../text/packed-text.ts';
import type { Injector } from './faults/inject.ts';
import { answerInstead } from './faults/instead.ts';
import { forward, type Sink, type Way } from './forward.ts';
import { endToEnd, pairsOf } from './headers.ts';
import type { Ledger } from './ledger.ts';
import { refusalOf, refuse } from './refusals.ts';

export interface ProxyOptions {
  readonly way: Way;
  /** Of 127.0.0.1; 0 for any that is free. */
  readonly port: number;
  readonly allowWrites: boolean;
  readonly ledger: Ledger;
  readonly injector?: Injector | undefined;
  /** Waits until the server may be asked. @default at once */
  readonly admit?: (() => Promise<void>) | undefined;
  /** Called when a request arrives. */
  readonly onArrival?: () => void;
  /** Called when a request is over. */
  readonly onPassed?: (seen: Seen) => void;
}

/** One request, for those who watch: nothing of its data but the path. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  /** What the client got; absent if it got no whole response. */
  readonly status?: number | undefined;
  /** Of the server's response. */
  readonly headers: HeaderMap;
  /** `X-Ratelimit-Remaining`. */
  readonly remaining?: number | undefined;
  readonly arrivedAtMs: number;
  readonly endedAtMs: number;
  /** The rule that responded in place of the server. */
  readonly injected?: string | undefined;
  /** Why it did not go through. */
  readonly refused?: string | undefined;
}

export interface OpenProxy {
  /** `http://127.0.0.1:4020`. */
  readonly origin: string;
  /** Requests that are not over yet. */
  readonly open: number;
  /** Resolves when every connection is closed, every request that was under way is recorded, and every body is read. */
  close(): Promise<void>;
}

/** Connections at once; a client that opens more waits. */
const maxConnections = 512;
/** Of the request line and all headers, in bytes: far more than servers take, for these are to refuse it themselves. */
const maxHeaderSize = 256 * 1024;

/** Opens a reverse proxy on 127.0.0.1. Throws `UsageError` for a port that is taken. */
export async function openProxy(options: ProxyOptions): Promise<OpenProxy> {
  const { ledger, injector } = options;
  const open = new Set<Promise<void>>();
  const own = newServer((request, response) => {
    options.onArrival?.();
    const handled = handle(request, response, { ...options, origins })
      .catch(() => void response.destroy())
      .finally(() => open.delete(handled));
    open.add(handled);
  });
  const stranger = injector
    ? newServer((request, response) => strangerAnswers(request, response))
    : undefined;
  const origin = await listen(own, options.port);
  const foreignOrigin = stranger ? await listen(stranger, 0) : origin;
  const origins: Origins = { origin, foreignOrigin };
  const strangerAnswers: RequestListener = (request, response) => {
    request.resume();
    const path = request.url ?? '/';
    ledger.addStray({
      seq: 0,
      request: {
        method: request.method ?? '',
        origin: foreignOrigin,
        path,
        headers: headerMap(request.rawHeaders),
        sentAtMs: Date.now(),
      },
      failure: { kind: 'refused', message: 'not judged' },
    });
    const { status, headers, body } = foreign({ path });
    response.writeHead(status, headers.flat()).end(body);
  };
  return {
    origin,
    get open() {
      return open.size;
    },
    close: async () => {
      await Promise.all([own, ...(stranger ? [stranger] : [])].map(closed));
      await Promise.all(open);
      await ledger.settled();
    },
  };
}

interface Origins {
  readonly origin: string;
  readonly foreignOrigin: string;
}

function newServer(listener: RequestListener): Server {
  // A client may wait for a minute between two requests of one connection.
  const server = createServer(
    {
      keepAliveTimeout: 75_000,
      requestTimeout: 300_000,
      headersTimeout: 60_000,
      maxHeaderSize,
      noDelay: true,
    },
    listener,
  );
  server.maxConnections = maxConnections;
  server.maxHeadersCount = 0;
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    const isTooLong = code === 'HPE_HEADER_OVERFLOW';
    if (isTooLong && socket.writable)
      socket.end(
        'HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
      );
    else socket.destroy();
  });
  return server;
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          `Port ${port} cannot be opened (${cause.code}).`,
          'Give another one with --port, or 0 for any that is free.',
          { cause },
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

type Handling = ProxyOptions & { readonly origins: Origins };

async function handle(request: IncomingMessage, response: ServerResponse, options: Handling): Promise<void> {
  const { ledger, injector, origins, way } = options;
  const arrivedAtMs = Date.now();
  const { method = '', url: path = '' } = request;
  const headers = headerMap(request.rawHeaders);
  const see = (
    { status, headers: answered = {} }: Pick<Partial<RecordedResponse>, 'status' | 'headers'>,
    more: Pick<Seen, 'injected' | 'refused'> = {},
  ) =>
    options.onPassed?.({
      method,
      path,
      headers: answered,
      remaining: parseRateLimit(answered).remaining,
      arrivedAtMs,
      status,
      endedAtMs: Date.now(),
      ...more,
    });

  const refusal = refusalOf(request, { ...options, hasToken: way.token !== undefined });
  if (refusal) {
    refuse(request, response, refusal);
    return see({ status: refusal.status }, { refused: refusal.why });
  }
  // Only then it is known which page a cursor leads to.
  if (injector) await ledger.settled();
  const taken = injector?.take({ method, path, nowMs: Date.now(), ...origins });
  const admit = async () => {
    await options.admit?.();
    return !response.destroyed;
  };
  const passed = { method, path, headers, arrivedAtMs };
  if (taken) {
    const { forwarded, injected } = await answerInstead(request, response, taken, { ledger, way, admit });
    see(injected.response ?? {}, { injected: taken.step.role });
    injector?.learn(path, readText(await ledger.add({ ...passed, forwarded, injected })));
    return;
  }
  if (!(await admit())) return see({});
  const forwarded = await forward(request, way, sinkTo(response));
  see(forwarded.response ?? {});
  const body = await ledger.add({ ...passed, forwarded });
  injector?.learn(path, readText(body));
}

/** Writes a response as it arrives. */
function sinkTo(response: ServerResponse): Sink {
  let isBegun = false;
  return {
    head: ({ statusCode = 0, statusMessage = '', rawHeaders, headers }) => {
      // Named, so that Node frames the body as it came; a client of HTTP/1.0 knows no chunks, and no trailers.
      const isChunked = headers['transfer-encoding'] !== undefined && response.req.httpVersion === '1.1';
      const framing = isChunked ? ['Transfer-Encoding', 'chunked'] : [];
      response.sendDate = false;
      response.writeHead(statusCode, statusMessage, [
        ...endToEnd(rawHeaders, isChunked ? [] : ['trailer']),
        ...framing,
      ]);
      // Together with the first bytes of the body, unless these take their time.
      setImmediate(() => isBegun || response.destroyed || response.flushHeaders());
    },
    data: (piece, onDrained) => {
      isBegun = true;
      if (response.write(piece)) return true;
      response.once('drain', onDrained);
      return false;
    },
    end: (trailers) => {
      isBegun = true;
      if (trailers.length > 0) response.addTrailers(pairsOf(trailers));
      response.end();
    },
    broken: () => response.destroy(),
    onGone: (listener) => response.once('close', () => response.writableFinished || listener()),
  };
}
