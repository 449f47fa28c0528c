import { TransferStop } from './transport-failure.ts';

export interface BodyLimits {
  readonly maxBytes: number;
  /** Silence between two pieces, in real time; `undefined` for no limit. */
  readonly idleMs: number | undefined;
}

/**
 * Reads a body once, to its end, as UTF-8 (bytes that are none become U+FFFD; a byte order mark stays, so that a judge
 * can see it). Rejects with a `TransferStop` when it grows beyond the cap or falls silent, and then lets the connection go.
 */
export async function readBody(
  response: Response,
  limits: BodyLimits,
  controller: AbortController | undefined,
): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const timer =
    limits.idleMs === undefined || controller === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(new TransferStop('timeout', `no byte of the body for ${limits.idleMs} ms`)),
          limits.idleMs,
        );
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limits.maxBytes) {
        const stop = new TransferStop('too-large', `the body is larger than ${limits.maxBytes} bytes`);
        // A server that never ends may never acknowledge either, so nobody waits for it.
        reader.cancel(stop).catch(() => {});
        throw stop;
      }
      chunks.push(value);
      timer?.refresh();
    }
  } finally {
    clearTimeout(timer);
  }
  return decode(chunks, size);
}

function decode(chunks: readonly Uint8Array[], size: number): string {
  const [first] = chunks;
  if (first === undefined) return '';
  const bytes =
    chunks.length === 1
      ? Buffer.from(first.buffer, first.byteOffset, first.byteLength)
      : Buffer.concat(chunks, size);
  return bytes.toString('utf8');
}
