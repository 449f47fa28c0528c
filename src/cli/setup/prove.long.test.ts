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
});
