import type { Keyed } from './keyed.ts';

/** Pseudonyms for ids: whoever compares, sorts or follows them sees the same as with the real ones. */
export interface Ids {
  /** Whether the id was seen in the run. */
  has(id: string): boolean;
  map(id: string): string;
}

/** Ids of a run as they are gathered, before there are pseudonyms. */
export interface IdCollector {
  /** An id in a body, an item's uri or the path of a link. */
  fromAnswer(id: string): void;
  /** An id or a cursor in a request, or a cursor in a link (which may repeat what the request said). */
  fromRequest(id: string): void;
  /** All of them, with their pseudonyms. */
  finish(keyed: Keyed): Ids;
}

/**
 * What our own probes send in place of an id. They stay as they are, so that a judge can tell them, unless a server
 * really uses one as an id.
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
/** Ids that only a probe uses: below and above every real one. They are their own pseudonyms, in every shape. */
const extremes = /^(?:0{24}|[fF]{24}|0{8}-0{4}-0{4}-0{4}-0{12}|[fF]{8}-[fF]{4}-[fF]{4}-[fF]{4}-[fF]{12})$/;

const objectId = /^[0-9a-f]{24}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Looks like an id of either API wherever it stands: 24 hex digits or a UUID. */
export function isIdLike(text: string): boolean {
  return objectId.test(text) || uuid.test(text);
}

/** Gathers ids; nothing is decided before all are known, because a pseudonym tells its rank among all of them. */
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

/** As `<` compares strings, which is how the order of ids is judged. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The rank in eight hex digits comes first, so pseudonyms sort as the ids did, whatever their shapes; the rest keeps the
 * shape. Ids below `000…` or above `fff…` begin with a character that sorts there too.
 */
function pseudonymOf(id: string, rank: number, keyed: Keyed): string {
  const filler = keyed.digest('id', id);
  const head = rank.toString(16).padStart(8, '0');
  const hasUpper = /[A-F]/.test(id);
  if (objectId.test(id)) return head + (hasUpper ? `A${filler.slice(0, 15)}` : filler.slice(0, 16));
  if (uuid.test(id)) {
    // Version and variant say how an id was made, not whose it is.
    const tail = `${filler.slice(0, 4)}-${id.charAt(14)}${filler.slice(4, 7)}-${id.charAt(19)}${filler.slice(7, 10)}`;
    return `${head}-${tail}-${hasUpper ? 'A' : filler.charAt(10)}${filler.slice(11, 22)}`;
  }
  const band = id < lowest ? '-' : id > highest ? 'g' : '';
  const start = `${band}${head}x`;
  // Never 24 hex digits (the x sees to that), and of the same length where there is room for the rank.
  return start + filler.slice(0, Math.max(0, Math.min(id.length, 48) - start.length));
}
