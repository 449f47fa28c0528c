/** Reads files that a user names: only regular files, of a limited size, and never one that makes the program wait. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';

/** Why a file is not read. */
export interface FileProblem {
  readonly kind: 'missing' | 'not-regular' | 'too-large' | 'not-text' | 'unreadable';
  /** A clause such as `it is a pipe`. */
  readonly why: string;
  readonly cause?: unknown;
}

export interface PlainFileOptions {
  readonly maxBytes: number;
  /** Whether a symbolic link is read. @default 'refuse' */
  readonly links?: 'follow' | 'refuse';
  /** Creates the error to throw. */
  readonly refuse: (problem: FileProblem) => Error;
}

/** The text of a file, which is UTF-8; a byte order mark stays. */
export async function readPlainFile(path: string, options: PlainFileOptions): Promise<string> {
  const bytes = await readPlainBytes(path, options);
  if (!isUtf8(bytes)) throw options.refuse(notText);
  return bytes.toString('utf8');
}

/** The bytes of a file. */
export async function readPlainBytes(path: string, options: PlainFileOptions): Promise<Buffer> {
  return await withPlainFile(path, options, async (file) => {
    const bytes = await file.readFile();
    // It may have grown since its size was checked.
    if (bytes.length > options.maxBytes) throw new Refusal(tooLarge(bytes.length, options.maxBytes));
    return bytes;
  });
}

/** `readPlainFile` without waiting, for a small file that decides how the program goes on; follows symbolic links. */
export function readPlainFileSync(path: string, options: Omit<PlainFileOptions, 'links'>): string {
  let text: Buffer;
  try {
    check(statSync(path), options);
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      check(fstatSync(handle), options);
      text = readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return refusing(options)(error);
  }
  if (!isUtf8(text)) throw options.refuse(notText);
  return text.toString('utf8');
}

const pieceBytes = 1024 * 1024;

/** The bytes of a file, at most one mebibyte in memory at a time. */
export async function* readPlainPieces(path: string, options: PlainFileOptions): AsyncGenerator<Buffer> {
  const file = await openChecked(path, options).catch(refusing(options));
  try {
    let total = 0;
    for (;;) {
      const { bytesRead, buffer } = await file
        .read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes)
        .catch(refusing(options));
      if (bytesRead === 0) return;
      total += bytesRead;
      if (total > options.maxBytes) throw options.refuse(tooLarge(total, options.maxBytes));
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Throws if a file cannot be read, without reading it. */
export async function checkPlainFile(path: string, options: PlainFileOptions): Promise<void> {
  await withPlainFile(path, options, async () => undefined);
}

const notText: FileProblem = { kind: 'not-text', why: 'it is not UTF-8 text' };

/** A problem on its way to `refuse`. */
class Refusal extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.why);
    this.problem = problem;
  }
}

function refusing({ refuse }: Pick<PlainFileOptions, 'refuse'>): (error: unknown) => never {
  return (error) => {
    throw refuse(error instanceof Refusal ? error.problem : problemOf(error));
  };
}

async function withPlainFile<T>(
  path: string,
  options: PlainFileOptions,
  read: (file: FileHandle) => Promise<T>,
): Promise<T> {
  try {
    const file = await openChecked(path, options);
    try {
      return await read(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    return refusing(options)(error);
  }
}

async function openChecked(path: string, options: PlainFileOptions): Promise<FileHandle> {
  const follows = options.links === 'follow';
  // A pipe is refused before it is opened; if one replaces the file in between, it is opened without waiting.
  check(await (follows ? stat(path) : lstat(path)), options);
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NONBLOCK | (follows ? 0 : O_NOFOLLOW));
  try {
    check(await file.stat(), options);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

function check(info: Stats, { maxBytes }: Pick<PlainFileOptions, 'maxBytes'>): void {
  if (!info.isFile()) throw new Refusal({ kind: 'not-regular', why: `it is ${nounOf(info)}` });
  if (info.size > maxBytes) throw new Refusal(tooLarge(info.size, maxBytes));
}

/** What an existing path is instead of a regular file: `a pipe`. Follows symbolic links. */
export function irregularKind(path: string): string | undefined {
  const info = statSync(path, { throwIfNoEntry: false });
  return info === undefined || info.isFile() ? undefined : nounOf(info);
}

function nounOf(info: Stats): string {
  if (info.isSymbolicLink()) return 'a symbolic link';
  if (info.isDirectory()) return 'a directory';
  return info.isFIFO() ? 'a pipe' : 'not a regular file';
}

function tooLarge(bytes: number, maxBytes: number): FileProblem {
  const size = (count: number) => `${Math.ceil(count / 1024 / 1024)} MiB`;
  return { kind: 'too-large', why: `it has ${size(bytes)}, and at most ${size(maxBytes)} are read` };
}

function problemOf(cause: unknown): FileProblem {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { kind: 'missing', why: 'there is no such file', cause };
  if (code === 'ELOOP') return { kind: 'not-regular', why: 'it is a symbolic link', cause };
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'unreadable', why: 'you have no permission to read it', cause };
  const reason = code ?? (cause instanceof Error ? cause.message : String(cause));
  return { kind: 'unreadable', why: `it could not be read (${reason})`, cause };
}
