import { createHash } from 'node:crypto';
import type { RecordedDefinition, RecordingHeader, RecordingIndex } from '../recording.ts';

/** The name of the file that belongs to a recording as a whole. */
export const indexFile = 'index.json';

/** Stands in place of a digest while the digest is made. */
const blank = '0'.repeat(64);
/** No body of an answer can hold it: there quotation marks are escaped, or it is not the first of the file. */
const digestPattern = /"digest":"([0-9a-f]{64})"/;

/** `rate-limit/a-window-used-up.json` for `rate-limit/a window used up`. */
export function fileOf(probe: string): string {
  const [theme = '', ...rest] = probe.split('/');
  const slug = rest
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${theme}/${slug.replace(/^-|-$/g, '')}.json`;
}

/** The text of a file: one definition a line, the header first, and its digest in place. */
export function renderRecording(
  header: Omit<RecordingHeader, 'digest'>,
  definitions: readonly RecordedDefinition[],
): string {
  const lines = definitions.map((one, at) =>
    JSON.stringify(at === 0 ? { recording: { digest: blank, ...header }, ...one } : one),
  );
  return withDigest(`[\n${lines.join(',\n')}\n]\n`);
}

/** The text of the index, one member a line. */
export function renderIndex(index: Omit<RecordingIndex, 'digest'>): string {
  return withDigest(
    `${JSON.stringify({ digest: blank, ...index }, null, 1)}\n`.replace(/"digest": /, '"digest":'),
  );
}

/** SHA-256 in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether the digest that a file names is its own. `undefined` where it names none. */
export function hasOwnDigest(bytes: Uint8Array): boolean | undefined {
  // Latin-1 keeps one character per byte, so that places in the text are places in the file.
  const found = digestPattern.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
  if (!found?.[1]) return undefined;
  const start = found.index + '"digest":"'.length;
  const hash = createHash('sha256').update(bytes.subarray(0, start)).update(blank);
  return hash.update(bytes.subarray(start + blank.length)).digest('hex') === found[1];
}

function withDigest(text: string): string {
  const digest = sha256(text);
  return text.replace(`"digest":"${blank}"`, `"digest":"${digest}"`);
}
