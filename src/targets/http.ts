import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, type Readable, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import type { Received } from './received.ts';

/** Sends requests over sockets. A live run is mostly this: node:http takes a third of the processor time of `fetch`. */
export interface HttpSender {
  /** Follows no redirect. Rejects with Node's error for transport failures, or when the request's signal is aborted. */
  send(request: Request): Promise<Received>;
  /** A request whose body and response the caller streams, over the same connections. */
  open(url: URL, options: OpenOptions): ClientRequest;
  /** Closes idle connections. */
  close(): void;
}

export interface OpenOptions {
  readonly method: string;
  /** By name; or a list of names and values in turn, which is sent as it is. */
  readonly headers: OutgoingHttpHeaders | readonly string[];
  /** Path and query, sent as they are. @default those of the URL, normalised */
  readonly path?: string;
  readonly signal?: AbortSignal;
}

/** Only for what the caller does not set. */
const defaultHeaders = { accept: '*/*', 'accept-encoding': 'gzip, br' };

export function createHttpSender(): HttpSender {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  const open: HttpSender['open'] = (url, options) => {
    const protocol = url.protocol === 'https:' ? 'https:' : 'http:';
    const outgoing = (protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      ...options,
      agent: agents[protocol],
      insecureHTTPParser: false,
    });
    // Node drops headers above its limit without a word; their size is limited anyway.
    outgoing.maxHeadersCount = 0;
    return outgoing;
  };
  return {
    open,
    send: async (request) => {
      const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
      const options = {
        method: request.method,
        headers: {
          ...defaultHeaders,
          ...Object.fromEntries(request.headers),
          ...(body === undefined ? {} : { 'content-length': body.byteLength }),
        },
        signal: request.signal,
      };
      return await new Promise<Received>((resolve, reject) => {
        const outgoing = open(new URL(request.url), options);
        outgoing.on('response', (incoming) => {
          // Invalid HTTP within a body is an error of the request; the response would only say that it ended.
          outgoing.on('error', (error) => incoming.complete || incoming.destroy(error));
          try {
            resolve(receivedOf(incoming, request.method));
          } catch (error) {
            incoming.destroy();
            reject(error);
          }
        });
        outgoing.on('error', reject);
        outgoing.end(body);
      });
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

function receivedOf(incoming: IncomingMessage, method: string): Received {
  const { rawHeaders: raw, statusCode: status = 0 } = incoming;
  const headers = Array.from({ length: raw.length / 2 }, (_, at): [string, string] => [
    raw[2 * at] ?? '',
    raw[2 * at + 1] ?? '',
  ]);
  const isEmpty = method === 'HEAD' || status === 204 || status === 304;
  return {
    status,
    headers,
    body: isEmpty ? incoming : decoded(incoming, incoming.headers['content-encoding']),
  };
}

/** As browsers do: a body may end before its coding does, and an unknown coding is left as it is. */
const lenient = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(lenient),
  'x-gzip': () => createGunzip(lenient),
  deflate: () => createInflate(lenient),
  br: () =>
    createBrotliDecompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
    }),
  zstd: () => createZstdDecompress({ flush: constants.ZSTD_e_continue, finishFlush: constants.ZSTD_e_end }),
};

/** More codings than this only serve to waste a client's time (CVE-2025-66418 and the like). */
const mostCodings = 5;

/** A body without its content codings, as Content-Encoding names them. Throws for too many. */
export function decoded(body: Readable, contentEncoding = ''): AsyncIterable<Uint8Array> {
  const codings = contentEncoding
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '' && one !== 'identity');
  if (codings.length > mostCodings) throw new Error('too many content codings');
  const steps = codings.reverse().map((one) => decoders[one]);
  if (steps.length === 0 || steps.includes(undefined)) return body;
  let at: NodeJS.ReadableStream = body;
  // The reader of the last stream gets the error; destroying one destroys all.
  for (const step of steps) if (step) at = pipeline(at, step(), () => {});
  return at as unknown as AsyncIterable<Uint8Array>;
}
