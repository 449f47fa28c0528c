import { statSync } from 'node:fs';
import { normalize, parse, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';

/** Parses the value of a flag that names a directory to write to. Throws `UsageError` for what cannot be one. */
export function folderOf(flag: string): (text: string) => string {
  return (text) => {
    const path = pathOf(flag, text, 'directory');
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === false)
      throw new UsageError(`${flag} ${text} is a file.`, 'Give the path of a directory.');
    return path;
  };
}

/** The same for a file. What must not be replaced is refused by `refuseForeign`. */
export function fileOf(flag: string): (text: string) => string {
  return (text) => {
    const path = pathOf(flag, text, 'file');
    if (/[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`${flag} ${text} is a directory.`, 'Give the path of a file.');
    return path;
  };
}

/**
 * The path without `..` wherever that is possible: a directory that is missing is never created on the way to its parent.
 */
function pathOf(flag: string, text: string, kind: 'directory' | 'file'): string {
  if (text.trim() === '') throw new UsageError(`${flag} has no path.`, `Give a ${kind}, or leave it out.`);
  if (text === '-')
    throw new UsageError(
      `${flag} - is not a ${kind}: nothing is written to stdout here.`,
      `Give a ${kind}; one of that name is ./-`,
    );
  const path = normalize(text);
  const absolute = resolve(path);
  if (absolute === parse(absolute).root)
    throw new UsageError(`${flag} ${text} is the root of the file system.`, `Give another ${kind}.`);
  return path === '-' ? text : path;
}
