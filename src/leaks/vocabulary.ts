import { apiTexts } from './api-texts.ts';
import type { Fold } from './folding.ts';

/** What is public: texts of the suite, of the API's documents, and of what the suite itself sent or served. */
export interface Published {
  readonly texts: Iterable<string>;
  /** Documented fields that may have any text: there, a documented word can be a person's name. */
  readonly freeFields?: Iterable<string>;
}

/** Public words and texts; text that consists only of public words reveals nothing by itself. */
export interface Vocabulary {
  /** Adds a public text, and its words: never private, whatever the name it comes back under. */
  publish(text: string): void;
  /** Whether the text as a whole was published. */
  isPublished(folded: string): boolean;
  /** Adds the words of a text, but not the text as a whole. */
  publishWords(text: string): void;
  /** Whether the text as a whole is documented. */
  isDocumented(folded: string): boolean;
  /** Whether a text under this (folded) name may be anything, even a documented text. */
  isFreeField(name: string): boolean;
  /** Whether every word is public, a number of at most six digits, one repeated character, or shorter than three letters. */
  knowsAll(text: string): boolean;
}

export function createVocabulary(fold: Fold, { texts, freeFields = [] }: Published): Vocabulary {
  const words = new Set<string>();
  const documented = new Set<string>();
  const published = new Set<string>();
  const free = new Set([...freeFields].map(fold));
  const take = (text: string, into: Set<string>) => {
    const folded = fold(text);
    if (folded === '' || into.has(folded)) return;
    into.add(folded);
    for (const word of wordsOf(text)) words.add(fold(word));
  };
  const knows = (word: string) =>
    word.length < 3 || words.has(fold(word)) || (word.length < 7 && digits.test(word)) || isRepeated(word);
  for (const text of [...apiTexts, ...texts]) take(text, documented);
  return {
    publish: (text) => take(text, published),
    publishWords: (text) => {
      for (const word of wordsOf(text)) words.add(fold(word));
    },
    isPublished: (folded) => published.has(folded),
    isDocumented: (folded) => documented.has(folded),
    isFreeField: (name) => free.has(name),
    knowsAll: (text) => (oneWord.test(text) ? knows(text) : wordsOf(text).every(knows)),
  };
}

const oneWord = /^[A-Za-z0-9]+$/;
const digits = /^\d+$/;

/** Not by a pattern with a back reference: a word of millions of letters would be too deep for it. */
function isRepeated(word: string): boolean {
  return word.charCodeAt(0) === word.charCodeAt(1) && word === word.charAt(0).repeat(word.length);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
