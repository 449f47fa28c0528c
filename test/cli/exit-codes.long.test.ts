import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder, withServer } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';

const one = ['--requirement', 'access/bearer-token', '--quiet'];
const token = { CLEVER_TOKEN: 'test-token' };

describe('exit codes, each of a real process', () => {
  it('0: the sandbox conforms', () =>
    withFolder(async (cwd) => {
      const { code, stderr } = await runCli(['server', ...one], { cwd });
      expect(code, stderr).to.equal(exitCodes.conforming);
      const report = JSON.parse(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8'));
      expect(report.verdict).to.equal('conforming');
    }));

  it('1: a server that responds to everything with 200 {} does not conform', () =>
    withFolder((cwd) =>
      withServer(
        (_request, response) => response.setHeader('content-type', 'application/json').end('{}'),
        async (origin) => {
          const { code } = await runCli(
            ['server', '--target', origin, '--requirement', 'data/list-envelope', '--quiet'],
            { cwd, env: token },
          );
          expect(code).to.equal(exitCodes.nonConforming);
        },
      ),
    ));

  it('1: a baseline entry that expired, although the sandbox conforms', () =>
    withFolder(async (cwd) => {
      writeFileSync(
        join(cwd, 'known.yaml'),
        '- id: access/bearer-token\n  case: anything\n  reason: none\n  expires: "2020-01-01"\n',
      );
      const { code } = await runCli(['server', ...one, '--baseline', 'known.yaml'], { cwd });
      expect(code).to.equal(exitCodes.nonConforming);
    }));

  it('2: a flag that does not exist', () =>
    withFolder(async (cwd) => {
      const { code, stderr } = await runCli(['server', '--allow-write'], { cwd });
      expect(code).to.equal(exitCodes.usage);
      expect(stderr).to.equal("error: unknown option '--allow-write' (Did you mean --allow-writes?)\n");
      expect(existsSync(join(cwd, 'reports'))).to.equal(false);
    }));

  it('3: the reports cannot be written', () =>
    withFolder(async (cwd) => {
      writeFileSync(join(cwd, 'file'), '');
      const { code, stderr } = await runCli(['server', ...one, '--out', 'file/reports'], { cwd });
      expect(code).to.equal(exitCodes.suiteFault);
      expect(stderr).to.match(/^error: .*file\/reports/);
    }));

  it('4: the server is unreachable', () =>
    withFolder(async (cwd) => {
      const { code, stderr } = await runCli(['server', '--target', 'http://127.0.0.1:9', ...one], {
        cwd,
        env: token,
      });
      expect(code).to.equal(exitCodes.inconclusive);
      expect(stderr).to.include('could not be reached');
    }));

  it('4: the token is not accepted', () =>
    withFolder((cwd) =>
      withServer(
        (_request, response) => response.writeHead(401).end('{"error":"no"}'),
        async (origin) => {
          const { code, stderr } = await runCli(['server', '--target', origin, ...one], { cwd, env: token });
          expect(code).to.equal(exitCodes.inconclusive);
          expect(stderr).to.include('did not accept the token');
        },
      ),
    ));

  it('5: the selection matches nothing', () =>
    withFolder(async (cwd) => {
      const { code, stderr } = await runCli(['server', '--grep', 'no such claim'], { cwd });
      expect(code).to.equal(exitCodes.nothingJudged);
      expect(stderr).to.include('matches no requirement');
    }));

  it('6: an unexpected 429 stops the run', () =>
    withFolder((cwd) => {
      let requests = 0;
      return withServer(
        (_request, response) => {
          requests++;
          response.writeHead(429).end();
        },
        async (origin) => {
          const { code, stderr } = await runCli(['server', '--target', origin, ...one], { cwd, env: token });
          expect(code).to.equal(exitCodes.safetyStop);
          expect(stderr).to.include('429');
          expect(requests).to.equal(1);
        },
      );
    }));

  it('130: Ctrl-C ends a run against a server that hangs, and the reports are still written', () =>
    withFolder((cwd) => {
      let asked = () => {};
      const firstRequest = new Promise<void>((resolve) => {
        asked = resolve;
      });
      return withServer(
        () => asked(),
        async (origin) => {
          const { code, stderr } = await runCli(['server', '--target', origin, ...one], {
            cwd,
            env: token,
            onStart: ({ interrupt }) => void firstRequest.then(interrupt),
          });
          expect(code, stderr).to.equal(exitCodes.interrupted);
          expect(existsSync(join(cwd, 'reports/latest/report.json'))).to.equal(true);
        },
      );
    }));
});
