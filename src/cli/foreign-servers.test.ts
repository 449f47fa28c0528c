import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import { exitCodes } from '../errors.ts';
import type { Report } from '../report/model.ts';
import { runCli, withFolder, withServer } from './testing.ts';

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
};

describe('servers that are not Clever', () => {
  for (const [what, listener] of Object.entries(servers))
    it(`one that ${what} passes nothing that is required`, () =>
      withFolder((cwd) =>
        withServer(listener, async (origin) => {
          const { code, stderr } = await runCli(
            ['server', '--target', origin, '--quiet', '--budget', '100%'],
            {
              cwd,
              env: { CLEVER_TOKEN: 'test-token' },
            },
          );
          expect([exitCodes.nonConforming, exitCodes.inconclusive], stderr).to.include(code);
          const report: Report = JSON.parse(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8'));
          const passed = report.requirements.filter(
            (row) => row.outcome === 'passed' && row.level === 'required',
          );
          expect(passed.map((row) => row.id)).to.deep.equal([]);
        }),
      )).timeout(60_000);
});
