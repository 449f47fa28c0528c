import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { type Bench, createBench } from '../testing.ts';
import { type Listening, listen } from './listen.ts';

/** Saved before anything listens. */
const untouched = { Request: globalThis.Request, Response: globalThis.Response };

/** A connection that was served: before that, the server may not have accepted it. */
async function connected({ origin }: Listening): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'data');
  return socket.resume();
}

describe('the sandbox on a port', () => {
  let bench: Bench;
  let server: Listening;
  beforeEach(async () => {
    bench = createBench({ students: 30 });
    server = await listen(bench.sandbox, { port: 0, hostname: '127.0.0.1' });
  });
  afterEach(async () => {
    await server.close();
    bench.sandbox.close();
  });
  const headers = () => ({ authorization: `Bearer ${bench.sandbox.token}` });

  it('responds as in process', async () => {
    for (const path of ['/v2.0/students?limit=7', '/v2.0/nope', '/v2.0/students?limit=0', '/docs', '/nope']) {
      bench.clock.advance(60_000);
      const over = await fetch(server.origin + path, { headers: headers() });
      bench.clock.advance(60_000);
      const inside = await bench.ask(path);
      expect(over.status, path).to.equal(inside.status);
      expect(await over.text(), path).to.equal(inside.body);
      const names = (list: Headers) =>
        [...list.keys()].filter((name) => !/^(connection|keep-alive|content-length)$/.test(name));
      expect(names(over.headers), path).to.deep.equal(names(inside.headers));
    }
  });

  it('spells header names as recorded, and sends one Date: that of its own clock', async () => {
    const raw = await new Promise<string[]>((resolve, reject) => {
      request(`${server.origin}/v2.0/terms`, { headers: headers() }, (response) => {
        response.resume().on('end', () => resolve(response.rawHeaders));
      })
        .on('error', reject)
        .end();
    });
    expect(raw).to.include.members([
      'X-Ratelimit-Bucket',
      'X-Ratelimit-Limit',
      'X-Ratelimit-Remaining',
      'X-Ratelimit-Reset',
      'Content-Type',
      'Content-Length',
    ]);
    expect(raw.filter((_, at) => raw[at - 1]?.toLowerCase() === 'date')).to.deep.equal([
      'Mon, 05 Jan 2026 12:00:00 GMT',
    ]);
  });

  it('serves responses of a wrapper around the sandbox', async () => {
    const other = await listen(
      { fetch: async () => new Response('changed', { status: 418 }) },
      { port: 0, hostname: '127.0.0.1' },
    );
    const answer = await fetch(`${other.origin}/v2.0/students`);
    expect([answer.status, await answer.text()]).to.deep.equal([418, 'changed']);
    await other.close();
  });

  it('serves a response with modified headers', async () => {
    const fetchChanged = async (asked: Request) => {
      const response = await bench.sandbox.fetch(asked);
      response.headers.set('x-ratelimit-limit', '7');
      return response;
    };
    const other = await listen({ fetch: fetchChanged }, { port: 0, hostname: '127.0.0.1' });
    const answer = await fetch(`${other.origin}/v2.0/terms`, { headers: headers() });
    expect(answer.headers.get('x-ratelimit-limit')).to.equal('7');
    expect(await answer.json()).to.have.property('data');
    await other.close();
  });

  it('takes states and LMS Connect bodies over the wire', async () => {
    const post = (path: string, body: unknown) =>
      fetch(server.origin + path, {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const values = await (await post('/_states', { state: 'an assignment exists' })).json();
    const created = await post(`/v3.1/sections/${values.section_id}/assignments`, {
      title: 'Read',
      description: 'A page',
      due_date: '2026-03-01T00:00:00.000Z',
      assignee_mode: 'all',
    });
    expect(created.status).to.equal(200);
    expect(await created.json()).to.have.nested.property('data.title', 'Read');
  });

  it('rejects a body that is too large, and keeps serving', async () => {
    const answer = await fetch(`${server.origin}/v3.1/sections/x/assignments`, {
      method: 'POST',
      headers: headers(),
      body: 'x'.repeat(5 * 1024 * 1024),
    });
    expect(answer.status).to.equal(413);
    expect((await fetch(`${server.origin}/v2.0/terms`, { headers: headers() })).status).to.equal(200);
  });

  it('HEAD has no body', async () => {
    const answer = await fetch(`${server.origin}/v2.0/students`, { method: 'HEAD', headers: headers() });
    expect([answer.status, await answer.text()]).to.deep.equal([200, '']);
  });

  it('a port in use is a usage error that says so', async () => {
    const port = Number(new URL(server.origin).port);
    const fault = await listen(bench.sandbox, { port, hostname: '127.0.0.1' }).catch((error) => error);
    expect(fault).to.be.instanceOf(UsageError);
    expect(fault.message).to.equal(`Port ${port} is in use.`);
  });

  it('closing ends connections that are idle or in the middle of a request', async () => {
    const begun = Promise.withResolvers<void>();
    const noted = (asked: Request) => {
      if (asked.method === 'POST') begun.resolve();
      return bench.sandbox.fetch(asked);
    };
    const other = await listen({ fetch: noted }, { port: 0, hostname: '127.0.0.1' });
    const connections = [await connected(other), await connected(other)];
    connections[1]?.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf');
    await begun.promise;
    const ended = connections.map((one) => new Promise((resolve) => one.once('close', resolve)));
    await other.close();
    await Promise.all(ended);
    expect(connections.map(({ destroyed }) => destroyed)).to.deep.equal([true, true]);
  });

  it('leaves the global Request and Response alone', () => {
    expect(globalThis.Request).to.equal(untouched.Request);
    expect(globalThis.Response).to.equal(untouched.Response);
  });
});
