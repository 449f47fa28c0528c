import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { systemClock } from '../../src/clock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { type Run, runSuite } from './process.ts';
import { judged, type Result } from './row.ts';

export type Answer = (...args: Parameters<RequestListener>) => void;

export interface Hostile {
  readonly row: number;
  readonly what: string;
  /** Answers everything below `/v2.0/teachers` and `/v2.0/students`; `trap` is a port that nothing may connect to. */
  readonly answer: (trap: string) => Answer;
  readonly codes?: readonly number[];
  /** @default claims about lists and their links */
  readonly select?: readonly string[];
  /** Of one response. @default 60 */
  readonly timeoutS?: number;
  readonly expects?: (run: Run) => string;
}

export const lists: readonly string[] = [
  'data/list-envelope',
  'data/operation-answers',
  'pagination/next-while-more',
  'pagination/next-walk-complete',
  'pagination/links-host-relative',
  'pagination/next-stays-in-collection',
].flatMap((id) => ['--requirement', id]);

/** Judges a server on a port of this machine: only its teachers and students are bad, everything else is as it should be. */
export async function runHostile({
  answer,
  codes = [1],
  select = lists,
  timeoutS = 60,
  expects,
}: Hostile): Promise<Result> {
  let trapped = 0;
  const trap = createTcpServer((socket) => {
    trapped++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const answering = answer(`127.0.0.1:${(trap.address() as AddressInfo).port}`);
  const sandbox = createSandbox({ seed: 1, students: 60, clock: systemClock });
  const server = createServer((request, response) => {
    request.on('error', () => {});
    response.on('error', () => {});
    if (/^\/v2\.0\/(?:students|teachers)\b/.test(request.url ?? '')) return void answering(request, response);
    const url = `http://${request.headers.host}${request.url}`;
    sandbox
      .fetch(
        new Request(url, {
          method: request.method ?? 'GET',
          headers: request.headers as Record<string, string>,
        }),
      )
      .then(async (good) => {
        response.writeHead(good.status, Object.fromEntries(good.headers));
        response.end(Buffer.from(await good.arrayBuffer()));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await runSuite(
      ['server', '--quiet', '--budget', '100%', '--timeout', String(timeoutS), '--target', origin, ...select],
      { env: { CLEVER_TOKEN: sandbox.token }, maxMs: 400_000 },
      (run) =>
        judged(run, codes, (seen) =>
          trapped > 0 ? 'another port was connected to' : (expects?.(seen) ?? ''),
        ),
    );
  } finally {
    server.closeAllConnections();
    server.close();
    trap.close();
    sandbox.close();
  }
}
