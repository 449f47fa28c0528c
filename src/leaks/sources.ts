import { decodeAll } from './decoding.ts';
import type { Folder } from './folding.ts';
import type { LearnValue, Memory } from './learning.ts';
import { minPassageLength } from './passages.ts';
import { proseNames, protocolHeaders } from './public-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Extracts every value from incoming data. */
export interface Sources {
  body(body: string): void;
  text(text: string): void;
  headers(headers: Readonly<Record<string, string>>): void;
  url(url: string): void;
}

/** Maximum number of words read per text. */
const maxWords = 20_000;
/** Maximum nesting of encoded values. */
const deepest = 3;

export function createSources(
  folder: Folder,
  vocabulary: Vocabulary,
  memory: Pick<Memory, 'passages' | 'series' | 'isNew'>,
  learnValue: LearnValue,
): Sources {
  const takeLeaf = (value: unknown, name: string, depth: number): void => {
    if (typeof value === 'number') {
      if (/^-?\d[\d.]{3,15}$/.test(String(value))) memory.series.read(folder.fold(name), String(value));
    } else if (typeof value === 'string') takeString(value, name, depth);
  };

  const takeString = (value: string, name: string, depth: number): void => {
    if (/^(?:uri|href)$/i.test(name)) {
      url(value);
      return;
    }
    if (proseNames.has(folder.fold(name))) {
      if (memory.isNew(`text ${value}`)) takeText(value);
      return;
    }
    learnValue(value, name);
    if (!memory.isNew(`value ${value}`)) return;
    if (/^(?:[a-z]+:\/\/|\/)\S+$/i.test(value)) url(value);
    if (depth < deepest) for (const text of withinBase64(value)) takeBody(text, depth + 1);
    if (value.length > 40 && /\s/.test(value)) takeText(value);
  };

  /** Iterative, for any nesting depth; members in document order. */
  const takeJson = (root: unknown, depth: number): void => {
    const stack: { value: unknown; name: string }[] = [{ value: root, name: '' }];
    for (let one = stack.pop(); one; one = stack.pop()) {
      const { value, name } = one;
      if (typeof value !== 'object' || value === null) takeLeaf(value, name, depth);
      else if (Array.isArray(value))
        for (let at = value.length - 1; at >= 0; at--) stack.push({ value: value[at], name });
      else
        for (const [member, held] of Object.entries(value).reverse()) {
          // Member names can be personal data, too.
          if (!vocabulary.knowsAll(member)) learnValue(member, '');
          stack.push({ value: held, name: member });
        }
    }
  };

  const takeBody = (body: string, depth: number): void => {
    if (body.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(body.startsWith('\ufeff') ? body.slice(1) : body);
    } catch {
      takeLines(body, depth);
      return;
    }
    takeJson(value, depth);
  };

  /** Programs print JSON among other lines. */
  const takeLines = (text: string, depth: number): void => {
    const others: string[] = [];
    for (const line of text.split('\n')) {
      if (!/^\s*[{[]/.test(line) || !/[}\]]\s*$/.test(line)) others.push(line);
      else
        try {
          takeJson(JSON.parse(line), depth);
        } catch {
          others.push(line);
        }
    }
    takeText(others.join('\n'));
  };

  /** Parts of a number or date reveal nothing. */
  const isTelling = (word: string) =>
    /\p{L}{3}|[\p{L}\p{N}]{8}|[\u2e80-\u9fff]{2}/u.test(word) && !vocabulary.knowsAll(word);

  /** Sequences of three words with a non-public one, and words with a number or address. */
  const takeText = (text: string): void => {
    const plain = decodeAll(text).replace(kept, ' ');
    if (text.length <= 39 && !vocabulary.knowsAll(plain)) learnValue(text, '');
    const words = firstOf(plain.matchAll(/[\p{L}\p{N}\p{M}@._-]+/gu), maxWords);
    for (const [at, { 0: word, index }] of words.entries()) {
      if (/@|\d[^\d]*[a-z]|[a-z][^a-z]*\d/i.test(word) && word.length >= minPassageLength)
        learnValue(word, '');
      const last = words[at + 2] ?? words.at(-1);
      if (!last || (words.length > 2 && at > words.length - 3)) continue;
      const three = plain.slice(index, last.index + last[0].length);
      if (three.length > 200 || !(three.match(/[\p{L}\p{N}\p{M}@]+/gu) ?? []).some(isTelling)) continue;
      const folded = folder.fold(three);
      if (folded.length >= minPassageLength + 2) memory.passages.add(folded);
    }
  };

  const url = (text: string): void => {
    if (!memory.isNew(`url ${text}`)) return;
    const [beforeHash = '', fragment = ''] = decodeOnceSafely(text).split('#', 2);
    const mark = beforeHash.indexOf('?');
    const path = mark < 0 ? beforeHash : beforeHash.slice(0, mark);
    for (const segment of [...path.split(/[/\\]/), fragment]) takePart(segment, '');
    const query = mark < 0 ? '' : beforeHash.slice(mark + 1);
    for (const pair of query.split('&')) {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      if (!vocabulary.knowsAll(name)) learnValue(name, '');
      if (equals >= 0) takePart(pair.slice(equals + 1), '');
    }
  };

  const takePart = (part: string, name: string): void => {
    if (part.length > 3 && !vocabulary.knowsAll(part)) takeString(part.slice(0, 4_000), name, 1);
  };

  return {
    body: (body) => takeBody(body, 0),
    text: takeText,
    url,
    headers: (headers) => {
      for (const [name, value] of Object.entries(headers)) {
        if (!vocabulary.knowsAll(name)) learnValue(name, '');
        if (name === 'location' || name === 'referer' || name === 'link') url(value);
        if (protocolHeaders.has(name) && /^[\w ,:+.*/-]{0,40}$/.test(value) && /^[^a-z]*$|GMT$/i.test(value))
          continue;
        if (vocabulary.knowsAll(value)) continue;
        takePart(value, '');
        for (const part of value.split(/[\s;,="]+/)) takePart(part, '');
      }
    },
  };
}

/** Date-times, and member and type names that API error texts repeat. */
const kept =
  /\d{4}-\d\d-\d\d(?:[T ][\d:.]{2,15}Z?)?|Go struct field [A-Za-z.]{1,80}\.[\w.]{1,80}|(?<![\w.])[\w.]{1,80} in (?:body|query|path)\b/g;

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
