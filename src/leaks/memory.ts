import type { Folded } from './folding.ts';
import { createHasher, createValueTable } from './value-table.ts';

/** How a value is searched: the longer it is, the less context it needs to be more than coincidence. */
export type Search = 'token' | 'whole' | 'named' | 'series';
const kinds: Readonly<Record<Search, number>> = { token: 1, whole: 2, named: 3, series: 4 };
const met = 5;

/** Where a value came from, as a number. */
export type Origin = number;

/** The learned values, as salted hashes with their origins. Bounded for any input. */
export interface Memory {
  /** Names the place that all values are from until the next call: an exchange, the output of a client. */
  from(place: string): void;
  /** `part`: the part of that place, such as a member or a header. */
  add(search: Search, folded: string, part: string): void;
  /** The origin of a value; 0 if it is not known. */
  originOf(search: Exclude<Search, 'token'>, text: string): Origin;
  /** The origin of the first value that the text contains as a whole token, or `isHidden` anywhere; else 0. */
  findToken(text: Folded, isHidden: boolean): Origin;
  /** The origin in words. */
  nameOf(origin: Origin): string;
  /** Whether this is new; forgets the oldest if there are too many. */
  isNew(what: string): boolean;
  /** Whether the capacity was exceeded; further values are not searched. */
  readonly isFull: boolean;
}

/** Minimum length for searching within other text. */
export const minTokenLength = 8;
/** Longer texts are searched in pieces of 32, so that parts are found, too. */
const maxPieceLength = 39;
const pieceLength = 32;
/** Longer than any coincidence: searched within words, too. */
const minGluedLength = 16;
const maxNumberLength = 15;
/** About 50 MB. */
const maxValues = 2_000_000;
const partBits = 11;

/**
 * Tokens: a rolling hash over windows of eight units finds possible starts, a table gives the lengths of values with that start,
 * and the hash of the whole confirms. Linear in the length of the text.
 */
export function createMemory(): Memory {
  const hasher = createHasher();
  const values = createValueTable(maxValues);
  const starts = createValueTable(maxValues);
  let seen = createValueTable(maxValues);
  const places = [''];
  const parts = new Map<string, number>();
  let place = 0;

  const originFor = (part: string): Origin => {
    const known = parts.get(part) ?? Math.min(parts.size + 1, (1 << partBits) - 1);
    if (parts.size < (1 << partBits) - 2) parts.set(part, known);
    return place * (1 << partBits) + known;
  };
  const put = (key: number, part: string) => {
    // The first place is the one to name.
    if (values.get(key) === 0) values.set(key, originFor(part));
  };

  // A secret odd factor, so that collisions cannot be crafted.
  const factor = (hasher.text(0, '') | 1) >>> 0;
  let power = 1;
  for (let at = 1; at < minTokenLength; at++) power = Math.imul(power, factor);
  const keyOfWindow = (window: number) => (window >>> 0) + 1;

  const addPiece = (piece: string, part: string) => {
    if (isMonotonous(piece)) return;
    let window = 0;
    for (let at = 0; at < minTokenLength; at++)
      window = (Math.imul(window, factor) + piece.charCodeAt(at)) | 0;
    const key = keyOfWindow(window);
    starts.set(key, (starts.get(key) | (1 << (piece.length - minTokenLength))) >>> 0);
    put(hasher.text(kinds.token, piece), part);
  };

  const addToken = (folded: string, part: string) => {
    if (folded.length <= maxPieceLength) {
      addPiece(folded, part);
      return;
    }
    for (let at = 0; at + pieceLength <= folded.length; at += pieceLength)
      addPiece(folded.slice(at, at + pieceLength), part);
    addPiece(folded.slice(-pieceLength), part);
  };

  return {
    from: (name) => {
      if (places[place] !== name && places.length < 1 << (32 - partBits)) place = places.push(name) - 1;
    },
    add: (search, text, part) =>
      search === 'token' ? addToken(text, part) : put(hasher.text(kinds[search], text), part),
    originOf: (search, text) => values.get(hasher.text(kinds[search], text)),
    findToken: ({ units, gaps, length }, isHidden) => {
      let window = 0;
      for (let end = 0; end < length; end++) {
        if (end >= minTokenLength) window = (window - Math.imul(units[end - minTokenLength] ?? 0, power)) | 0;
        window = (Math.imul(window, factor) + (units[end] ?? 0)) | 0;
        const at = end - minTokenLength + 1;
        if (at < 0) continue;
        let lengths = starts.get(keyOfWindow(window));
        while (lengths !== 0) {
          const extra = 31 - Math.clz32(lengths);
          lengths = (lengths & ~(1 << extra)) >>> 0;
          const size = minTokenLength + extra;
          if (at + size > length || !isToken(units, gaps, at, size, isHidden)) continue;
          const origin = values.get(hasher.units(kinds.token, units, at, at + size));
          if (origin !== 0) return origin;
        }
      }
      return 0;
    },
    nameOf: (origin) => {
      const part = [...parts].find(([, known]) => known === origin % (1 << partBits))?.[0];
      return [places[Math.floor(origin / (1 << partBits))], part].filter(Boolean).join(', ');
    },
    isNew: (what) => {
      const key = hasher.text(met, what);
      if (seen.get(key) !== 0) return false;
      // Learning a value again is harmless.
      if (seen.isFull) seen = createValueTable(maxValues);
      seen.set(key, 1);
      return true;
    },
    get isFull() {
      return values.isFull || starts.isFull;
    },
  };
}

/** Whether these units are a token by themselves. Short numbers also need separators: they are parts of ids and versions. */
function isToken(units: Uint16Array, gaps: Uint8Array, at: number, size: number, isHidden: boolean): boolean {
  if (size <= maxNumberLength && isNumeric(units, at, size)) return gaps[at] === 2 && gaps[at + size] === 2;
  return isHidden || size >= minGluedLength || (gaps[at] !== 0 && gaps[at + size] !== 0);
}

/** Consists of one or two distinct characters. */
function isMonotonous(text: string): boolean {
  const first = text.charCodeAt(0);
  let second: number | undefined;
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === first || unit === second) continue;
    if (second !== undefined) return false;
    second = unit;
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
