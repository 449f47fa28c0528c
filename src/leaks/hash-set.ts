import { hash } from 'node:crypto';

/** A set of texts, stored as salted hashes only. */
export interface HashSet {
  add(text: string): void;
  has(text: string): boolean;
  readonly size: number;
}

/** A bloom filter that avoids most slow hashes: four million bits, half a megabyte. */
const bits = 22;

/** `salt` is random for each scanner, so that hashes of two runs cannot be compared. */
export function createHashSet(salt: string): HashSet {
  const seen = new Uint32Array(2 ** (bits - 5));
  const values = new Set<number>();
  const seed = Number.parseInt(hash('sha256', `seed ${salt}`).slice(0, 8), 16);
  const placeOf = (text: string) => {
    let place = seed;
    for (let at = 0; at < text.length; at++) place = Math.imul(place ^ text.charCodeAt(at), 0x01000193);
    place = Math.imul(place ^ (place >>> 15), 0x2c1b3c6d);
    return (place ^ (place >>> 13)) >>> (32 - bits);
  };
  return {
    add: (text) => {
      const place = placeOf(text);
      seen[place >>> 5] = (seen[place >>> 5] ?? 0) | (1 << (place & 31));
      values.add(digestOf(salt, text));
    },
    has: (text) => {
      const place = placeOf(text);
      return (((seen[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1 && values.has(digestOf(salt, text));
    },
    get size() {
      return values.size;
    },
  };
}

/** 52 bits of SHA-256, exact in a number. */
function digestOf(salt: string, text: string): number {
  return Number.parseInt(hash('sha256', salt + text).slice(0, 13), 16);
}

/** Remembers values by a fast salted 53-bit hash. */
export function createMet(seeds: readonly [number, number]): (text: string) => boolean {
  const met = new Set<number>();
  return (text) => {
    let [a, b] = seeds;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul(b ^ unit, 0x5f356495);
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    const place = 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
    if (met.has(place)) return true;
    // Beyond the limit a value is learned twice, which is harmless.
    if (met.size < 4_000_000) met.add(place);
    return false;
  };
}
