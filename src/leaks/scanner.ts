import { hash, randomBytes } from 'node:crypto';
import { createFolder } from './folding.ts';
import { createHashSet, createMet } from './hash-set.ts';
import { createLearnValue } from './learning.ts';
import { createPassages } from './passages.ts';
import { createSearch, type LeakKind } from './search.ts';
import { createSeriesReader } from './series.ts';
import { createSources } from './sources.ts';
import { blocksOf, textsOf } from './text-blocks.ts';
import { createVocabulary } from './vocabulary.ts';

export type { LeakKind } from './search.ts';

/** A place in a file that holds a raw value. The value itself is never told. */
export interface Leak {
  readonly file: string;
  readonly kind: LeakKind;
  /** Line of the file, from 1. */
  readonly at: number;
}

/**
 * Learns raw values as salted hashes and finds them again in whatever is about to be written. It shares no table with
 * the redactor: it knows what came in, and looks at what goes out.
 */
export interface LeakScanner {
  /** One raw value. `name`: the member that holds it. */
  learn(value: string, name?: string): void;
  /** A body: the leaves of JSON, and the names of its members; of other text what is not public. */
  learnBody(body: string, contentType?: string): void;
  /** Header names in lower case. */
  learnHeaders(headers: Readonly<Record<string, string>>): void;
  /** Path, query and fragment of a URL or of a path. */
  learnUrl(url: string): void;
  /** A text that is public anyway: what it says is no leak. Tell it before anything is learned. */
  allow(text: string): void;
  /** What the content gives away; empty where it is clean. `file` only names it. */
  scan(file: string, content: string | Uint8Array | Iterable<string>): readonly Leak[];
  /** How many hashes are held. */
  readonly size: number;
  /** Whether there came more than it can hold; the rest is not looked for. */
  readonly isFull: boolean;
}

export interface LeakScannerOptions {
  /** Days from the one before this instant on tell nothing of a past. Milliseconds since the Unix epoch. @default now */
  readonly nowMs?: number;
  /** After so many places a scan ends. @default 20 */
  readonly maxLeaks?: number;
}

/** Hashes in all, about 200 MB. */
const mostHashes = 2_000_000;
const dayMs = 86_400_000;

/** A scanner for one run, with a salt of its own. */
export function createLeakScanner(options: LeakScannerOptions = {}): LeakScanner {
  const { nowMs = Date.now(), maxLeaks = 20 } = options;
  const salt = randomBytes(32).toString('hex');
  const sinceMs = nowMs - 2 * dayMs;
  const folder = createFolder();
  const vocabulary = createVocabulary(folder);
  const sets = {
    passages: createHashSet(`passages ${salt}`),
    wholes: createHashSet(`wholes ${salt}`),
    named: createHashSet(`named ${salt}`),
    series: createHashSet(`series ${salt}`),
  };
  const size = () => sets.passages.size + sets.wholes.size + sets.named.size + sets.series.size;
  const passages = createPassages(sets.passages, randomBytes(4).readUInt32LE());
  const wasMet = createMet([randomBytes(4).readInt32LE(), randomBytes(4).readInt32LE()]);
  const isNew = (what: string) => size() < mostHashes && !wasMet(what);

  // A row is a row within one body.
  let row = createSeriesReader(sets.series, 'learn', sinceMs);
  const series = { read: (name: string, value: string) => row.read(name, value) };
  const learnValue = createLearnValue(folder, vocabulary, {
    ...{ passages, wholes: sets.wholes, named: sets.named, series, isNew },
  });
  const sources = createSources(folder, vocabulary, { passages, series, isNew }, learnValue);
  const search = createSearch({ folder, passages, wholes: sets.wholes, named: sets.named });
  const reader = () => createSeriesReader(sets.series, 'scan', sinceMs);

  /** The lines that give something away by themselves; else the first line of those that do so together. */
  const leaksIn = (file: string, text: string, line: number, found: ReadonlySet<LeakKind>): Leak[] => {
    const leaks: Leak[] = [];
    for (const [at, one] of text.split('\n').entries()) {
      for (const kind of search(one, reader())) leaks.push({ file, kind, at: line + at });
      if (leaks.length >= maxLeaks) return leaks;
    }
    const told = new Set(leaks.map((one) => one.kind));
    for (const kind of found) if (!told.has(kind)) leaks.push({ file, kind, at: line });
    return leaks;
  };

  return {
    learn: (value, name = '') => learnValue(value, name),
    learnBody: (body) => {
      if (body === '' || !isNew(`body ${hash('sha256', body)}`)) return;
      row = createSeriesReader(sets.series, 'learn', sinceMs);
      sources.body(body);
    },
    learnHeaders: sources.headers,
    learnUrl: sources.url,
    allow: vocabulary.allow,
    scan: (file, content) => {
      const leaks: Leak[] = [];
      const values = reader();
      for (const { before, text, line } of blocksOf(textsOf(content))) {
        const found = search(before + text, values);
        if (found.size > 0) leaks.push(...leaksIn(file, text, line, found));
        if (leaks.length >= maxLeaks) break;
      }
      return leaks.slice(0, maxLeaks);
    },
    get size() {
      return size();
    },
    get isFull() {
      return size() >= mostHashes;
    },
  };
}
