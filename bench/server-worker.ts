/** One of the two servers that `serving.ts` compares, in its own thread. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { createVirtualClock } from '../src/clock.ts';
import { listen } from '../src/sandbox/http/listen.ts';
import { createSandbox } from '../src/sandbox/sandbox.ts';

const path = '/v2.0/students?limit=20';
const clock = createVirtualClock();
const sandbox = createSandbox({ seed: 1, students: 1203, clock });
// The benchmark exceeds a rate-limit window, so the clock advances by a minute every 500 requests.
let served = 0;
const unlimited = {
  ...sandbox,
  fetch: (request: Request) => {
    if (++served % 500 === 0) clock.advance(60_000);
    return sandbox.fetch(request);
  },
};

if (workerData.kind === 'sandbox') {
  const { origin } = await listen(unlimited, { port: 0, hostname: '127.0.0.1' });
  parentPort?.postMessage({ url: origin + path, token: sandbox.token });
} else {
  const response = await sandbox.fetch(
    new Request(`http://127.0.0.1${path}`, { headers: { authorization: `Bearer ${sandbox.token}` } }),
  );
  const body = Buffer.from(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const server = createServer((_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    parentPort?.postMessage({ url: `http://127.0.0.1:${port}${path}`, token: sandbox.token });
  });
}
