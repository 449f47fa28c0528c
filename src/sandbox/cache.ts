import type { Answer } from './answer.ts';

/** Answers that were given before. Data changes by provider states only, and each of them clears all. */
export interface Cache {
  /** The answer for a key, made when it is not there yet. Errors are not kept. */
  through(key: string, make: () => Answer): Answer;
  clear(): void;
}

/** Keeps the latest answers, as long as their bodies fit into `mostBytes`. */
export function createCache(mostBytes: number): Cache {
  const answers = new Map<string, Answer>();
  let bytes = 0;
  return {
    through: (key, make) => {
      const kept = answers.get(key);
      if (kept) return kept;
      const made = make();
      if (made.status !== 200 || made.body.length > mostBytes / 4) return made;
      answers.set(key, made);
      bytes += made.body.length;
      // A map gives its oldest entries first.
      for (const [oldest, answer] of answers) {
        if (bytes <= mostBytes) break;
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
