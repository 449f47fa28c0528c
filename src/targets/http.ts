import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, type Transform } from 'node:stream';
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
  /** Closes idle connections. */
  close(): void;
}

/** Only for what the caller does not set. */
const defaultHeaders = { accept: '*/*', 'accept-encoding': 'gzip, br' };

export function createHttpSender(): HttpSender {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  return {
    send: async (request) => {
      const url = new URL(request.url);
      const protocol = url.protocol === 'https:' ? 'https:' : 'http:';
      const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
      const options = {
        method: request.method,
        headers: {
          ...defaultHeaders,
          ...Object.fromEntries(request.headers),
          ...(body === undefined ? {} : { 'content-length': body.byteLength }),
        },
        agent: agents[protocol],
        signal: request.signal,
        insecureHTTPParser: false,
      };
      return await new Promise<Received>((resolve, reject) => {
        const outgoing = (protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
        // Node drops headers above its limit without a word; their size is limited anyway.
        outgoing.maxHeadersCount = 0;
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
  return { status, headers, body: isEmpty ? incoming : decoded(incoming) };
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

function decoded(incoming: IncomingMessage): AsyncIterable<Uint8Array> {
  const codings = (incoming.headers['content-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '' && one !== 'identity');
  if (codings.length > mostCodings) throw new Error('too many content codings');
  const steps = codings.reverse().map((one) => decoders[one]);
  if (steps.length === 0 || steps.includes(undefined)) return incoming;
  let at: NodeJS.ReadableStream = incoming;
  // The reader of the last stream gets the error; destroying one destroys all.
  for (const step of steps) if (step) at = pipeline(at, step(), () => {});
  return at as unknown as AsyncIterable<Uint8Array>;
}
