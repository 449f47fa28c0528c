/** A well-formed UTF-8 sequence of two to four bytes, or a byte that belongs to none; bytes as Latin-1. */
const sequence =
  /([\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})|[\x80-\xff]/g;

/**
 * Decodes bytes losslessly: each invalid byte becomes a lone surrogate from U+DC80 to U+DCFF with the same low byte. Go's
 * scanner names such a byte in its error, and its decoder writes one U+FFFD per byte, where the web's decoder merges
 * several. A byte order mark is kept.
 */
export function decodeGoUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return latin1.replace(sequence, (found, whole: string | undefined) =>
      whole === undefined
        ? String.fromCharCode(0xdc00 + found.charCodeAt(0))
        : Buffer.from(whole, 'latin1').toString(),
    );
  }
}

/** The byte that Go sees at a position: the first byte of the character's UTF-8 form. */
export function goByteAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code >= 0xdc80 && code <= 0xdcff) return code - 0xdc00;
  return Buffer.from(String.fromCodePoint(code))[0] ?? 0;
}
