/**
 * Finds the members of one long list in a JSON text that is too large to be parsed at once, such as `log.entries` of a HAR file:
 * each is passed on separately, and the rest is the frame.
 */
export interface ListScanner {
  /** Takes the next bytes. Throws `ScanFault`. */
  push(piece: Buffer): void;
  /** The frame: the text with an empty list in place of the long one. Throws `ScanFault` if the text is truncated. */
  end(): string;
  /** Whether the list was found. */
  found(): boolean;
}

/** Why a text cannot be scanned, as a clause `it …`. */
export class ScanFault extends Error {}

export interface ScanOptions {
  /** Names that lead to the list from the outermost object: `['log', 'entries']`; empty if the text is the list itself. */
  readonly path: readonly string[];
  /** Called with the text of each member, in order. */
  readonly onItem: (text: string) => void;
  /** Bytes of one member. */
  readonly maxItemBytes: number;
  /** Bytes around the list. */
  readonly maxFrameBytes: number;
}

/** Deeper than any tool writes, and far below the recursion limit of a parser. */
const maxDepth = 200;

const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A scanner for one text. It only tracks strings and brackets; the caller parses the parts. */
export function createListScanner(options: ScanOptions): ListScanner {
  const { path } = options;
  const frame = createPile(options.maxFrameBytes, 'the part around its list of entries is too long');
  const item = createPile(options.maxItemBytes, 'one of its entries is too long');
  /** The last name read at each depth. */
  const names: string[] = [];
  let depth = 0;
  let mode: 'before' | 'in' | 'after' = 'before';
  let inString = false;
  let isEscaped = false;
  let isOver = false;
  /** The current string, if it may be a name on the path. */
  let word = '';

  const isHere = () => depth === path.length && path.every((name, at) => names[at + 1] === name);
  const handOver = () => {
    const text = item.take();
    if (text.trim() !== '') options.onItem(text);
  };

  const push = (piece: Buffer) => {
    let from = 0;
    const flush = (to: number) => {
      if (to > from) (mode === 'in' ? item : frame).add(piece, from, to);
      from = to;
    };
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] ?? 0;
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) inString = false;
        if (inString && mode === 'before' && word.length < 64) word += String.fromCharCode(byte);
        continue;
      }
      if (byte === quote) {
        inString = true;
        word = '';
      } else if (byte === openBrace || byte === openBracket) {
        if (isOver) throw new ScanFault('it continues after its end');
        const isList = byte === openBracket && mode === 'before' && isHere();
        depth++;
        names[depth] = '';
        if (depth > maxDepth) throw new ScanFault(`it nests deeper than ${maxDepth} levels`);
        if (!isList) continue;
        flush(at + 1);
        mode = 'in';
      } else if (byte === closeBrace || byte === closeBracket) {
        if (mode === 'in' && depth === path.length + 1) {
          flush(at);
          handOver();
          mode = 'after';
        }
        depth--;
        if (depth < 0) throw new ScanFault('it is not JSON');
        isOver = depth === 0;
      } else if (byte === comma) {
        if (mode === 'before') names[depth] = '';
        if (mode !== 'in' || depth !== path.length + 1) continue;
        flush(at);
        handOver();
        from = at + 1;
      } else if (byte === colon && mode === 'before') names[depth] = word;
    }
    flush(piece.length);
  };

  return {
    push,
    end: () => {
      if (!isOver) throw new ScanFault('it is truncated');
      return frame.take();
    },
    found: () => mode !== 'before',
  };
}

/** A byte buffer that doubles. */
function createPile(maxBytes: number, fault: string) {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  let size = 0;
  return {
    add: (piece: Buffer, from: number, to: number) => {
      const needed = size + to - from;
      if (needed > maxBytes) throw new ScanFault(fault);
      if (needed > buffer.length) {
        const grown = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(needed, 2 * buffer.length)));
        buffer.copy(grown, 0, 0, size);
        buffer = grown;
      }
      piece.copy(buffer, size, from, to);
      size = needed;
    },
    take: () => {
      const text = buffer.toString('utf8', 0, size);
      size = 0;
      return text;
    },
  };
}
