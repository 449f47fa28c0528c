import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runMain } from '../testing.ts';

describe('prove', function () {
  this.timeout(120_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('a text that matches nothing is exit 5, and creates no directory', async () => {
    const out = join(folder, 'nothing');
    const { code, stderr } = await runMain('prove', '--grep', 'zebra', '--out', out);
    expect(code).to.equal(5);
    expect(stderr).to.match(/^error: No mutant matches the selection.*\n$/);
    expect(existsSync(out)).to.equal(false);
  });

  it('--deep judges generated mutants, counts them by operator, and leaves its own file', async () => {
    const out = join(folder, 'deep');
    const args = ['prove', '--deep', '--grep', 'drop-token@access/*request 2', '--jobs', '1', '--out', out];
    const { code, stdout } = await runMain(...args, '--json');
    expect(code).to.equal(0);
    const [clients, ...rest] = JSON.parse(stdout).sides;
    expect(rest).to.deep.equal([]);
    expect(clients.counts).to.deep.include({ generated: 1, mutants: 1, killed: 1, killedByRequired: 1 });
    expect(clients.operators['drop-token']).to.deep.include({ mutants: 1, killed: 1, survivors: 0 });
    expect(readFileSync(join(out, 'deep-proof.json'), 'utf8')).to.equal(stdout);
  });

  it('--deep with a text that matches nothing is exit 5, and --sample without it a usage error', async () => {
    const out = join(folder, 'nothing-deep');
    const { code, stderr } = await runMain('prove', '--deep', '--grep', 'zebra', '--out', out);
    expect(code).to.equal(5);
    expect(stderr).to.match(/^error: No generated mutant matches the selection.*\n$/);
    expect(existsSync(out)).to.equal(false);
    expect((await runMain('prove', '--sample', '5')).code).to.equal(2);
  });

  for (const [flag, value] of [
    ['--side', 'sever'],
    ['--jobs', '0'],
    ['--seed', '-1'],
  ] as const)
    it(`${flag} ${value} is a usage error in one line`, async () => {
      const { code, stderr } = await runMain('prove', `${flag}=${value}`);
      expect(code).to.equal(2);
      expect(stderr).to.match(/^error: .*\n$/);
    });
});
