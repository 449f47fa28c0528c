/**
 * Finds the members of one long list in a JSON text that is too large to be parsed at once, such as `log.entries` of a HAR file:
 * each is handed over by itself, and what is left is the frame around them.
 */
export interface ListScanner {
  /** Takes the next bytes. Throws `ScanFault`. */
  push(piece: Buffer): void;
  /** The frame: the text with an empty list in place of the long one. Throws `ScanFault` where it ends in the middle. */
  end(): string;
  /** Whether the list was found. */
  found(): boolean;
}

/** Why a text cannot be scanned, as `it …`; which text, the caller knows. */
export class ScanFault extends Error {}

export interface ScanOptions {
  /** Names that lead to the list from the outermost object: `['log', 'entries']`; none where the text is the list itself. */
  readonly path: readonly string[];
  /** Called with the text of each member, in order. */
  readonly onItem: (text: string) => void;
  /** Bytes of one member. */
  readonly longestItem: number;
  /** Bytes of all that stands around the list. */
  readonly longestFrame: number;
}

/** Deeper than anything that a tool writes. Whoever parses a member recurses far less deep than the machine allows. */
const deepest = 200;

const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** A scanner for one text. It looks at strings and brackets only; whether the parts are JSON is for a parser to say. */
export function createListScanner(options: ScanOptions): ListScanner {
  const { path } = options;
  const frame = createPile(options.longestFrame, 'it has too much around its list of entries');
  const item = createPile(options.longestItem, 'one of its entries is too long');
  /** The last name that was read at each depth. */
  const names: string[] = [];
  let depth = 0;
  let mode: 'before' | 'in' | 'after' = 'before';
  let inString = false;
  let isEscaped = false;
  let isOver = false;
  /** The string that is being read, as far as it may be a name on the path. */
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
        if (isOver) throw new ScanFault('it goes on after its end');
        const isList = byte === openBracket && mode === 'before' && isHere();
        depth++;
        names[depth] = '';
        if (depth > deepest) throw new ScanFault(`it nests deeper than ${deepest} levels`);
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
      if (!isOver) throw new ScanFault('it ends in the middle');
      return frame.take();
    },
    found: () => mode !== 'before',
  };
}

/** Bytes in one buffer that doubles. */
function createPile(longest: number, fault: string) {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  let size = 0;
  return {
    add: (piece: Buffer, from: number, to: number) => {
      const needed = size + to - from;
      if (needed > longest) throw new ScanFault(fault);
      if (needed > buffer.length) {
        const grown = Buffer.allocUnsafe(Math.min(longest, Math.max(needed, 2 * buffer.length)));
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
