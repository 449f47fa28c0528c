import { readPieces, unusable } from './file.ts';

/** What a file that was given to be judged may be. */
export type FileKind = 'har' | 'evidence' | 'recording';

/** Our own files say in their first words what they are. */
const lookAhead = 4096;

/**
 * Tells by its first bytes what a file is; what is none of ours is taken for a HAR file, whose reader says the rest. Throws
 * `UsageError` for what is no plain file, and for files of ours that hold nothing to judge.
 */
export async function kindOfFile(path: string): Promise<FileKind> {
  const start = await startOf(path);
  const [, format = ''] =
    /^\s*\{[^{}[\]]{0,400}"format"\s*:\s*"clever-conformance\/([a-z-]{1,20})"/.exec(start) ?? [];
  if (format === 'evidence') return 'evidence';
  if (format === 'report')
    throw unusable(path, 'it is a report, not what was seen', 'Give the evidence.json that lies beside it.');
  if (format === 'recordings')
    throw unusable(path, 'it is the index of a recording', 'Give the files of its probes.');
  return /^\s*\[\s*\{\s*"recording"/.test(start) ? 'recording' : 'har';
}

async function startOf(path: string): Promise<string> {
  for await (const piece of readPieces(path)) return piece.toString('utf8', 0, lookAhead);
  throw unusable(path, 'it is empty');
}
