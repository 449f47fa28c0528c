import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** A response before it is written. */
export interface PlainResponse {
  readonly status: number;
  /** In lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** A conforming way to write a response to a socket, which only shows on a real port. */
export interface SocketVariant {
  readonly name: `wire/${string}`;
  /** The HTTP standard that allows it. */
  readonly why: string;
  readonly write: (outgoing: ServerResponse, response: PlainResponse, incoming: IncomingMessage) => void;
}

/** A sandbox on a port with its own way of writing responses. */
export interface OpenSocket {
  /** Sends requests to the port for any origin. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Closes all connections. */
  close(): Promise<void>;
}

const flat = ({ headers }: PlainResponse) => headers.flat();
const mayHaveBody = ({ status }: PlainResponse) => status !== 204 && status !== 304;
const sized = (response: PlainResponse) =>
  mayHaveBody(response)
    ? [...flat(response), 'content-length', String(response.body.byteLength)]
    : flat(response);

/** `X-RATELIMIT-LIMIT`, then `x-RaTeLiMiT-LiMiT`: names are compared without case. */
const inOtherLetters = (name: string, at: number) =>
  at % 2 === 0
    ? name.toUpperCase()
    : [...name].map((one, place) => (place % 2 === 0 ? one : one.toUpperCase())).join('');

/** Ways of writing that HTTP allows and that must not change any outcome. */
export const socketVariants: readonly SocketVariant[] = [
  {
    name: 'wire/a-connection-for-each-answer',
    why: 'RFC 9112, 9.6: a server may close after a response',
    write: (outgoing, response) => {
      outgoing.writeHead(response.status, [...sized(response), 'connection', 'close']);
      outgoing.end(response.body);
    },
  },
  {
    name: 'wire/header-names-in-other-letters',
    why: 'RFC 9110, 5.1: field names are compared without case',
    write: (outgoing, response) => {
      const names = response.headers.map(([name, value], at) => [inOtherLetters(name, at), value]);
      outgoing.writeHead(response.status, names.flat());
      outgoing.end(response.body);
    },
  },
  {
    name: 'wire/chunks-of-a-few-bytes',
    why: 'RFC 9112, 7.1: a body may have chunks of any size',
    write: (outgoing, response) => {
      outgoing.writeHead(response.status, [
        ...flat(response),
        ...(mayHaveBody(response) ? ['transfer-encoding', 'chunked'] : []),
      ]);
      // Also splits characters.
      for (let at = 0; at < Math.min(response.body.byteLength, 70); at += 7)
        outgoing.write(response.body.subarray(at, at + 7));
      outgoing.end(response.body.subarray(Math.ceil(Math.min(response.body.byteLength, 70) / 7) * 7));
    },
  },
  {
    name: 'wire/gzip-where-it-is-accepted',
    why: 'RFC 9110, 8.4: a body may be encoded as its reader accepts',
    write: (outgoing, response, incoming) => {
      const isAccepted =
        /gzip/.test(String(incoming.headers['accept-encoding'])) && response.body.byteLength > 0;
      const body = isAccepted && mayHaveBody(response) ? gzipSync(response.body) : response.body;
      const headers = isAccepted
        ? [...response.headers, ['content-encoding', 'gzip'], ['vary', 'accept-encoding']]
        : response.headers;
      outgoing.writeHead(response.status, headers.flat());
      outgoing.end(body);
    },
  },
  {
    name: 'wire/a-body-that-ends-with-its-connection',
    why: 'RFC 9112, 6.3: without a length the body ends with the connection',
    write: (outgoing, response) => {
      outgoing.useChunkedEncodingByDefault = false;
      outgoing.shouldKeepAlive = false;
      outgoing.writeHead(response.status, flat(response));
      outgoing.end(response.body);
    },
  },
  {
    name: 'wire/an-early-hint-before-the-answer',
    why: 'RFC 8297: a 103 may precede the final response',
    write: (outgoing, response) => {
      outgoing.writeEarlyHints({ link: '</v2.0/schools>; rel=preload' }, () => {
        outgoing.writeHead(response.status, sized(response));
        outgoing.end(response.body);
      });
    },
  },
];

/** Opens a port of 127.0.0.1 for a sandbox. */
export async function openSocket(
  variant: SocketVariant,
  sandbox: Pick<Sandbox, 'fetch'>,
): Promise<OpenSocket> {
  const server = createServer({ noDelay: true }, (incoming, outgoing) => {
    outgoing.sendDate = false;
    responseTo(incoming, sandbox).then(
      (response) => variant.write(outgoing, response, incoming),
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const body = request.body === null ? {} : { body: await request.text() };
      const { method, headers } = request;
      return await fetch(origin + pathname + search, { method, headers, redirect: 'manual', ...body });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function responseTo(
  incoming: IncomingMessage,
  sandbox: Pick<Sandbox, 'fetch'>,
): Promise<PlainResponse> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (!/^(?:host|connection|content-length|transfer-encoding)$/.test(name))
      headers.set(name, String(value));
  const hasBody = body.byteLength > 0 && method !== 'GET' && method !== 'HEAD';
  const response = await sandbox.fetch(
    new Request(`http://sandbox.localhost${incoming.url}`, { method, headers, ...(hasBody ? { body } : {}) }),
  );
  return {
    status: response.status,
    headers: [...response.headers],
    body: Buffer.from(await response.arrayBuffer()),
  };
}
