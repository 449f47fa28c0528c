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

  it('proves what it is asked for, and leaves matrix and page', async () => {
    const out = join(folder, 'out');
    const args = ['prove', '--side', 'server', '--grep', 'points-are-rounded', '--jobs', '1', '--out', out];
    const { code, stdout } = await runMain(...args, '--json');
    expect(code).to.equal(0);
    const proof = JSON.parse(stdout);
    expect(proof.counts).to.deep.include({ requirements: 1, mutants: 1, killed: 1 });
    expect(proof.honest).to.deep.equal([{ name: 'the sandbox itself', side: 'server', notPassed: {} }]);
    expect(readFileSync(join(out, 'proof.json'), 'utf8')).to.equal(stdout);
    expect(readFileSync(join(out, 'kill-matrix.md'), 'utf8')).to.include('points-are-rounded-on-reading');
  });

  it('--quick finds what the whole suite finds of the requirement that is broken, and writes no file', async () => {
    const caughtTogether = 'bucket-is-named-after-the-minute';
    const args = ['prove', '--quick', '--side', 'server', '--grep', caughtTogether, '--jobs', '1'];
    const { code, stdout, stderr } = await runMain(...args, '--json');
    expect(code).to.equal(0);
    const proof = JSON.parse(stdout);
    expect(proof).to.deep.include({ quick: true, proven: true });
    expect(proof.mutants).to.have.length(1);
    expect(proof.counts).to.deep.include({ killed: 1, caughtByOneAlone: 0 });
    expect(stderr).not.to.include('Written to');
    const withOut = await runMain(...args, '--out', join(folder, 'quick'));
    expect([withOut.code, existsSync(join(folder, 'quick'))]).to.deep.equal([2, false]);
  });

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
