import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { systemClock } from '../../src/clock.ts';
import { exitCodes } from '../../src/errors.ts';
import { pending } from '../../src/evidence/journal.ts';
import type { Report } from '../../src/report/model/report.ts';
import { isCreation, judge, type Spoil, withScene, writing } from './scene-testing.ts';

const reportIn = (cwd: string): Report =>
  JSON.parse(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8'));

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
      expect(await pending(join(scene.cwd, 'reports/journal.ndjson'))).to.deep.equal([]);
      expect(reportIn(scene.cwd).verdict).to.equal('inconclusive');
      expect(stderr).to.not.include('may still exist');
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
});
