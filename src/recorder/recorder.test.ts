import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createVirtualClock, systemClock } from '../clock.ts';
import { SafetyStop } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { createHttpSender } from '../targets/http.ts';
import { type Caps, createRecorder } from './recorder.ts';

const inProcess = (answer: (request: Request) => Response | Promise<Response>) =>
  createRecorder({
    fetch: async (request) => answer(request),
    clock: createVirtualClock(),
    origin: 'http://sandbox.localhost',
  });

describe('the recorder, in process', () => {
  it('reads no large body after two that were too large', async () => {
    const page = (records: number) =>
      JSON.stringify({ data: Array.from({ length: records }, () => 'x'.repeat(500_000)) });
    const pages = [4, 3, 4, 3, 2].map(page);
    const recorder = createRecorder({
      fetch: async () => new Response(pages.shift()),
      clock: createVirtualClock(),
      origin: 'http://sandbox.localhost',
      caps: { maxBytes: 1_600_000 },
    });
    for (let at = 0; at < 5; at++)
      await recorder.send({ method: 'GET', path: '/v2.0/students', headers: {} });
    const kinds = recorder.exchanges.map(({ failure }) => failure?.kind ?? 'read');
    expect(kinds).to.deep.equal(['too-large', 'read', 'too-large', 'too-large', 'read']);
  });

  it('records request and response as they crossed the wire', async () => {
    const clock = createVirtualClock(1_000);
    const recorder = createRecorder({
      fetch: async (request) => {
        clock.advance(5);
        return new Response(`saw ${request.method} ${request.url}`, {
          status: 201,
          headers: { 'X-One': 'a' },
        });
      },
      clock,
      origin: 'http://sandbox.localhost',
    });
    const step = { claim: 'data/list-envelope', case: 'students' };
    const exchange = await recorder.send({
      method: 'POST',
      path: '/v3.1/a b?x=1#gone',
      headers: { Authorization: 'Bearer t', 'content-type': 'application/json' },
      body: '{}',
      step,
    });
    expect(exchange).to.deep.equal({
      seq: 0,
      step,
      request: {
        method: 'POST',
        origin: 'http://sandbox.localhost',
        path: '/v3.1/a%20b?x=1',
        headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
        body: '{}',
        sentAtMs: 1_000,
      },
      response: {
        status: 201,
        headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-one': 'a' },
        body: 'saw POST http://sandbox.localhost/v3.1/a%20b?x=1#gone',
        receivedAtMs: 1_005,
      },
    });
    expect(recorder.exchanges).to.deep.equal([exchange]);
  });

  it('orders overtaking requests by their start', async () => {
    const waiting: (() => void)[] = [];
    const recorder = inProcess((request) =>
      request.url.endsWith('slow')
        ? new Promise((go) => waiting.push(() => go(new Response('slow'))))
        : new Response('fast'),
    );
    const slow = recorder.send({ method: 'GET', path: '/slow', headers: {} });
    await recorder.send({ method: 'GET', path: '/fast', headers: {} });
    waiting[0]?.();
    await slow;
    expect(recorder.exchanges.map((one) => [one.seq, one.request.path])).to.deep.equal([
      [0, '/slow'],
      [1, '/fast'],
    ]);
  });

  it('replaces invalid UTF-8 by U+FFFD, keeps a byte order mark, and reads a missing body as empty', async () => {
    const bodies = [Uint8Array.of(0x61, 0xff, 0x62), Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), null, ''];
    const recorder = inProcess(() => new Response(bodies.shift() ?? null));
    const seen: unknown[] = [];
    for (let at = 0; at < 4; at++)
      seen.push((await recorder.send({ method: 'GET', path: '/', headers: {} })).response?.body);
    expect(seen).to.deep.equal(['a\ufffdb', '\ufeffa', '', '']);
  });

  it('does not follow redirects and joins repeated headers', async () => {
    const headers = new Headers({ location: 'https://evil.example/' });
    headers.append('set-cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    const recorder = inProcess(() => new Response(null, { status: 302, headers }));
    const { response } = await recorder.send({ method: 'GET', path: '/', headers: {} });
    expect(response?.status).to.equal(302);
    expect(response?.headers).to.deep.equal({ location: 'https://evil.example/', 'set-cookie': 'a=1, b=2' });
  });

  it('does not advance virtual time while a body arrives', async () => {
    const clock = createVirtualClock(0);
    const body = () =>
      new ReadableStream({
        async pull(controller) {
          for (let turn = 0; turn < 10; turn++) await new Promise((go) => setImmediate(go));
          controller.enqueue(new TextEncoder().encode('late'));
          controller.close();
        },
      });
    const recorder = createRecorder({
      fetch: async () => new Response(body()),
      clock,
      origin: 'http://a.test',
    });
    const sleeper = clock.sleep(60_000);
    const { response } = await recorder.send({ method: 'GET', path: '/', headers: {} });
    expect(response?.body).to.equal('late');
    expect(response?.receivedAtMs).to.equal(0);
    await sleeper;
    expect(clock.now()).to.equal(60_000);
  });

  it('throws suite faults and rejects what fetch does not allow', async () => {
    const stop = createRecorder({
      fetch: () => Promise.reject(new SafetyStop('held back', 'x')),
      clock: systemClock,
      origin: 'http://a.test',
    });
    const thrown = await stop
      .send({ method: 'GET', path: '/', headers: {} })
      .catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(SafetyStop);
    const recorder = inProcess(() => new Response());
    for (const bad of [
      { path: 'no-slash' },
      { method: 'TRACE' },
      { body: 'x' },
      { headers: { a: 'b\nc' } },
    ]) {
      const exchange = await recorder.send({ method: 'GET', path: '/', headers: {}, ...bad });
      expect(exchange.failure?.kind, JSON.stringify(bad)).to.equal('refused');
    }
    expect(recorder.exchanges).to.have.length(4);
  });

  it('sends nothing to a path with dot segments', async () => {
    const urls: string[] = [];
    const recorder = inProcess((request) => {
      urls.push(request.url);
      return new Response();
    });
    for (const path of [
      '/v3.1/a/../b',
      '/v3.1/a/..',
      '/v3.1/%2e%2E/b',
      '/v3.1/.%2e?x',
      '/v3.1/a\\..\\b',
      '/./a',
    ])
      expect((await recorder.send({ method: 'DELETE', path, headers: {} })).failure?.kind, path).to.equal(
        'refused',
      );
    expect(urls).to.deep.equal([]);
    for (const path of ['/a..b', '/a/..b', '/a?next=/../b'])
      expect((await recorder.send({ method: 'GET', path, headers: {} })).failure, path).to.equal(undefined);
  });

  it('counts what responses contain, and stops at a body with too many values', async () => {
    const bodies = ['[1,2]', `[${'{},'.repeat(1000)}{}]`];
    const recorder = createRecorder({
      fetch: async () => new Response(bodies.shift()),
      clock: createVirtualClock(),
      origin: 'http://a.test',
      caps: { maxValues: 1000 },
    });
    expect((await recorder.send({ method: 'GET', path: '/', headers: {} })).failure).to.equal(undefined);
    expect(recorder.intake).to.deep.equal({ bytes: 5, values: 2, newBytes: 5 });
    const { failure } = await recorder.send({ method: 'GET', path: '/', headers: {} });
    expect(failure).to.deep.equal({ kind: 'too-large', message: 'the body is larger than 1000 JSON values' });
  });

  it('reads two bodies that no conforming server sends, and then no large one to its end', async () => {
    const bodies = [' '.repeat(2 ** 21), ' '.repeat(2 ** 21), ' '.repeat(2 ** 21), 'small'];
    const recorder = inProcess(() => new Response(bodies.shift()));
    const kinds: unknown[] = [];
    for (let at = 0; at < 4; at++)
      kinds.push((await recorder.send({ method: 'GET', path: '/', headers: {} })).failure?.kind);
    expect(kinds).to.deep.equal([undefined, undefined, 'too-large', undefined]);
  });

  it('keeps no body with a giant record', async () => {
    const recorder = inProcess(() => new Response(`{"data":["${'x'.repeat(2 ** 21)}"]}`));
    const { failure, response } = await recorder.send({ method: 'GET', path: '/', headers: {} });
    expect(response).to.equal(undefined);
    expect(failure).to.deep.equal({
      kind: 'too-large',
      message: 'the body has more than 1048576 bytes for each record',
    });
  });

  it('reads a body of many small chunks', async () => {
    const text = 'äöü€😀'.repeat(2000);
    const bytes = new TextEncoder().encode(text);
    const recorder = inProcess(
      () =>
        new Response(
          new ReadableStream({
            start(controller) {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
              controller.close();
            },
          }),
        ),
    );
    expect((await recorder.send({ method: 'GET', path: '/', headers: {} })).response?.body).to.equal(text);
  });

  it('stops waiting for an in-process target that never responds, if a limit is given', async () => {
    const recorder = createRecorder({
      fetch: () => new Promise(() => {}),
      clock: createVirtualClock(),
      origin: 'http://a.test',
      caps: { totalMs: 20 },
    });
    expect((await recorder.send({ method: 'GET', path: '/', headers: {} })).failure?.kind).to.equal(
      'timeout',
    );
  });
});

describe('the recorder, over a socket', () => {
  const open: { close(): unknown }[] = [];
  const sockets = new Set<Socket>();
  const sender = createHttpSender();
  after(() => sender.close());
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of open.splice(0)) server.close();
    sockets.clear();
  });

  async function listening(server: ReturnType<typeof createServer>): Promise<string> {
    open.push(server);
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  /** Sends these bytes to every client, and ends or keeps the connection. */
  const raw = (answer: string | Buffer, then: 'end' | 'keep' | 'reset' = 'end') =>
    listening(
      createServer((socket) =>
        socket.once('data', () => {
          if (answer.length > 0) socket.write(answer);
          if (then === 'end') socket.end();
          // A reset must not overtake the written bytes.
          if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 30);
        }),
      ),
    );
  const http = (listener: RequestListener) => listening(createHttpServer(listener));

  async function get(origin: string, caps: Caps = {}): Promise<Exchange> {
    const recorder = createRecorder({
      fetch: sender.send,
      clock: systemClock,
      origin,
      caps: { totalMs: 5_000, idleMs: 2_000, ...caps },
    });
    return await recorder.send({
      method: 'GET',
      path: '/v2.0/students',
      headers: { authorization: 'Bearer t' },
    });
  }
  const kindOf = async (origin: string, caps?: Caps) => (await get(origin, caps)).failure?.kind;
  const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

  it('reads a compressed response in any chunks', async () => {
    const origin = await http((_, response) => {
      const packed = gzipSync('{"data":[]}');
      response.writeHead(200, { 'content-encoding': 'gzip' }).write(packed.subarray(0, 7));
      setTimeout(() => response.end(packed.subarray(7)), 10);
    });
    expect((await get(origin)).response?.body).to.equal('{"data":[]}');
  });

  it('reports a closed port', async () => {
    const server = createServer();
    const origin = await listening(server);
    await new Promise((closed) => server.close(closed));
    const exchange = await get(origin);
    expect(exchange.failure).to.deep.equal({ kind: 'connect', message: 'no connection (ECONNREFUSED)' });
    expect(exchange.response).to.equal(undefined);
  });

  it('reports a connection that ends before, between and within headers and body', async () => {
    expect(await kindOf(await raw('')), 'before').to.equal('closed');
    expect(await kindOf(await raw('', 'reset')), 'reset').to.equal('closed');
    expect(await kindOf(await raw('HTTP/1.1 200 OK\r\ncontent-')), 'amid headers').to.equal('closed');
    expect(await kindOf(await raw(`${ok}content-length: 100\r\n\r\n{"data"`)), 'short body').to.equal(
      'closed',
    );
    expect(
      await kindOf(await raw(`${ok}content-length: 100\r\n\r\n{"data"`, 'reset')),
      'reset body',
    ).to.equal('closed');
    expect(
      await kindOf(await raw(`${ok}transfer-encoding: chunked\r\n\r\n5\r\n{"dat`)),
      'short chunk',
    ).to.equal('closed');
  });

  it('times out on a server that hangs, becomes idle, or drips', async () => {
    expect(await kindOf(await raw('', 'keep'), { totalMs: 50 }), 'hangs').to.equal('timeout');
    const begun = await raw(`${ok}content-length: 100\r\n\r\n{"data"`, 'keep');
    const silent = await get(begun, { idleMs: 50 });
    expect(silent.failure?.message).to.equal('no byte of the body for 50 ms');
    const drip = await http((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    });
    const dripped = await get(drip, { totalMs: 120, idleMs: 100 });
    expect(dripped.failure?.message).to.equal('no whole answer within 120 ms');
  });

  it('releases the connection when a body is too large, compressed or not', async () => {
    const caps = { maxBytes: 100_000 };
    let closed = 0;
    const endless = await http((_, response) => {
      response.on('close', () => closed++);
      const more = () => {
        while (response.write(Buffer.alloc(16_384, 32)));
      };
      response.on('drain', more);
      more();
    });
    expect(await kindOf(endless, caps)).to.equal('too-large');
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
    const bombed = await http((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await kindOf(bombed, caps)).to.equal('too-large');
    await new Promise((go) => setTimeout(go, 50));
    expect(closed).to.equal(1);
  });

  it('reports responses that are not HTTP, or contradict their headers', async () => {
    const bad: Readonly<Record<string, string | Buffer>> = {
      'another protocol': 'SSH-2.0-OpenSSH_9.7\r\n',
      'a broken chunk size': `${ok}transfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n`,
      'two lengths': `${ok}content-length: 5\r\ncontent-length: 7\r\n\r\nabcdefg`,
      'a negative length': `${ok}content-length: -5\r\n\r\nabc`,
      'a folded header': `${ok}x-a: one\r\n two\r\ncontent-length: 2\r\n\r\n{}`,
      'a NUL in a header': `${ok}x-a: a\0b\r\ncontent-length: 0\r\n\r\n`,
      'a header of 1 MiB': `${ok}x-a: ${'a'.repeat(1024 * 1024)}\r\ncontent-length: 0\r\n\r\n`,
      'gzip that is none': `${ok}content-encoding: gzip\r\ncontent-length: 5\r\n\r\nabcde`,
    };
    for (const [name, answer] of Object.entries(bad))
      expect(await kindOf(await raw(answer)), name).to.equal('malformed');
  });

  it('reads a body that ends with the connection, and none beyond its length', async () => {
    expect((await get(await raw(`${ok}\r\n{}`))).response?.body).to.equal('{}');
    expect((await get(await raw(`${ok}content-length: 2\r\n\r\n{} and more`))).response?.body).to.equal('{}');
  });
});
