import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { SuiteFault, UsageError } from '../errors.ts';
import type { RecordingIndex } from '../recording.ts';
import { indexFile, renderIndex } from './file.ts';
import { withFolder } from './recordings-testing.ts';
import { writeRecording } from './writer.ts';

/** A recording of several files, each of which contains its name. */
function filesOf(which: string, names: readonly string[] = ['access/a.json', 'data/b.json', 'data/c.json']) {
  const index = {
    format: 'clever-conformance/recordings',
    formatVersion: 1,
    subject: 'sandbox',
    apis: ['data-v2.0'],
    recordedAt: '2026-01-05T12:00:00.000Z',
    expires: null,
    tool: { name: 'clever-conformance', version: which },
    redactor: { version: 1, rules: '' },
    allows: [],
    hasOwnClock: false,
    tokens: { own: 'replay-token-1' },
    probes: names.map((file) => ({ name: file, file, sha256: '0'.repeat(64) })),
  } as const satisfies Omit<RecordingIndex, 'digest'>;
  return new Map([
    ...names.map((name) => [name, `${which} ${name} ${'x'.repeat(3000)}\n`] as const),
    [indexFile, renderIndex(index)] as const,
  ]);
}

async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return new Map(files.map((file, at) => [file.slice(folder.length + 1), texts[at] ?? '']).sort() as []);
}

describe('writing a recording', () => {
  it('replaces the old one, and removes files that only that one had', async () => {
    await withFolder(async (folder) => {
      await writeRecording(folder, filesOf('old'));
      await writeFile(join(folder, 'data', 'notes.txt'), 'mine');
      await writeRecording(folder, filesOf('new', ['access/a.json', 'data/d.json']));
      const now = await contentOf(folder);
      expect([...now.keys()].sort()).to.deep.equal([
        'access/a.json',
        'data/d.json',
        'data/notes.txt',
        'index.json',
      ]);
      expect(now.get('access/a.json')).to.match(/^new/);
    });
  });

  it('removes temporary files of a killed process, and nothing else', async () => {
    await withFolder(async (folder) => {
      await writeRecording(folder, filesOf('old'));
      const dead = spawn(process.execPath, ['-e', '']);
      await new Promise((resolve) => dead.on('close', resolve));
      const orphan = join(folder, 'data', `.gone.json.${dead.pid}.0badcafe.tmp`);
      await writeFile(orphan, 'half');
      await writeFile(join(folder, 'data', '.b.json.tmp'), 'not ours');
      await writeRecording(folder, filesOf('new'));
      expect(await readdir(join(folder, 'data'))).to.have.members(['.b.json.tmp', 'b.json', 'c.json']);
    });
  });

  it('keeps all old files if one cannot be written', async () => {
    await withFolder(async (folder) => {
      await writeRecording(folder, filesOf('old'));
      const before = await contentOf(folder);
      // A file instead of a directory: not even root can write under it.
      const files = filesOf('new', ['access/a.json', 'index.json/x.json']);
      const fault = await writeRecording(folder, files).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(SuiteFault);
      expect(await contentOf(folder)).to.deep.equal(before);
    });
  });

  it('keeps all old files if the disk is full', async () => {
    await withFolder(async (folder) => {
      await writeRecording(folder, filesOf('old'));
      const before = await contentOf(folder);
      // A file size limit fails a write half-way, like a full disk.
      const script = `
        import { writeRecording } from '${join(import.meta.dirname, 'writer.ts')}';
        const text = 'new '.repeat(100_000);
        const files = new Map([['access/a.json', 'new'], ['data/b.json', text], ['index.json', text]]);
        await writeRecording(${JSON.stringify(folder)}, files).catch((error) => {
          console.log(error.message);
          process.exitCode = error.exitCode;
        });`;
      const shell = `ulimit -f 64; exec "$0" --input-type=module-typescript -e "$1"`;
      const child = spawn('bash', ['-c', shell, process.execPath, script]);
      let said = '';
      child.stdout.on('data', (piece) => {
        said += piece;
      });
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect(said).to.match(/data\/b\.json could not be written: EFBIG/);
      expect(code).to.equal(3);
      expect(await contentOf(folder)).to.deep.equal(before);
    });
  });

  it('does not follow symbolic links, and does not accept a foreign index', async () => {
    await withFolder(async (folder) => {
      await mkdir(join(folder, 'elsewhere'));
      await mkdir(join(folder, 'out'));
      await symlink(join(folder, 'elsewhere'), join(folder, 'out', 'data'));
      const linked = await writeRecording(join(folder, 'out'), filesOf('new')).catch(
        (error: unknown) => error,
      );
      expect(linked).to.be.instanceOf(UsageError);
      expect(await readdir(join(folder, 'elsewhere'))).to.deep.equal([]);

      await writeFile(join(folder, 'index.json'), '{"name":"a website"}');
      const foreign = await writeRecording(folder, filesOf('new')).catch((error: unknown) => error);
      expect(foreign).to.be.instanceOf(UsageError);
      expect(await readFile(join(folder, 'index.json'), 'utf8')).to.equal('{"name":"a website"}');
    });
  });
});
