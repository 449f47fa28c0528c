import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

describe('several processes that write the same pact concurrently', () => {
  it('leave one complete file, equal to the committed one, and no temporary files', async function () {
    this.timeout(60_000);
    const folder = await mkdtemp(join(tmpdir(), 'clever-conformance-'));
    try {
      const mocha = [
        join(root, 'node_modules/mocha/bin/mocha.js'),
        '--no-config',
        '--exit',
        '--timeout',
        '60000',
      ];
      const env = { ...process.env, CLEVER_CONFORMANCE_WRITE_PACTS: folder };
      const write = () =>
        run(process.execPath, [...mocha, 'specs/pact/lms-v3.1.spec.ts'], { cwd: root, env });
      await Promise.all([write(), write()]);
      expect(await readdir(folder)).to.deep.equal(['lms-v3.1.json']);
      const [written, committed] = await Promise.all(
        [folder, join(root, 'contracts/pacts')].map((at) => readFile(join(at, 'lms-v3.1.json'), 'utf8')),
      );
      expect(written).to.equal(committed);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
