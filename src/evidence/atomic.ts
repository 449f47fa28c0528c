import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConformanceError, SuiteFault } from '../errors.ts';
import { irregularKind } from '../plain-file.ts';
import { isRunning } from '../running.ts';

/**
 * Writes a file atomically: to a temporary name in the same directory, flushed to disk, then renamed over the old file.
 * Creates the directory if it is missing. Throws `SuiteFault` with path and cause; the old file is then intact and the
 * temporary one removed. Pieces are written one by one, so that a large file need not fit in memory.
 */
export async function writeFileAtomic(path: string, content: string | Iterable<string>): Promise<void> {
  const staged = await stageFile(path, content);
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
export async function stageFile(path: string, content: string | Iterable<string>): Promise<StagedFile> {
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
    await mkdir(folder, { recursive: true });
    await sweepOrphans(folder, basename(path));
    const kind = irregularKind(path);
    // Replacing it would destroy it: /dev/stdout, for example.
    if (kind !== undefined) throw new Error(`it is ${kind}`);
    remember(temporary);
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

/** The error for a failed write: path and cause in one line. */
export function unwritable(path: string, cause: unknown): SuiteFault {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SuiteFault(
    `${path} could not be written: ${reason}.`,
    'Check that the directory is writable and has free space, or choose another one with --out.',
    { cause },
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

/** Makes the rename durable. Not every file system allows opening a directory; the file is complete either way. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Fails on Windows and some network file systems; the content is flushed already.
  }
}
