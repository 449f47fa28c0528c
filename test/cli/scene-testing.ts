import type { RequestListener } from 'node:http';
import { runCli, withFolder, withServer } from '../../src/cli/testing.ts';
import { systemClock } from '../../src/clock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

/** Sees a request before the sandbox does, and returns true if it has answered itself. */
export type Spoil = (
  ...args: Parameters<RequestListener>
) => boolean | undefined | Promise<boolean | undefined>;

/** What a run that ended early has to do with. */
export interface Scene {
  readonly cwd: string;
  readonly origin: string;
  readonly token: string;
  /** Asks the sandbox behind the server, past whatever the server does. */
  status(path: string): Promise<number>;
}

/**
 * A real sandbox on a port, behind `spoil`; `beforeAnswer` gets each response of the sandbox, of which the client has
 * nothing yet.
 */
export function withScene<T>(
  spoil: Spoil,
  work: (scene: Scene) => Promise<T>,
  beforeAnswer: (incoming: Parameters<RequestListener>[0], body: string) => void = () => {},
): Promise<T> {
  const sandbox = createSandbox({ seed: 1, students: 60, clock: systemClock });
  const listener: RequestListener = async (incoming, outgoing) => {
    if (await spoil(incoming, outgoing)) return;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = {
      authorization: incoming.headers.authorization ?? '',
      'content-type': 'application/json',
    };
    const method = incoming.method ?? 'GET';
    const answer = await sandbox.fetch(
      new Request(`http://127.0.0.1${incoming.url}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: Buffer.concat(chunks).toString('utf8') }),
      }),
    );
    const body = await answer.text();
    beforeAnswer(incoming, body);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body);
  };
  return withFolder((cwd) =>
    withServer(listener, async (origin) => {
      const headers = { authorization: `Bearer ${sandbox.token}` };
      const status = async (path: string) =>
        (await sandbox.fetch(new Request(`http://127.0.0.1${path}`, { headers }))).status;
      return await work({ cwd, origin, token: sandbox.token, status });
    }),
  ).finally(() => sandbox.close());
}

/** Runs `server` against the scene as a process. */
export function judge(
  { cwd, origin, token }: Scene,
  args: readonly string[],
  onStart?: Parameters<typeof runCli>[1]['onStart'],
) {
  return runCli(['server', '--target', origin, '--quiet', '--budget', '100%', '--timeout', '2', ...args], {
    cwd,
    env: { CLEVER_TOKEN: token },
    ...(onStart ? { onStart } : {}),
  });
}

/** Flags of a run that creates one assignment. */
export const writing = ['--allow-writes', '--requirement', 'lms/create-read-update-delete'];
export const isCreation = (request: Parameters<RequestListener>[0]) =>
  request.method === 'POST' && /^\/v3\.1\/sections\/[^/]+\/assignments$/.test(request.url ?? '');
