import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { withFolder } from '../../src/cli/testing.ts';

interface Step {
  readonly id?: string;
  readonly run?: string;
}
const { runs } = parse(readFileSync('action.yml', 'utf8')) as {
  readonly runs: { readonly steps: readonly Step[] };
};
const script = runs.steps.find(({ id }) => id === 'judge')?.run ?? '';

/** Runs the script of the action as GitHub does. */
async function act(env: Readonly<Record<string, string>>) {
  return await withFolder(async (folder) => {
    const bin = join(folder, 'prefix/node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    const program = join(import.meta.dirname, '../../src/cli/bin.ts');
    writeFileSync(join(bin, 'clever-conformance'), `#!/bin/sh\nexec node '${program}' "$@"\n`, {
      mode: 0o755,
    });
    const of = (name: string) => join(folder, name);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
      {
        encoding: 'utf8',
        cwd: folder,
        env: {
          ...process.env,
          CLEVER_TOKEN: '',
          PREFIX: of('prefix'),
          REPORT: of('report'),
          GITHUB_OUTPUT: of('output'),
          GITHUB_STEP_SUMMARY: of('summary'),
          ...env,
        },
      },
    );
    const read = (name: string) => (existsSync(of(name)) ? readFileSync(of(name), 'utf8') : '');
    return {
      status,
      text: stdout + stderr,
      output: read('output'),
      summary: read('summary'),
      report: of('report'),
    };
  });
}

describe('the action', function () {
  this.timeout(60_000);

  it('judges, and says verdict, coverage and report', async () => {
    const { status, text, output, summary, report } = await act({
      VERB: 'server',
      ARGUMENTS: '--target\nsandbox\n--grep\naccess/\n',
    });
    expect(status, text).to.equal(0);
    expect(output)
      .to.match(/^report=.*\nverdict=conforming\ncoverage=\d+ of \d+\n$/)
      .and.to.include(report);
    expect(summary).to.include('conforming as far as tested');
  });

  it('passes each line as one argument, whatever it has, and ends as the verb does', async () => {
    const { status, text, output } = await act({
      VERB: 'server',
      ARGUMENTS: '--grep\n$(touch here) `id` "zebra"',
    });
    expect(status, text).to.equal(5);
    expect(text).to.include('matches no requirement');
    expect(output).to.match(/^report=.*\n$/);
  });
});
