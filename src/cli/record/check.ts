import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type ExitCode, exitCodes, SafetyStop, UsageError } from '../../errors.ts';
import { findRevealing, type Revealing } from '../../leaks/revealing.ts';
import { createLeakScanner } from '../../leaks/scanner.ts';
import { type FileProblem, readPlainBytes } from '../../plain-file.ts';
import { count, escapeTerminal } from '../../report/escape.ts';
import type { Io } from '../io.ts';

const remedy = 'Give a folder of recordings or of reports.';
/** Larger than any recording; the suite did not write what is larger. */
const maxBytes = 400 * 1024 * 1024;
/** Lines that are printed. */
const mostShown = 50;

/**
 * `record --check DIR`: goes over every file below a folder, whoever wrote it, and prints a line for each place that holds
 * what no redacted file has, without the value. The tokens in the environment are looked for in every encoding. Gives 0 where
 * nothing was found; throws `SafetyStop` where something was, and `UsageError` for a folder that cannot be read.
 */
export async function checkFolder(dir: string, io: Io): Promise<ExitCode> {
  const files = await filesBelow(dir);
  if (files.length === 0) throw new UsageError(`There is no file in ${dir}.`, remedy);
  const tokens = [io.env.CLEVER_TOKEN, io.env.CLEVER_SECOND_TOKEN].filter(
    (one) => one !== undefined && one !== '',
  );
  const scanner = createLeakScanner();
  for (const token of tokens) scanner.learn(token ?? '', 'token');

  const found: Revealing[] = [];
  for (const path of files) {
    const name = relative(dir, path);
    const text = (await readPlainBytes(path, { maxBytes, refuse: refuseWith(path) })).toString('utf8');
    for (const { at } of scanner.scan(name, text)) found.push({ file: name, at, what: 'your token' });
    found.push(...findRevealing(name, text));
  }
  if (found.length === 0) {
    io.stdout.write(`${count(files.length, 'file')} checked: nothing that must not be kept.\n`);
    return exitCodes.conforming;
  }
  for (const { file, at, what } of found.slice(0, mostShown))
    io.stdout.write(`${escapeTerminal(`${file}:${at}`)}  ${what}\n`);
  if (found.length > mostShown) io.stdout.write(`… and ${count(found.length - mostShown, 'more place')}\n`);
  throw new SafetyStop(
    `${count(new Set(found.map((one) => one.file)).size, 'file')} of ${files.length} in ${dir} ${found.length === 1 ? 'holds' : 'hold'} what must not be kept.`,
    'Do not share or commit them; record again, and remove the old ones.',
  );
}

/** Plain files at any depth, by name. A link or a pipe is refused: what it leads to is anybody's. */
async function filesBelow(dir: string): Promise<string[]> {
  const info = await lstat(dir).catch((cause: unknown) => {
    throw unreadable(dir, cause);
  });
  if (!info.isDirectory()) throw new UsageError(`${dir} is no folder.`, remedy);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(dir, cause);
  });
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.push(path);
    else if (!entry.isDirectory())
      throw new UsageError(
        `${path} is no plain file, so it was not read.`,
        'Put the file itself in its place.',
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
