import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { exitCodes } from '../../errors.ts';
import { sha256 } from '../../recordings/file.ts';
import { readIndex, readRecording } from '../../recordings/reader.ts';
import { runCli, runMain, withFolder } from '../testing.ts';

const committed = join(import.meta.dirname, '../../../contracts/recordings');
/** One cheap probe. */
const few = ['--requirement', 'access/test-token', '--students', '20', '--quiet'];
const name = 'access/test-token.json';

/** Changes a file of a recording, and puts both digests right again. */
async function rewrite(folder: string, change: (text: string) => string): Promise<void> {
  const zeros = '0'.repeat(64);
  const digestOf = (text: string) => /"digest":"(\w{64})"/.exec(text)?.[1] ?? '';
  const withDigest = (text: string) => text.replace(zeros, sha256(text));
  const text = await readFile(join(folder, name), 'utf8');
  const changed = withDigest(change(text).replace(digestOf(text), zeros));
  await writeFile(join(folder, name), changed);
  const index = await readFile(join(folder, 'index.json'), 'utf8');
  const vouching = index.replace(sha256(text), sha256(changed)).replace(digestOf(index), zeros);
  await writeFile(join(folder, 'index.json'), withDigest(vouching));
}

describe('record', function () {
  this.timeout(60_000);

  it('writes a recording that a replay judges, and that differs from itself by nothing', async () => {
    await withFolder(async (folder) => {
      const out = join(folder, 'rec');
      expect(await runMain('record', ...few, '--out', out)).to.deep.equal({
        code: 0,
        stdout: '',
        stderr: '',
      });
      expect(await readdir(out)).to.have.members(['access', 'index.json']);
      // In a process of its own: specs are asserted once in each.
      const replay = ['server', '--target', 'replay', '--recordings', out, '--grep', 'access/'];
      const { code, stdout } = await runCli(replay, { cwd: folder });
      expect(stdout).to.match(
        /conforming as far as tested: \d+ of \d+ required checks, LMS Connect.* not tested\. recordings of the embedded sandbox/,
      );
      // Unrecorded requests do not count as failures.
      expect(stdout).to.include('is not in the recordings');
      expect(code).to.equal(exitCodes.conforming);
      const compared = await runMain('record', ...few, '--seed', '9', '--compare', out);
      expect(compared).to.deep.equal({ code: 0, stdout: '', stderr: '' });
    });
  });

  it('reports a breaking difference with exit code 1, and writes nothing', async () => {
    await withFolder(async (folder) => {
      await runMain('record', ...few, '--out', folder);
      await rewrite(folder, (text) => text.replaceAll('"status":200', '"status":206'));
      const before = await readFile(join(folder, name), 'utf8');
      expect((await readRecording(join(folder, name))).definitions[0]?.status).to.equal(206);
      const { code, stdout } = await runMain('record', ...few, '--compare', folder);
      expect(code).to.equal(exitCodes.nonConforming);
      expect(stdout).to.match(
        /^breaking \(2\)\..*\n {2}GET \/v2\.0\/students\?limit .*: status 200, was 206\n/,
      );
      expect(await readFile(join(folder, name), 'utf8')).to.equal(before);
    });
  });

  it('does not compare what was recorded under other terms', async () => {
    await withFolder(async (folder) => {
      await runMain('record', ...few, '--out', folder);
      const { allows } = await readIndex(folder);
      expect(allows).to.include('writes');
      const index = await readFile(join(folder, 'index.json'), 'utf8');
      await writeFile(join(folder, 'index.json'), index);
      await rewrite(folder, (text) => text);
      const changed = (await readFile(join(folder, 'index.json'), 'utf8')).replace(/\s*"writes",?/, '');
      const plain = changed
        .replace(/,(\s*\])/, '$1')
        .replace(/"digest":"\w+"/, `"digest":"${'0'.repeat(64)}"`);
      await writeFile(join(folder, 'index.json'), plain.replace('0'.repeat(64), sha256(plain)));
      const { code, stderr } = await runMain('record', ...few, '--compare', folder);
      expect(code).to.equal(exitCodes.usage);
      expect(stderr).to.match(/made with other permissions .*--allow-writes/);
    });
  });

  it('refuses a recording that was changed, names the file, and asks nothing', async () => {
    await withFolder(async (folder) => {
      await cp(committed, folder, { recursive: true });
      const path = join(folder, 'errors', 'outages.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('"status":502', '"status":503'));
      const { code, stderr, stdout } = await runMain('server', '--target', 'replay', '--recordings', folder);
      expect(code).to.equal(exitCodes.usage);
      expect(stderr).to.match(
        /^error: .*outages\.json cannot be replayed: it was changed after it was recorded/,
      );
      expect(stderr.trim()).to.not.include('\n');
      expect(stdout).to.equal('');
    });
  });

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a replay as what is recorded', ['record', '--target', 'replay'], /A replay cannot be recorded/],
    [
      'recordings of another target',
      ['server', '--recordings', 'x'],
      /--recordings requires --target replay/,
    ],
    [
      'states for a replay',
      ['server', '--target', 'replay', '--states', 'http://127.0.0.1:9'],
      /--states requires --target URL\. A replay has the permissions/,
    ],
    ['a folder that is none', ['server', '--target', 'replay', '--recordings', '/nowhere'], /no such file/],
    ['nothing to compare with', ['record', '--compare', '/nowhere'], /index\.json .*no such file/],
    ['a target without a token', ['record', '--target', 'http://127.0.0.1:9'], /CLEVER_TOKEN/],
  ];
  for (const [what, args, says] of mistakes)
    it(`takes ${what} for a mistake, in one line`, async () => {
      const { code, stderr } = await runMain(...args);
      expect(code).to.equal(exitCodes.usage);
      expect(stderr).to.match(says);
      expect(stderr.trim().split('\n')).to.have.length(1);
    });
});
