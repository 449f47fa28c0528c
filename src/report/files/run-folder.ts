import { lstat, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unwritable, writeFileAtomic } from '../../evidence/atomic.ts';

/** Names that Windows keeps for devices, whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A name that every file system takes: `a-z0-9-`, at most 60 characters, never empty, never a device of Windows. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return 'target';
  return reserved.test(slug) ? `target-${slug}` : slug;
}

/** `2026-01-05T12-00-00Z-embedded-sandbox`: sorts by time, and has no colon, which Windows refuses. */
export function runFolderName(atMs: number, target: string): string {
  const time = new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-');
  return `${time}Z-${slugOf(target)}`;
}

/**
 * Creates a folder that nobody else has, below `root`: a name that is taken gets `-2`, `-3`, … Gives its path. Throws
 * `SuiteFault` where it cannot be created.
 */
export async function createRunFolder(root: string, name: string): Promise<string> {
  try {
    await mkdir(root, { recursive: true });
    for (let n = 1; ; n++) {
      const path = join(root, n === 1 ? name : `${name}-${n}`);
      try {
        await mkdir(path);
        return path;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  } catch (cause) {
    throw unwritable(join(root, name), cause);
  }
}

/**
 * Lets `latest` beside the folder point to it: a symlink made under another name and renamed over the old one, so that it
 * always points somewhere; a text file with the name where symlinks are not allowed. A `latest` that is a real folder
 * is somebody's own and is left alone. Throws `SuiteFault`.
 */
export async function pointLatest(folder: string): Promise<void> {
  const latest = join(dirname(folder), 'latest');
  const temporary = join(dirname(folder), `.latest.${process.pid}.tmp`);
  try {
    const old = await lstat(latest).catch(() => undefined);
    if (old?.isDirectory()) throw new Error('it is a folder of its own, not a pointer');
    try {
      await rm(temporary, { force: true });
      await symlink(basename(folder), temporary, 'dir');
    } catch {
      await writeFileAtomic(latest, `${basename(folder)}\n`);
      return;
    }
    await rename(temporary, latest);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw unwritable(latest, cause);
  }
}
