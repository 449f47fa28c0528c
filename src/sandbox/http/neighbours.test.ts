import { request as httpRequest } from 'node:http';
import { expect } from 'chai';
import { createSandbox } from '../sandbox.ts';
import { type Bench, createBench } from '../testing.ts';
import { hostOf, type Listening, listen } from './listen.ts';
import { isLoopbackHost } from './neighbours.ts';

const json = { 'content-type': 'application/json' };
const moveClock = JSON.stringify({ state: 'the clock moves {seconds}', params: { seconds: 60 } });

describe('the sandbox on a port, and who else reaches it', () => {
  let bench: Bench;
  let server: Listening;
  before(async () => {
    bench = createBench({ students: 5 });
    server = await listen(bench.sandbox, { port: 0, hostname: '127.0.0.1' });
  });
  after(async () => {
    await server.close();
    bench.sandbox.close();
  });

  /** With exactly these headers: `fetch` does not allow a Host. */
  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body = '') =>
    new Promise<number>((resolve, reject) => {
      httpRequest(server.origin + path, { method, headers, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      })
        .on('error', reject)
        .end(body);
    });
  const port = () => new URL(server.origin).port;

  it('takes states from programs of this machine, and from its own page', async () => {
    const own = [
      {},
      { host: `localhost:${port()}` },
      { origin: server.origin, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of own)
      expect(
        await send('POST', '/_states', { ...json, ...headers }, moveClock),
        JSON.stringify(headers),
      ).to.equal(200);
  });

  it('takes no request for its own paths from a page of another origin, or under another name', async () => {
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      // DNS rebinding: the page and its requests have the same origin.
      {
        host: `evil.example:${port()}`,
        origin: `http://evil.example:${port()}`,
        'sec-fetch-site': 'same-origin',
      },
      { host: 'evil.example' },
      { host: `127.0.0.1.evil.example:${port()}` },
    ];
    for (const headers of foreign) {
      const name = JSON.stringify(headers);
      expect(await send('POST', '/_states', { ...json, ...headers }, moveClock), name).to.equal(403);
      for (const path of ['/_states', '/_else', '/docs', '/docs/start.js', '/'])
        expect(await send('GET', path, headers), `${path} ${name}`).to.equal(403);
    }
    expect(await send('GET', '/_states', { host: 'evil.example' })).to.equal(403);
    // An absolute request line overrides the Host (RFC 9112 section 3.2.2).
    const absolute = await new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      httpRequest({ hostname, port, path: 'http://evil.example/_states', agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      })
        .on('error', reject)
        .end();
    });
    expect(absolute).to.equal(403);
  });

  it('serves the API to any client: it needs a token, which a page cannot send to another origin', async () => {
    const headers = { authorization: `Bearer ${bench.sandbox.token}`, host: 'api.clever.test' };
    expect(await send('GET', '/v2.0/students', headers)).to.equal(200);
  });

  it('takes states as JSON only, not as a form that a page may send without asking', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
      '',
    ])
      expect(
        await send('POST', '/_states', type === '' ? {} : { 'content-type': type }, moveClock),
        type,
      ).to.equal(415);
    const typed = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect(await send('POST', '/_states', typed, moveClock)).to.equal(200);
  });

  it('opened on purpose, it takes states from programs of other machines, but from no page', async () => {
    const open = createSandbox({ seed: 1, students: 3, clock: { now: Date.now }, isOpen: true });
    const ask = async (headers: Readonly<Record<string, string>>) => {
      const request = new Request('http://sandbox:4010/_states', {
        method: 'POST',
        headers,
        body: moveClock,
      });
      return (await open.fetch(request)).status;
    };
    expect(await ask(json)).to.equal(200);
    expect(await ask({ ...json, origin: 'http://sandbox:4010' })).to.equal(403);
    expect(await ask({ ...json, 'sec-fetch-site': 'same-origin' })).to.equal(403);
    open.close();
  });

  it('on all addresses of the machine, its URL is one that can be sent to', () => {
    for (const [address, host] of [
      ['0.0.0.0', '127.0.0.1'],
      ['::', '[::1]'],
      ['::1', '[::1]'],
      ['192.0.2.1', '192.0.2.1'],
    ] as const)
      expect(hostOf(address)).to.equal(host);
  });

  it('says to anyone that it is up, without a token, and is not counted', async () => {
    expect(await send('GET', '/_health', { host: 'evil.example' })).to.equal(200);
    const response = await bench.ask('/_health');
    expect([response.status, response.json, response.headers.get('x-ratelimit-remaining')]).to.deep.equal([
      200,
      { status: 'ok' },
      null,
    ]);
  });

  it('only loopback addresses and localhost are this machine', () => {
    for (const host of [
      'localhost',
      'LOCALHOST:1',
      'sandbox.localhost',
      '127.0.0.1:80',
      '127.8.9.1',
      '[::1]:4010',
    ])
      expect(isLoopbackHost(host), host).to.equal(true);
    for (const host of [
      '',
      'evil.example',
      'localhost.evil.example',
      'notlocalhost',
      '10.0.0.1',
      '0.0.0.0',
      '[::2]',
      'a b',
    ])
      expect(isLoopbackHost(host), host).to.equal(false);
  });
});
