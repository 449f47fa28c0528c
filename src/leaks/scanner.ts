import { hash } from 'node:crypto';
import { createFolder } from './folding.ts';
import { createLearner } from './learning.ts';
import { createMemory } from './memory.ts';
import { type Screen, screened, type Withheld } from './screen.ts';
import { createSearch, type Hit, type LeakKind } from './search.ts';
import { createSeriesReader } from './series.ts';
import { blocksOf } from './text-blocks.ts';
import { createVocabulary, type Published } from './vocabulary.ts';

export type { Screen, Withheld } from './screen.ts';
export type { LeakKind } from './search.ts';
export type { Published } from './vocabulary.ts';

/** A location with a raw value. Does not contain the value. */
export interface Leak {
  readonly file: string;
  readonly kind: LeakKind;
  /** Line of the file, from 1. */
  readonly at: number;
  /** Where the value came from, in words. */
  readonly from: string;
}

/** The parts of an exchange that the scanner reads. Header names are in lower case. */
export interface ExchangeParts {
  readonly seq: number;
  /** Why the suite sent it. */
  readonly step?: { readonly case: string };
  readonly request: {
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response?: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

/**
 * Learns incoming raw values as salted hashes and finds them in outgoing data. Shares no code or tables with the redactor. Bounded
 * in memory; linear in what it reads.
 */
export interface LeakScanner {
  /** One raw value. `name`: its member. */
  learn(value: string, name?: string, place?: string): void;
  /** Output of a program: values in its lines. */
  learnText(text: string, place: string): void;
  /**
   * An exchange. `by` says what the suite wrote, which is public: the requests of a run against a server (`suite`), the responses
   * to a client under test (`client`), or nothing (`others`, in a capture).
   */
  learnExchange(exchange: ExchangeParts, by: 'suite' | 'client' | 'others'): void;
  /** A public text or JSON value, with its words. Call before anything that contains it is learned. */
  publish(content: unknown): void;
  /** Withholds the fields with leaks. `work` passes every field to the screen, and may be called repeatedly. */
  screen<T>(work: (screen: Screen) => T): { readonly value: T; readonly withheld: readonly Withheld[] };
  /** Leaks in the content. `file` is used in the result only. */
  scan(file: string, content: string): readonly Leak[];
  /** Whether the capacity was exceeded; further values are not searched. */
  readonly isFull: boolean;
}

export interface LeakScannerOptions {
  /** Dates from the day before this instant on are ignored. Epoch milliseconds. @default now */
  readonly nowMs?: number;
  /** A scan stops after this many locations. @default 20 */
  readonly maxLeaks?: number;
  readonly published?: Published;
}

const dayMs = 86_400_000;

/** A scanner for one run, with its own salt. */
export function createLeakScanner(options: LeakScannerOptions = {}): LeakScanner {
  const { nowMs = Date.now(), maxLeaks = 20, published = { texts: [] } } = options;
  const sinceMs = nowMs - 2 * dayMs;
  const folder = createFolder();
  const vocabulary = createVocabulary(folder.fold, published);
  const memory = createMemory();
  const learner = createLearner(folder, vocabulary, memory, sinceMs);
  const search = createSearch(folder, memory);
  const nameOf = ({ origin }: Hit) => memory.nameOf(origin);
  const cleanBodies = new Set<string>();

  const learning = (place: string) => {
    memory.from(place);
    search.forget();
    cleanBodies.clear();
    return learner;
  };

  const publish = (content: unknown): void => {
    const stack = [content];
    while (stack.length > 0) {
      const value = stack.pop();
      if (typeof value === 'string') vocabulary.publish(value);
      else if (typeof value === 'number') vocabulary.publish(String(value));
      else if (typeof value === 'object' && value !== null)
        for (const [name, one] of Object.entries(value)) {
          if (!Array.isArray(value)) vocabulary.publish(name);
          stack.push(one);
        }
    }
  };

  const publishBody = (body: string) => {
    if (memory.isNew(`public ${hash('sha1', body, 'base64')}`)) publish(jsonOr(body));
  };

  /** What the suite sends is its own unless it was received before: an id, or something made of one. */
  const publishOwn = (text: string) => {
    const words = /^[\w-]*$/.test(text) ? [text] : (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
    const isOwn = (word: string) =>
      !idLike.test(word) &&
      memory.originOf('whole', folder.fold(word)) === 0 &&
      memory.findToken(folder.foldUnits(word), false) === 0;
    if (words.every(isOwn)) vocabulary.publish(text);
    else vocabulary.publishWords(words.filter(isOwn).join(' '));
  };

  const publishRequest = ({ step, request: { path, body = '' } }: ExchangeParts) => {
    vocabulary.publishWords((step?.case ?? '').replace(/[0-9a-f]{12,}/gi, ''));
    for (const part of path.split(/[/?&=]/)) publishOwn(decoded(part));
    const stack = body === '' ? [] : [jsonOr(body)];
    while (stack.length > 0) {
      const value = stack.pop();
      if (typeof value === 'string' || typeof value === 'number') publishOwn(String(value));
      else if (typeof value === 'object' && value !== null) stack.push(...Object.values(value));
    }
  };

  return {
    learn: (value, name = '', place = '') => learning(place).value(value, name, name),
    learnText: (text, place) => learning(place).body(text, ''),
    learnExchange: (exchange, by) => {
      const { seq, request, response } = exchange;
      const to = learning(`exchange ${seq}`);
      const { authorization } = request.headers;
      if (by === 'suite') publishRequest(exchange);
      else {
        if (by === 'client' && response) {
          publish(response.headers);
          publishBody(response.body);
        }
        to.url(request.path, 'request path');
        to.headers(request.headers, 'request header');
        if (request.body !== undefined) to.body(request.body, 'request body');
      }
      // A header may name its scheme only.
      const token = authorization?.replace(/^(?:\S+\s+|(?:bearer|basic|token)\s*$)/i, '') ?? '';
      if (token !== '') to.value(token, 'token', 'token');
      if (by === 'client' || !response) return;
      to.headers(response.headers, 'response header');
      to.body(response.body, 'response body');
    },
    publish,
    screen: (work) => screened(work, { search, sinceMs, nameOf, isPublic: vocabulary.knowsAll, cleanBodies }),
    scan: (file, content) => {
      const leaks: Leak[] = [];
      const series = createSeriesReader(sinceMs);
      for (const { before, text, line } of blocksOf(content)) {
        const hit = search.text(before + text, series);
        if (!hit) continue;
        const found = leaks.length;
        for (const [at, one] of text.split('\n').entries()) {
          const own = search.text(one, createSeriesReader(sinceMs));
          if (own) leaks.push({ file, kind: own.kind, at: line + at, from: nameOf(own) });
          if (leaks.length >= maxLeaks) return leaks;
        }
        // Several lines contain it together.
        if (leaks.length === found) leaks.push({ file, kind: hit.kind, at: line, from: nameOf(hit) });
      }
      return leaks;
    },
    get isFull() {
      return memory.isFull;
    },
  };
}

/** Ids, and parts of ids. */
const idLike = /^(?:[0-9a-f]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
