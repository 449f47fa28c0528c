import { createHash } from 'node:crypto';
import type { RecordedDefinition, RecordingHeader, RecordingIndex } from '../recording.ts';

/** The index file of a recording. */
export const indexFile = 'index.json';

/** Placeholder while the digest is computed. */
const blank = '0'.repeat(64);
/** Cannot occur in a response body: quotation marks are escaped there, or it is not the first match. */
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

/** The text of a file: header first, one definition per line, with digest. */
export function renderRecording(
  header: Omit<RecordingHeader, 'digest'>,
  definitions: readonly RecordedDefinition[],
): string {
  const lines = definitions.map((one, at) =>
    JSON.stringify(at === 0 ? { recording: { digest: blank, ...header }, ...one } : one),
  );
  return withDigest(`[\n${lines.join(',\n')}\n]\n`);
}

/** The text of the index, one member per line. */
export function renderIndex(index: Omit<RecordingIndex, 'digest'>): string {
  return withDigest(
    `${JSON.stringify({ digest: blank, ...index }, null, 1)}\n`.replace(/"digest": /, '"digest":'),
  );
}

/** SHA-256 in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a file's digest is correct; `undefined` if it has none. */
export function hasOwnDigest(bytes: Uint8Array): boolean | undefined {
  // Latin-1 has one character per byte, so that text offsets are file offsets.
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
