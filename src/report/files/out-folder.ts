import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, unwritable } from '../../evidence/atomic.ts';
import { type OwnFile, refuseForeign } from './own-files.ts';
import { reportsFolder } from './run-folder.ts';
import { createRunFolder } from './write.ts';

/**
 * Creates the report directory before anything is sent, so that a run without writable reports sends nothing. Throws `UsageError` if
 * one of `files` would replace a file that is not the suite's.
 */
export async function openFolder(
  wanted: string | undefined,
  name: string,
  files: readonly OwnFile[],
): Promise<string> {
  refuseForeign(files, wanted);
  if (wanted === undefined) return await createRunFolder(reportsFolder, name);
  await makeFolder(wanted);
  try {
    await access(wanted, constants.W_OK);
    return wanted;
  } catch (cause) {
    throw unwritable(wanted, cause);
  }
}

/** Whether a directory is in the default parent, where `latest` is maintained. */
export function isDefaultFolder(folder: string): boolean {
  return dirname(folder) === reportsFolder;
}
