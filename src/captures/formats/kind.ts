import { isGzip, startOfGzip } from '../../evidence/gzip.ts';
import { evidenceFile } from '../../evidence/store.ts';
import { readPieces, unusable } from './file.ts';

/** Formats that can be judged. */
export type FileKind = 'har' | 'evidence' | 'recording';

/** The suite's files name their format within these bytes; compressed ones become at most a thousand times as large. */
const lookAhead = 4096;

/**
 * The format of a file by its first bytes; any unknown file counts as HAR, and its reader reports errors. Throws `UsageError`
 * if it is not a plain file, or a file of the suite that cannot be judged.
 */
export async function kindOfFile(path: string): Promise<FileKind> {
  const start = await startOf(path);
  const [, format = ''] =
    /^\s*\{[^{}[\]]{0,400}"format"\s*:\s*"clever-conformance\/([a-z-]{1,20})"/.exec(start) ?? [];
  if (format === 'evidence') return 'evidence';
  if (format === 'report')
    throw unusable(path, 'it is a report, not evidence', `Give the ${evidenceFile} next to it.`);
  if (format === 'recordings')
    throw unusable(path, 'it is the index of a recording', 'Give the files of its probes.');
  return /^\s*\[\s*\{\s*"recording"/.test(start) ? 'recording' : 'har';
}

async function startOf(path: string): Promise<string> {
  for await (const piece of readPieces(path)) {
    const start = piece.subarray(0, lookAhead);
    return (isGzip(start) ? startOfGzip(start) : start).toString('utf8', 0, lookAhead);
  }
  throw unusable(path, 'it is empty');
}
