import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type ExitCode, exitCodes, SafetyStop, UsageError } from '../../errors.ts';
import { findRevealing, type Revealing } from '../../leaks/revealing.ts';
import { createLeakScanner } from '../../leaks/scanner.ts';
import { type FileProblem, readPlainBytes } from '../../plain-file.ts';
import { listedValues } from '../../published.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import type { Io } from '../io.ts';

const remedy = 'Give a directory of recordings or of reports.';
/** Larger than any file that the suite writes. */
const maxBytes = 400 * 1024 * 1024;
/** Lines printed. */
const maxShown = 50;

/**
 * `record --check DIR`: checks every file in a directory and prints a line for each place with unredacted data, without the
 * value. Searches for the tokens in the environment in every encoding. Throws `SafetyStop` if anything is found, and
 * `UsageError` if the directory cannot be read.
 */
export async function checkFolder(dir: string, io: Io): Promise<ExitCode> {
  const files = await filesBelow(dir);
  if (files.length === 0) throw new UsageError(`${dir} contains no files.`, remedy);
  const tokens = [io.env.CLEVER_TOKEN, io.env.CLEVER_SECOND_TOKEN, io.env.CLEVER_USER_TOKEN].filter(
    (one) => one !== undefined && one !== '',
  );
  const scanner = createLeakScanner();
  for (const token of tokens) scanner.learn(token ?? '', 'token');

  const listed = new Set(listedValues().map((one) => one.toLowerCase()));
  const found: Revealing[] = [];
  for (const path of files) {
    const name = relative(dir, path);
    const text = (await readPlainBytes(path, { maxBytes, refuse: refuseWith(path) })).toString('utf8');
    for (const { at } of scanner.scan(name, text)) found.push({ file: name, at, what: 'your token' });
    found.push(...findRevealing(name, text, listed));
  }
  if (found.length === 0) {
    io.stdout.write(`${count(files.length, 'file')} checked: no unredacted data found.\n`);
    return exitCodes.conforming;
  }
  for (const { file, at, what } of found.slice(0, maxShown))
    io.stdout.write(`${escapeTerminal(`${file}:${at}`)}  ${what}\n`);
  if (found.length > maxShown) io.stdout.write(`… and ${count(found.length - maxShown, 'more place')}\n`);
  throw new SafetyStop(
    `Possible data leak: ${count(new Set(found.map((one) => one.file)).size, 'file')} of ${files.length} in ${dir} may contain unredacted data.`,
    'Do not share or commit them; delete them and record again.',
  );
}

/** Regular files at any depth, sorted. Links and pipes are rejected: they may lead outside the directory. */
async function filesBelow(dir: string): Promise<string[]> {
  const info = await lstat(dir).catch((cause: unknown) => {
    throw unreadable(dir, cause);
  });
  if (!info.isDirectory()) throw new UsageError(`${dir} is not a directory.`, remedy);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(dir, cause);
  });
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.push(path);
    else if (!entry.isDirectory())
      throw new UsageError(
        `${path} is not a regular file, so it was not read.`,
        'Replace it with the file itself.',
      );
  }
  return files.sort();
}

function refuseWith(path: string) {
  return ({ why, cause }: FileProblem) =>
    new UsageError(`${path} was not checked: ${why}.`, remedy, { cause });
}

function unreadable(path: string, cause: unknown): UsageError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UsageError(`${path} could not be read: ${why}.`, remedy, { cause });
}
