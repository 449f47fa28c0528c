import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { knownVersions } from '../../contracts/versions.ts';
import { placeFault } from './faults/places.ts';
import { ask, withProxy } from './testing.ts';

const json = { 'content-type': 'application/json' };
const id = (n: number) => n.toString(16).padStart(24, '0');
/** Two pages of one record each. */
const pageOf = (url: string) => {
  const after = new URL(url, 'http://x').searchParams.get('starting_after');
  const at = after === null ? 1 : 2;
  const next = after === null ? [{ rel: 'next', uri: `/v2.0/students?starting_after=${id(1)}` }] : [];
  return JSON.stringify({
    data: [{ data: { id: id(at) }, uri: '' }],
    links: [{ rel: 'self', uri: '' }, ...next],
  });
};
const injecting = (...faults: string[]) => ({ scenarios: faults.map(placeFault), profiles: knownVersions });

describe('a request through the proxy', () => {
  it('keeps its headers but those of the connection, names the host of the server, and says who passed it on', () => {
    let seen: readonly string[] = [];
    return withProxy(
      (request, response) => {
        seen = request.rawHeaders;
        response.end();
      },
      {},
      async ({ server, proxy }) => {
        const headers = { Connection: 'X-Own, close', 'X-Own': '1', TE: 'trailers', 'X-End': '2' };
        await ask(proxy.origin, '/v2.0/students?a=%2F&b', { headers });
        expect(seen).to.include.members([
          'Host',
          new URL(server).host,
          'X-End',
          'Via',
          '1.1 clever-conformance',
        ]);
        expect(seen).to.not.include.members(['X-Own']);
        expect(seen).to.not.include('TE');
      },
    );
  });

  it('gets the token only if it has none', async () => {
    const sent: string[] = [];
    await withProxy(
      (request, response) => {
        // Node reads the first one only; a server may read the last.
        sent.push(request.rawHeaders.filter((one) => one.startsWith('Bearer ')).join());
        response.end();
      },
      { token: 'given' },
      async ({ proxy }) => {
        await ask(proxy.origin, '/v2.0/students');
        await ask(proxy.origin, '/v2.0/students', { headers: { authorization: 'Bearer own' } });
      },
    );
    expect(sent).to.deep.equal(['Bearer given', 'Bearer own']);
  });

  it('is not passed on if it writes, comes from a web page, is meant for another server, or names another host', () => {
    let asked = 0;
    return withProxy(
      (_request, response) => {
        asked++;
        response.end();
      },
      { token: 'given', allowWrites: false },
      async ({ proxy, seen, ledger }) => {
        const status = async (...args: [string, Parameters<typeof ask>[2]?]) =>
          (await ask(proxy.origin, ...args)).status;
        expect(await status('/v2.0/students', { method: 'POST' })).to.equal(403);
        expect(await status('/v2.0/students', { headers: { 'sec-fetch-site': 'cross-site' } })).to.equal(403);
        expect(await status('http://evil.example/v2.0/students')).to.equal(421);
        expect(await status('/v2.0/students', { headers: { host: 'evil.example' } })).to.equal(421);
        expect([asked, seen.length]).to.deep.equal([0, 4]);
        expect(ledger.counts()).to.deep.include({ server: 0, client: 0 });
        expect(await status('/v2.0/students', { method: 'OPTIONS' })).to.equal(200);
        expect([asked, seen.length]).to.deep.equal([1, 5]);
      },
    );
  });

  it('follows no redirect', () =>
    withProxy(
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      {},
      async ({ proxy }) => {
        const { status, headers } = await ask(proxy.origin, '/v2.0/students');
        expect([status, headers[headers.indexOf('location') + 1]]).to.deep.equal([
          302,
          'http://127.0.0.1:1/',
        ]);
      },
    ));
});

describe('what the proxy recorded', () => {
  it('is decoded, with the times of both sides', () =>
    withProxy(
      (_request, response) =>
        response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(pageOf('/'))),
      {},
      async ({ proxy, ledger, server }) => {
        const { body } = await ask(proxy.origin, '/v2.0/students');
        expect(body.equals(gzipSync(pageOf('/')))).to.equal(true);
        await ledger.settled();
        const [exchange] = ledger.traffic('server', 0).exchanges;
        expect(exchange?.request.origin).to.equal(server);
        expect(exchange?.response?.body).to.equal(pageOf('/'));
        expect(exchange?.request.headers.via).to.equal(undefined);
      },
    ));

  it('has an address that is up to the server to refuse, but no endless one', () =>
    withProxy(
      (_request, response) => response.writeHead(414).end(),
      {},
      async ({ proxy }) => {
        expect((await ask(proxy.origin, `/v2.0/students?x=${'a'.repeat(40_000)}`)).status).to.equal(414);
        expect((await ask(proxy.origin, `/v2.0/students?x=${'a'.repeat(300_000)}`)).status).to.equal(431);
      },
    ));

  it('has the failure of a server that closes within a body, and the client sees it cut as well', () =>
    withProxy(
      (_request, response) => {
        response.writeHead(200, { ...json, 'content-length': '100' });
        response.write('{"data"', () => response.destroy());
      },
      {},
      async ({ proxy, ledger }) => {
        expect((await ask(proxy.origin, '/v2.0/students')).isWhole).to.equal(false);
        await ledger.settled();
        for (const side of ['server', 'client'] as const)
          expect(ledger.traffic(side, 0).exchanges[0]?.failure?.kind, side).to.equal('closed');
      },
    ));

  it('has what was under way when it ended', () =>
    withProxy(
      (_request, response) => response.end(pageOf('/')),
      { inject: injecting('slow=20s@students') },
      async ({ proxy, ledger, seen }) => {
        const asked = ask(proxy.origin, '/v2.0/students').catch(() => 'cut');
        for (let i = 0; i < 1000 && proxy.open === 0; i++) await sleep(0);
        await proxy.close();
        expect(await asked).to.equal('cut');
        expect(ledger.counts()).to.include({ client: 1 });
        expect(seen).to.have.length(1);
      },
    ));

  it('has a server that takes too long, or sends too much, cut off', async () => {
    await withProxy(
      () => {},
      { timeoutMs: 50 },
      async ({ proxy, ledger }) => {
        expect(await ask(proxy.origin, '/v2.0/students').catch(() => 'cut')).to.equal('cut');
        await ledger.settled();
        expect(ledger.traffic('server', 0).exchanges[0]?.failure?.kind).to.equal('timeout');
      },
    );
    await withProxy(
      (_request, response) => response.end('x'.repeat(5000)),
      { maxBytes: 4000 },
      async ({ proxy, ledger }) => {
        const cut = await ask(proxy.origin, '/v2.0/students').catch(() => undefined);
        expect(cut?.isWhole ?? false).to.equal(false);
        await ledger.settled();
        expect(ledger.traffic('server', 0).exchanges[0]?.failure?.kind).to.equal('too-large');
      },
    );
  });

  it('lacks a body for which there was no room, but passes it on', () => {
    const body = JSON.stringify({ data: 'x'.repeat(3000) });
    return withProxy(
      (_request, response) => response.writeHead(200, json).end(body),
      { maxBytes: 4000 },
      async ({ proxy, ledger }) => {
        // Twice 4,000 bytes: two are kept at once, and the third is when these are read.
        const all = await Promise.all([1, 2, 3].map(() => ask(proxy.origin, '/v2.0/students')));
        expect(all.map((one) => one.body.toString())).to.deep.equal([body, body, body]);
        await ledger.settled();
        expect((await ask(proxy.origin, '/v2.0/students')).body.toString()).to.equal(body);
        await ledger.settled();
        const kept = ledger
          .traffic('server', 0)
          .exchanges.map(({ response }) => response?.notKept ?? 'whole');
        expect(kept.at(-1)).to.equal('whole');
        expect(kept).to.have.length(4);
      },
    );
  });

  it('does not blame the server for a client that left', () =>
    withProxy(
      (_request, response) => void response.writeHead(200).flushHeaders(),
      {},
      async ({ proxy, ledger }) => {
        const socket = connect(Number(new URL(proxy.origin).port), '127.0.0.1');
        socket.write('GET /v2.0/students HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
        await new Promise((resolve) => socket.once('data', resolve));
        socket.destroy();
        while (proxy.open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
        expect(ledger.counts()).to.deep.include({ server: 0, client: 1 });
      },
    ));

  it('survives a status that Node does not write', () =>
    withProxy(
      (request) => request.socket.end('HTTP/1.1 1000 Odd\r\ncontent-length: 0\r\n\r\n'),
      {},
      async ({ proxy }) => {
        expect(await ask(proxy.origin, '/v2.0/students').catch(() => 'cut')).to.equal('cut');
        expect(proxy.open).to.equal(0);
      },
    ));
});

describe('an injected fault', () => {
  const serving = (request: { readonly url?: string | undefined }, response: { end(body: string): void }) =>
    response.end(pageOf(request.url ?? ''));

  it('is played at its place, as often as it says, and is the client’s alone', () =>
    withProxy(serving, { inject: injecting('503x2@page:2') }, async ({ proxy, ledger, seen }) => {
      const second = `/v2.0/students?starting_after=${id(1)}`;
      const statuses = [];
      for (const path of ['/v2.0/students', second, second, second])
        statuses.push((await ask(proxy.origin, path)).status);
      expect(statuses).to.deep.equal([200, 503, 503, 200]);
      expect(seen.map(({ injected }) => injected)).to.deep.equal([
        undefined,
        '503x2@page:2',
        '503x2@page:2',
        undefined,
      ]);
      await ledger.settled();
      const of = (side: 'server' | 'client') =>
        ledger.traffic(side, 0).exchanges.map(({ response, step }) => [response?.status, step?.role]);
      expect(of('server')).to.deep.equal(Array.from({ length: 4 }, () => [200, undefined]));
      expect(of('client')[1]).to.deep.equal([503, '503x2@page:2']);
    }));

  it('keeps a write from the server that it refuses', () => {
    let asked = 0;
    return withProxy(
      (_request, response) => {
        asked++;
        response.end('{}');
      },
      { inject: injecting('429@POST') },
      async ({ proxy, ledger }) => {
        const path = `/v3.1/sections/${id(1)}/assignments`;
        expect((await ask(proxy.origin, path, { method: 'POST', body: '{"a":1}' })).status).to.equal(429);
        await ledger.settled();
        expect([asked, ledger.traffic('client', 0).exchanges[0]?.request.body]).to.deep.equal([0, '{"a":1}']);
      },
    );
  });

  it('cuts within the body, or before it', () =>
    withProxy(serving, { inject: injecting('reset@body', 'reset@GET') }, async ({ proxy }) => {
      expect((await ask(proxy.origin, '/v2.0/students')).isWhole).to.equal(false);
      expect(await ask(proxy.origin, '/v2.0/students').catch(() => 'cut')).to.equal('cut');
      expect((await ask(proxy.origin, '/v2.0/students')).status).to.equal(200);
    }));

  for (const text of ['429@', '200@page:1', 'slow@GET', '429@body', '429@page:x', '@page:1', 'slow=5s@a:b'])
    it(`is refused as ${text}`, () => expect(() => placeFault(text)).to.throw(/is not a fault at a place/));

  for (const [text, guess] of [
    ['429@nowhere', /Write what happens/],
    ['429@student', /Did you mean students\?/],
    ['429@post', /Did you mean POST\?/],
  ] as const)
    it(`is refused where it could never happen: ${text}`, () =>
      expect(() => placeFault(text))
        .to.throw(/so it would never happen/)
        .with.property('remedy')
        .that.matches(guess));

  it('may name a record by its id', () => expect(placeFault('503@4f8c0a').rules).to.have.length(1));
});
