import { isUtf8 } from 'node:buffer';
import { brotliDecompressSync, inflateRawSync, inflateSync, unzipSync, zstdDecompressSync } from 'node:zlib';
import type { HeaderMap } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';

/** Bytes of one decoded body, as in the recorder of a live run. */
const maxBodyBytes = 32 * 1024 * 1024;
/** Approximate values of one body (commas and opening brackets), as in the recorder. */
const maxValues = 2_000_000;

/** A body as a tool stored it. */
export interface StoredBody {
  /** The text; some tools store parsed JSON instead. */
  readonly text: unknown;
  /** `base64`, where the tool says so. */
  readonly encoding?: unknown;
  /** Bytes that the body had on arrival, decoded, where the tool says so. */
  readonly size?: unknown;
  readonly headers: HeaderMap;
}

/**
 * The text of a stored body: `''` where nothing is stored, and `undefined` where what is stored is not the whole body: a tool that
 * cut it or kept compressed bytes as text says nothing about the server.
 */
export function storedText({ text, encoding, size, headers }: StoredBody): string | undefined {
  const written = isObject(text) || Array.isArray(text) ? JSON.stringify(text) : text;
  if (typeof written !== 'string' || written === '') return '';
  const decoded = decodedText(written, encoding === 'base64', headers['content-encoding'] ?? '');
  return decoded === undefined || isCut(decoded, size, headers) ? undefined : decoded;
}

/** Ten bytes of `{},{},{}` take hundreds when parsed, so bytes alone do not bound the memory of a body. */
export function isTooMuch(body: string): boolean {
  if (body.length <= maxValues) return false;
  if (body.length > maxBodyBytes) return true;
  let values = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === 0x2c || code === 0x5b || code === 0x7b) values++;
  }
  return values > maxValues;
}

/** What JSON, a word or a sentence has and base64 has not. */
const notBase64 = /[^A-Za-z0-9+/=\s_-]/;

/** Tools mark base64 that is none, leave it unmarked, or keep the bytes of a compressed body as if they were text. */
function decodedText(text: string, isMarked: boolean, coding: string): string | undefined {
  if (isBinary(text, coding)) {
    // Each character is a byte, unless the tool has replaced some.
    return /^[\0-\u00ff]*$/.test(text) ? decompressed(Buffer.from(text, 'latin1'), coding) : undefined;
  }
  if (notBase64.test(text)) return text;
  const packed = text.replace(/\s+/g, '');
  const bytes = Buffer.from(packed, 'base64');
  if (!isMarked) {
    if (packed.length < 8 || packed.length % 4 !== 0) return text;
    const found = hasMagic(bytes) ? decompressed(bytes, coding) : asUtf8(bytes);
    return found !== undefined && isWholeJson(found) ? found : text;
  }
  // `Unauthorized` is well-formed base64, of bytes that are not text.
  const isWord = packed.length % 4 !== 0 || /^[A-Z]?[a-z]+$/.test(text);
  if (isWord && asUtf8(bytes) === undefined && !hasMagic(bytes)) return text;
  return decompressed(bytes, coding);
}

/** Begins like a gzip or zstd file, or has characters that no text has although the body was compressed. */
function isBinary(text: string, coding: string): boolean {
  // The second byte as it is, replaced, or read as Windows-1252.
  if (/^\u001f[\u008b\ufffd\u2039]/.test(text) || /^\(\u00b5\/\u00fd/.test(text)) return true;
  return /\b(?:br|deflate|gzip|zstd)\b/i.test(coding) && isUnprintable(text);
}

function isUnprintable(text: string): boolean {
  return /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(text);
}

function asUtf8(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString('utf8');
  return isUnprintable(text) ? undefined : text;
}

function hasMagic(bytes: Buffer): boolean {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b) || isZstd(bytes);
}

function isZstd(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32BE(0) === 0x28b52ffd;
}

/** Tools should decode the content coding; some do not. `undefined` if the body is damaged or too long. */
function decompressed(bytes: Buffer, coding: string): string | undefined {
  const limit = { maxOutputLength: maxBodyBytes };
  const inflate = ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync : inflateRawSync;
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unzipSync(bytes, limit).toString('utf8');
    if (isZstd(bytes)) return zstdDecompressSync(bytes, limit).toString('utf8');
    if (asUtf8(bytes) !== undefined) return bytes.toString('utf8');
    if (/\bbr\b/i.test(coding)) return brotliDecompressSync(bytes, limit).toString('utf8');
    if (/\bdeflate\b/i.test(coding)) return inflate(bytes, limit).toString('utf8');
    return bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

/** Marks of tools that shorten bodies. */
const cutMark = /(?:\u2026|\.\.\.|\btruncated\b[^"{}]{0,40})\s*$/i;

/** A body that a tool shortened. What is whole as JSON is whole, whatever sizes the tool reports. */
function isCut(text: string, size: unknown, headers: HeaderMap): boolean {
  const bytes = Buffer.byteLength(text);
  const sent = headers['content-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : 0;
  const isShort = [size, sent].some((one) => typeof one === 'number' && one > bytes);
  const looksCut =
    isJsonStart(text) && (cutMark.test(text.slice(-60)) || isRound(bytes) || isRound(text.length));
  return (isShort || looksCut) && !isWholeJson(text);
}

/** Limits of tools are round numbers (64 KiB, 10,000 characters); the length of a body that a server breaks off hardly ever is. */
function isRound(length: number): boolean {
  return length >= 1000 && (Number.isInteger(Math.log2(length)) || length % 1000 === 0);
}

function isJsonStart(text: string): boolean {
  return /^\ufeff?\s*[[{]/.test(text);
}

function isWholeJson(text: string): boolean {
  if (!isJsonStart(text)) return false;
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
