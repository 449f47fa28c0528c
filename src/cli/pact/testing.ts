import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { systemClock } from '../../clock.ts';
import { listen } from '../../sandbox/http/listen.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { main } from '../main.ts';

/** Runs the command line in this process. */
export async function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const texts = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof texts) =>
    new Writable({
      write: (piece, _, done) => {
        texts[name] += String(piece);
        done();
      },
    });
  const code = await main(['pact', ...args], {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: { PATH: process.env.PATH, ...env },
    signal: new AbortController().signal,
  });
  return { code, ...texts };
}

/** A read of the terms that expects 200; `more` replaces members. */
export const interaction = (description: string, more: object = {}) => ({
  description,
  request: { method: 'GET', path: '/v2.0/terms', headers: { Authorization: 'Bearer CLEVER_TOKEN' } },
  response: { status: 200 },
  ...more,
});

/** Writes a V3 pact of a partner into a directory and returns its path. */
export function writePactFile(folder: string, ...interactions: readonly object[]): string {
  const file = join(folder, 'pact.json');
  const metadata = { pactSpecification: { version: '3.0.0' } };
  const names = { consumer: { name: 'a partner' }, provider: { name: 'clever' } };
  writeFileSync(file, JSON.stringify({ ...names, interactions, metadata }));
  return file;
}

/** The sandbox on a port, as a third-party server. */
export async function withSandbox<T>(work: (origin: string, token: string) => Promise<T>): Promise<T> {
  const sandbox = createSandbox({ seed: 1, students: 60, clock: systemClock });
  const server = await listen(sandbox, { port: 0, hostname: '127.0.0.1' });
  try {
    return await work(server.origin, sandbox.token);
  } finally {
    await server.close();
    sandbox.close();
  }
}
