import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder } from '../../src/cli/testing.ts';
import { districts, subjectsFile, tokensOf } from './subjects-testing.ts';

/** Of a quick run: 20 % of 1,200. */
const budget = 240;

describe('thirty districts on one machine', function () {
  this.timeout(600_000);

  it('are judged in minutes, each within its budget, and stand in one matrix', () =>
    withFolder(async (cwd) => {
      const all = await districts(30, 120);
      const startedAtMs = Date.now();
      const { code, stderr } = await runCli(
        ['server', '--subjects', subjectsFile(cwd, all), '--out', 'out', '--jobs', '8'],
        { cwd, env: tokensOf(all) },
      );
      const tookS = (Date.now() - startedAtMs) / 1000;
      await Promise.all(all.map(({ sandbox }) => sandbox.close()));
      expect(code, stderr).to.equal(0);
      const busiest = all.map(({ sandbox }) => busiestMinute(sandbox.requests.map(({ atMs }) => atMs)));
      expect(Math.max(...busiest)).to.be.at.most(budget);
      const { subjects } = JSON.parse(readFileSync(join(cwd, 'out/matrix.json'), 'utf8'));
      expect(subjects).to.have.length(30);
      const sent = all.reduce((sum, { sandbox }) => sum + sandbox.requests.length, 0);
      process.stdout.write(
        `      30 districts: ${tookS.toFixed(0)} s, ${sent} requests, at most ${Math.max(...busiest)} of a token in a minute\n`,
      );
    }));
});

/** Times in ascending order, in milliseconds. */
function busiestMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
}
