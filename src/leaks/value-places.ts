/** Calls back for separate values in JSON, markup, URLs or lines. */
export interface PlaceVisitor {
  /** `"name": "value"` or `"name": 12`. */
  named(name: string, value: string): void;
  /** Text between two delimiters: quotation marks, brackets, slashes, line ends and the like. */
  whole(text: string): void;
}

const maxNameLength = 64;
const maxValueLength = 400;
const maxWholeLength = 60;
const minWholeLength = 4;

/** Reads both kinds, one after the other, in linear time. */
export function visitValues(text: string, visitor: PlaceVisitor): void {
  visitNamed(text, visitor);
  visitWhole(text, visitor);
}

function visitNamed(text: string, { named }: PlaceVisitor): void {
  let open = text.indexOf('"');
  while (open >= 0) {
    const close = text.indexOf('"', open + 1);
    if (close < 0) return;
    const colon = afterBlanks(text, close + 1);
    if (text.charCodeAt(colon) !== 58 || close - open - 1 > maxNameLength || close === open + 1) {
      open = close;
      continue;
    }
    const start = afterBlanks(text, colon + 1);
    const name = text.slice(open + 1, close);
    open = close;
    if (text.charCodeAt(start) === 34) {
      const end = text.indexOf('"', start + 1);
      if (end > start + 1 && end - start <= maxValueLength) named(name, text.slice(start + 1, end));
      open = start;
    } else {
      let end = start;
      while (end < start + 24 && isOfNumber(text.charCodeAt(end))) end++;
      if (end > start) named(name, text.slice(start, end));
    }
  }
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < from + 8 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 10)) at++;
  return at;
}

function isOfNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45 || code === 46;
}

const ends = new Uint8Array(128);
for (const char of '\n\r\t"\'`<>=/,[](){}|&?#;:!') ends[char.charCodeAt(0)] = 1;

function visitWhole(text: string, { whole }: PlaceVisitor): void {
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 10;
    const isEnd =
      code < 128 ? ends[code] === 1 : code === 0xab || code === 0xbb || (code > 0x2017 && code < 0x2020);
    if (!isEnd) continue;
    const length = at - from;
    if (length >= minWholeLength && length <= maxWholeLength) whole(text.slice(from, at));
    from = at + 1;
  }
}
