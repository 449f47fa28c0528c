import { hash } from 'node:crypto';
import { decodeAll } from './decoding.ts';
import type { Folder } from './folding.ts';
import { type Memory, minTokenLength } from './memory.ts';
import { createSeriesReader, type SeriesKind, seriesKind } from './series.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Extracts private values from incoming data. `part` says where it was, for the report of a leak. */
export interface Learner {
  /** One raw value. `name`: its member. */
  value(value: string, name: string, part: string): void;
  /** Leaves and member names of JSON; of any other text, what is not public. */
  body(body: string, part: string): void;
  /** Header names in lower case. */
  headers(headers: Readonly<Record<string, string>>, part: string): void;
  /** Path, query and fragment of a URL or of a path. */
  url(url: string, part: string): void;
}

/** Maximum number of words read per text. */
const maxWords = 20_000;
/** Leaves and names that are remembered, and their length. */
const maxSeen = 100_000;
const maxSeenLength = 200;
/** Maximum nesting of encoded values. */
const deepest = 3;
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
/** Headers whose numbers and dates are the state of the protocol. */
const stateHeaders =
  /^(?:date|age|expires|last-modified|retry-after|content-length|keep-alive|x-ratelimit-\w+|x-envoy-upstream-service-time)$/;
const protocolState =
  /^(?:[\s,]*[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|0x[0-9a-f]+|inf(?:inity)?|nan)[\s,]*)+$|^[\w ,:-]{10,40}GMT$/i;
const mediaTypes =
  /^(?:\s*(?:\*|application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]{1,40}(?:\s*;\s*[\w-]{1,20}=[\w.-]{1,20})*\s*,?)*$/;
const dateTimes = /\d{4}-\d\d-\d\d(?:[T ][\d:.]{2,15}Z?)?/g;

/** A member of one part of the traffic. */
interface Field {
  readonly key: string;
  /** With the name, for reports. */
  readonly part: string;
  readonly kind: 'url' | 'prose' | 'value';
  readonly isNumber: boolean;
  readonly seen: Set<string>;
}

export function createLearner(
  { fold }: Folder,
  vocabulary: Vocabulary,
  memory: Memory,
  sinceMs: number,
): Learner {
  // A series is limited to one body.
  let series = createSeriesReader(sinceMs);

  const takeForm = (text: string, key: string, part: string): void => {
    const folded = fold(text);
    // A short text that the suite sent, such as a number, can be somebody's, too.
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
    if (++remembered > maxSeen) {
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
  const learnBare = (value: string, part: string) => learnValue(value, fieldOf(part, ''));

  const takeString = (value: string, name: string, part: string, depth: number): void => {
    const field = fieldOf(part, name);
    if (field.seen.has(value)) return;
    if (field.kind === 'value') {
      learnValue(value, field);
      if (/^(?:[a-z]+:\/\/|\/)\S+$/i.test(value)) takeUrl(value, field.part);
      if (depth < deepest) for (const text of withinBase64(value)) takeBody(text, part, depth + 1);
      if (value.length > 40 && /\s/.test(value)) takeText(value, field.part);
    } else if (!isRepeated(value, field))
      if (field.kind === 'url') takeUrl(value, field.part);
      else takeText(value, field.part);
  };

  const names = new Set<string>();
  const takeName = (name: string, part: string): void => {
    if (names.has(name)) return;
    if (names.size < maxSeen) names.add(name);
    if (!vocabulary.knowsAll(name)) learnBare(name, `${part}, a member name`);
  };

  /** Iterative, for any nesting depth; members in document order. */
  const takeJson = (root: unknown, part: string, depth: number): void => {
    const values: unknown[] = [root];
    const namesOf: string[] = [''];
    while (values.length > 0) {
      const value = values.pop();
      const name = namesOf.pop() ?? '';
      if (typeof value === 'string') takeString(value, name, part, depth);
      else if (typeof value === 'number') {
        if (isSeriesNumber(value)) readSeries(String(value), fieldOf(part, name), 'number');
      } else if (Array.isArray(value))
        for (let at = value.length - 1; at >= 0; at--) {
          values.push(value[at]);
          namesOf.push(name);
        }
      else if (typeof value === 'object' && value !== null) {
        const members = Object.keys(value);
        for (let at = members.length - 1; at >= 0; at--) {
          const member = members[at] ?? '';
          takeName(member, part);
          values.push((value as Readonly<Record<string, unknown>>)[member]);
          namesOf.push(member);
        }
      }
    }
  };

  const takeBody = (body: string, part: string, depth: number): void => {
    if (body.trim() === '') return;
    const value = parsed(body.startsWith('\ufeff') ? body.slice(1) : body);
    if (value !== undefined) {
      takeJson(value, part, depth);
      return;
    }
    // Programs print JSON among other lines.
    const others: string[] = [];
    for (const line of body.split('\n')) {
      const json = /^\s*[{[].*[}\]]\s*$/.test(line) ? parsed(line) : undefined;
      if (json === undefined) others.push(line);
      else takeJson(json, part, depth);
    }
    takeText(others.join('\n'), part);
  };

  /** Parts of a number or date, and shorter words, reveal nothing. */
  const isTelling = (word: string) =>
    /\p{L}{4}|[\p{L}\p{N}]{8}|[\u2e80-\u9fff]{2}/u.test(word) && !vocabulary.knowsAll(word);

  /** Sequences of three words with a non-public one, and words with a number or address. */
  const takeText = (text: string, part: string): void => {
    const plain = decodeAll(text).replace(dateTimes, ' ');
    if (text.length <= 39 && !vocabulary.knowsAll(plain)) learnBare(text, part);
    const words = firstOf(plain.matchAll(/[\p{L}\p{N}\p{M}@._-]+/gu), maxWords);
    for (const [at, { 0: word, index }] of words.entries()) {
      if (/@|\d[^\d]*[a-z]|[a-z][^a-z]*\d/i.test(word) && word.length >= minTokenLength)
        learnBare(word, part);
      const last = words[at + 2] ?? words.at(-1);
      if (!last || (words.length > 2 && at > words.length - 3)) continue;
      const three = plain.slice(index, last.index + last[0].length);
      if (three.length > 200 || !(three.match(/[\p{L}\p{N}\p{M}@]+/gu) ?? []).some(isTelling)) continue;
      const folded = fold(three);
      if (folded.length >= minTokenLength + 2) memory.add('token', folded, part);
    }
  };

  const takeUrl = (text: string, part: string): void => {
    if (!memory.isNew(`url ${text}`)) return;
    const [beforeHash = '', fragment = ''] = decodeOnceSafely(text).split('#', 2);
    const [path = '', ...query] = beforeHash.split('?');
    for (const segment of [...path.split(/[/\\]/), fragment]) takePart(segment, part);
    for (const pair of query.join('?').split('&')) {
      const [name = '', ...value] = pair.split('=');
      if (!vocabulary.knowsAll(name)) learnBare(name, part);
      takePart(value.join('='), part);
    }
  };

  const takePart = (text: string, part: string): void => {
    if (text.length > 3 && !vocabulary.knowsAll(text)) takeString(text.slice(0, 4_000), '', part, 1);
  };

  return {
    value: (value, name, part) => learnValue(value, fieldOf(part, name)),
    body: (body, part) => {
      if (body === '' || !memory.isNew(hash('sha1', body, 'base64'))) return;
      series = createSeriesReader(sinceMs);
      takeBody(body, part, 0);
    },
    url: takeUrl,
    headers: (headers, part) => {
      for (const [name, value] of Object.entries(headers)) {
        const isKnown = vocabulary.knowsAll(name);
        const place = `${part} ${isKnown ? `"${name}"` : 'with an undocumented name'}`;
        if (!isKnown) learnBare(name, place);
        if (/^(?:location|referer|link)$/.test(name)) takeUrl(value, place);
        const isProtocol =
          (stateHeaders.test(name) && protocolState.test(value)) ||
          (name === 'accept' && mediaTypes.test(value));
        if (isProtocol || vocabulary.knowsAll(value)) continue;
        takePart(value, place);
        for (const piece of value.split(/[\s;,="]+/)) takePart(piece, place);
      }
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstOf<T>(all: Iterable<T>, most: number): T[] {
  const some: T[] = [];
  for (const one of all) {
    some.push(one);
    if (some.length >= most) break;
  }
  return some;
}

/** Base64 texts in a value, whole or between dots (JWT). */
function withinBase64(value: string): string[] {
  if (value.length < 12 || value.length > 100_000 || !/^[A-Za-z0-9+/_=.-]+$/.test(value)) return [];
  return value
    .split('.')
    .filter((part) => part.length >= 12 && !/^[0-9a-f-]+$/i.test(part))
    .map((part) => Buffer.from(part, 'base64').toString('utf8'))
    .filter((text) => !/[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text));
}

function decodeOnceSafely(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
