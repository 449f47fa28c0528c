import { expect } from 'chai';
import { createVirtualClock, systemClock } from '../clock.ts';
import { SafetyStop } from '../errors.ts';
import { createRecorder } from './recorder.ts';

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

  it('makes no text of JSON that is far too large for its few values', async () => {
    const bodies = [`["${'x'.repeat(17 * 2 ** 20)}"]`, `<p>${'x'.repeat(17 * 2 ** 20)}`];
    const recorder = inProcess(() => new Response(bodies.shift()));
    const [json, html] = [
      await recorder.send({ method: 'GET', path: '/', headers: {} }),
      await recorder.send({ method: 'GET', path: '/', headers: {} }),
    ];
    expect(json.failure?.message).to.match(/more than 1048576 bytes for each record/);
    expect(html.failure).to.equal(undefined);
  });

  it('counts large pages with more records than were asked for among them', async () => {
    const page = JSON.stringify({ data: Array.from({ length: 1000 }, () => 'x'.repeat(2000)) });
    const recorder = inProcess(() => new Response(page));
    const ask = async (path: string) => (await recorder.send({ method: 'GET', path, headers: {} })).failure;
    for (let at = 0; at < 3; at++) expect(await ask('/v2.0/students?limit=1000')).to.equal(undefined);
    for (let at = 0; at < 2; at++) expect(await ask('/v2.0/students?limit=999')).to.equal(undefined);
    expect((await ask('/v2.0/students?limit=1000'))?.message).to.equal(
      'the body is larger than 1048576 bytes, after 2 that were too large, or not what was asked for',
    );
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
