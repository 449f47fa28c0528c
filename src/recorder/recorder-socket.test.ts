import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { systemClock } from '../clock.ts';
import type { Exchange } from '../exchange.ts';
import { createHttpSender } from '../targets/http.ts';
import { type Caps, createRecorder } from './recorder.ts';

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
