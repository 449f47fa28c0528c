import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder } from '../../src/cli/testing.ts';
import { systemClock } from '../../src/clock.ts';
import type { Report } from '../../src/report/model/report.ts';
import { listen } from '../../src/sandbox/http/listen.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

type Tokens = Record<'CLEVER_TOKEN' | 'CLEVER_SECOND_TOKEN', string>;

/** The sandbox on a port, as `sandbox --port` runs it, with an account of the methods that reached it. */
async function withSandbox<T>(
  work: (origin: string, tokens: Tokens, methods: Set<string>) => Promise<T>,
): Promise<T> {
  const sandbox = createSandbox({ seed: 1, students: 1203, clock: systemClock });
  const methods = new Set<string>();
  const counted = {
    ...sandbox,
    fetch: (request: Request) => {
      if (new URL(request.url).pathname.startsWith('/v')) methods.add(request.method);
      return sandbox.fetch(request);
    },
  };
  const server = await listen(counted, { port: 0, hostname: '127.0.0.1' });
  try {
    return await work(
      server.origin,
      { CLEVER_TOKEN: sandbox.token, CLEVER_SECOND_TOKEN: sandbox.secondToken },
      methods,
    );
  } finally {
    await server.close();
    sandbox.close();
  }
}

async function judge(cwd: string, args: readonly string[], tokens: Partial<Tokens> = {}): Promise<Report> {
  const { code, stderr } = await runCli(['server', '--quiet', '--budget', '100%', ...args], {
    cwd,
    env: tokens,
  });
  expect([0, 1, 5], stderr).to.include(code);
  return JSON.parse(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8'));
}

/** Without the cases of counters over all requests: only an embedded server certainly has no other client. */
const outcomesOf = (report: Report) =>
  report.requirements.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    cases: row.cases.map((one) => one.name).filter((name) => !name.endsWith(', all requests')),
  }));

describe('the sandbox on a port', () => {
  it('is judged as the embedded one is, when its states are there', () =>
    withFolder((cwd) =>
      withSandbox(async (origin, tokens) => {
        const remote = await judge(cwd, ['--target', origin, '--states', `${origin}/_states`], tokens);
        // A server at a URL gets a quick run.
        const embedded = await judge(cwd, ['--depth', 'quick']);
        expect(outcomesOf(remote)).to.deep.equal(outcomesOf(embedded));
        expect(remote.verdict).to.equal('conforming');
      }),
    )).timeout(60_000);

  it('has no failure without states, gives the reason for untested requirements, and is only read', () =>
    withFolder((cwd) =>
      withSandbox(async (origin, tokens, methods) => {
        const report = await judge(cwd, ['--target', origin], tokens);
        expect(
          report.requirements.filter((row) => row.outcome === 'failed').map((row) => row.id),
        ).to.deep.equal([]);
        const untested = report.requirements.filter((row) => row.outcome === 'untested');
        expect(untested).to.not.be.empty;
        for (const row of untested) expect(row.why, row.id).to.match(/\S/);
        expect(report.requirements.filter((row) => row.outcome === 'passed').length).to.be.greaterThan(40);
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect([...methods]).to.not.include(method);
      }),
    )).timeout(60_000);

  it('gets no write with --read-only, though it has states', () =>
    withFolder((cwd) =>
      withSandbox(async (origin, tokens, methods) => {
        const flags = ['--target', origin, '--states', `${origin}/_states`, '--read-only', '--grep', 'lms'];
        await judge(cwd, flags, tokens);
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect([...methods]).to.not.include(method);
      }),
    )).timeout(60_000);
});
