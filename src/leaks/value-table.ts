import { randomBytes } from 'node:crypto';

/** Hashes of texts, of 53 bits. The seed is random, so hashes of two runs cannot be compared, and collisions cannot be crafted. */
export interface Hasher {
  /** `kind` keeps texts that are searched in different ways apart. */
  text(kind: number, text: string): number;
  /** The same for a range of units: equal for equal text. */
  units(kind: number, units: Uint16Array, from: number, to: number): number;
}

export function createHasher(): Hasher {
  const [seedA = 0, seedB = 0] = new Int32Array(new Uint8Array(randomBytes(8)).buffer);
  let a = 0;
  let b = 0;
  const start = (kind: number) => {
    a = seedA ^ Math.imul(kind, 0x9e3779b1);
    b = seedB ^ Math.imul(kind, 0x5f356495);
  };
  const take = (unit: number) => {
    a = Math.imul(a ^ unit, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ unit, 0x5f356495);
    b ^= b >>> 13;
  };
  const end = () => {
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    // Zero marks a free slot.
    return 4_294_967_296 * (2_097_151 & b) + (a >>> 0) || 1;
  };
  return {
    text: (kind, text) => {
      start(kind);
      for (let at = 0; at < text.length; at++) take(text.charCodeAt(at));
      return end();
    },
    units: (kind, units, from, to) => {
      start(kind);
      for (let at = from; at < to; at++) take(units[at] ?? 0);
      return end();
    },
  };
}

/** Numbers by hash, in 12 bytes for each slot. */
export interface ValueTable {
  /** The number under a hash; 0 if there is none. */
  get(key: number): number;
  /** Ignored if the table is full. */
  set(key: number, value: number): void;
  readonly isFull: boolean;
}

/** A hash table with linear probing, which holds at most `maxSize` entries. */
export function createValueTable(maxSize: number): ValueTable {
  let slots = 1 << 14;
  let keys = new Float64Array(slots);
  let values = new Uint32Array(slots);
  let size = 0;

  const slotOf = (key: number) => {
    let at = Math.imul(key ^ (key >>> 15), 0x45d9f3b) & (slots - 1);
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (slots - 1);
    return at;
  };
  const grow = () => {
    const [oldKeys, oldValues] = [keys, values];
    slots *= 2;
    keys = new Float64Array(slots);
    values = new Uint32Array(slots);
    for (let at = 0; at < oldKeys.length; at++) {
      const key = oldKeys[at] ?? 0;
      if (key === 0) continue;
      const to = slotOf(key);
      keys[to] = key;
      values[to] = oldValues[at] ?? 0;
    }
  };

  return {
    get: (key) => values[slotOf(key)] ?? 0,
    set: (key, value) => {
      let at = slotOf(key);
      if (keys[at] === 0) {
        if (size >= maxSize) return;
        size++;
        if (size * 4 > slots * 3) {
          grow();
          at = slotOf(key);
        }
        keys[at] = key;
      }
      values[at] = value;
    },
    get isFull() {
      return size >= maxSize;
    },
  };
}
