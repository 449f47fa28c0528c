import { unwrap } from './decoding.ts';
import type { Folder } from './folding.ts';
import type { HashSet } from './hash-set.ts';
import { hiddenTexts } from './hidden-text.ts';
import { isOfRecords, numberKey, pairKey } from './learning.ts';
import type { Passages } from './passages.ts';
import { isDate, type SeriesReader } from './series.ts';
import { visitValues } from './value-places.ts';

/** How a value was found: plain, escaped, encoded, under its own name, or in a series. */
export type LeakKind = 'plain' | 'escaped' | 'base64' | 'hex' | 'named' | 'series';

/** The learned values. */
export interface Learned {
  readonly folder: Folder;
  readonly passages: Passages;
  readonly wholes: HashSet;
  readonly named: HashSet;
}

/** Maximum nesting of encoded text. */
const deepest = 3;
/** Capacity of the cache of checked runs. */
const maxRuns = 100_000;

/** The kinds of leaks in a text. */
export function createSearch(learned: Learned): (text: string, series: SeriesReader) => Set<LeakKind> {
  const { folder, passages } = learned;
  const runs = new Set<string>();
  const isNewRun = (run: string) => {
    if (runs.has(run)) return false;
    if (runs.size >= maxRuns) runs.clear();
    runs.add(run);
    return true;
  };
  const hasPassage = (text: string) => {
    let isHit = false;
    passages.find(folder.foldUnits(text), () => {
      isHit = true;
      return false;
    });
    return isHit;
  };
  const isHiddenIn = (text: string, depth: number): 'base64' | 'hex' | undefined => {
    // Only clean runs may be skipped next time.
    for (const hidden of hiddenTexts(text, isNewRun)) {
      const views = unwrap(hidden.text);
      if (views.some(hasPassage) || (depth < deepest && isHiddenIn(views.at(-1) ?? '', depth + 1))) {
        runs.clear();
        return hidden.kind;
      }
    }
    return undefined;
  };

  return (text, series) => {
    const found = new Set<LeakKind>();
    const views = unwrap(text);
    const last = views.at(-1) ?? text;
    for (const [layer, view] of views.entries())
      if (hasPassage(view)) {
        found.add(layer === 0 ? 'plain' : 'escaped');
        break;
      }
    for (const kind of valuesIn(last, series, learned)) found.add(kind);
    const hidden = isHiddenIn(last, 1);
    if (hidden) found.add(hidden);
    return found;
  };
}

function valuesIn(text: string, series: SeriesReader, learned: Learned): Set<LeakKind> {
  const { folder, named, wholes } = learned;
  const found = new Set<LeakKind>();
  /** Names and short words repeat often. */
  const clean = new Set<string>();
  visitValues(text, {
    named: (name, value) => {
      const key = folder.fold(name);
      if (isDate(value) || /^-?[\d.]{4,}$/.test(value)) {
        if (isOfRecords(key) && series.read(key, value)) found.add('series');
      }
      if (named.size > 0 && named.has(pairKey(key, folder.fold(value)))) found.add('named');
      if (/^[\d+(). -]{7,}$/.test(value) && isOfRecords(key) && wholes.has(numberKey(value)))
        found.add('plain');
    },
    whole: (piece) => {
      if (clean.has(piece)) return;
      if (/^[\s\d+().-]*$/.test(piece) ? false : wholes.has(folder.fold(piece))) found.add('plain');
      else if (clean.size < 50_000) clean.add(piece);
    },
  });
  return found;
}
