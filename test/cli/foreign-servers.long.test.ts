import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder, withServer } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';
import type { Report } from '../../src/report/model/report.ts';

/** Servers that are not Clever at all, and what they may score: nothing. */
const servers: Readonly<Record<string, RequestListener>> = {
  'answers everything with 200 {}': (_request, response) =>
    response.setHeader('content-type', 'application/json').end('{}'),
  'answers everything with 404': (_request, response) =>
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"Resource not found"}'),
  'answers everything with 500': (_request, response) => response.writeHead(500).end(),
  'closes every connection': (request) => request.socket.destroy(),
  'answers everything with an HTML page': (_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!DOCTYPE html><title>Welcome</title><p>It works!'),
  'answers everything with an empty list': (_request, response) =>
    response.setHeader('content-type', 'application/json').end('{"data":[],"links":[]}'),
  'echoes what it is sent': (request, response) =>
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        data: [{ data: { id: request.url, token: request.headers.authorization } }],
        links: [],
      }),
    ),
  hangs: () => {},
  'hangs in the middle of its answers': (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":['),
};

interface Judged {
  readonly code: number | null;
  readonly stderr: string;
  readonly report: Report;
}

function judge(listener: RequestListener): Promise<Judged> {
  return withFolder((cwd) =>
    withServer(listener, async (origin) => {
      const args = ['--target', origin, '--quiet', '--budget', '100%', '--timeout', '1'];
      const { code, stderr } = await runCli(['server', ...args], {
        cwd,
        env: { CLEVER_TOKEN: 'test-token' },
      });
      return {
        code,
        stderr,
        report: JSON.parse(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8')),
      };
    }),
  );
}

describe('servers that are not Clever', () => {
  // Side by side: most of their time goes into the pauses of the rate-limit probes.
  const judged = new Map<string, Promise<Judged>>();
  before(() => {
    for (const [what, listener] of Object.entries(servers)) {
      const run = judge(listener);
      run.catch(() => {}); // the test that waits for it tells
      judged.set(what, run);
    }
  });

  for (const what of Object.keys(servers))
    it(`one that ${what} passes nothing that is required`, async () => {
      const run = await judged.get(what);
      expect([exitCodes.nonConforming, exitCodes.inconclusive], run?.stderr).to.include(run?.code);
      const passed = run?.report.requirements.filter(
        (row) => row.outcome === 'passed' && row.level === 'required',
      );
      expect(passed?.map((row) => row.id)).to.deep.equal([]);
    }).timeout(60_000);
});
