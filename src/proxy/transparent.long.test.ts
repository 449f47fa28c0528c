import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { mix } from '../explore/sequences.ts';
import { endToEnd } from './headers.ts';
import { ask, type Raw, withProxy } from './testing.ts';

/** Responses of every form that HTTP has for them, by number: the same number is always the same response. */
const amount = 1000;
const big = randomBytes(10 * 1024 * 1024);

interface Drawn {
  readonly method: string;
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
  readonly isChunked: boolean;
  readonly trailers: readonly (readonly [string, string])[];
}

function draw(number: number): Drawn {
  let draws = 0;
  const random = () => mix(number, draws++) / 2 ** 31;
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const method = one(['GET', 'GET', 'GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']);
  const status = one([200, 200, 200, 201, 204, 206, 301, 304, 400, 404, 413, 429, 500, 503, 599]);
  const plain =
    number === 500
      ? big
      : Buffer.from(one(['', '{}', '{"data":[]}', 'ä€😀'.repeat(number), 'x'.repeat(number * 97)]));
  const [coding, body] = one<readonly [string, Buffer]>([
    ['', plain],
    ['gzip', gzipSync(plain, { level: 1 })],
    ['br', number === 500 ? plain : brotliCompressSync(plain)],
    ['deflate', deflateSync(plain)],
    ['gzip', plain],
    ['made-up', plain],
  ]);
  const isChunked = random() < 0.5;
  const isBare = status === 204 || status === 304;
  const odd = one<readonly string[]>([
    [],
    ['X-Twice', '1', 'x-twice', '2', 'X-TWICE', ''],
    ['Set-Cookie', 'a=1; Path=/', 'Set-Cookie', 'b=2'],
    ['x-latin', 'caf\u00e9', 'ETag', 'W/"0"', 'Vary', '*'],
    Array.from({ length: 120 }, (_, at) => (at % 2 ? 'v'.repeat(at) : `X-Many-${at}`)),
    ['Connection', 'X-Hop', 'X-Hop', 'not for the client', 'Keep-Alive', 'timeout=1'],
    ['Date', 'yesterday', 'Content-Type', 'application/json', 'Location', '//elsewhere.example/x'],
  ]);
  return {
    method,
    status,
    headers: [
      ...odd,
      ...(coding === '' ? [] : ['Content-Encoding', coding]),
      ...(isChunked
        ? isBare
          ? []
          : ['Trailer', 'X-Checksum']
        : isBare
          ? []
          : ['Content-Length', String(body.byteLength)]),
    ],
    body: isBare ? Buffer.alloc(0) : body,
    isChunked: isChunked && !isBare,
    trailers:
      isChunked && method !== 'HEAD' && !isBare
        ? [
            ['X-Checksum', String(number)],
            ['X-Other', ''],
          ]
        : [],
  };
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body, isChunked, trailers } = draw(Number(request.url?.slice(3)));
  request.resume();
  response.sendDate = false;
  response.writeHead(status, [...headers, ...(isChunked ? ['Transfer-Encoding', 'chunked'] : [])]);
  if (request.method === 'HEAD') return void response.end();
  const half = body.byteLength >> 1;
  if (isChunked && half > 0) response.write(body.subarray(0, half));
  if (isChunked) response.addTrailers(trailers.map((pair) => [...pair] as [string, string]));
  response.end(isChunked ? body.subarray(half) : body);
}

/** What has to be equal: everything but what belongs to one connection. */
const gist = ({ headers, body, ...rest }: Raw) => ({
  ...rest,
  headers: endToEnd(headers),
  body: body.toString('base64'),
});

describe('the proxy', function () {
  this.timeout(120_000);

  it(`passes ${amount} random responses on as they are`, () =>
    withProxy(serve, { timeoutMs: 60_000 }, async ({ server, proxy }) => {
      let withTrailers = 0;
      for (let number = 0; number < amount; number++) {
        const { method } = draw(number);
        const path = `/x/${number}`;
        const body = method === 'POST' || method === 'PATCH' ? 'y'.repeat(number) : undefined;
        const asking = { method, ...(body === undefined ? {} : { body }) };
        const [direct, through] = await Promise.all([
          ask(server, path, asking),
          ask(proxy.origin, path, asking),
        ]);
        expect(gist(through), `${method} ${path}`).to.deep.equal(gist(direct));
        expect(direct.isWhole).to.equal(true);
        if (direct.trailers.length > 0) withTrailers++;
      }
      expect(withTrailers).to.be.above(amount / 5);
    }));
});
