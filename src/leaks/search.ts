import { unwrap } from './decoding.ts';
import type { Folder } from './folding.ts';
import { hiddenTexts } from './hidden-text.ts';
import type { Memory, Origin } from './memory.ts';
import { type SeriesReader, seriesKind } from './series.ts';
import { isSeriesNumber, numberKey, pairKey } from './values.ts';

/** How a value was found: plain, escaped, encoded, under its own name, or in a series. */
export type LeakKind = 'plain' | 'escaped' | 'base64' | 'hex' | 'named' | 'series';

export interface Hit {
  readonly kind: LeakKind;
  readonly origin: Origin;
}

/** Finds learned values in outgoing data. */
export interface Search {
  /** Any text. With a `series`, dates and numbers under names in it are read, too. */
  text(text: string, series?: SeriesReader): Hit | undefined;
  /** A leaf of JSON under its name. */
  leaf(value: string | number, name: string, series: SeriesReader): Hit | undefined;
  /** Whether nothing is found in any leaf and name of a JSON value. Much faster than one by one. */
  isClean(json: unknown, series: SeriesReader): boolean;
  /** To call after something was learned. */
  forget(): void;
}

/** Maximum nesting of encoded text. */
const deepest = 3;
/** Capacity of the caches, in texts and in characters of each. */
const maxClean = 100_000;
const maxCleanLength = 400;
/** Names of members, each with texts of its own. */
const maxNames = 5_000;
/** Texts that are searched at once. */
const maxFresh = 1_000;

/** Linear in the length of what is searched. Remembers what is clean: most texts of a run repeat. */
export function createSearch({ fold, foldUnits }: Folder, memory: Memory): Search {
  const clean = new Set<string>();
  const cleanNamed = new Map<string, { readonly key: string; readonly values: Set<string> }>();
  const keep = (set: Set<string>, text: string) => {
    if (text.length > maxCleanLength) return;
    if (set.size >= maxClean) set.clear();
    set.add(text);
  };

  const tokenIn = (text: string, isHidden: boolean) => memory.findToken(foldUnits(text), isHidden);

  const hiddenIn = (text: string, depth: number): Hit | undefined => {
    for (const hidden of hiddenTexts(text)) {
      const views = unwrap(hidden.text);
      for (const view of views) {
        const origin = tokenIn(view, true);
        if (origin !== 0) return { kind: hidden.kind, origin };
      }
      const deeper = depth < deepest ? hiddenIn(views.at(-1) ?? '', depth + 1) : undefined;
      if (deeper) return { kind: hidden.kind, origin: deeper.origin };
    }
    return undefined;
  };

  const wholeIn = (text: string): Origin => {
    for (const piece of text.split(delimiters)) {
      if (piece.length < 2 || piece.length > 60 || /^[\s\d+().-]*$/.test(piece)) continue;
      const origin = memory.originOf('whole', fold(piece));
      if (origin !== 0) return origin;
    }
    return 0;
  };

  const namedIn = (text: string, series: SeriesReader | undefined): Hit | undefined => {
    if (!/["'=:]/.test(text)) return undefined;
    for (const [, quoted, bare, ...values] of text.matchAll(pairs)) {
      const name = quoted ?? bare ?? '';
      const value = values.find((one) => one !== undefined) ?? '';
      const hit = memberHit(value, fold(name), series);
      if (hit) return hit;
    }
    return undefined;
  };

  const memberHit = (value: string, key: string, series: SeriesReader | undefined): Hit | undefined => {
    const kind = series && seriesKind(value);
    if (series && kind) {
      const row = series.read(key, value, kind);
      const origin = row === undefined ? 0 : memory.originOf('series', row);
      if (origin !== 0) return { kind: 'series', origin };
      // Dates are learned as series only.
      if (kind !== 'number') return undefined;
    }
    const named = memory.originOf('named', pairKey(key, fold(value)));
    if (named !== 0) return { kind: 'named', origin: named };
    const number = series && /^[\d+(). -]{7,}$/.test(value) ? memory.originOf('whole', numberKey(value)) : 0;
    return number === 0 ? undefined : { kind: 'plain', origin: number };
  };

  const searchText = (text: string, series?: SeriesReader): Hit | undefined => {
    const views = unwrap(text);
    const last = views.at(-1) ?? text;
    for (const [layer, view] of views.entries()) {
      const origin = tokenIn(view, false);
      if (origin !== 0) return { kind: layer === 0 ? 'plain' : 'escaped', origin };
    }
    const named = namedIn(last, series);
    if (named) return named;
    const whole = wholeIn(last);
    if (whole !== 0) return { kind: 'plain', origin: whole };
    return hiddenIn(last, 1);
  };

  const knownOf = (name: string) => {
    const found = cleanNamed.get(name);
    if (found) return found;
    const known = { key: fold(name), values: new Set<string>() };
    if (cleanNamed.size >= maxNames) cleanNamed.clear();
    cleanNamed.set(name, known);
    return known;
  };

  /** New texts are searched together, some at a time: a page of ten thousand records has megabytes of them. */
  const isClean = (json: unknown, series: SeriesReader): boolean => {
    let fresh: string[] = [];
    const isFreshClean = (): boolean => {
      if (fresh.length > 0 && searchText(fresh.join('\n|\n'))) return false;
      for (const one of fresh) keep(clean, one);
      fresh = [];
      return true;
    };
    const isNewClean = (text: string): boolean => fresh.push(text) < maxFresh || isFreshClean();
    const visit = (value: unknown, name: string, depth: number): boolean => {
      if (typeof value === 'string') {
        const known = knownOf(name);
        if (known.values.has(value)) return true;
        if (startsLikeJson(value) || memberHit(value, known.key, series)) return false;
        if (!clean.has(value)) return isNewClean(value);
        if (!seriesKind(value)) keep(known.values, value);
        return true;
      }
      if (typeof value === 'number')
        return !isSeriesNumber(value) || !memberHit(String(value), knownOf(name).key, series);
      if (typeof value !== 'object' || value === null) return true;
      if (depth > maxDepth) return false;
      if (Array.isArray(value)) return value.every((one) => visit(one, name, depth + 1));
      for (const member in value) {
        if (!clean.has(member) && !isNewClean(member)) return false;
        if (!visit((value as Readonly<Record<string, unknown>>)[member], member, depth + 1)) return false;
      }
      return true;
    };
    return visit(json, '', 0) && isFreshClean();
  };

  const text = (value: string, series?: SeriesReader): Hit | undefined => {
    if (!series && clean.has(value)) return undefined;
    const hit = searchText(value, series);
    if (!hit && !series) keep(clean, value);
    return hit;
  };

  return {
    text,
    isClean,
    leaf: (value, name, series) => {
      const known = knownOf(name);
      if (typeof value === 'number')
        return isSeriesNumber(value) ? memberHit(String(value), known.key, series) : undefined;
      if (known.values.has(value)) return undefined;
      const hit = memberHit(value, known.key, series) ?? text(value);
      if (!hit && !seriesKind(value)) keep(known.values, value);
      return hit;
    },
    forget: () => {
      clean.clear();
      cleanNamed.clear();
    },
  };
}

/** Deeper than any redacted body. */
export const maxDepth = 64;

/** Whether a text may be a JSON object or list. */
export function startsLikeJson(text: string): boolean {
  const first = text.charCodeAt(0);
  return first === 123 || first === 91 || ((first <= 32 || first === 0xfeff) && /^\ufeff?\s*[{[]/.test(text));
}

/** Delimit whole values: quotation marks, brackets, slashes, line ends and the like. */
const delimiters = /[\n\r\t"'`<>=/,[\](){}|&?#;:!«»\u2018-\u201f]+/;
/** `"name": "value"`, `name: 'value'`, `name="value"`, `"name": 12`. */
const pairs =
  /(?:"([^"\n]{1,64})"|(?<![\w-])([\w-]{1,64}))\s{0,8}[:=]\s{0,8}(?:"([^"]{1,400})"|'([^'\n]{1,400})'|(-?[\d.]{1,24})(?![\w-]))/g;
