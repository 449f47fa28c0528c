import { pipeline, Readable } from 'node:stream';
import { constants, createGzip, gunzipSync } from 'node:zlib';

/** Whether bytes begin as a gzip file does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Offset of the member that names the operating system (RFC 1952 section 2.3); 255 is "unknown". */
const systemAt = 9;
const unknownSystem = 255;

/** Half the time of the default, for files that are a seventh larger. */
const level = 3;

/**
 * Text as a gzip file. The header has no time and no operating system, so the same text gives the same bytes with the same
 * zlib.
 */
export async function* gzipped(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  // One piece at a time: each may have megabytes, and sixteen would be made in advance.
  const source = Readable.from(pieces, { highWaterMark: 1 });
  // Its error also ends the loop below.
  const packed = pipeline(source, createGzip({ level }), () => {});
  for await (const piece of packed as AsyncIterable<Buffer>) {
    if (isFirst) piece[systemAt] = unknownSystem;
    isFirst = false;
    yield piece;
  }
}

/** The content of a gzip file of at most `maxBytes`, or why there is none, as a clause. */
export function gunzipped(
  bytes: Uint8Array,
  maxBytes: number,
): { readonly bytes: Buffer } | { readonly fault: string; readonly cause: unknown } {
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (cause) {
    return { fault: faultOf(cause as NodeJS.ErrnoException), cause };
  }
}

/** The start of the content, as far as `bytes` contain it; empty if they are damaged. */
export function startOfGzip(bytes: Uint8Array): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16 * 1024 * 1024 });
  } catch {
    return Buffer.alloc(0);
  }
}

function faultOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'Z_BUF_ERROR') return 'it is truncated';
  return code === 'ERR_BUFFER_TOO_LARGE' ? 'its content is too large' : 'it is damaged (gzip)';
}
