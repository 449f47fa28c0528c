/** The one place that creates files and directories; temporary directories come from `mkdtemp`, which is as private. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ConformanceError, SuiteFault } from '../errors.ts';
import { irregularKind } from '../plain-file.ts';
import { isRunning } from '../running.ts';

/**
 * Who may read a new file or directory. `owner`: 0600 and 0700, for everything that comes from traffic. `project`: as the
 * user's umask says, for files without data that belong to the user's project.
 */
export type Readers = 'owner' | 'project';

const modes = {
  owner: { file: 0o600, folder: 0o700 },
  project: { file: 0o666, folder: 0o777 },
} as const;

/** Text, or bytes that are still being made. */
export type FileContent = string | Iterable<string> | AsyncIterable<Uint8Array>;

/** Creates a directory and its parents if they are missing. Throws `SuiteFault`. */
export async function makeFolder(path: string, readers: Readers = 'owner'): Promise<void> {
  try {
    makeFolders(path, modes[readers].folder);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** Node's own recursive `mkdir` never ends where nothing can be created, as below /proc. */
function makeFolders(path: string, mode: number): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing)
    try {
      mkdirSync(one, mode);
    } catch (cause) {
      // Another run may have been faster.
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    }
  if (!statSync(path).isDirectory()) mkdirSync(path, mode);
}

/** Creates a directory for the owner only; `false` if the name is taken. Throws `SuiteFault`. */
export async function claimFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path, modes.owner.folder);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(path, cause);
  }
}

/**
 * Opens a file of the suite for appending and reading, readable by the owner only, and creates it if it is missing. Throws
 * `SuiteFault`, also for a symbolic link, a pipe and a file of another user: such a file was put there by someone else.
 */
export function openForAppending(path: string): number {
  try {
    makeFolders(dirname(path), modes.owner.folder);
    // Not every system has O_NOFOLLOW.
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Error('it is a symbolic link');
    const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const file = openSync(path, O_APPEND | O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK, modes.owner.file);
    try {
      const info = fstatSync(file);
      if (!info.isFile()) throw new Error('it is not a regular file');
      if (info.nlink > 1) throw new Error('it has a second name (a hard link)');
      if (info.mode & 0o077) fchmodSync(file, modes.owner.file);
      return file;
    } catch (error) {
      closeSync(file);
      throw error;
    }
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/**
 * Writes a file atomically: to a temporary name in the same directory, flushed to disk, then renamed over the old file or link.
 * Creates the directory if it is missing. Throws `SuiteFault` with path and cause; the old file is then intact and the
 * temporary one removed. Pieces are written one by one, so that a large file need not fit in memory.
 */
export async function writeFileAtomic(
  path: string,
  content: FileContent,
  readers: Readers = 'owner',
): Promise<void> {
  const staged = await stageFile(path, content, readers);
  await staged.commit();
}

/** A complete file on disk under a temporary name. */
export interface StagedFile {
  /** Replaces the old file. Throws `SuiteFault`; the old file is then intact. */
  commit(): Promise<void>;
  /** Deletes the temporary file. */
  discard(): Promise<void>;
}

/** First half of `writeFileAtomic`, for writing several files before any is replaced. */
export async function stageFile(
  path: string,
  content: FileContent,
  readers: Readers = 'owner',
): Promise<StagedFile> {
  const folder = dirname(path);
  const temporary = temporaryFor(path);
  const discard = async () => {
    await rm(temporary, { force: true }).catch(() => {});
    forget(temporary);
  };
  const orUnwritable = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (cause) {
      await discard();
      throw cause instanceof ConformanceError ? cause : unwritable(path, cause);
    }
  };
  await orUnwritable(async () => {
    await makeFolder(folder, readers);
    await sweepOrphans(folder, basename(path));
    const kind = irregularKind(path);
    // Replacing it would destroy it: /dev/stdout, for example.
    if (kind !== undefined) throw new Error(`it is ${kind}`);
    remember(temporary);
    // `wx` fails if the name exists, also as a link.
    const file = await open(temporary, 'wx', modes[readers].file);
    try {
      for await (const piece of typeof content === 'string' ? [content] : content)
        await file.writeFile(piece);
      await flush(file);
    } finally {
      await file.close();
    }
  });
  return {
    commit: () =>
      orUnwritable(async () => {
        await rename(temporary, path);
        forget(temporary);
        await syncFolder(folder);
      }),
    discard,
  };
}

/** A new temporary name next to a file, which `sweepOrphans` recognizes. */
export function temporaryFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
}

/** Temporary files of this process, removed if it exits early: after a second Ctrl-C, for example. */
const temporaries = new Set<string>();

function remember(temporary: string): void {
  if (temporaries.size === 0) process.on('exit', removeTemporaries);
  temporaries.add(temporary);
}

function forget(temporary: string): void {
  temporaries.delete(temporary);
  if (temporaries.size === 0) process.off('exit', removeTemporaries);
}

function removeTemporaries(): void {
  for (const temporary of temporaries) rmSync(temporary, { force: true });
}

/**
 * The error for a failed write: path and cause in one line. Without the cause itself, whose stack would be printed: what the
 * system refuses is no bug of the suite.
 */
export function unwritable(path: string, cause: unknown): SuiteFault {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SuiteFault(
    `${path} could not be written: ${reason}.`,
    'Check that the directory is writable and has free space, or choose another one with --out.',
  );
}

/** Removes temporary files that a killed process left for this file name; without a name, for any. */
export async function sweepOrphans(folder: string, name?: string): Promise<void> {
  const prefix = name === undefined ? '.' : `.${name}.`;
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(prefix)) continue;
    const pid = Number(/\.(\d{1,10})\.[0-9a-f]{8}\.tmp$/.exec(entry)?.[1]);
    if (Number.isSafeInteger(pid) && pid > 0 && !isRunning(pid))
      await rm(join(folder, entry), { force: true });
  }
}

/** By descriptor, because the file handles of Yarn's patched file system have no `sync()`. */
async function flush(file: FileHandle): Promise<void> {
  await promisify(fsync)(file.fd);
}

/** Makes the rename durable. Not every file system allows opening a directory; the file is complete either way. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await flush(handle);
    } finally {
      await handle.close();
    }
  } catch {
    // Fails on Windows and some network file systems; the content is flushed already.
  }
}
