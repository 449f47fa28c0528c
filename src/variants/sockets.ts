import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** An answer before it is written. */
export interface PlainAnswer {
  readonly status: number;
  /** In lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** A legal way to write an answer to a socket. What is seen of it is seen over a real port only. */
export interface SocketVariant {
  readonly name: `wire/${string}`;
  /** The part of HTTP that allows it. */
  readonly why: string;
  readonly write: (outgoing: ServerResponse, answer: PlainAnswer, incoming: IncomingMessage) => void;
}

/** A sandbox on a port that writes its answers in a way of its own. */
export interface OpenSocket {
  /** Reaches the port, whatever origin is asked for. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends all connections. */
  close(): Promise<void>;
}

const flat = ({ headers }: PlainAnswer) => headers.flat();
const mayHaveBody = ({ status }: PlainAnswer) => status !== 204 && status !== 304;
const sized = (answer: PlainAnswer) =>
  mayHaveBody(answer) ? [...flat(answer), 'content-length', String(answer.body.byteLength)] : flat(answer);

/** `X-RATELIMIT-LIMIT`, then `x-RaTeLiMiT-LiMiT`: names are compared without case. */
const inOtherLetters = (name: string, at: number) =>
  at % 2 === 0
    ? name.toUpperCase()
    : [...name].map((one, place) => (place % 2 === 0 ? one : one.toUpperCase())).join('');

/** Ways to write that HTTP allows, and that no judge may notice. */
export const socketVariants: readonly SocketVariant[] = [
  {
    name: 'wire/a-connection-for-each-answer',
    why: 'RFC 9112, 9.6: a server may close after an answer',
    write: (outgoing, answer) => {
      outgoing.writeHead(answer.status, [...sized(answer), 'connection', 'close']);
      outgoing.end(answer.body);
    },
  },
  {
    name: 'wire/header-names-in-other-letters',
    why: 'RFC 9110, 5.1: field names are compared without case',
    write: (outgoing, answer) => {
      const names = answer.headers.map(([name, value], at) => [inOtherLetters(name, at), value]);
      outgoing.writeHead(answer.status, names.flat());
      outgoing.end(answer.body);
    },
  },
  {
    name: 'wire/chunks-of-a-few-bytes',
    why: 'RFC 9112, 7.1: a body may come in chunks of any size',
    write: (outgoing, answer) => {
      outgoing.writeHead(answer.status, [
        ...flat(answer),
        ...(mayHaveBody(answer) ? ['transfer-encoding', 'chunked'] : []),
      ]);
      // Cut in the middle of characters, too.
      for (let at = 0; at < Math.min(answer.body.byteLength, 70); at += 7)
        outgoing.write(answer.body.subarray(at, at + 7));
      outgoing.end(answer.body.subarray(Math.ceil(Math.min(answer.body.byteLength, 70) / 7) * 7));
    },
  },
  {
    name: 'wire/gzip-where-it-is-accepted',
    why: 'RFC 9110, 8.4: a body may be coded as its reader accepts',
    write: (outgoing, answer, incoming) => {
      const isAccepted =
        /gzip/.test(String(incoming.headers['accept-encoding'])) && answer.body.byteLength > 0;
      const body = isAccepted && mayHaveBody(answer) ? gzipSync(answer.body) : answer.body;
      const headers = isAccepted
        ? [...answer.headers, ['content-encoding', 'gzip'], ['vary', 'accept-encoding']]
        : answer.headers;
      outgoing.writeHead(answer.status, headers.flat());
      outgoing.end(body);
    },
  },
  {
    name: 'wire/a-body-that-ends-with-its-connection',
    why: 'RFC 9112, 6.3: without a length the end of the connection is that of the body',
    write: (outgoing, answer) => {
      outgoing.useChunkedEncodingByDefault = false;
      outgoing.shouldKeepAlive = false;
      outgoing.writeHead(answer.status, flat(answer));
      outgoing.end(answer.body);
    },
  },
  {
    name: 'wire/an-early-hint-before-the-answer',
    why: 'RFC 8297: a 103 may come before the answer proper',
    write: (outgoing, answer) => {
      outgoing.writeEarlyHints({ link: '</v2.0/schools>; rel=preload' }, () => {
        outgoing.writeHead(answer.status, sized(answer));
        outgoing.end(answer.body);
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
    answerTo(incoming, sandbox).then(
      (answer) => variant.write(outgoing, answer, incoming),
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

async function answerTo(incoming: IncomingMessage, sandbox: Pick<Sandbox, 'fetch'>): Promise<PlainAnswer> {
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
