import type { Folder } from './folding.ts';
import { publicMessages, publicNames, publicProse, publicValues } from './public-words.ts';

/** Public words: what consists of nothing else tells nothing. */
export interface Vocabulary {
  /** Takes the words of a text that is public anyway. */
  allow(text: string): void;
  /** A value of a closed list of the documents. */
  isListed(folded: string): boolean;
  /**
   * Whether every word of the text is public, a number of at most six digits, one repeated sign, or
   * shorter than three letters.
   */
  knowsAll(text: string): boolean;
  /** Whether the folded text stands in a public text. */
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
