/** One shell word: plain text in single quotes, text with control or hidden characters as `$'…'`. */
export function shellQuote(text: string): string {
  if (/^[\w./:@%+=-]+$/.test(text)) return text;
  if (/^[\u0020-\u007e\p{L}\p{N}]*$/u.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text.replace(/[\\']/g, '\\$&').replace(/[^\u0020-\u007e\p{L}\p{N}]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (char === '\n') return '\\n';
    if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `$'${escaped}'`;
}
