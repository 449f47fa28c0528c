import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { NothingJudgedError, UsageError } from '../../errors.ts';
import { writeReports } from '../../report/files/write.ts';
import { failed, passed, sampleCatalogue, sampleRun } from '../../report/testing.ts';
import { withFolder } from '../testing.ts';
import { readLastFailed } from './last-failed.ts';

const catalogue = sampleCatalogue(['data/a', 'data/b', 'recommended:data/c']);

async function write(dir: string, outcomes: Parameters<typeof sampleRun>[0]) {
  mkdirSync(dir, { recursive: true });
  await writeReports(dir, sampleRun(outcomes), {
    tool: { name: 'clever-conformance', version: '0' },
    environment: {},
    failOn: new Set(),
    catalogue,
  });
}

const problem = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: Error) => error,
  );

describe('--last-failed', () => {
  it('chooses what failed in the last report, warnings counted in, and the cases in which it did', () =>
    withFolder(async (root) => {
      await write(join(root, 'one'), {
        'data/a': failed('no', ['x']),
        'data/b': passed,
        'data/c': failed('no', ['y']),
      });
      symlinkSync('one', join(root, 'latest'));
      const { requirement, names, notice } = await readLastFailed('server', {}, root);
      expect(requirement).to.deep.equal(['data/a', 'data/c']);
      expect([...names]).to.deep.equal(['x', 'y']);
      expect(notice).to.include('2 requirements of https://api.example.test');
      expect(await problem(readLastFailed('client', {}, root))).to.be.instanceOf(UsageError);
      expect(await problem(readLastFailed('server', { grep: 'x' }, root))).to.be.instanceOf(UsageError);
    }));

  it('reads the name of the directory where links are not allowed, and no path', () =>
    withFolder(async (root) => {
      await write(join(root, 'one'), { 'data/a': passed });
      writeFileSync(join(root, 'latest'), 'one\n');
      expect(await problem(readLastFailed('server', {}, root))).to.be.instanceOf(NothingJudgedError);
      writeFileSync(join(root, 'latest'), '../one\n');
      expect(await problem(readLastFailed('server', {}, root))).to.be.instanceOf(UsageError);
    }));

  it('says what to do where there is no report', () =>
    withFolder(async (root) => {
      expect(await problem(readLastFailed('server', {}, root))).to.be.instanceOf(UsageError);
    }));
});
