import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { NothingJudgedError, UsageError } from '../../errors.ts';
import type { CaseOutcome } from '../../outcome.ts';
import { writeReports } from '../../report/files/write.ts';
import type { Environment } from '../../report/model/report.ts';
import {
  failed,
  outcomeWith,
  passed,
  sampleCatalogue,
  sampleRun,
  undecidedOutcome,
  untested,
} from '../../report/testing.ts';
import { withFolder } from '../testing.ts';
import { readLastFailed } from './last-failed.ts';

const catalogue = sampleCatalogue(['data/a', 'data/b', 'recommended:data/c']);

/** What is not among the outcomes was not selected. */
async function write(
  dir: string,
  outcomes: Parameters<typeof sampleRun>[0],
  startedAtMs?: number,
  environment: Environment = {},
) {
  mkdirSync(dir, { recursive: true });
  const run = sampleRun(outcomes);
  const left = catalogue.requirements.filter(({ id }) => !(id in outcomes));
  const whole = {
    ...run,
    startedAtMs: startedAtMs ?? run.startedAtMs,
    outcomes: [
      ...run.outcomes,
      ...left.map(
        ({ id }) => ({ id, outcome: untested, notSelected: true }) as (typeof run.outcomes)[number],
      ),
    ],
  };
  await writeReports(dir, whole, {
    tool: { name: 'clever-conformance', version: '0' },
    environment,
    failOn: new Set(),
    catalogue,
  });
}

const passedIn = (name: string): CaseOutcome => ({ name, outcome: 'passed', findings: [] });

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

  it('keeps what failed before a partial run, until it passes or everything is judged again', () =>
    withFolder(async (root) => {
      const at = (name: string, outcomes: Parameters<typeof sampleRun>[0]) =>
        write(join(root, name), outcomes, Date.UTC(2026, 0, Number(name)));
      await at('1', { 'data/a': failed('no', ['x']), 'data/b': failed('no', ['y']), 'data/c': passed });
      await at('2', { 'data/a': outcomeWith(passedIn('x')) });
      symlinkSync('2', join(root, 'latest'));
      const { requirement, names, notice } = await readLastFailed('server', {}, root);
      expect([requirement, [...names]]).to.deep.equal([['data/b'], ['y']]);
      expect(notice).to.include('and 1 partial run since: 1 requirement');
      await at('3', { 'data/b': outcomeWith(passedIn('y')) });
      rmSync(join(root, 'latest'));
      symlinkSync('3', join(root, 'latest'));
      expect(await problem(readLastFailed('server', {}, root))).to.be.instanceOf(NothingJudgedError);
      await at('4', { 'data/a': passed, 'data/b': passed, 'data/c': failed('no', ['z']) });
      rmSync(join(root, 'latest'));
      symlinkSync('4', join(root, 'latest'));
      expect((await readLastFailed('server', {}, root)).requirement).to.deep.equal(['data/c']);
    }));

  it('keeps what failed before a run with --only, where the rest is inapplicable', () =>
    withFolder(async (root) => {
      await write(
        join(root, '1'),
        { 'data/a': failed('no', ['x']), 'data/b': failed('no', ['y']), 'data/c': passed },
        1,
      );
      const now = {
        'data/a': outcomeWith(passedIn('x')),
        'data/b': undecidedOutcome('inapplicable', 'the client only reads (--only sync)'),
        'data/c': passed,
      };
      await write(join(root, '2'), now, 2, { flags: '--jobs 8 --only sync' });
      symlinkSync('2', join(root, 'latest'));
      expect((await readLastFailed('server', {}, root)).requirement).to.deep.equal(['data/b']);
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
