import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, withFolder } from '../../src/cli/testing.ts';

const root = join(import.meta.dirname, '../..');
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('files of a run', () => {
  it('are readable by their owner only, whatever the umask, in directories of their own', () =>
    withFolder(async (cwd) => {
      const args = ['server', '--quiet', '--grep', 'access/', '--reporter', 'junit:out/ci/junit.xml'];
      execFileSync(
        'sh',
        ['-c', 'umask 0; exec "$@"', 'sh', process.execPath, join(root, 'src/cli/bin.ts'), ...args],
        {
          cwd,
          env: { ...process.env, HOME: cwd, XDG_CACHE_HOME: join(cwd, 'cache') },
        },
      );
      await runCli(['record', '--quiet', '--grep', 'access/', '--out', 'kept'], { cwd });
      const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(
        (name) => !name.startsWith('cache/clever-conformance/'),
      );
      expect(names).to.include.members(['reports/latest', 'out/ci/junit.xml', 'kept/index.json']);
      for (const name of names) {
        const info = lstatSync(join(cwd, name));
        if (info.isSymbolicLink()) continue;
        expect((info.mode & 0o777).toString(8), name).to.equal(info.isDirectory() ? '700' : '600');
      }
    })).timeout(30_000);

  it('of the project are as its umask says: they have no data', () =>
    withFolder(async (cwd) => {
      const umask = process.umask(0o022);
      try {
        await runCli(['init'], { cwd });
      } finally {
        process.umask(umask);
      }
      expect(modeOf(join(cwd, '.gitignore'))).to.equal(0o644);
      expect(modeOf(join(cwd, '.github/workflows'))).to.equal(0o755);
    }));

  it('compiled code is kept in the cache of the user, and only if no other user can write there', () =>
    withFolder(async (cwd) => {
      const [temporary, cache] = [join(cwd, 'tmp'), join(cwd, 'cache')];
      mkdirSync(temporary);
      const own = join(cache, 'clever-conformance');
      const start = () => runCli(['--version'], { cwd, env: { TMPDIR: temporary, XDG_CACHE_HOME: cache } });
      await start();
      expect(modeOf(own)).to.equal(0o700);
      expect(readdirSync(own)).to.have.length(1);
      for (const spoil of [
        () => {
          mkdirSync(own);
          chmodSync(own, 0o777);
        },
        () => {
          mkdirSync(join(cwd, 'other'));
          symlinkSync(join(cwd, 'other'), own);
        },
      ]) {
        execFileSync('rm', ['-r', own]);
        spoil();
        expect((await start()).code).to.equal(0);
        expect(readdirSync(own)).to.deep.equal([]);
      }
      expect(readdirSync(temporary)).to.deep.equal([]);
    })).timeout(20_000);

  it('are created in one place of the source', () => {
    const creating =
      /\b(?:writeFile|appendFile|copyFile|createWriteStream|mkdir|cp|cpSync|\w+FileSync|mkdirSync)\(/;
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/(?:\.test|testing)\.ts$/.test(name))
      // Mutants stand for programs of others.
      .filter((name) => !name.startsWith('mutants/'));
    const found = sources.filter((name) =>
      readFileSync(join(root, 'src', name), 'utf8')
        .split('\n')
        .some((line) => creating.test(line.replaceAll(/\bread\w*FileSync\(|\.writeFile\(piece/g, ''))),
    );
    expect(found.sort()).to.deep.equal(['cli/compile-cache.ts', 'evidence/atomic.ts']);
    expect(existsSync(join(root, 'src/evidence/atomic.ts'))).to.equal(true);
  });
});
