import { decodeAll } from './decoding.ts';
import type { Fold } from './folding.ts';
import { type Memory, minTokenLength } from './memory.ts';
import { createSeriesReader, type SeriesKind, seriesKind } from './series.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Leaves and names that are remembered, and their length. */
export const maxSeen = 100_000;
const maxSeenLength = 200;
/** A name takes as much memory as this many values: one record may have hundreds of thousands. */
const costOfField = 5;
/** Minimum length of whole values: five letters and digits, or two ideographs, since two can be a name. */
const minWholeLength = 5;
/** Shorter numbers occur everywhere. */
const minNumberLength = 7;
const ideographs = /[\u2e80-\u9fff\uac00-\ud7af\u1100-\u11ff]/;

const urlNames = /^(?:uri|href)$/i;
/** Members whose text is an API message or a protocol word, not a record value. */
const proseNames: ReadonlySet<string> = new Set(['message', 'error', 'errors', 'rel', 'type', 'code']);
/** Members with numbers, also as strings: too common to be searched alone. */
const numberNames: ReadonlySet<string> = new Set([
  ...['graduationyear', 'grade', 'highgrade', 'lowgrade', 'gradepoints', 'pointspossible'],
  ...['maxattempts', 'extraattempts', 'size'],
]);
/** A member of one part of the traffic. */
export interface Field {
  readonly key: string;
  /** With the name, for reports. */
  readonly part: string;
  readonly kind: 'url' | 'prose' | 'value';
  readonly isNumber: boolean;
  readonly seen: Set<string>;
}

/** Learns single values: decides how each is searched. */
export interface ValueLearner {
  fieldOf(part: string, name: string): Field;
  learn(value: string, field: Field): void;
  learnNumber(value: number, field: Field): void;
  /** Whether the value is known in this field; notes that it is. */
  isRepeated(value: string, field: Field): boolean;
  /** To call before each body: a series is limited to one. */
  startBody(): void;
}

export function createValueLearner(
  fold: Fold,
  vocabulary: Vocabulary,
  memory: Memory,
  sinceMs: number,
): ValueLearner {
  let series = createSeriesReader(sinceMs);

  const takeForm = (text: string, key: string, part: string): void => {
    const folded = fold(text);
    // A short text that the suite sent, such as a number, can also be a real value.
    const isOwn = folded.length >= minWholeLength && vocabulary.isPublished(folded);
    if (folded === '' || isOwn) return;
    const isDocumented = vocabulary.isDocumented(folded);
    if (isDocumented && !vocabulary.isFreeField(key)) return;
    if (key !== '' && !proseNames.has(key)) memory.add('named', pairKey(key, folded), part);
    if (isDocumented) return;
    if (text.includes('@') || !vocabulary.knowsAll(text)) {
      if (isDistinct(folded)) memory.add('token', folded, part);
      else if (/^\p{N}+$/u.test(folded)) {
        if (folded.length >= minNumberLength) memory.add('whole', numberKey(text), part);
      } else if (folded.length >= minWholeLength || (folded.length > 1 && ideographs.test(text)))
        memory.add('whole', folded, part);
    } else if (!proseNames.has(key) && isPhrase(text)) memory.add('whole', folded, part);
  };

  const fields = new Map<string, Map<string, Field>>();
  let remembered = 0;
  const fieldOf = (part: string, name: string): Field => {
    const ofPart = fields.get(part) ?? new Map<string, Field>();
    const known = ofPart.get(name);
    if (known) return known;
    remembered += costOfField;
    if (remembered > maxSeen) {
      fields.clear();
      remembered = 0;
    }
    const key = fold(name);
    // Undocumented names can be personal data themselves.
    const shown = vocabulary.knowsAll(name) ? `"${name}"` : 'an undocumented member';
    const field: Field = {
      key,
      part: name === '' ? part : `${part}, ${shown}`,
      kind: urlNames.test(name) ? 'url' : proseNames.has(key) ? 'prose' : 'value',
      isNumber: numberNames.has(key),
      seen: new Set(),
    };
    fields.set(part, ofPart.set(name, field));
    return field;
  };

  /** Most leaves of a run repeat. */
  const isRepeated = (value: string, { seen }: Field): boolean => {
    if (seen.has(value)) return true;
    if (value.length > maxSeenLength) return false;
    if (++remembered > maxSeen) {
      fields.clear();
      remembered = 0;
    }
    seen.add(value);
    return false;
  };

  const readSeries = (value: string, { key, part }: Field, kind: SeriesKind) => {
    const row = series.read(key, value, kind);
    if (row !== undefined) memory.add('series', row, part);
  };

  const learnValue = (value: string, field: Field): void => {
    const kind = seriesKind(value);
    if (kind !== undefined && (kind !== 'number' || field.isNumber)) {
      readSeries(value, field, kind);
      return;
    }
    if (isRepeated(value, field) || value.trim() === '') return;
    takeForm(value, field.key, field.part);
    const decoded = decodeAll(value);
    if (decoded !== value) takeForm(decoded, field.key, field.part);
  };

  return {
    fieldOf,
    learn: learnValue,
    learnNumber: (value, field) => {
      if (isSeriesNumber(value)) readSeries(String(value), field, 'number');
    },
    isRepeated,
    startBody: () => {
      series = createSeriesReader(sinceMs);
    },
  };
}

/** Key of a name and value. */
export function pairKey(foldedName: string, foldedValue: string): string {
  return `${foldedName}\0${foldedValue}`;
}

/** Key of a number, with punctuation, so that a student number differs from a date. */
export function numberKey(text: string): string {
  return `#${text.trim()}`;
}

/** Whether a number is long enough to be evidence in a series. */
export function isSeriesNumber(value: number): boolean {
  return /^-?\d[\d.]{3,15}$/.test(String(value));
}

/** Long enough to be searched within text, and not a timestamp or date-like number. */
function isDistinct(folded: string): boolean {
  if (folded.length < minTokenLength) return false;
  if (!/^[0-9]+$/.test(folded)) return true;
  const isInstant = /^(?:1[6-9]|2[0-2])\d{8}(?:\d{3})?$/.test(folded);
  return folded.length >= 10 && !isInstant;
}

/** More than one word. */
function isPhrase(text: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}\p{M}_-]+[\p{L}\p{N}]/u.test(text);
}
