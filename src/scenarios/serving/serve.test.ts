import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import { profiles } from '../../../contracts/profiles.ts';
import { systemClock } from '../../clock.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import type { Answer, Scenario } from '../scenario.ts';
import { createScenarioServer } from './desk.ts';
import { type Ports, serveScenario } from './serve.ts';

/** A scenario on real ports with this first response. */
async function withPorts<T>(
  answer: Answer,
  work: (ports: Ports, foreignOrigin: string) => Promise<T>,
): Promise<T> {
  const sandbox = createSandbox({ seed: 1, students: 5, clock: systemClock });
  const scenario: Scenario = {
    name: 'pagination/sample',
    title: 'a sample',
    provokes: [],
    job: 'sync:students',
    rules: [{ label: 'it', when: () => true, answer: () => answer }],
  };
  let foreign = '';
  const ports = await serveScenario((origin, foreignOrigin) => {
    foreign = foreignOrigin;
    return createScenarioServer({
      scenario,
      profile: profiles[0],
      ask: sandbox.fetch,
      clock: systemClock,
      origin,
      foreignOrigin,
      truth: [],
      pageSize: 10,
    });
  });
  try {
    return await work(ports, foreign);
  } finally {
    await ports.close();
    sandbox.close();
  }
}

/** What a raw client receives: headers, and the body so far. */
function ask(
  url: string,
  options: { readonly method?: string; readonly body?: string; readonly site?: string } = {},
) {
  return new Promise<{ status: number; rawHeaders: string[]; body: string; broken: boolean }>((resolve) => {
    const request = httpRequest(
      url,
      {
        method: options.method ?? 'GET',
        agent: false,
        headers: {
          authorization: 'Bearer sandbox-district-token',
          ...(options.site === undefined ? {} : { 'sec-fetch-site': options.site }),
        },
      },
      (response) => {
        let body = '';
        let broken = false;
        const done = () =>
          resolve({
            status: response.statusCode ?? 0,
            rawHeaders: response.rawHeaders,
            body,
            broken: broken || !response.complete,
          });
        response.on('data', (piece) => {
          body += piece;
          if (body.length > 200_000) response.destroy();
        });
        response.on('error', () => {
          broken = true;
        });
        response.on('close', done);
      },
    );
    request.on('error', () => resolve({ status: 0, rawHeaders: [], body: '', broken: true }));
    request.end(options.body);
  });
}

describe('a scenario on a port', () => {
  it('serves the exact bytes, with exact header spelling and duplicates', () =>
    withPorts(
      { status: 418, headers: { 'X-Ratelimit-Reset': ['1', '2'] }, body: '{"ä":' },
      async ({ origin, scenarioServer }) => {
        const seen = await ask(`${origin}/v2.0/students`);
        expect(seen).to.include({ status: 418, body: '{"ä":', broken: false });
        expect(
          seen.rawHeaders.filter((_, at) => seen.rawHeaders[at - 1] === 'X-Ratelimit-Reset'),
        ).to.deep.equal(['1', '2']);
        expect(seen.rawHeaders.filter((name) => name === 'Date')).to.have.length(1);
        expect(scenarioServer.exchanges()[0]?.response).to.include({ status: 418, body: '{"ä":' });
        expect(scenarioServer.exchanges()[0]?.step?.role).to.equal('it');
      },
    ));

  const closings = {
    before: { status: 0, body: /^$/ },
    'mid-body': { status: 200, body: /^\{"data.{10,}[^}]$/s },
    after: { status: 200, body: /"links":\[.*\]\}$/s },
  } as const;
  for (const [close, wanted] of Object.entries(closings))
    it(`closes the connection: ${close}`, () =>
      withPorts({ close: close as 'before' }, async ({ origin, scenarioServer }) => {
        const seen = await ask(`${origin}/v2.0/students`);
        expect(seen.status).to.equal(wanted.status);
        expect(seen.body).to.match(wanted.body);
        expect(seen.broken).to.equal(true);
        expect(scenarioServer.exchanges()[0]?.failure?.kind).to.equal('closed');
      }));

  it('sends an endless body until the client disconnects', () =>
    withPorts({ endless: true }, async ({ origin, scenarioServer }) => {
      await ask(`${origin}/v2.0/students`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(scenarioServer.exchanges()[0]?.failure?.message).to.match(
        /^the client disconnected after \d+ MiB of an endless body$/,
      );
    }));

  it('delays the response, and records that the client disconnected first', () =>
    withPorts({ delayMs: 60_000 }, async ({ origin, scenarioServer }) => {
      await fetch(`${origin}/v2.0/students`, { signal: AbortSignal.timeout(50) }).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(scenarioServer.exchanges()[0]?.failure?.message).to.equal(
        'the client disconnected before the response',
      );
    }));

  it('records bodies, and requests to the foreign origin', () =>
    withPorts({}, async ({ origin, scenarioServer }, foreignOrigin) => {
      await ask(`${foreignOrigin}/v2.0/students`, { method: 'POST', body: '{"a":1}' });
      const [seen] = scenarioServer.exchanges();
      expect(seen?.request).to.include({ method: 'POST', origin: foreignOrigin, body: '{"a":1}' });
      expect(seen?.request.origin).to.not.equal(origin);
    }));

  it('does not take a page in a browser for the client', () =>
    withPorts({}, async ({ origin, scenarioServer }, foreignOrigin) => {
      for (const at of [origin, foreignOrigin])
        expect((await ask(`${at}/v2.0/students`, { site: 'cross-site' })).status).to.equal(403);
      expect(scenarioServer.exchanges()).to.deep.equal([]);
      expect((await ask(`${origin}/v2.0/students`, { site: 'none' })).status).to.equal(200);
      // Node's own fetch sends some of a browser's headers.
      expect((await fetch(`${origin}/v2.0/students`)).status).to.equal(401);
      expect(scenarioServer.exchanges()).to.have.length(2);
    }));

  it('records a TLS handshake as another origin, and garbage as malformed', () =>
    withPorts({}, async ({ origin, scenarioServer }) => {
      const port = Number(new URL(origin).port);
      const send = (bytes: Buffer) =>
        new Promise<void>((resolve) => {
          const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
          socket.on('error', () => {}).on('close', () => resolve());
        });
      await send(Buffer.from([0x16, 3, 1, 0, 5, 1, 0, 0, 1, 3]));
      await send(Buffer.from('hello\r\n\r\n'));
      expect(scenarioServer.exchanges().map((one) => one.request.origin)).to.deep.equal([
        `https://127.0.0.1:${port}`,
        origin,
      ]);
      expect(scenarioServer.exchanges().map((one) => one.failure?.kind)).to.deep.equal([
        'malformed',
        'malformed',
      ]);
    }));
});
