import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { UsageError } from '../errors.ts';

/** The largest capture that is read. A browser's archive of a whole working day is smaller. */
export const largestBytes = 200 * 1024 * 1024;

const pieceBytes = 1024 * 1024;

/**
 * The bytes of a capture, piece by piece. Throws `UsageError` for what is no plain file (a link, a pipe, a folder, a device), is
 * empty or too large, or cannot be read. Nothing is waited for, and at most one piece is in memory.
 */
export async function* readPieces(path: string): AsyncGenerator<Buffer> {
  const handle = await openPlain(path);
  try {
    const info = await handle.stat();
    refuse(path, info);
    let total = 0;
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes);
      if (bytesRead === 0) return;
      total += bytesRead;
      // It may grow while it is read.
      if (total > largestBytes) throw tooLarge(path, total);
      yield buffer.subarray(0, bytesRead);
    }
  } catch (cause) {
    throw cause instanceof UsageError ? cause : unreadable(path, cause);
  } finally {
    await handle.close();
  }
}

/** A capture that cannot be judged: what is wrong with which file, and how to mend it. */
export function unusable(
  path: string,
  why: string,
  remedy = 'Export the traffic once more, as HAR 1.2.',
  cause?: unknown,
): UsageError {
  return new UsageError(
    `${path} cannot be judged: ${why}.`,
    remedy,
    cause === undefined ? undefined : { cause },
  );
}

async function openPlain(path: string): Promise<FileHandle> {
  try {
    // A pipe is refused before it is opened; where another one takes its place meanwhile, it is opened without waiting.
    refuse(path, await lstat(path));
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw cause instanceof UsageError ? cause : unreadable(path, cause);
  }
}

function refuse(path: string, info: Stats): void {
  const kind = kindOf(info);
  if (kind !== undefined)
    throw unusable(
      path,
      `it is ${kind}`,
      'Give the file itself: a HAR file, a recording or an evidence.json.',
    );
  if (info.size === 0) throw unusable(path, 'it is empty');
  if (info.size > largestBytes) throw tooLarge(path, info.size);
}

function kindOf(info: Stats): string | undefined {
  if (info.isFile()) return undefined;
  if (info.isSymbolicLink()) return 'a symbolic link';
  if (info.isDirectory()) return 'a folder';
  if (info.isFIFO()) return 'a pipe';
  return 'no plain file';
}

function tooLarge(path: string, bytes: number): UsageError {
  const size = (n: number) => `${Math.ceil(n / 1024 / 1024)} MiB`;
  return unusable(
    path,
    `it has ${size(bytes)}, and at most ${size(largestBytes)} are read`,
    "Narrow it to the API's host before it is exported, or capture a shorter time.",
  );
}

function unreadable(path: string, cause: unknown): UsageError {
  const why =
    (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.message : String(cause));
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'it may not be read',
    ELOOP: 'it is a symbolic link',
    ENOTDIR: 'there is no such file',
  };
  return unusable(path, words[why] ?? `it could not be read (${why})`, 'Check the path.', cause);
}
