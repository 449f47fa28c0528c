import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder, withServer } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';

/** The arguments of the rerun line of a requirement: `rerun     npx clever-conformance server …`. */
function rerunOf(stdout: string, id: string): string {
  const lines = stdout.split('\n').slice(stdout.split('\n').findIndex((line) => line.startsWith(`✗ ${id} `)));
  return (
    /^\s*rerun\s+npx clever-conformance (.*)$/.exec(
      lines.find((line) => /^\s*rerun\s/.test(line)) ?? '',
    )?.[1] ?? ''
  );
}

describe('a rerun line, as it is printed', function () {
  this.timeout(180_000);

  it('has the flags of a run of a server, and judges the requirement again', () =>
    withFolder((cwd) =>
      withServer(
        (_request, response) =>
          response.setHeader('content-type', 'application/json').end('{"data":{},"links":[]}'),
        async (origin) => {
          const env = { CLEVER_TOKEN: 'test-token' };
          const id = 'data/list-envelope';
          const flags = ['--timeout', '7', '--depth', 'full', '--seed', '3', '--read-only'];
          const chosen = ['--requirement', id, '--budget', '100%'];
          const first = await runCli(['server', '--target', origin, ...flags, ...chosen], { cwd, env });
          const line = rerunOf(first.stdout, id);
          for (const [at, flag] of flags.entries())
            if (flag.startsWith('--'))
              expect(line).to.include(
                flags[at + 1]?.startsWith('--') === false ? `${flag} ${flags[at + 1]}` : flag,
              );
          const again = await runCli(line.split(' '), { cwd, env });
          expect(again.code, again.stderr).to.equal(exitCodes.nonConforming);
          expect(again.stdout).to.include(`✗ ${id} `);
        },
      ),
    ));

  it('has the flags of a run of a client, and judges the requirement again', () =>
    withFolder(async (cwd) => {
      writeFileSync(join(cwd, 'client.mjs'), '');
      const id = 'pagination/client-holds-each-record-once';
      const flags = ['--timeout', '60', '--jobs', '3', '--seed', '3'];
      const chosen = ['--scenario', 'pagination/full-walk'];
      const first = await runCli(['client', ...flags, ...chosen, '--', 'node', 'client.mjs'], { cwd });
      const line = rerunOf(first.stdout, id);
      expect(line).to.match(/^client .*--requirement \S+ -- node client\.mjs$/);
      for (const text of ['--timeout 60', '--jobs 3', '--seed 3']) expect(line).to.include(text);
      const again = await runCli(line.split(' '), { cwd });
      expect(again.code, again.stderr).to.equal(exitCodes.nonConforming);
      expect(again.stdout).to.include(`✗ ${id} `);
    }));
});
