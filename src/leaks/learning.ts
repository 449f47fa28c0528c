import { decodeAll } from './decoding.ts';
import type { Folder } from './folding.ts';
import type { HashSet } from './hash-set.ts';
import { minPassageLength, type Passages } from './passages.ts';
import { numberNames, ownNumbers, personNames, proseNames, sharedNames } from './public-words.ts';
import { isDate, type SeriesReader } from './series.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Receives each value, by how it can be distinguished from coincidence. */
export interface Memory {
  /** Searched anywhere, also within other text. */
  readonly passages: Passages;
  /** Searched as whole values. */
  readonly wholes: HashSet;
  /** Searched as the value of the same name. */
  readonly named: HashSet;
  /** Searched as a series. */
  readonly series: SeriesReader;
  /** Whether this is new, and there is capacity for it. */
  readonly isNew: (what: string) => boolean;
}

/** Learns one value of a record; `name` is its member, or `''`. */
export type LearnValue = (value: string, name: string) => void;

/** Minimum length of whole values: five letters and digits, or two ideographs, since two can be a name. */
const minWholeLength = 5;
/** Shorter numbers occur in every report. */
const minNumberLength = 7;
const maxHexLength = 15;
const ideographs = /[\u2e80-\u9fff\uac00-\ud7af\u1100-\u11ff]/;

/** Decides how a value is searched: the longer, the less context is needed. */
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
        if (folded.length >= minNumberLength) wholes.add(numberKey(text));
      } else if (folded.length >= minWholeLength || (folded.length > 1 && ideographs.test(text)))
        wholes.add(folded);
    } else if (!isProse && isPhrase(text) && !vocabulary.quotes(folded))
      // Consecutive member names may form the same words.
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

/** Long enough to be searched anywhere, and not a timestamp or date-like number. */
function isFree(folded: string): boolean {
  if (folded.length < minPassageLength) return false;
  if (!/^[0-9]+$/.test(folded)) return true;
  if (folded.length < 10) return false;
  const isInstant = /^(?:1[6-9]|2[0-2])\d{8}(?:\d{3})?$/.test(folded);
  return !isInstant || folded.length > maxHexLength;
}

/** More than one word. */
function isPhrase(text: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}\p{M}_-]+[\p{L}\p{N}]/u.test(text);
}

/** Key of a name and value. */
export function pairKey(foldedName: string, foldedValue: string): string {
  return `${foldedName}\0${foldedValue}`;
}

/** Key of a number, with punctuation, so that a student number differs from a date. */
export function numberKey(text: string): string {
  return `#${text.trim()}`;
}

/** Whether a number under this name can belong to a record. */
export function isOfRecords(foldedName: string): boolean {
  return !ownNumbers.has(foldedName);
}
