import type { RequestListener, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { judgePrepared, prepareCapture } from '../captures/session.ts';
import { requirementsOf } from '../catalogue.ts';
import { ask, type Between, withProxy } from './testing.ts';

/** Rows of the list of hostile inputs, on either side of the proxy: it stays bounded, and stays there. */

const json = { 'content-type': 'application/json' };
const mib = 1024 * 1024;
const captured = {
  name: 'traffic',
  now: Date.now,
  server: new Set(requirementsOf('server').map(({ id }) => id)),
  client: new Set(requirementsOf('client').map(({ id }) => id)),
};
const path = '/v2.0/students';
const record = (n: number) => ({ data: { id: n.toString(16).padStart(24, '0') }, uri: `${path}/${n}` });
const page = (count: number, uri = path) =>
  JSON.stringify({ data: Array.from({ length: count }, (_, n) => record(n)), links: [{ rel: 'next', uri }] });

const flood = (response: ServerResponse, piece: Buffer) => {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
};
const says =
  (body: string | Buffer, headers: Record<string, string> = json, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
const writes =
  (text: string | Buffer, ends = true): RequestListener =>
  ({ socket }) =>
    void (ends ? socket.end(text) : socket.write(text));
const drips: RequestListener = ({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => socket.write('X-Drip: 1\r\n'), 20);
  socket.on('close', () => clearInterval(timer)).on('error', () => {});
};

const servers: Readonly<Record<string, RequestListener>> = {
  'a next link to another host': says(page(3, 'https://evil.example/x')),
  'a next link over two slashes': says(page(3, '//evil.example/x')),
  'a redirect to another host': says('', { location: 'https://evil.example/' }, 307),
  '10,001 records': says(page(10_001)),
  'a body without an end': (_request, response) =>
    flood(response.writeHead(200, json), Buffer.alloc(mib, '{"data":[]},')),
  'a gzip bomb': says(gzipSync(Buffer.alloc(300 * mib)), { ...json, 'content-encoding': 'gzip' }),
  'six codings': says(gzipSync('{}'), { ...json, 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' }),
  'a coding that it does not have': says('{"data":[]}', { ...json, 'content-encoding': 'br' }),
  'a longer Content-Length': writes('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}'),
  'a shorter Content-Length': writes('HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n{"data":[]}'),
  'chunks that break off': writes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"da'),
  'chunks that are none': writes('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n'),
  'a length and chunks': writes(
    'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ),
  'headers without an end': drips,
  'a reset': ({ socket }) => void socket.resetAndDestroy(),
  '1,000 headers': writes(`HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(1000)}content-length: 2\r\n\r\n{}`),
  'a header of a megabyte': writes(`HTTP/1.1 200 OK\r\nX-A: ${'b'.repeat(mib)}\r\n\r\n{}`),
  'a NUL in a header': writes('HTTP/1.1 200 OK\r\nX-A: b\u0000c\r\ncontent-length: 2\r\n\r\n{}'),
  'a folded header': writes('HTTP/1.1 200 OK\r\nX-A: b\r\n c\r\ncontent-length: 2\r\n\r\n{}'),
  'two responses': writes(
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}',
  ),
  'no HTTP': writes('SSH-2.0-OpenSSH_9.6\r\n'),
  'an early hint and an upgrade': writes(
    'HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 101 Up\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
  ),
  'JSON 200,000 deep': says('['.repeat(200_000)),
  'members named __proto__': says(
    '{"data":[{"data":{"__proto__":{"polluted":1}}}],"__proto__":{"polluted":1},"links":[]}',
  ),
  'a lone surrogate, and bytes that are no text': says(
    Buffer.concat([Buffer.from('{"data":[],"x":"\\ud800'), Buffer.from([0xff, 0xfe, 0]), Buffer.from('"}')]),
  ),
  'HTML as JSON': says('<script>alert(1)</script>'),
  'a 429 of 10 MB': says(Buffer.alloc(10 * mib, 'x'), json, 429),
  'limits that are no numbers': says(page(1), {
    ...json,
    'x-ratelimit-limit': '1e308',
    'x-ratelimit-remaining': '-1',
    'x-ratelimit-reset': '-5',
  }),
};

async function isWellAfter({ proxy, ledger, server }: Between): Promise<void> {
  for (let waited = 0; proxy.open > 0; waited += 20) {
    expect(waited, 'requests that never end').to.be.below(20_000);
    await sleep(20);
  }
  await ledger.settled();
  for (const side of ['server', 'client'] as const)
    if (ledger.counts()[side] > 0) {
      const { result } = judgePrepared(prepareCapture(ledger.traffic(side, 0), captured), side, captured);
      expect(JSON.stringify(result.evidence)).to.not.include('polluted');
      expect(result.evidence.exchanges.every(({ request }) => request.origin === server)).to.equal(true);
    }
  expect(({} as { polluted?: number }).polluted).to.equal(undefined);
}

describe('a hostile server', function () {
  this.timeout(60_000);

  for (const [what, listener] of Object.entries(servers))
    it(`is passed on or cut off, and recorded: ${what}`, () =>
      withProxy(
        (request, response) => {
          request.on('error', () => {});
          response.on('error', () => {});
          if (request.url === '/v2.0/terms') return void response.end('{"data":[],"links":[]}');
          listener(request, response);
        },
        { timeoutMs: 1500 },
        async (between) => {
          const raw = await ask(between.proxy.origin, path).catch(() => undefined);
          expect(raw?.body.byteLength ?? 0).to.be.at.most(33 * mib);
          expect((await ask(between.proxy.origin, '/v2.0/terms')).status).to.equal(200);
          await isWellAfter(between);
          expect(between.ledger.counts().client).to.equal(2);
        },
      ));
});

/** Writes until the proxy closes the connection, or `maxBytes` are sent. */
async function pour(socket: Socket, piece: Buffer, maxBytes: number): Promise<number> {
  let sent = 0;
  const closed = new Promise((resolve) => socket.once('close', resolve));
  while (!socket.destroyed && sent < maxBytes) {
    sent += piece.byteLength;
    if (!socket.write(piece)) await Promise.race([new Promise((go) => socket.once('drain', go)), closed]);
  }
  return sent;
}

const clients: Readonly<Record<string, (open: () => Socket) => Promise<void>>> = {
  'a body without an end': async (open) => {
    const socket = open();
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
    const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(mib, 'x'), Buffer.from('\r\n')]);
    expect(await pour(socket, piece, 1024 * mib)).to.be.below(64 * mib);
  },
  garbage: async (open) => void open().write(Buffer.alloc(4096, 0xfe)),
  'a TLS handshake': async (open) => void open().write(Buffer.from('16030100c8010000c40303', 'hex')),
  'a header of a megabyte': async (open) => void (await pour(open(), Buffer.alloc(64 * 1024, 'a'), mib)),
  'half a request': async (open) => {
    const socket = open();
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\ncontent-length: 10\r\n\r\nabc`);
    await sleep(50);
    socket.destroy();
  },
  '400 connections that say nothing': async (open) => {
    const all = Array.from({ length: 400 }, open);
    await sleep(200);
    for (const one of all) one.destroy();
  },
  '2,000 requests in one go': async (open) => {
    const socket = open();
    socket.resume();
    await pour(socket, Buffer.from(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(100)), 100_000);
    await sleep(1500);
    socket.destroy();
  },
  'a tunnel, and an address of another host': async (open) => {
    open().write('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    open().write('GET http://evil.example/v2.0/students HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    await sleep(100);
  },
  'two lengths': async (open) => {
    open().write(`POST ${path} HTTP/1.1\r\nHost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab`);
    open().write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    );
    await sleep(100);
  },
};

describe('a hostile client', function () {
  this.timeout(60_000);

  for (const [what, act] of Object.entries(clients))
    it(`is bounded, and others are served: ${what}`, () =>
      withProxy(
        (request, response) => {
          expect(request.headers.host).to.not.include('evil');
          request.resume();
          request.on('end', () => response.end(page(1)));
        },
        { timeoutMs: 5000 },
        async (between) => {
          const sockets: Socket[] = [];
          const open = () => {
            const socket = connect(Number(new URL(between.proxy.origin).port), '127.0.0.1');
            socket.on('error', () => {});
            sockets.push(socket);
            return socket;
          };
          await act(open);
          expect((await ask(between.proxy.origin, '/v2.0/terms')).status).to.equal(200);
          for (const one of sockets) one.destroy();
          await isWellAfter(between);
        },
      ));
});
