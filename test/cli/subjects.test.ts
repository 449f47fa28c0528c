import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, runMain, withFolder } from '../../src/cli/testing.ts';
import { type District, districts, subjectsFile, tokensOf } from './subjects-testing.ts';

const few = ['--requirement', 'access/bearer-token', '--budget', '100%'];

describe('server --subjects', function () {
  this.timeout(60_000);
  let all: readonly District[] = [];
  before(async () => {
    all = await districts(2, 24);
  });
  after(() => Promise.all(all.map(({ sandbox }) => sandbox.close())));

  it('judges each, whatever becomes of the others: a report each, one matrix, the worst exit code', () =>
    withFolder(async (cwd) => {
      const lost = { ...(all[0] as District), name: 'lost', origin: 'http://127.0.0.1:1' };
      const file = subjectsFile(cwd, [...all, lost]);
      const args = ['server', '--subjects', file, '--out', 'out', ...few];
      const { code, stderr } = await runCli(args, { cwd, env: tokensOf(all) });
      expect(code, stderr).to.equal(4);
      expect(stderr)
        .to.match(/^district 1: conforming as far as tested: /m)
        .and.to.match(/^lost: .*could not be reached/m);
      expect(stderr).to.include('2 of 3 subjects conform');
      expect(readdirSync(join(cwd, 'out')).sort()).to.deep.equal([
        'district-1',
        'district-2',
        'junit.xml',
        'lost',
        'matrix.html',
        'matrix.json',
      ]);
      const junit = readFileSync(join(cwd, 'out/junit.xml'), 'utf8');
      for (const name of ['district 1', 'district 2', 'lost'])
        expect(junit).to.include(`<testsuite name="${name}"`);
      expect(junit).to.match(/<error message="inconclusive/);
      expect(readFileSync(join(cwd, 'out/matrix.html'), 'utf8')).to.include('./district-1/report.html');
    }));

  it('names a subject without a report in JUnit, as an error, and goes on', () =>
    withFolder(async (cwd) => {
      const file = subjectsFile(cwd, all);
      const { TOKEN_1: _missing, ...env } = tokensOf(all);
      const { code, stderr } = await runCli(['server', '--subjects', file, '--out', 'out', ...few], {
        cwd,
        env,
      });
      expect(code, stderr).to.equal(2);
      expect(stderr).to.match(/^district 1: error: The variable TOKEN_1 is not set/m);
      const junit = readFileSync(join(cwd, 'out/junit.xml'), 'utf8');
      expect(junit).to.match(/<testsuite name="district 1" tests="1" failures="0" errors="1"/);
      expect(junit).to.include('The variable TOKEN_1 is not set');
    }));

  it('a part without a subject conforms: there may be more parts than subjects', () =>
    withFolder(async (cwd) => {
      const args = ['server', '--subjects', subjectsFile(cwd, all), '--shard', '3/300', '--out', 'out'];
      const { code, stderr } = await runCli(args, { cwd, env: tokensOf(all) });
      expect([code, stderr]).to.deep.equal([
        0,
        'Part 3 of 300 has no subject: there are 2 parts to judge.\n',
      ]);
    }));

  it('a shard judges its part of the subjects, however many parts there are', () =>
    withFolder(async (cwd) => {
      const file = subjectsFile(cwd, all);
      const env = { ...tokensOf(all), JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '300' };
      const { code, stderr } = await runCli(
        ['server', '--subjects', file, '--shard', 'auto', '--out', 'out', ...few],
        { cwd, env },
      );
      expect(code, stderr).to.equal(0);
      expect(existsSync(join(cwd, 'out/district-1'))).to.equal(false);
      expect(existsSync(join(cwd, 'out/district-2/report.json'))).to.equal(true);
    }));

  it('ends politely when it is interrupted: what has not begun does not begin', () =>
    withFolder(async (cwd) => {
      const file = subjectsFile(cwd, all);
      const { code, stderr } = await runCli(
        ['server', '--subjects', file, '--jobs', '1', '--out', 'out', '--depth', 'full', '--budget', '5%'],
        { cwd, env: tokensOf(all), onStart: ({ interrupt }) => setTimeout(interrupt, 3000) },
      );
      expect(code, stderr).to.equal(130);
      expect(stderr).to.include('0 of 2 subjects conform');
      expect(existsSync(join(cwd, 'out/district-2'))).to.equal(false);
    }));

  for (const [what, text, args, says] of [
    ['without targets', 'server:\n  depth: quick\n', [], 'has no targets'],
    [
      'with a token',
      'targets:\n  a:\n    target: http://127.0.0.1:1\n    token: abc\n',
      [],
      'districts.yml:4: a token does not belong into a file',
    ],
    [
      'with a flag that is none',
      'targets:\n  a:\n    target: http://127.0.0.1:1\n    dept: quick\n',
      [],
      'districts.yml:4: "dept" is no flag of server',
    ],
    ['without an address', 'targets:\n  a:\n    depth: quick\n', [], '"a" has no target'],
    [
      'with two of one directory',
      'targets:\n  A 1:\n    target: http://127.0.0.1:1\n  a-1:\n    target: http://127.0.0.1:1\n',
      [],
      'would write to a-1',
    ],
    [
      'that names itself',
      'server:\n  subjects: districts.yml\ntargets:\n  a:\n    target: http://127.0.0.1:1\n',
      [],
      '"subjects" is no flag of server',
    ],
    [
      'beside a target',
      'targets:\n  a:\n    target: http://127.0.0.1:1\n',
      ['--target', 'sandbox'],
      '--target is for one subject',
    ],
    [
      'beside --last-failed',
      'targets:\n  a:\n    target: http://127.0.0.1:1\n',
      ['--last-failed'],
      '--last-failed is for one subject',
    ],
    [
      'with one place for a report of each',
      'targets:\n  a:\n    target: http://127.0.0.1:1\n',
      ['--reporter', 'markdown:one.md'],
      '--reporter markdown:one.md has one place for all subjects',
    ],
    [
      'with no jobs',
      'targets:\n  a:\n    target: http://127.0.0.1:1\n',
      ['--jobs', '0'],
      '--jobs "0" is not an integer',
    ],
  ] as const)
    it(`a file ${what} is refused in one line, and nothing is written`, () =>
      withFolder(async (cwd) => {
        const file = join(cwd, 'districts.yml');
        writeFileSync(file, text);
        const { code, stderr } = await runMain(
          'server',
          '--subjects',
          file,
          '--out',
          join(cwd, 'out'),
          ...args,
        );
        expect([code, stderr.trim().split('\n').length], stderr).to.deep.equal([2, 1]);
        expect(stderr).to.include(says);
        expect(existsSync(join(cwd, 'out'))).to.equal(false);
      }));
});
