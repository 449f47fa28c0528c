import type { IncomingMessage } from 'node:http';
import { maxBodyBytes } from '../drivers/served.ts';
import type { HeaderMap, TransportFailure } from '../exchange.ts';
import { headerMap } from '../exchange.ts';
import { failureOf, TransferStop } from '../recorder/transport-failure.ts';
import type { HttpSender } from '../targets/http.ts';
import type { Kept, Room } from './copies.ts';
import { endToEnd, pairsOf, type RawHeaders } from './headers.ts';

/** Where requests go, and what is allowed on the way. */
export interface Way {
  readonly origin: URL;
  readonly sender: Pick<HttpSender, 'open'>;
  /** For requests without an Authorization header. @default none is added */
  readonly token?: string | undefined;
  /** For the whole exchange. */
  readonly timeoutMs: number;
  /** Of a body on the wire, in either direction. */
  readonly maxBytes: number;
  /** For copies of all bodies together. */
  readonly room: Room;
}

/** Takes a response while it arrives. */
export interface Sink {
  head(response: IncomingMessage): void;
  /** `false`: no more, until `onDrained` is called. */
  data(piece: Buffer, onDrained: () => void): boolean;
  end(trailers: RawHeaders): void;
  /** There will be no more of the response. */
  broken(): void;
  /** Calls the listener if the taker of the response is gone before its end. */
  onGone(listener: () => void): void;
}

/** What crossed the wire, as bytes. */
export interface Forwarded {
  readonly sentAtMs: number;
  /** The token that was added. */
  readonly added?: string | undefined;
  readonly body: Kept;
  readonly response?: {
    readonly status: number;
    readonly headers: HeaderMap;
    readonly body: Kept;
    readonly receivedAtMs: number;
  };
  /** Why there is no whole response. */
  readonly failure?: TransportFailure;
  /** The client did not wait for the end, so the server is not to blame. */
  readonly isLeft?: true;
}

/** RFC 9110 section 7.6.3: a gateway says that it passed a request on. */
const via = ['Via', '1.1 clever-conformance'] as const;

/**
 * Sends a request on and its response to the sink, byte for byte, and keeps a copy. Follows nothing, decodes nothing, retries nothing.
 * Never rejects: what goes wrong is in the result.
 */
export function forward(incoming: IncomingMessage, way: Way, sink: Sink): Promise<Forwarded> {
  const headers = requestHeaders(incoming, way);
  const sent = way.room.copy(way.maxBytes, maxBodyBytes);
  const received = way.room.copy(way.maxBytes);
  const sentAtMs = Date.now();
  const outgoing = way.sender.open(way.origin, {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers,
  });
  const { promise, resolve } = Promise.withResolvers<Forwarded>();
  let response: IncomingMessage | undefined;
  let isOver = false;
  const finish = (failure?: TransportFailure, isLeft = false) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    if (failure) {
      received.kept().release();
      outgoing.destroy();
      sink.broken();
    }
    resolve({
      sentAtMs,
      added: incoming.headers.authorization === undefined ? way.token : undefined,
      body: sent.kept(),
      ...(failure === undefined && response
        ? {
            response: {
              status: response.statusCode ?? 0,
              headers: headerMap(response.rawHeaders),
              body: received.kept(),
              receivedAtMs: Date.now(),
            },
          }
        : { failure: failure ?? noResponse }),
      ...(isLeft ? { isLeft } : {}),
    });
  };
  const stop = (kind: TransportFailure['kind'], message: string, isLeft = false) =>
    finish({ kind, message }, isLeft);
  const timer = setTimeout(
    () => stop('timeout', `no whole answer within ${way.timeoutMs} ms`),
    way.timeoutMs,
  );

  outgoing.on('error', (error) => finish(failureOf(error)));
  outgoing.on('response', (arrived) => {
    try {
      sink.head(arrived);
    } catch {
      // Node reads more than it writes, such as the status 1000.
      return stop('malformed', 'the head of the response cannot be passed on');
    }
    response = arrived;
    arrived.on('data', (piece: Buffer) => {
      if (!received.add(piece)) return stop('too-large', `the body is larger than ${way.maxBytes} bytes`);
      if (!sink.data(piece, () => arrived.resume())) arrived.pause();
    });
    arrived.on('end', () => {
      if (isOver) return;
      // Without this, a body that was cut would look whole to a client that counts no bytes.
      if (!arrived.complete) return stop('closed', 'the connection ended before the response was complete');
      sink.end(arrived.rawTrailers);
      finish();
    });
    arrived.on('error', (error) => finish(failureOf(error)));
    arrived.on('close', () => stop('closed', 'the connection ended before the response was complete'));
  });
  outgoing.on('upgrade', (_, socket) => {
    socket.destroy();
    stop('malformed', 'the response switches to another protocol');
  });
  outgoing.on(
    'close',
    () => response ?? stop('closed', 'the connection ended before the response was complete'),
  );
  sink.onGone(() => stop('closed', 'the client disconnected before the response', true));

  incoming.on('data', (piece: Buffer) => {
    if (!sent.add(piece))
      return stop('refused', `the request has a body of more than ${way.maxBytes} bytes`, true);
    if (!outgoing.write(piece)) {
      incoming.pause();
      outgoing.once('drain', () => incoming.resume());
    }
  });
  incoming.on('end', () => {
    if (incoming.rawTrailers.length > 0) outgoing.addTrailers(pairsOf(incoming.rawTrailers));
    outgoing.end();
  });
  incoming.on('close', () => {
    if (!incoming.complete) stop('closed', 'the client disconnected within its request', true);
  });
  return promise;
}

const noResponse: TransportFailure = new TransferStop('closed', 'no response').failure;

const chunkedByDefault = /^P(?:OST|UT|ATCH|ROPPATCH)$/;

/** The same, but for the host, the headers of the connection, and what says who passed it on. */
function requestHeaders(incoming: IncomingMessage, { origin, token }: Way): readonly string[] {
  const { rawHeaders, headers } = incoming;
  const kept = endToEnd(rawHeaders, ['host', 'expect']);
  // A body is framed as it came; without one, Node would announce chunks.
  const framing =
    headers['transfer-encoding'] !== undefined
      ? ['Transfer-Encoding', 'chunked']
      : headers['content-length'] === undefined && chunkedByDefault.test(incoming.method ?? '')
        ? ['Content-Length', '0']
        : [];
  const added = token !== undefined && headers.authorization === undefined;
  return [
    'Host',
    origin.host,
    ...kept,
    ...(added ? ['Authorization', `Bearer ${token}`] : []),
    ...framing,
    ...via,
  ];
}
