import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConformanceError, SuiteFault } from '../errors.ts';

/**
 * Writes a whole file or none: under a temporary name in the same folder, flushed to the disk, then renamed over the old
 * one. The folder is created where it is missing. Throws `SuiteFault` with the path and the cause; the old file is
 * then intact and nothing of the new one is left. Pieces are written one after the other, so that a large file need not
 * stand in memory as a whole.
 */
export async function writeFileAtomic(path: string, content: string | Iterable<string>): Promise<void> {
  const staged = await stageFile(path, content);
  await staged.commit();
}

/** A new file that is on the disk as a whole, under a temporary name. */
export interface StagedFile {
  /** Puts it in the place of the old one. Throws `SuiteFault`; the old file is then intact. */
  commit(): Promise<void>;
  /** Takes it away again. */
  discard(): Promise<void>;
}

/** The first half of `writeFileAtomic`, for whoever writes several files and wants all of them written before any is replaced. */
export async function stageFile(path: string, content: string | Iterable<string>): Promise<StagedFile> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
  const discard = () => rm(temporary, { force: true }).catch(() => {});
  const orUnwritable = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (cause) {
      await discard();
      throw cause instanceof ConformanceError ? cause : unwritable(path, cause);
    }
  };
  await orUnwritable(async () => {
    await mkdir(folder, { recursive: true });
    await sweepOrphans(folder, basename(path));
    const file = await open(temporary, 'wx', 0o644);
    try {
      for (const piece of typeof content === 'string' ? [content] : content) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
  });
  return {
    commit: () =>
      orUnwritable(async () => {
        await rename(temporary, path);
        await syncFolder(folder);
      }),
    discard,
  };
}

/** The fault for a file that could not be written: path and cause in one line. */
export function unwritable(path: string, cause: unknown): SuiteFault {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SuiteFault(
    `${path} could not be written: ${why}.`,
    'Check that the folder exists, may be written to, and has room; or choose another one with --out.',
    { cause },
  );
}

/** Removes what a killed process left under the name of this file; without a name, under any. */
export async function sweepOrphans(folder: string, name?: string): Promise<void> {
  const prefix = name === undefined ? '.' : `.${name}.`;
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(prefix)) continue;
    const pid = Number(/\.(\d{1,10})\.[0-9a-f]{8}\.tmp$/.exec(entry)?.[1]);
    if (Number.isSafeInteger(pid) && pid > 0 && !isAlive(pid)) await rm(join(folder, entry), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes the rename itself durable. Not every file system lets a folder be opened; the file is whole either way. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network file systems refuse; the content was flushed before.
  }
}
