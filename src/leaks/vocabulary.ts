import type { Folder } from './folding.ts';
import { publicMessages, publicNames, publicProse, publicValues } from './public-words.ts';

/** Public words; text that consists only of them reveals nothing. */
export interface Vocabulary {
  /** Adds the words of a public text. */
  allow(text: string): void;
  /** A documented enum value. */
  isListed(folded: string): boolean;
  /**
   * Whether every word of the text is public, a number of at most six digits, one repeated character, or shorter than
   * three letters.
   */
  knowsAll(text: string): boolean;
  /** Whether a public text contains the folded text. */
  quotes(folded: string): boolean;
}

export function createVocabulary({ fold }: Folder): Vocabulary {
  const listed = new Set(publicValues.map(fold));
  const words = new Set<string>();
  let texts = '';
  const allow = (text: string) => {
    for (const word of wordsOf(text)) words.add(fold(word));
    texts += `${fold(text)} `;
  };
  for (const text of [...publicValues, ...publicNames, ...publicMessages, ...publicProse]) allow(text);
  return {
    allow,
    isListed: (folded) => listed.has(folded),
    knowsAll: (text) =>
      wordsOf(text).every(
        (word) => word.length < 3 || /^(?:\d{1,6}|(.)\1*)$/.test(word) || words.has(fold(word)),
      ),
    quotes: (folded) => texts.includes(folded),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
