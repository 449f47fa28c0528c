import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type CleverClient, createCleverClient } from '../index.ts';
import { failureOf } from './answer.ts';
import { idOf } from './wire-testing.ts';

/** Runs `work` against a real server on a free port, in real time. */
async function over(listener: RequestListener, work: (clever: CleverClient) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await work(createCleverClient({ token: 'T0KEN', baseUrl: `http://127.0.0.1:${port}` }));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const assignment = { title: 't', description: 'd', due_date: '2026-03-01T00:00:00Z' };

describe('client over a socket', () => {
  it('follows the next links of a list', async () => {
    const asked: string[] = [];
    const link = `/v2.0/students?limit=1&starting_after=${idOf(1)}&x=%41`;
    await over(
      (request, response) => {
        asked.push(`${request.url} ${request.headers.authorization}`);
        const first = request.url === '/v2.0/students?limit=1';
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({
            data: [{ data: { id: idOf(first ? 1 : 2) } }],
            links: first ? [{ rel: 'next', uri: link }] : [],
          }),
        );
      },
      async (clever) => {
        const all = await clever.collect('/students', { query: { limit: 1 } });
        expect([all.complete, all.records.map((one) => one.id)]).to.deep.equal([true, [idOf(1), idOf(2)]]);
      },
    );
    expect(asked).to.deep.equal(['/v2.0/students?limit=1 Bearer T0KEN', `${link} Bearer T0KEN`]);
  });

  it('a redirect is not followed, not even on the same origin', async () => {
    let asked = 0;
    await over(
      (_, response) => {
        asked++;
        response.writeHead(302, { location: '/v2.0/teachers' }).end();
      },
      async (clever) => {
        const { response } = await clever.data.GET('/students');
        expect([response.status, failureOf(response)?.kind]).to.deep.equal([302, 'redirected']);
      },
    );
    expect(asked).to.equal(1);
  });

  it('a small body that decompresses to a huge one is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, 32));
    await over(
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      async (clever) => {
        const { response } = await clever.data.GET('/students');
        expect(failureOf(response)?.kind).to.equal('too-large');
      },
    );
  });

  it('an incomplete response leaves the outcome of a create unknown, and there is one POST', async () => {
    let asked = 0;
    await over(
      (_, response) => {
        asked++;
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"data":{"id":"a"}}', () => response.destroy());
      },
      async (clever) => {
        expect(await clever.createAssignment('s', assignment)).to.include({ outcome: 'unknown', status: 0 });
      },
    );
    expect(asked).to.equal(1);
  });

  it('on a closed port, nothing was created', async () => {
    let base = '';
    await over(
      (request, response) => {
        base = `http://${request.headers.host}`;
        response.end('{"data":[]}');
      },
      async (clever) => void (await clever.collect('/students')),
    );
    const made = await createCleverClient({ token: 'T0KEN', baseUrl: base }).createAssignment(
      's',
      assignment,
    );
    expect(made).to.include({ outcome: 'refused', message: 'the connection failed (ECONNREFUSED)' });
  });

  it('a host that does not exist is named', async () => {
    const cause = Object.assign(new Error('getaddrinfo ENOTFOUND other.invalid'), { code: 'ENOTFOUND' });
    const clever = createCleverClient({
      token: 'T0KEN',
      baseUrl: 'https://api.clever.invalid',
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause })),
    });
    expect(await clever.createAssignment('s', assignment)).to.include({
      outcome: 'refused',
      message: 'the host api.clever.invalid was not found (ENOTFOUND)',
    });
  });
});
