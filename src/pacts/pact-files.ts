import type { Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { type Pact, readPact } from './pact.ts';

/** Larger than any pact that people write, smaller than what hurts. */
const largestBytes = 32 * 1024 * 1024;

/**
 * The pacts in files and folders, in the order of their paths. A folder gives its `*.json`, not those below it. Throws
 * `UsageError` for the first that cannot be used, and where there is none at all.
 */
export async function readPacts(paths: readonly string[]): Promise<readonly Pact[]> {
  const pacts: Pact[] = [];
  for (const path of paths)
    for (const file of await filesAt(path)) {
      if (pacts.some((one) => one.source === file)) continue;
      pacts.push(await readPactFile(file));
    }
  return pacts;
}

async function filesAt(path: string): Promise<readonly string[]> {
  const info = await look(path);
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0)
    throw new UsageError(`The folder ${path} holds no *.json.`, 'Give the folder that holds the pact files.');
  return names.map((name) => join(path, name));
}

async function readPactFile(file: string): Promise<Pact> {
  const info = await look(file);
  // A pipe would be waited for, a device never ends, and a link may lead to what nobody meant to hand over.
  if (info.isSymbolicLink())
    throw unusable(file, 'it is a symbolic link', 'Give the file that it points to.');
  if (!info.isFile()) throw unusable(file, 'it is not a regular file');
  if (info.size > largestBytes) throw unusable(file, `it is larger than ${largestBytes / 1024 / 1024} MiB`);
  const pact = readPact(file, await read(file));
  if (typeof pact === 'string') throw unusable(file, pact);
  return pact;
}

async function look(path: string): Promise<Stats> {
  try {
    return await lstat(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** The fault for a pact that cannot be used: where, and why in one clause. */
export function unusable(
  source: string,
  why: string,
  remedy = 'Give a pact file of specification 2, 3 or 4 with HTTP interactions.',
): UsageError {
  return new UsageError(`${source} cannot be used as a pact: ${why}.`, remedy);
}

function unreadable(path: string, cause: unknown): UsageError {
  const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
  return new UsageError(`${path} cannot be read (${reason}).`, 'Check the path.', { cause });
}
