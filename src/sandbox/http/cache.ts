import type { Answer } from './answer.ts';

/** Caches responses. Only provider states change data, and each that does clears the cache. */
export interface Cache {
  /** The cached response, created on a miss. Errors are not cached. */
  through(key: string, make: () => Answer): Answer;
  clear(): void;
}

/** A cache of data that changes and is reset: what was answered from seeded data is answered again after each reset. */
export interface ResettableCache extends Pick<Cache, 'through'> {
  /** The data, or who may read it, differs from what was seeded. */
  changed(): void;
  /** The data is as it was seeded. */
  reset(): void;
}

/** Begins as after `changed`. `maxBytes` each for seeded and for changed data. */
export function createResettableCache(maxBytes: number): ResettableCache {
  const [ofSeeded, ofChanged] = [createCache(maxBytes), createCache(maxBytes)];
  let current = ofChanged;
  const to = (next: Cache) => {
    ofChanged.clear();
    current = next;
  };
  return {
    through: (key, make) => current.through(key, make),
    changed: () => to(ofChanged),
    reset: () => to(ofSeeded),
  };
}

/** Keeps the most recent responses whose bodies fit into `maxBytes`. */
export function createCache(maxBytes: number): Cache {
  const answers = new Map<string, Answer>();
  let bytes = 0;
  return {
    through: (key, make) => {
      const kept = answers.get(key);
      if (kept) return kept;
      const made = make();
      if (made.status !== 200 || made.body.length > maxBytes / 4) return made;
      answers.set(key, made);
      bytes += made.body.length;
      // A Map iterates in insertion order, oldest first.
      for (const [oldest, answer] of answers) {
        if (bytes <= maxBytes) break;
        answers.delete(oldest);
        bytes -= answer.body.length;
      }
      return made;
    },
    clear: () => {
      answers.clear();
      bytes = 0;
    },
  };
}
