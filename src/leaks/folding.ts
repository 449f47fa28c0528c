/** Text reduced to letters and digits without case, accents and compatibility forms. */
export interface Folded {
  /** UTF-16 units of letters and digits, in lower case. Valid up to `length`, until the next call. */
  readonly units: Uint16Array;
  /** What preceded each unit: 0 nothing, 1 a joiner such as `-`, 2 a separator. One more entry than units. */
  readonly gaps: Uint8Array;
  readonly length: number;
}

/** The folded form of a text. */
export type Fold = (text: string) => string;

export interface Folder {
  readonly fold: Fold;
  /** The same with token boundaries. The result is reused by the next call. */
  foldUnits(text: string): Folded;
}

/** Joins parts of one word: `-`, `_`, `.`, `:`. */
const joins = 1;
/** Separates words: white space, quotation marks, brackets and everything else. */
const parts = 2;
/** Invisible: part of the word that it is in. NUL: UTF-16 text read as bytes has one after each letter. */
const nothing = 3;

/**
 * Compatibility decomposition, then only letters and digits without marks and case: `Zoë`, `ZOE`, `Ｚｏｅ` and `z-o-e` are
 * equal. Code points are folded one by one, so a value folds the same in any context.
 */
export function createFolder(): Folder {
  const ascii = new Uint16Array(128);
  for (let code = 0; code < 128; code++) ascii[code] = classOfAscii(code);
  const others = new Map<number, string>();
  let units = new Uint16Array(1 << 12);
  let gaps = new Uint8Array((1 << 12) + 1);

  const foldOther = (point: number): string => {
    const known = others.get(point);
    if (known !== undefined) return known;
    // Bounded for any input.
    if (others.size > 20_000) others.clear();
    const folded = foldPoint(String.fromCodePoint(point));
    others.set(point, folded);
    return folded;
  };

  const foldUnits = (text: string): Folded => {
    // One code point may become eighteen units, but typical text stays below twice its length.
    if (units.length < text.length * 2 + 64) {
      units = new Uint16Array(text.length * 2 + 64);
      gaps = new Uint8Array(text.length * 2 + 65);
    }
    let length = 0;
    let gap = parts;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        const unit = ascii[code] ?? 0;
        if (unit < nothing) gap = Math.max(gap, unit);
        else if (unit !== nothing) {
          units[length] = unit;
          gaps[length++] = gap;
          gap = 0;
        }
      } else {
        const point = text.codePointAt(at) ?? code;
        if (point > 0xffff) at++;
        const folded = foldOther(point);
        if (folded === ' ') gap = parts;
        else if (folded === '-') gap = Math.max(gap, joins);
        else {
          // Ideographs are written without spaces.
          const isWord = point >= 0x2e80 && folded.length > 0;
          if (isWord) gap = Math.max(gap, joins);
          for (let part = 0; part < folded.length; part++) {
            units[length] = folded.charCodeAt(part);
            gaps[length++] = gap;
            gap = 0;
          }
          if (isWord) gap = joins;
        }
      }
      if (length + 20 > units.length) ({ units, gaps } = grown(units, gaps));
    }
    gaps[length] = parts;
    return { units, gaps, length };
  };

  return {
    foldUnits,
    fold: (text) => {
      // Fast path: native code for the most frequent case.
      if (isAscii.test(text)) return text.toLowerCase().replace(notAlphanumeric, '');
      const { units: all, length } = foldUnits(text);
      let folded = '';
      for (let at = 0; at < length; at++) folded += String.fromCharCode(all[at] ?? 0);
      return folded;
    },
  };
}

const isAscii = /^[\u0000-\u007f]*$/;
const notAlphanumeric = /[^a-z0-9]+/g;

function grown(units: Uint16Array, gaps: Uint8Array) {
  const more = { units: new Uint16Array(units.length * 2), gaps: new Uint8Array(units.length * 2 + 1) };
  more.units.set(units);
  more.gaps.set(gaps);
  return more;
}

function classOfAscii(code: number): number {
  const char = String.fromCharCode(code);
  if (/[a-z0-9]/.test(char)) return code;
  if (/[A-Z]/.test(char)) return code + 32;
  if (char === '\0') return nothing;
  return '-_.:'.includes(char) ? joins : parts;
}

/** Letters and digits of one code point; `''` for invisible characters, `-` for joiners, a space for separators. */
function foldPoint(char: string): string {
  if (/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(char)) return '';
  const plain = char.normalize('NFKD').toUpperCase().toLowerCase();
  const kept = plain.replace(/[^\p{L}\p{N}]/gu, '').replaceAll('ς', 'σ');
  return kept === '' ? (/[‐-―_]/u.test(char) ? '-' : ' ') : kept;
}
