import { gunzipSync } from 'node:zlib';

/** Some lines of a file, and the end of what came before them, so that nothing is cut in two. */
export interface Block {
  readonly before: string;
  readonly text: string;
  /** Number of the first line of `text`, from 1. */
  readonly line: number;
}

/** Characters of a block, about. A single longer line is a block of its own. */
const blockLength = 256 * 1024;
/** No value that is looked for is longer, however it is encoded. */
const overlap = 1_500;
/** What a compressed file may grow to. */
const mostBytes = 256 * 1024 * 1024;

/** A file's content as text, in pieces. Bytes are UTF-8; compressed ones are unpacked where that is possible. */
export function* textsOf(content: string | Uint8Array | Iterable<string>): Generator<string> {
  if (typeof content === 'string') yield content;
  else if (content instanceof Uint8Array) yield Buffer.from(unpacked(content)).toString('utf8');
  else yield* content;
}

/** Cuts at line breaks. */
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
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    return bytes;
  }
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
