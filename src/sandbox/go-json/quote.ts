/** What Go's `unicode.IsPrint` accepts: letters, marks, numbers, punctuation, symbols and the ASCII space. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

const named: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

function quoteRune(rune: string): string {
  const short = named[rune];
  if (short !== undefined) return short;
  if (printable.test(rune)) return rune;
  const code = rune.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x80) return `\\x${hex.padStart(2, '0')}`;
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** A string literal as Go's `strconv.Quote` (and `%q`) prints it: `"a\tb"`. Lone surrogates count as U+FFFD. */
export function quoteGo(text: string): string {
  return `"${Array.from(text.toWellFormed(), quoteRune).join('')}"`;
}

/** A byte as Go's JSON scanner names it in `invalid character 'x'`; a byte from 0x80 on is read as Latin-1. */
export function quoteGoByte(byte: number): string {
  const rune = String.fromCharCode(byte);
  if (rune === "'") return "'\\''";
  return rune === '"' ? `'"'` : `'${quoteRune(rune)}'`;
}

/** A value as Go's `time.ParseError` quotes it: everything outside printable ASCII byte by byte, `"\xc3\xa9"`. */
export function quoteGoTime(latin1: string): string {
  const escaped = latin1.replace(/["\\]|[^ -~\x7f]/g, (char) =>
    char === '"' || char === '\\' ? `\\${char}` : `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `"${escaped}"`;
}

/** Escapes of `JSON.stringify` that `json.Marshal` writes differently. */
const spelled: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' };

/**
 * JSON as Go's `json.Marshal` writes it: `<`, `>`, `&` and the two line separators are escaped, so that the text is
 * safe inside HTML. Key order is that of the value.
 */
export function encodeGoJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\u....|\\.|[<>&\u2028\u2029]/g, (found) => {
    if (/^\\ud[89a-f]/.test(found)) return '\\ufffd';
    if (found.startsWith('\\')) return spelled[found] ?? found;
    return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
