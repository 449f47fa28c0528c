import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder } from '../../src/cli/testing.ts';
import { type District, districts, subjectsFile, tokensOf } from './subjects-testing.ts';

/** Of a token in a minute: 20 % of 1,200. */
const budget = 240;

describe('many districts on one machine', function () {
  this.timeout(600_000);

  it('are judged in minutes and stand in one matrix; those of one token stay within its budget together', () =>
    withFolder(async (cwd) => {
      const thirty = await districts(30, 120);
      // Two subjects more than tokens: a run takes most of a budget, so two at once would go beyond it.
      const [first] = thirty as readonly [District];
      const all = [...thirty, { ...first, name: 'the first, again' }];
      const startedAtMs = Date.now();
      const { code, stderr } = await runCli(
        ['server', '--subjects', subjectsFile(cwd, all), '--out', 'out', '--jobs', '8'],
        { cwd, env: tokensOf(all) },
      );
      const tookS = (Date.now() - startedAtMs) / 1000;
      await Promise.all(thirty.map(({ sandbox }) => sandbox.close()));
      expect(code, stderr).to.equal(0);
      const { subjects } = JSON.parse(readFileSync(join(cwd, 'out/matrix.json'), 'utf8'));
      expect(subjects).to.have.length(31);
      const times = thirty.map(({ sandbox }) => sandbox.requests.map(({ atMs }) => atMs));
      const sent = times.reduce((sum, one) => sum + one.length, 0);
      const busiest = Math.max(...times.map(busiestMinute));
      process.stdout.write(
        `      31 subjects of 30 tokens: ${tookS.toFixed(0)} s, ${sent} requests, at most ${busiest} of a token in a minute\n`,
      );
      // Without lanes, it would be all of these.
      expect(times[0]?.length).to.be.above(budget);
      expect(busiest).to.be.at.most(budget);
    }));
});

/** Times in ascending order, in milliseconds. */
function busiestMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 60_000).length));
}
