import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { type StagedFile, stageFile, sweepOrphans, unwritable } from '../evidence/atomic.ts';
import { indexFile } from './file.ts';
import { readIndex } from './reader.ts';

/** The bytes of a recording, by the name of the file below its folder. The index comes last. */
export type RecordingFiles = ReadonlyMap<string, string>;

/**
 * Writes a recording into a folder: every file is on the disk before the first old one is replaced, and the index is
 * replaced last. A process that is killed leaves each file as it was or as it is to be; a mixture shows when it is read,
 * for the index vouches for all files. Those of the old index that are not in the new recording are removed. Throws
 * `SuiteFault` where there is no room or the folder cannot be written (every old file is then as it was), and `UsageError`
 * for a folder that leads elsewhere or is somebody else's.
 */
export async function writeRecording(folder: string, files: RecordingFiles): Promise<void> {
  const before = await oldFiles(folder);
  const folders = [...new Set([folder, ...[...files.keys()].map((name) => join(folder, dirname(name)))])];
  for (const one of folders) {
    await makeFolder(one);
    await sweepOrphans(one).catch((cause: unknown) => {
      throw unwritable(one, cause);
    });
  }
  const staged: StagedFile[] = [];
  try {
    for (const [name, text] of files) staged.push(await stageFile(join(folder, name), text));
    for (const one of staged) await one.commit();
  } catch (error) {
    for (const one of staged) await one.discard();
    throw error;
  }
  for (const name of before) if (!files.has(name)) await rm(join(folder, name), { force: true });
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw unwritable(path, cause);
  }
  const info = await lstat(path);
  // What a link leads to is nobody's recording, and may be anything.
  if (info.isSymbolicLink())
    throw new UsageError(`${path} is a symbolic link.`, 'Give a folder for the recordings with --out.');
}

/** What an earlier recording left here. A folder that holds something else is not taken for one. */
async function oldFiles(folder: string): Promise<readonly string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw unwritable(folder, cause);
  }
  if (!names.includes(indexFile)) return [];
  const path = join(folder, indexFile);
  const text = await readFile(path, 'utf8').catch(() => '');
  if (!text.includes('clever-conformance/recordings'))
    throw new UsageError(
      `${path} is there already, and is of no recording.`,
      'Choose another folder with --out.',
    );
  // A damaged one is replaced; what it listed is not known for sure, so nothing is removed.
  const index = await readIndex(folder).catch(() => undefined);
  return index?.probes.flatMap(({ file }) => file ?? []) ?? [];
}
