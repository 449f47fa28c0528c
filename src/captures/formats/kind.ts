import { isGzip, startOfGzip } from '../../evidence/gzip.ts';
import { evidenceFile } from '../../evidence/store.ts';
import { readPieces, unusable } from './file.ts';
import type { StoredKind } from './stored/read-stored.ts';

/** Formats that can be judged. */
export type FileKind = 'har' | 'zip' | StoredKind | 'evidence' | 'recording';

/** The formats of other tools, by the start of the file. */
const others: readonly (readonly [FileKind, RegExp])[] = [
  ['zip', /^PK(?:\u0003\u0004|\u0005\u0006)/],
  ['nock', /^\ufeff?\s*\[\s*\{[\s\S]{0,400}?"scope"\s*:/],
  ['newman', /^\ufeff?\s*\{\s*"collection"\s*:/],
  [
    'cassette',
    /^\ufeff?\s*\{[\s\S]{0,300}?"(?:http_interactions|interactions)"\s*:\s*\[\s*\{\s*"(?:request|response|id|recorded_at)"/,
  ],
  [
    'cassette',
    /^\ufeff?(?:---[^\n]*\n|#[^\n]*\n|\s*\n)*(?:http_interactions|interactions|version|recorded_with):/,
  ],
  ['cassette', /^\ufeff?(?:---[^\n]*\n|\s*\n)*-\s+request:/],
];

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
  if (/^\s*\[\s*\{\s*"recording"/.test(start)) return 'recording';
  return others.find(([, pattern]) => pattern.test(start))?.[0] ?? 'har';
}

async function startOf(path: string): Promise<string> {
  for await (const piece of readPieces(path)) {
    const start = piece.subarray(0, lookAhead);
    return (isGzip(start) ? startOfGzip(start) : start).toString('utf8', 0, lookAhead);
  }
  throw unusable(path, 'it is empty');
}
