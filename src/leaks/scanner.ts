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

/** A location with a raw value. Does not contain the value. */
export interface Leak {
  readonly file: string;
  readonly kind: LeakKind;
  /** Line of the file, from 1. */
  readonly at: number;
}

/**
 * Learns incoming raw values as salted hashes and finds them in outgoing text. Shares no code or tables with the redactor.
 */
export interface LeakScanner {
  /** One raw value. `name`: its member. */
  learn(value: string, name?: string): void;
  /** A body: leaves and member names of JSON; for other text, what is not public. */
  learnBody(body: string, contentType?: string): void;
  /** Header names in lower case. */
  learnHeaders(headers: Readonly<Record<string, string>>): void;
  /** Path, query and fragment of a URL or of a path. */
  learnUrl(url: string): void;
  /** A public text, which is never a leak. Call before anything is learned. */
  allow(text: string): void;
  /** Leaks in the content. `file` is used in the result only. */
  scan(file: string, content: string | Uint8Array | Iterable<string>): readonly Leak[];
  /** Number of stored hashes. */
  readonly size: number;
  /** Whether the capacity was exceeded; further values are not searched. */
  readonly isFull: boolean;
}

export interface LeakScannerOptions {
  /** Dates from the day before this instant on are ignored. Epoch milliseconds. @default now */
  readonly nowMs?: number;
  /** A scan stops after this many locations. @default 20 */
  readonly maxLeaks?: number;
}

/** Maximum number of hashes, about 200 MB. */
const maxHashes = 2_000_000;
const dayMs = 86_400_000;

/** A scanner for one run, with its own salt. */
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
  const isNew = (what: string) => size() < maxHashes && !wasMet(what);

  // A series is limited to one body.
  let row = createSeriesReader(sets.series, 'learn', sinceMs);
  const series = { read: (name: string, value: string) => row.read(name, value) };
  const learnValue = createLearnValue(folder, vocabulary, {
    ...{ passages, wholes: sets.wholes, named: sets.named, series, isNew },
  });
  const sources = createSources(folder, vocabulary, { passages, series, isNew }, learnValue);
  const search = createSearch({ folder, passages, wholes: sets.wholes, named: sets.named });
  const reader = () => createSeriesReader(sets.series, 'scan', sinceMs);

  /** Lines that contain a leak by themselves; else the first of those that do so together. */
  const leaksIn = (file: string, text: string, line: number, found: ReadonlySet<LeakKind>): Leak[] => {
    const leaks: Leak[] = [];
    for (const [at, one] of text.split('\n').entries()) {
      for (const kind of search(one, reader())) leaks.push({ file, kind, at: line + at });
      if (leaks.length >= maxLeaks) return leaks;
    }
    const reported = new Set(leaks.map((one) => one.kind));
    for (const kind of found) if (!reported.has(kind)) leaks.push({ file, kind, at: line });
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
      return size() >= maxHashes;
    },
  };
}
