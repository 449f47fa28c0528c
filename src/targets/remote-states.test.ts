import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { InconclusiveError, UsageError } from '../errors.ts';
import { remoteStates } from './remote-states.ts';

async function withEndpoint<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/_states`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const faultOf = (url: string, timeoutMs = 2_000) =>
  remoteStates(
    url,
    timeoutMs,
  )('everything is as seeded').then(
    () => undefined,
    (error: unknown) => error as Error,
  );

describe('a state endpoint', () => {
  const bad: Readonly<Record<string, readonly [RequestListener, RegExp]>> = {
    'never answers': [() => {}, /did not respond within 100 ms/],
    'never ends its answer': [(_request, response) => response.write('{'), /did not respond within 100 ms/],
    'answers with more than values': [
      (_request, response) => response.end('x'.repeat(3_000_000)),
      /did not respond/,
    ],
    'is not a state endpoint': [
      (_request, response) => response.writeHead(404).end(),
      /rejected .* with 404/,
    ],
    redirects: [
      (_request, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
      /rejected .* with 307/,
    ],
    'answers with HTML': [(_request, response) => response.end('<p>hello'), /did not return JSON/],
  };
  for (const [what, [listener, says]] of Object.entries(bad))
    it(`that ${what} is a usage error`, () =>
      withEndpoint(listener, async (url) => {
        const fault = await faultOf(url, 100);
        expect(fault).to.be.instanceOf(UsageError);
        expect(fault?.message).to.match(says);
      }));

  it('that worked and then fails makes the run inconclusive', async () => {
    let requests = 0;
    await withEndpoint(
      (request, response) => (++requests > 1 ? request.socket.destroy() : response.end('{"a":1}')),
      async (url) => {
        const setState = remoteStates(url, 2_000);
        expect(await setState('everything is as seeded')).to.deep.equal({ a: 1 });
        const fault = await setState('everything is as seeded').catch((error: unknown) => error);
        expect(fault).to.be.instanceOf(InconclusiveError);
      },
    );
  });

  it('requires an http or https URL without a password', () => {
    for (const text of ['nothing', 'file:///etc/passwd', 'http://a:b@127.0.0.1/'])
      expect(() => remoteStates(text, 1), text).to.throw(UsageError);
  });
});
