import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { withFolder } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';
import { startCli } from './testing.ts';

const rows: readonly (readonly [what: string, args: readonly string[], code: number])[] = [
  ['a baseline', ['server', '--baseline', 'pipe'], exitCodes.usage],
  ['a token file', ['server', '--target', 'http://127.0.0.1:9', '--token-file', 'pipe'], exitCodes.usage],
  ['a journal', ['cleanup', '--journal', 'pipe'], exitCodes.usage],
  ['a database', ['sandbox', '--port', '0', '--db', 'pipe'], exitCodes.usage],
  ['a module', ['client', '--module', 'pipe'], exitCodes.usage],
];

describe('a pipe instead of a file', function () {
  this.timeout(30_000);

  for (const [what, args, expected] of rows)
    it(`as ${what} is refused at once, with one line`, async function () {
      if (process.platform === 'win32') this.skip();
      await withFolder(async (cwd) => {
        execFileSync('mkfifo', [join(cwd, 'pipe')]);
        const { child, ended } = startCli(args, cwd);
        const guard = setTimeout(() => child.kill('SIGKILL'), 20_000);
        const { code, stderr } = await ended;
        clearTimeout(guard);
        expect(stderr).to.match(/^error: .*pipe.*: it is a pipe\. .*\n$/);
        expect(code).to.equal(expected);
        expect(readdirSync(cwd).filter((name) => name !== '.cache')).to.deep.equal(['pipe']);
      });
    });

  it('as a report is not replaced', async function () {
    if (process.platform === 'win32') this.skip();
    await withFolder(async (cwd) => {
      execFileSync('mkfifo', [join(cwd, 'pipe')]);
      const args = ['server', '--requirement', 'access/bearer-token', '--quiet', '--reporter', 'tap:pipe'];
      const { code, stderr } = await startCli(args, cwd).ended;
      expect(code, stderr).to.equal(exitCodes.suiteFault);
      expect(stderr).to.include('pipe could not be written: it is a pipe');
      expect(stderr, 'no stack').to.not.match(/\n\s+at /);
      expect(lstatSync(join(cwd, 'pipe')).isFIFO()).to.equal(true);
    });
  });
});
