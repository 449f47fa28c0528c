import { lstat, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { makeFolder, type StagedFile, stageFile, sweepOrphans, unwritable } from '../evidence/atomic.ts';
import { readPlainFile } from '../plain-file.ts';
import { indexFile } from './file.ts';
import { maxBytes, readIndex } from './reader.ts';

/** File contents of a recording by relative path. The index comes last. */
export type RecordingFiles = ReadonlyMap<string, string>;

/**
 * Writes a recording: every file is on disk before the first old one is replaced, and the index is replaced last. A killed
 * process leaves each file either old or new; a mixture is detected on reading, because the index has all digests. Files of
 * the old index that are not in the new recording are removed. Throws `SuiteFault` if writing fails (all old files are then
 * intact), and `UsageError` for a symbolic link or a directory with other content.
 */
export async function writeRecording(folder: string, files: RecordingFiles): Promise<void> {
  const before = await oldFiles(folder);
  const folders = [...new Set([folder, ...[...files.keys()].map((name) => join(folder, dirname(name)))])];
  for (const one of folders) {
    await makeFolder(one);
    await refuseLink(one);
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

/** A link may lead anywhere, so it is never followed. */
async function refuseLink(path: string): Promise<void> {
  if ((await lstat(path)).isSymbolicLink())
    throw new UsageError(`${path} is a symbolic link.`, 'Give a directory for the recordings with --out.');
}

/** Files of an earlier recording. Rejects directories with other content. */
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
  const text = await readPlainFile(path, { maxBytes, refuse: ({ why }) => new Error(why) }).catch(() => '');
  if (!text.includes('clever-conformance/recordings'))
    throw new UsageError(
      `${path} already exists and does not belong to a recording.`,
      'Choose another directory with --out.',
    );
  // A damaged index is replaced, but its file list is unreliable, so nothing is removed.
  const index = await readIndex(folder).catch(() => undefined);
  return index?.probes.flatMap(({ file }) => file ?? []) ?? [];
}
