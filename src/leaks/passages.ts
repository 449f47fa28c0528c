import type { Folded } from './folding.ts';
import { textOf } from './folding.ts';
import type { HashSet } from './hash-set.ts';

/** Folded texts that are searched anywhere, also within other text. */
export interface Passages {
  /** Adds a folded text of at least `minPassageLength` units. */
  add(folded: string): void;
  /** Calls back for every passage in the text, in order, until the callback returns `false`. */
  find(text: Folded, onHit: (at: number, length: number) => boolean): void;
}

/** Minimum length for searching within other text. */
export const minPassageLength = 8;
/** Longer texts are searched in pieces of 32, so that parts are found, too. */
const maxPieceLength = 39;
const pieceLength = 32;
/** Hex digits are common; a short number counts only as a separate word. */
const maxNumberLength = 15;

/**
 * A rolling hash over windows of eight units finds possible starts, a table gives the lengths of passages with that start,
 * and a salted hash of the whole confirms. Linear in the length of the text.
 */
export function createPassages(values: HashSet, salt: number): Passages {
  // A secret odd factor, so that collisions cannot be crafted.
  const factor = (salt | 1) >>> 0;
  let power = 1;
  for (let at = 1; at < minPassageLength; at++) power = Math.imul(power, factor);
  const starts = createStarts();

  const startOf = (folded: string) => {
    let window = 0;
    for (let at = 0; at < minPassageLength; at++)
      window = (Math.imul(window, factor) + folded.charCodeAt(at)) | 0;
    return window;
  };

  const addPiece = (piece: string) => {
    if (isMonotonous(piece)) return;
    starts.add(startOf(piece), piece.length - minPassageLength);
    values.add(piece);
  };

  return {
    add: (folded) => {
      if (folded.length <= maxPieceLength) return addPiece(folded);
      for (let at = 0; at + pieceLength <= folded.length; at += pieceLength)
        addPiece(folded.slice(at, at + pieceLength));
      addPiece(folded.slice(-pieceLength));
    },
    find: ({ units, gaps, length }, onHit) => {
      let window = 0;
      for (let end = 0; end < length; end++) {
        if (end >= minPassageLength)
          window = (window - Math.imul(units[end - minPassageLength] ?? 0, power)) | 0;
        window = (Math.imul(window, factor) + (units[end] ?? 0)) | 0;
        const at = end - minPassageLength + 1;
        if (at < 0) continue;
        let lengths = starts.lengthsOf(window);
        while (lengths !== 0) {
          const extra = 31 - Math.clz32(lengths);
          lengths &= ~(1 << extra);
          const size = minPassageLength + extra;
          if (at + size > length || !values.has(textOf(units, at, at + size))) continue;
          if (size <= maxNumberLength && isNumeric(units, at, size) && !(gaps[at] && gaps[at + size]))
            continue;
          if (!onHit(at, size)) return;
          break;
        }
      }
    },
  };
}

/** Consists of one or two distinct characters. */
function isMonotonous(text: string): boolean {
  const first = text.charAt(0);
  let second = '';
  for (const char of text) {
    if (char === first || char === second) continue;
    if (second !== '') return false;
    second = char;
  }
  return true;
}

/** Only digits of decimal or hexadecimal numbers. */
function isNumeric(units: Uint16Array, from: number, size: number): boolean {
  for (let at = from; at < from + size; at++) {
    const unit = units[at] ?? 0;
    if (unit > 102 || (unit > 57 && unit < 97)) return false;
  }
  return true;
}

/** Passage lengths by start hash: bit n for 8 + n units. */
function createStarts() {
  let size = 1 << 14;
  let keys = new Int32Array(size);
  let masks = new Uint32Array(size);
  let used = 0;
  // One bit rejects most windows without a search.
  const maybe = new Uint32Array(1 << 17);

  const place = (key: number) => {
    let at = Math.imul(key ^ (key >>> 16), 0x45d9f3b) & (size - 1);
    while (masks[at] !== 0 && keys[at] !== key) at = (at + 1) & (size - 1);
    return at;
  };
  const bit = (key: number) => Math.imul(key, 0x9e3779b1) >>> 10;

  const grow = () => {
    const [oldKeys, oldMasks] = [keys, masks];
    size *= 2;
    keys = new Int32Array(size);
    masks = new Uint32Array(size);
    for (const [at, mask] of oldMasks.entries()) {
      if (mask === 0) continue;
      const to = place(oldKeys[at] ?? 0);
      keys[to] = oldKeys[at] ?? 0;
      masks[to] = mask;
    }
  };

  return {
    add: (key: number, extra: number) => {
      if (used * 2 > size) grow();
      const at = place(key);
      if (masks[at] === 0) used++;
      keys[at] = key;
      masks[at] = (masks[at] ?? 0) | (1 << extra);
      const where = bit(key);
      maybe[where >>> 5] = (maybe[where >>> 5] ?? 0) | (1 << (where & 31));
    },
    lengthsOf: (key: number): number => {
      const where = bit(key);
      if ((((maybe[where >>> 5] ?? 0) >>> (where & 31)) & 1) === 0) return 0;
      return masks[place(key)] ?? 0;
    },
  };
}
