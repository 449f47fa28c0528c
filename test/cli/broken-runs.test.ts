import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder, withServer } from '../../src/cli/testing.ts';
import { systemClock } from '../../src/clock.ts';
import { exitCodes } from '../../src/errors.ts';
import { pending } from '../../src/evidence/journal.ts';
import type { Report } from '../../src/report/model/report.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

type Spoil = (...args: Parameters<RequestListener>) => boolean | undefined | Promise<boolean | undefined>;

/** What a run that ended early has to do with. */
interface Scene {
  readonly cwd: string;
  readonly origin: string;
  readonly token: string;
  /** Asks the sandbox behind the server, past whatever the server does. */
  status(path: string): Promise<number>;
}

/** A real sandbox on a port; `spoil` stands before it, and answers itself where it returns true. */
function withScene<T>(spoil: Spoil, work: (scene: Scene) => Promise<T>): Promise<T> {
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
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
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

function judge(
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

const reportIn = (cwd: string): Report =>
  JSON.parse(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8'));

const writing = ['--allow-writes', '--requirement', 'lms/create-read-update-delete'];
const isCreation = (request: Parameters<RequestListener>[0]) =>
  request.method === 'POST' && /^\/v3\.1\/sections\/[^/]+\/assignments$/.test(request.url ?? '');

describe('runs that do not come to their end', () => {
  it('4: the server dies during the run, and what was seen is reported', () => {
    let requests = 0;
    const dying: Spoil = (request) => {
      if (++requests < 40) return false;
      request.socket.destroy();
      return true;
    };
    return withScene(dying, async (scene) => {
      const { code, stderr } = await judge(scene, []);
      expect(code, stderr).to.equal(exitCodes.inconclusive);
      expect(stderr).to.match(/stopped responding: the connection ended/);
      const report = reportIn(scene.cwd);
      expect(report.verdict).to.equal('inconclusive');
      expect(report.requirements.some((row) => row.why?.includes('stopped responding'))).to.equal(true);
      for (const file of ['junit.xml', 'report.html', 'evidence.json.gz'])
        expect(existsSync(join(scene.cwd, 'reports/latest', file)), file).to.equal(true);
      expect(requests).to.be.lessThan(50);
    });
  }).timeout(30_000);

  it('6: a 429 in the middle ends the run at once', () => {
    let requests = 0;
    const limiting: Spoil = (_request, response) => {
      if (++requests < 40) return false;
      response.writeHead(429).end();
      return true;
    };
    return withScene(limiting, async (scene) => {
      const { code, stderr } = await judge(scene, []);
      expect(code, stderr).to.equal(exitCodes.safetyStop);
      expect(requests).to.equal(40);
      expect(reportIn(scene.cwd).verdict).to.equal('inconclusive');
    });
  }).timeout(30_000);

  it('130: Ctrl-C deletes a created assignment, even if the response to its creation is pending', () => {
    let interrupt = () => {};
    const created: string[] = [];
    const slow: Spoil = async (request) => {
      if (!isCreation(request)) return false;
      created.push(request.url ?? '');
      interrupt();
      await systemClock.sleep(200);
      return false;
    };
    return withScene(slow, async (scene) => {
      const { code, stderr } = await judge(scene, writing, (child) => {
        interrupt = child.interrupt;
      });
      expect(code, stderr).to.equal(exitCodes.interrupted);
      expect(created).to.have.length(1);
      const journal = readFileSync(join(scene.cwd, 'reports/journal.ndjson'), 'utf8');
      const id = /"assignment_id":"([^"]+)"/.exec(journal)?.[1];
      expect(await scene.status(`${created[0]}/${id}`)).to.equal(404);
      expect(pending(join(scene.cwd, 'reports/journal.ndjson'))).to.deep.equal([]);
      expect(reportIn(scene.cwd).verdict).to.equal('inconclusive');
      expect(stderr).to.not.include('may still exist');
    });
  }).timeout(30_000);

  it('cleanup deletes what a killed run created, from its journal', () => {
    let kill = () => {};
    let path = '';
    const deadly: Spoil = (request) => {
      // The first look at what was created: from here on the run cannot tidy up.
      path = /^\/v3\.1\/sections\/[^/]+\/assignments\/(?!0{8})[^/?]+/.exec(request.url ?? '')?.[0] ?? '';
      if (path !== '' && request.method === 'GET') kill();
      return path !== '' && request.headers['user-agent']?.startsWith('clever-conformance') === true;
    };
    return withScene(deadly, async (scene) => {
      const { code } = await judge(scene, writing, (child) => {
        kill = child.kill;
      });
      expect(code).to.equal(null);
      expect(await scene.status(path)).to.equal(200);
      const cleanup = (args: readonly string[]) =>
        runCli(['cleanup', ...args], { cwd: scene.cwd, env: { CLEVER_TOKEN: scene.token } });
      const cleaned = await cleanup([]);
      expect(cleaned.code, cleaned.stderr).to.equal(exitCodes.conforming);
      expect(cleaned.stdout).to.equal(`removed  ${scene.origin}${path}\n`);
      expect(await scene.status(path)).to.equal(404);
      expect((await cleanup([])).stdout).to.equal('Nothing to clean up.\n');
    });
  }).timeout(30_000);

  it('reports what is left if the server is gone before the deletion', () => {
    let isGone = false;
    const vanishing: Spoil = (request) => {
      if (isGone) request.socket.destroy();
      if (request.method === 'POST') request.on('close', () => (isGone = true));
      return isGone;
    };
    return withScene(vanishing, async (scene) => {
      const { code, stderr } = await judge(scene, writing);
      expect(code, stderr).to.equal(exitCodes.inconclusive);
      expect(stderr).to.match(/1 assignment created by this suite may still exist at http:.*cleanup/);
    });
  }).timeout(30_000);

  it('cleanup sends a token to one target only', () =>
    withFolder(async (cwd) => {
      const line = (origin: string) =>
        `${JSON.stringify({ origin, section_id: 's', assignment_id: 'a', createdAt: 1, state: 'created' })}\n`;
      const requests: string[] = [];
      await withServer(
        (request, response) => {
          requests.push(request.url ?? '');
          response.writeHead(204).end();
        },
        async (origin) => {
          writeFileSync(join(cwd, 'journal'), line('https://other.example') + line(origin));
          const cleanup = (args: readonly string[]) =>
            runCli(['cleanup', '--journal', 'journal', ...args], { cwd, env: { CLEVER_TOKEN: 'secret' } });
          const refused = await cleanup([]);
          expect(refused.code).to.equal(exitCodes.usage);
          expect(refused.stderr).to.include('several targets');
          expect(requests).to.deep.equal([]);
          expect((await cleanup(['--target', origin])).code).to.equal(exitCodes.conforming);
          expect(requests).to.deep.equal(['/v3.1/sections/s/assignments/a']);
        },
      );
    }));
});
