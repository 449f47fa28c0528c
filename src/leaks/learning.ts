import { hash } from 'node:crypto';
import { decodeAll } from './decoding.ts';
import type { Folder } from './folding.ts';
import { type Memory, minTokenLength } from './memory.ts';
import { createValueLearner, maxSeen } from './values.ts';
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
/** Maximum nesting of encoded values. */
const deepest = 3;
/** Headers whose numbers and dates are the state of the protocol. */
const stateHeaders =
  /^(?:date|age|expires|last-modified|retry-after|content-length|keep-alive|x-ratelimit-\w+|x-envoy-upstream-service-time)$/;
const stateValue =
  /^(?:|[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|0x[0-9a-f]+|inf(?:inity)?|nan)|[a-z]{3}|[\w :-]{10,40}GMT)$/i;
const mediaType =
  /^(?:\*|application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]{1,40}(?:;[\w-]{1,20}=[\w.-]{1,20})*$/;
const dateTimes = /\d{4}-\d\d-\d\d(?:[T ][\d:.]{2,15}Z?)?/g;

export function createLearner(
  { fold }: Folder,
  vocabulary: Vocabulary,
  memory: Memory,
  sinceMs: number,
): Learner {
  const values = createValueLearner(fold, vocabulary, memory, sinceMs);
  const learnBare = (value: string, part: string) => values.learn(value, values.fieldOf(part, ''));

  const takeString = (value: string, name: string, part: string, depth: number): void => {
    const field = values.fieldOf(part, name);
    if (field.seen.has(value)) return;
    if (field.kind === 'value') {
      values.learn(value, field);
      if (/^(?:[a-z]+:\/\/|\/)\S+$/i.test(value)) takeUrl(value, field.part);
      if (depth < deepest) for (const text of withinBase64(value)) takeBody(text, part, depth + 1);
      if (value.length > 40 && /\s/.test(value)) takeText(value, field.part);
    } else if (!values.isRepeated(value, field))
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
    const nested: unknown[] = [root];
    const namesOf: string[] = [''];
    while (nested.length > 0) {
      const value = nested.pop();
      const name = namesOf.pop() ?? '';
      if (typeof value === 'string') takeString(value, name, part, depth);
      else if (typeof value === 'number') values.learnNumber(value, values.fieldOf(part, name));
      else if (Array.isArray(value))
        for (let at = value.length - 1; at >= 0; at--) {
          nested.push(value[at]);
          namesOf.push(name);
        }
      else if (typeof value === 'object' && value !== null) {
        const members = Object.keys(value);
        for (let at = members.length - 1; at >= 0; at--) {
          const member = members[at] ?? '';
          takeName(member, part);
          nested.push((value as Readonly<Record<string, unknown>>)[member]);
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

  /** A capture may repeat one body of megabytes, which would be hashed every time. */
  let latest = '';

  return {
    value: (value, name, part) => values.learn(value, values.fieldOf(part, name)),
    body: (body, part) => {
      if (body === '' || body === latest) return;
      latest = body;
      if (!memory.isNew(hash('sha1', body, 'base64'))) return;
      values.startBody();
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
          (stateHeaders.test(name) && isListOf(stateValue, value)) ||
          (name === 'accept' && isListOf(mediaType, value.replace(/\s/g, '')));
        if (isProtocol || vocabulary.knowsAll(value)) continue;
        takePart(value, place);
        for (const piece of value.split(/[\s;,="]+/)) takePart(piece, place);
      }
    },
  };
}

/** Whether each part of a list matches; in linear time, since a part is matched by itself. */
function isListOf(pattern: RegExp, list: string): boolean {
  return list.length < 1_000 && list.split(',').every((part) => pattern.test(part.trim()));
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
