import { existsSync } from 'node:fs';
import { lstat, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  claimFolder,
  makeFolder,
  sweepOrphans,
  temporaryFor,
  unwritable,
  writeFileAtomic,
} from '../../evidence/atomic.ts';

/** Default parent of report directories. */
export const reportsFolder = 'reports';

/** Names that Windows reserves for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A name that is valid on every file system: `a-z0-9-`, 1 to 60 characters, not a Windows device. */
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

/** `2026-01-05T12-00-00Z-embedded-sandbox`: sorts by time, without colons, which Windows forbids. */
export function runFolderName(atMs: number, target: string): string {
  const time = new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-');
  return `${time}Z-${slugOf(target)}`;
}

/** Creates a new directory in `root` and returns its path; an existing name gets `-2`, `-3`, … Throws `SuiteFault`. */
export async function createRunFolder(root: string, name: string): Promise<string> {
  await makeFolder(root);
  await sweepUnfinished(root);
  for (let n = 1; ; n++) {
    const path = join(root, n === 1 ? name : `${name}-${n}`);
    if (await claimFolder(path)) return path;
  }
}

/** Removes the temporary files of killed runs: their directories have no digests, since those are written last. */
async function sweepUnfinished(root: string): Promise<void> {
  for (const entry of await readdir(root, { withFileTypes: true }))
    if (entry.isDirectory() && !existsSync(join(root, entry.name, 'SHA256SUMS')))
      await sweepOrphans(join(root, entry.name)).catch(() => {});
}

/**
 * Points `latest`, next to the directory, to it: a symlink, replaced atomically, or a text file with the name where symlinks are
 * not allowed. Throws `SuiteFault`, also if `latest` is a real directory, which is left alone.
 */
export async function pointLatest(folder: string): Promise<void> {
  const latest = join(dirname(folder), 'latest');
  const temporary = temporaryFor(latest);
  try {
    const old = await lstat(latest).catch(() => undefined);
    if (old?.isDirectory()) throw new Error('it is a directory, not a link');
    try {
      await sweepOrphans(dirname(folder), basename(latest));
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
