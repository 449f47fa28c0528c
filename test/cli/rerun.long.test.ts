import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { runCli, withFolder } from '../../src/cli/testing.ts';
import { systemClock } from '../../src/clock.ts';
import type { Report } from '../../src/report/model/report.ts';
import { listen } from '../../src/sandbox/http/listen.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

const bin = join(import.meta.dirname, '..', '..', 'src', 'cli', 'bin.ts');

/** The commands after `rerun`, as printed; the same one once. */
function rerunLines(stdout: string): string[] {
  return [
    ...new Set(
      [...stdout.matchAll(/^\s*rerun\s+(npx clever-conformance .*)$/gm)].map(([, line = '']) => line),
    ),
  ];
}

/** Types a line into a shell, and returns the outcome of its requirement. */
async function typed(line: string, options: { readonly cwd: string; readonly env: Record<string, string> }) {
  const [, id = ''] = / --requirement (\S+)/.exec(line) ?? [];
  const command = line.replace(/^npx clever-conformance (\w+)/, `'${process.execPath}' '${bin}' $1 --json`);
  const child = spawn('bash', ['-c', command], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', HOME: options.cwd, CI: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(stdout, `${line}\n${stderr}`).to.match(/^\{/);
  const report = JSON.parse(stdout) as Report;
  return report.requirements.find((row) => row.id === id)?.outcome;
}

/** Types every rerun line of a run, and expects each to fail again. */
async function expectAllFail(
  stdout: string,
  options: { readonly cwd: string; readonly env: Record<string, string> },
) {
  // What could not be decided need not fail at all.
  const [failed = ''] = stdout.split(/^Cannot tell, by reason$/m);
  const lines = rerunLines(failed);
  const failedIds = /^Failed checks: (.*)$/m.exec(stdout)?.[1]?.split(', ') ?? [];
  for (const id of failedIds)
    expect(
      lines.some((line) => line.includes(` --requirement ${id}`)),
      id,
    ).to.equal(true);
  for (const line of lines) expect(await typed(line, options), line).to.equal('failed');
  return lines;
}

/** Headers, ids, errors and a whole operation are wrong. */
function broken(sandbox: ReturnType<typeof createSandbox>) {
  return async (request: Request): Promise<Response> => {
    const response = await sandbox.fetch(request);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/_states')) return response;
    const headers = new Headers(response.headers);
    headers.delete('x-ratelimit-reset');
    if (pathname.startsWith('/v2.0/terms')) return new Response('oops', { status: 500, headers });
    if (response.status === 404) {
      headers.set('content-type', 'text/html');
      return new Response('<h1>404</h1>', { status: 404, headers });
    }
    const body = await response.text();
    headers.delete('content-length');
    return new Response(body === '' ? null : body.replaceAll('"uri"', '"url"'), {
      status: response.status,
      headers,
    });
  };
}

const naive = `
export async function run({ baseUrl, token, job, fetch }) {
  if (!job.startsWith('sync:')) return { complete: false, ids: [] };
  const response = await fetch(baseUrl + '/v2.0/' + job.slice(5), { headers: { authorization: 'Bearer ' + token } });
  const { data } = await response.json();
  return { complete: true, ids: data.map((one) => one.data.id) };
}
if (process.env.CLEVER_JOB) {
  const { CLEVER_BASE_URL: baseUrl, CLEVER_TOKEN: token, CLEVER_JOB: job } = process.env;
  const { complete, ids } = await run({ baseUrl, token, job, fetch });
  for (const id of ids) console.log(id);
  process.exitCode = complete ? 0 : 1;
}
`;

describe('every rerun line, typed into a shell as it is printed', function () {
  this.timeout(600_000);

  it('of a broken server fails again, with its states, APIs, seed and permissions', () =>
    withFolder(async (cwd) => {
      const sandbox = createSandbox({ seed: 1, students: 60, clock: systemClock });
      const server = await listen({ fetch: broken(sandbox) }, { port: 0, hostname: '127.0.0.1' });
      try {
        const env = { MY_TOKEN: sandbox.token };
        const flags = [
          '--states',
          `${server.origin}/_states`,
          '--api',
          'data-v2.0',
          '--token-env',
          'MY_TOKEN',
        ];
        const more = [
          '--seed',
          '3',
          '--budget',
          '100%',
          '--timeout',
          '7',
          '--fail-on',
          'recommended',
          '--verbose',
        ];
        const { stdout } = await runCli(['server', '--target', server.origin, ...flags, ...more], {
          cwd,
          env,
        });
        const lines = await expectAllFail(stdout, { cwd, env });
        expect(lines.length).to.be.above(5);
        for (const line of lines) {
          expect(line).to.include(` --target ${server.origin} `).and.include(' --seed 3 ');
          expect(line).to.include(` --states ${server.origin}/_states `).and.include(' --budget 100% ');
        }
        expect(stdout).to.include('(needs MY_TOKEN in the environment)');
      } finally {
        await server.close();
        sandbox.close();
      }
    }));

  it('of a broken module fails again', () =>
    withFolder(async (cwd) => {
      writeFileSync(join(cwd, 'my client.mjs'), naive);
      const { stdout } = await runCli(['client', '--module', 'my client.mjs', '--seed', '3', '--verbose'], {
        cwd,
      });
      const lines = await expectAllFail(stdout, { cwd, env: {} });
      expect(lines.length).to.be.above(5);
    }));

  it('of a broken command fails again, with its version and limits', () =>
    withFolder(async (cwd) => {
      writeFileSync(join(cwd, 'client.mjs'), naive);
      const ids = [
        'pagination/client-follows-next',
        'backoff/client-retries-503',
        'safety/client-keeps-token-on-origin',
      ];
      const flags = ['--seed', '3', '--timeout', '60', '--jobs', '3', '--requirement', ...ids, '--verbose'];
      const { stdout } = await runCli(['client', ...flags, '--', 'node', 'client.mjs'], { cwd });
      const lines = await expectAllFail(stdout, { cwd, env: {} });
      for (const line of lines)
        expect(line)
          .to.include('--timeout 60 --jobs 3 --seed 3')
          .and.match(/ -- node client\.mjs$/);
    }));
});
