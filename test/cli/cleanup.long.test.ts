import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder, withServer } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';
import { isCreation, judge, type Scene, type Spoil, withScene, writing } from './scene-testing.ts';

const section = '5f0000000000000000000001';
const id = '5f0e4a52-0000-4000-8000-000000000001';
const title = 'clever-conformance life of an assignment';

const cleanup = ({ cwd, token }: Pick<Scene, 'cwd' | 'token'>, ...args: readonly string[]) =>
  runCli(['cleanup', ...args], { cwd, env: { CLEVER_TOKEN: token } });

describe('cleanup after a killed run', () => {
  it('deletes what the run created, at the target that the user names', () => {
    let kill: (() => void) | undefined;
    let path = '';
    const deadly: Spoil = (request) => {
      // The first read of the new assignment; from here on the run cannot delete it.
      const found = /^\/v3\.1\/sections\/[^/]+\/assignments\/[^/?]+/.exec(request.url ?? '')?.[0];
      if (!kill || found === undefined) return false;
      path = found;
      kill();
      kill = undefined;
      return true;
    };
    return withScene(deadly, async (scene) => {
      const { code } = await judge(scene, writing, (child) => {
        kill = child.kill;
      });
      expect(code).to.equal(null);
      expect(await scene.status(path)).to.equal(200);
      const unnamed = await cleanup(scene);
      expect(unnamed.code).to.equal(exitCodes.usage);
      expect(unnamed.stderr).to.match(
        /^error: The journal .* has 1 assignment: at http:\S+\. Name .*--target URL\.\n$/,
      );
      expect(await scene.status(path)).to.equal(200);
      const cleaned = await cleanup(scene, '--target', scene.origin);
      expect(cleaned.code, cleaned.stderr).to.equal(exitCodes.conforming);
      expect(cleaned.stdout).to.equal(`removed  ${scene.origin}${path}\n`);
      expect(await scene.status(path)).to.equal(404);
      expect((await cleanup(scene)).stdout).to.equal('Nothing to clean up.\n');
    });
  }).timeout(30_000);

  /** A run that is killed with SIGKILL when the sandbox has created the assignment, and before any byte of its response. */
  function killedBeforeTheAnswer(
    work: (scene: Scene, made: { path: string; isListed: boolean }) => Promise<void>,
    isKilledOnArrival = false,
  ) {
    let kill = () => {};
    const made = { path: '', isListed: false };
    const spoil: Spoil = (request, response) => {
      if (isCreation(request) && isKilledOnArrival) {
        kill();
        return true;
      }
      if (!made.isListed || request.method !== 'GET' || !/\/assignments$/.test(request.url ?? ''))
        return false;
      const data = made.path === '' ? [] : [{ data: { id: made.path.split('/').at(-1), title } }];
      const others = [{ data: { id, title: 'Essay of a teacher' } }];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: [...others, ...data], links: [] }));
      return true;
    };
    return withScene(
      spoil,
      async (scene) => {
        const { code } = await judge(scene, writing, (child) => {
          kill = child.kill;
        });
        expect(code).to.equal(null);
        await work(scene, made);
      },
      (request, body) => {
        if (!isCreation(request)) return;
        made.path = `${request.url}/${JSON.parse(body).data.id}`;
        kill();
      },
    );
  }

  it('looks up by its title what was created without a response, and is not done until it is settled', () =>
    killedBeforeTheAnswer(async (scene, made) => {
      expect(await scene.status(made.path)).to.equal(200);
      for (const _ of [1, 2]) {
        const { code, stdout, stderr } = await cleanup(scene, '--target', scene.origin);
        expect(code).to.equal(exitCodes.inconclusive);
        expect(stdout).to.include(
          `unknown  "${title}" in section ${made.path.split('/')[3]} of ${scene.origin}, sent at 2`,
        );
        expect(stderr).to.match(
          /^error: 1 assignment may exist: .* does not list assignments\. .*--settled\n$/,
        );
      }
      made.isListed = true;
      const { code, stdout } = await cleanup(scene, '--target', scene.origin);
      expect(code, stdout).to.equal(exitCodes.conforming);
      expect(stdout).to.match(/^removed {2}"clever-conformance life of an assignment" in section /);
      expect(await scene.status(made.path)).to.equal(404);
      expect((await cleanup(scene)).stdout).to.equal('Nothing to clean up.\n');
    })).timeout(30_000);

  it('--settled ends it where the user has looked in the LMS, without a request', () =>
    killedBeforeTheAnswer(async (scene, made) => {
      const { code, stdout } = await runCli(['cleanup', '--target', scene.origin, '--settled'], {
        cwd: scene.cwd,
      });
      expect([code, stdout]).to.deep.equal([exitCodes.conforming, `settled  ${title}\n`]);
      expect(await scene.status(made.path)).to.equal(200);
      expect((await cleanup(scene)).stdout).to.equal('Nothing to clean up.\n');
    })).timeout(30_000);

  it('finds that nothing was created if the request was lost', () =>
    killedBeforeTheAnswer(async (scene, made) => {
      made.isListed = true;
      const { code, stdout } = await cleanup(scene, '--target', scene.origin);
      expect(code, stdout).to.equal(exitCodes.conforming);
      expect(stdout).to.match(/^not created {2}"clever-conformance life of an assignment" in section /);
    }, true)).timeout(30_000);
});

describe('cleanup with a journal that was edited', () => {
  /** A server that has one assignment, and the requests that it got. */
  const withTarget = (
    assignment: object,
    work: (scene: { cwd: string; token: string; origin: string; requests: string[] }) => Promise<void>,
  ) =>
    withFolder((cwd) => {
      const requests: string[] = [];
      return withServer(
        (request, response) => {
          requests.push(`${request.method} ${request.url}`);
          const type = { 'content-type': 'application/json' };
          response
            .writeHead(200, type)
            .end(request.method === 'GET' ? JSON.stringify({ data: assignment }) : '');
        },
        (origin) => work({ cwd, token: 'secret', origin, requests }),
      );
    });

  const line = (origin: string, over: object = {}) =>
    `${JSON.stringify({ origin, section_id: section, assignment_id: id, createdAt: 1, state: 'created', ...over })}\n`;

  it('sends the token to the named target only, whatever origins the journal has', () =>
    withTarget({ id, title }, async (scene) => {
      await withServer(
        () => expect.fail('a request to the other target'),
        async (other) => {
          writeFileSync(join(scene.cwd, 'journal'), line(other) + line(scene.origin));
          for (const args of [[], ['--target', 'http://127.0.0.1:9']]) {
            const refused = await cleanup(scene, '--journal', 'journal', ...args);
            expect(refused.code).to.equal(exitCodes.usage);
            expect(refused.stderr)
              .to.include(other)
              .and.match(/^error: [^\n]+\n$/);
          }
          expect(scene.requests).to.deep.equal([]);
          const { code, stderr } = await cleanup(scene, '--journal', 'journal', '--target', scene.origin);
          expect(code, stderr).to.equal(exitCodes.conforming);
          const path = `/v3.1/sections/${section}/assignments/${id}`;
          expect(scene.requests).to.deep.equal([`GET ${path}`, `DELETE ${path}`]);
          expect(readFileSync(join(scene.cwd, 'journal'), 'utf8')).to.include('"removed"');
        },
      );
    }));

  it('deletes nothing that has another title than the suite’s', () =>
    withTarget({ id, title: 'Essay of a teacher' }, async (scene) => {
      writeFileSync(join(scene.cwd, 'journal'), line(scene.origin));
      const { code, stdout } = await cleanup(scene, '--journal', 'journal', '--target', scene.origin);
      expect(code).to.equal(exitCodes.inconclusive);
      expect(stdout).to.match(/^left .* \(its title is not one of the suite\)\n$/);
      expect(scene.requests.filter((one) => !one.startsWith('GET'))).to.deep.equal([]);
    }));

  it('sends nothing for an id that leads elsewhere', () =>
    withTarget({ id, title }, async (scene) => {
      for (const over of [{ assignment_id: '../../../v2.0/students/1' }, { section_id: '..' }]) {
        writeFileSync(join(scene.cwd, 'journal'), line(scene.origin, over));
        const { code, stderr } = await cleanup(scene, '--journal', 'journal', '--target', scene.origin);
        expect(code).to.equal(exitCodes.usage);
        expect(stderr).to.match(
          /^error: The journal journal was changed: line 1 has an? [^\n]+\n$|^error: The journal journal was changed: line 1 has no [^\n]+\n$/,
        );
      }
      expect(scene.requests).to.deep.equal([]);
    }));
});
