import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { type FileProblem, readPlainFile } from '../plain-file.ts';
import { type Pact, readPact } from './pact.ts';

/** Larger than any realistic pact; bounds memory. */
const maxBytes = 32 * 1024 * 1024;

/**
 * Reads pacts from files and directories, in the given order. A directory contributes its `*.json`, not recursively.
 * Throws `UsageError` for the first unusable file and for a directory without any.
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
  const info = await lstat(path).catch(() => undefined);
  if (!info?.isDirectory()) return [path];
  const names = (await namesIn(path)).filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0)
    throw new UsageError(
      `The directory ${path} contains no *.json.`,
      'Give the directory that contains the pact files.',
    );
  return names.map((name) => join(path, name));
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error';
    throw new UsageError(`${directory} cannot be read (${reason}).`, 'Check the path.', { cause });
  }
}

async function readPactFile(file: string): Promise<Pact> {
  const text = await readPlainFile(file, {
    maxBytes,
    refuse: ({ kind, why, cause }) => unusable(file, why, fixes[kind], cause),
  });
  const pact = readPact(file, text);
  if (typeof pact === 'string') throw unusable(file, pact);
  return pact;
}

const fixes: Readonly<Partial<Record<FileProblem['kind'], string>>> = {
  missing: 'Check the path.',
  unreadable: 'Check the path and its permissions.',
  'not-regular': 'Give the file itself.',
};

/** The error for an unusable pact: its source, and the reason in one clause. */
export function unusable(
  source: string,
  reason: string,
  fix = 'Give a pact file of specification 2, 3 or 4 with HTTP interactions.',
  cause?: unknown,
): UsageError {
  return new UsageError(
    `${source} cannot be used as a pact: ${reason}.`,
    fix,
    cause === undefined ? undefined : { cause },
  );
}
