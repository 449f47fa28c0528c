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

/** Splits at line breaks. */
export function* blocksOf(text: string): Generator<Block> {
  let line = 1;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from + blockLength);
    const to = newline < 0 ? text.length : newline + 1;
    const block = { before: text.slice(Math.max(0, from - overlap), from), text: text.slice(from, to), line };
    yield block;
    line += block.text.split('\n').length - 1;
    from = to;
  }
}
