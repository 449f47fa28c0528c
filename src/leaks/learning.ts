import { decodeAll } from './decoding.ts';
import type { Folder } from './folding.ts';
import type { HashSet } from './hash-set.ts';
import { type Passages, shortestPassage } from './passages.ts';
import { numberNames, ownNumbers, personNames, proseNames, sharedNames } from './public-words.ts';
import { isDate, type SeriesReader } from './series.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where a value goes once it is known how it can be told from chance. */
export interface Memory {
  /** Looked for anywhere, within other text, too. */
  readonly passages: Passages;
  /** Looked for as whole values. */
  readonly wholes: HashSet;
  /** Looked for as the value of the same name. */
  readonly named: HashSet;
  /** Looked for in a row. */
  readonly series: SeriesReader;
  /** Whether this was not met before, and there is room for it. */
  readonly isNew: (what: string) => boolean;
}

/** Takes one value of a record; `name` is the member that holds it, `''` where there is none. */
export type LearnValue = (value: string, name: string) => void;

/** Whole values of letters and digits are looked for from five on; ideographs from two on, for two are a name. */
const shortestWhole = 5;
/** Shorter numbers stand in every report. */
const shortestNumber = 7;
const longestHex = 15;
const ideographs = /[\u2e80-\u9fff\uac00-\ud7af\u1100-\u11ff]/;

/** Decides how a value is looked for: the longer, the freer. */
export function createLearnValue(folder: Folder, vocabulary: Vocabulary, memory: Memory): LearnValue {
  const { passages, wholes, named, series, isNew } = memory;

  const learnForm = (text: string, key: string): void => {
    const folded = folder.fold(text);
    if (folded === '') return;
    if (personNames.has(key)) named.add(pairKey(key, folded));
    if (vocabulary.isListed(folded)) return;
    const isProse = proseNames.has(key);
    const isKnown = !text.includes('@') && vocabulary.knowsAll(text);
    if (!isKnown) {
      if (isFree(folded)) passages.add(folded);
      else if (/^\p{N}+$/u.test(folded)) {
        if (folded.length >= shortestNumber) wholes.add(numberKey(text));
      } else if (folded.length >= shortestWhole || (folded.length > 1 && ideographs.test(text)))
        wholes.add(folded);
    } else if (!isProse && isPhrase(text) && !vocabulary.quotes(folded))
      // Names of members that follow each other may make up the same words.
      wholes.add(folded);
    if (key !== '' && !isProse && !(isKnown && sharedNames.has(key))) named.add(pairKey(key, folded));
  };

  return (value, name) => {
    if (value.trim() === '') return;
    const key = folder.fold(name);
    const isNumber = numberNames.has(key) && /^-?[\d.]+$/.test(value);
    if (isDate(value) || isNumber) {
      series.read(key, value);
      return;
    }
    if (!isNew(`value ${key} ${value}`)) return;
    learnForm(value, key);
    const decoded = decodeAll(value);
    if (decoded !== value) learnForm(decoded, key);
  };
}

/** Long enough to be looked for anywhere, and no number that stands for an instant or that dates look like. */
function isFree(folded: string): boolean {
  if (folded.length < shortestPassage) return false;
  if (!/^[0-9]+$/.test(folded)) return true;
  if (folded.length < 10) return false;
  const isInstant = /^(?:1[6-9]|2[0-2])\d{8}(?:\d{3})?$/.test(folded);
  return !isInstant || folded.length > longestHex;
}

/** More than one word. */
function isPhrase(text: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}\p{M}_-]+[\p{L}\p{N}]/u.test(text);
}

/** What a pair of name and value is remembered by. */
export function pairKey(foldedName: string, foldedValue: string): string {
  return `${foldedName}\0${foldedValue}`;
}

/** What a number is remembered by: with its punctuation, for else a student number would be the same as a day. */
export function numberKey(text: string): string {
  return `#${text.trim()}`;
}

/** Whether a number under this name can be a record's. */
export function isOfRecords(foldedName: string): boolean {
  return !ownNumbers.has(foldedName);
}
