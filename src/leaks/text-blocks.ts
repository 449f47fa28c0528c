import { gunzipSync } from 'node:zlib';

/** Some lines of a file, overlapping with the previous block so that no value is split. */
export interface Block {
  readonly before: string;
  readonly text: string;
  /** Number of the first line of `text`, from 1. */
  readonly line: number;
}

/** Approximate block size in characters. A longer line is a separate block. */
const blockLength = 256 * 1024;
/** Longer than any searched value in any encoding. */
const overlap = 1_500;
/** Maximum size of an uncompressed file. */
const maxBytes = 256 * 1024 * 1024;

/** A file's content in blocks of text. Bytes are read as UTF-8; gzip is unpacked if possible. */
export function* textsOf(content: string | Uint8Array | Iterable<string>): Generator<string> {
  if (typeof content === 'string') yield content;
  else if (content instanceof Uint8Array) yield Buffer.from(unpacked(content)).toString('utf8');
  else yield* content;
}

/** Splits at line breaks. */
export function* blocksOf(pieces: Iterable<string>): Generator<Block> {
  let before = '';
  let rest = '';
  let line = 1;
  const take = (text: string): Block => {
    const block = { before, text, line };
    before = (before + text).slice(-overlap);
    line += countOf(text, '\n');
    return block;
  };
  for (const piece of pieces) {
    let text = rest + piece;
    while (text.length >= blockLength) {
      const end = text.indexOf('\n', blockLength);
      if (end < 0) break;
      yield take(text.slice(0, end + 1));
      text = text.slice(end + 1);
    }
    rest = text;
  }
  if (rest !== '') yield take(rest);
}

function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch {
    return bytes;
  }
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
