import type { Keyed } from './keyed.ts';

/** Pseudonyms for ids that preserve equality and order. */
export interface Ids {
  /** Whether the run contains the id. */
  has(id: string): boolean;
  map(id: string): string;
}

/** Collects the ids of a run, before pseudonyms are assigned. */
export interface IdCollector {
  /** An id in a body, an item's uri or the path of a link. */
  fromAnswer(id: string): void;
  /** An id or a cursor in a request, or a cursor in a link (which may repeat the request's). */
  fromRequest(id: string): void;
  /** All ids with their pseudonyms. */
  finish(keyed: Keyed): Ids;
}

/**
 * What the suite's probes send instead of an id. Kept unchanged, so that judges recognize them, unless a server really uses
 * one as an id.
 */
const literals: ReadonlySet<string> = new Set([
  '',
  'last',
  'not-an-id',
  'not-an-object-id',
  'invalid',
  'INVALID',
  'INVALID_ID',
  'abc',
  'xyz',
  'nope',
  'none',
  'null',
  'undefined',
  'unknown',
  'missing',
  'bad',
  'bad-id',
  '0',
  '1',
  '-1',
]);

const lowest = '0'.repeat(24);
const highest = 'f'.repeat(24);
/** Ids used by probes only, below and above every real one. They are their own pseudonyms. */
const extremes = /^(?:0{24}|[fF]{24}|0{8}-0{4}-0{4}-0{4}-0{12}|[fF]{8}-[fF]{4}-[fF]{4}-[fF]{4}-[fF]{12})$/;

const objectId = /^[0-9a-f]{24}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Has the format of an id of either API: 24 hex digits or a UUID. */
export function isIdLike(text: string): boolean {
  return objectId.test(text) || uuid.test(text);
}

/** Pseudonyms are assigned only after all ids are known, because they contain the rank. */
export function createIdCollector(): IdCollector {
  const answered = new Set<string>();
  const sent = new Set<string>();
  return {
    fromAnswer: (id) => void answered.add(id),
    fromRequest: (id) => void sent.add(id),
    finish: (keyed) => {
      const pseudonyms = new Map<string, string>();
      const real = new Set(answered);
      for (const id of sent) if (!literals.has(id)) real.add(id);
      let rank = 0;
      for (const id of [...real].sort(byCodeUnit)) {
        rank++;
        if (id === '' || extremes.test(id)) pseudonyms.set(id, id);
        else pseudonyms.set(id, pseudonymOf(id, rank, keyed));
      }
      return {
        has: (id) => pseudonyms.has(id),
        map: (id) => pseudonyms.get(id) ?? (literals.has(id) ? id : pseudonymOf(id, 0xfffffffe, keyed)),
      };
    },
  };
}

/** By code units, as judges compare ids. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Starts with the rank in eight hex digits, so that pseudonyms sort like the ids; the rest preserves the shape. Ids below
 * `000…` or above `fff…` start with a character that sorts likewise.
 */
function pseudonymOf(id: string, rank: number, keyed: Keyed): string {
  const filler = keyed.digest('id', id);
  const head = rank.toString(16).padStart(8, '0');
  const hasUpper = /[A-F]/.test(id);
  if (objectId.test(id)) return head + (hasUpper ? `A${filler.slice(0, 15)}` : filler.slice(0, 16));
  if (uuid.test(id)) {
    // Version and variant describe the kind of UUID, not a person.
    const tail = `${filler.slice(0, 4)}-${id.charAt(14)}${filler.slice(4, 7)}-${id.charAt(19)}${filler.slice(7, 10)}`;
    return `${head}-${tail}-${hasUpper ? 'A' : filler.charAt(10)}${filler.slice(11, 22)}`;
  }
  const band = id < lowest ? '-' : id > highest ? 'g' : '';
  const start = `${band}${head}x`;
  // Never 24 hex digits (because of the x), and of the same length if the rank fits.
  return start + filler.slice(0, Math.max(0, Math.min(id.length, 48) - start.length));
}

/** Ids of both APIs within a text. */
export const idWithin = /\b(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi;
