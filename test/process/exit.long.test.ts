import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { withFolder } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';
import { hasReports, startCli } from './testing.ts';

/** A quick run with a red verdict: the sandbox conforms, but the baseline entry has expired. */
const red = ['server', '--requirement', 'access/bearer-token', '--quiet', '--baseline', 'known.yaml'];
const expired = '- {id: access/bearer-token, case: any, reason: none, expires: "2020-01-01"}\n';

function withRed<T>(work: (cwd: string) => Promise<T>): Promise<T> {
  return withFolder(async (cwd) => {
    writeFileSync(join(cwd, 'known.yaml'), expired);
    return await work(cwd);
  });
}

/** Runs code in the process of the command line, before the suite is loaded. */
const injected = (code: string) => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}`,
});

describe('the exit code of a red run', function () {
  this.timeout(60_000);

  it('stays when a reader of stdout or stderr has left', async () => {
    for (const name of ['stdout', 'stderr'] as const)
      await withRed(async (cwd) => {
        const { child, ended } = startCli(
          name === 'stderr' ? red.filter((one) => one !== '--quiet') : red,
          cwd,
        );
        child[name]?.destroy();
        expect((await ended).code, name).to.equal(exitCodes.nonConforming);
        expect(hasReports(cwd), name).to.equal(true);
      });
  });

  it('is 3 when stdout or stderr cannot be written, and the reports are there', async function () {
    if (process.platform !== 'linux') this.skip();
    for (const name of ['stdout', 'stderr'] as const)
      await withRed(async (cwd) => {
        const full = openSync('/dev/full', 'w');
        try {
          const stdio =
            name === 'stdout' ? (['ignore', full, 'pipe'] as const) : (['ignore', 'pipe', full] as const);
          const { code, stderr } = await startCli(
            red.filter((one) => one !== '--quiet'),
            cwd,
            stdio,
          ).ended;
          expect(code, name).to.equal(exitCodes.suiteFault);
          if (name === 'stdout') expect(stderr).to.include('The output could not be written (ENOSPC)');
          expect(hasReports(cwd), name).to.equal(true);
        } finally {
          closeSync(full);
        }
      });
  });

  it('is 3 when the process exits before the verdict, whatever code was asked for', () =>
    withRed(async (cwd) => {
      const { ended } = startCli(red, cwd, undefined, injected('setTimeout(() => process.exit(0), 1)'));
      const { code, stderr } = await ended;
      expect(code).to.equal(exitCodes.suiteFault);
      expect(stderr).to.include('it ended before its verdict');
    }));

  it('is 3 after an uncaught error or an unhandled rejection, with its stack and the reports', async () => {
    for (const fault of ['throw new Error("odd")', 'Promise.reject(new Error("odd"))'])
      await withRed(async (cwd) => {
        // As soon as the run has its report directory, so as not to depend on time.
        const code = `import { existsSync } from 'node:fs';
          const timer = setInterval(() => { if (!existsSync('reports')) return; clearInterval(timer); ${fault}; }, 1);`;
        const ended = await startCli(red, cwd, undefined, injected(code)).ended;
        expect(ended.code, fault).to.equal(exitCodes.suiteFault);
        expect(ended.stderr).to.match(
          /^error: the suite itself failed; please report this\.\nError: odd\n {4}at /m,
        );
        expect(hasReports(cwd), fault).to.equal(true);
      });
  });
});

describe('the exit code of a verb without a verdict', () => {
  it('is 3 when its product cannot be written', function () {
    if (process.platform !== 'linux') this.skip();
    return withFolder(async (cwd) => {
      const full = openSync('/dev/full', 'w');
      const { code } = await startCli(['list'], cwd, ['ignore', full, 'pipe']).ended;
      closeSync(full);
      expect(code).to.equal(exitCodes.suiteFault);
    });
  });
});
