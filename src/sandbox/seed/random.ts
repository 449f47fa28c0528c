/** Deterministic pseudo-random numbers for the seeded data. */
export interface Random {
  /** An integer from 0 to n - 1. */
  int(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** True once in n times. */
  oneIn(n: number): boolean;
}

/** Mixes two integers into 32 well-spread bits (the finalizer of lowbias32). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One generator per record, so that a record depends only on seed and key (mulberry32). */
export function randomFor(seed: number, key: number): Random {
  let state = mix(seed, key);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (n: number) => Math.floor(next() * n);
  return {
    int,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
    oneIn: (n) => int(n) === 0,
  };
}

/** The ten hex digits in the middle of all ids of a seed. */
export function machineOf(seed: number): string {
  return mix(seed, 1).toString(16).padStart(8, '0') + (mix(seed, 2) & 0xff).toString(16).padStart(2, '0');
}

/**
 * An id of 24 hex digits in ObjectID layout: epoch seconds, a part that is constant per seed, a counter.
 * It ascends with `seconds`, and then with `counter` (24 bits).
 */
export function objectId(machine: string, seconds: number, counter: number): string {
  // Adding 2^24 keeps leading zeros.
  return (
    seconds.toString(16).padStart(8, '0') +
    machine +
    (0x100_0000 + (counter & 0xff_ffff)).toString(16).slice(1)
  );
}
