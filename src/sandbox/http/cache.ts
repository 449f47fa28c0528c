import type { Answer } from './answer.ts';

/** Caches responses. Only provider states change data, and each of them clears the cache. */
export interface Cache {
  /** The cached response, created on a miss. Errors are not cached. */
  through(key: string, make: () => Answer): Answer;
  clear(): void;
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
