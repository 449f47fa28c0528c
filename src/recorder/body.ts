import { isUtf8 } from 'node:buffer';
import type { Received } from '../targets/received.ts';
import { TransferStop } from './transport-failure.ts';

export interface BodyLimits {
  readonly maxBytes: number;
  /** Approximate number of JSON values: commas and opening brackets. */
  readonly maxValues: number;
  /** Idle time between two chunks, in real time; `undefined` for no limit. */
  readonly idleMs: number | undefined;
}

/** Amount read so far, also for incomplete bodies. */
export interface Intake {
  bytes: number;
  values: number;
}

/**
 * Reads a body to its end as UTF-8 (invalid bytes become U+FFFD, and it is said that there were some; a byte order mark is kept for
 * the judges). Rejects with a
 * `TransferStop` when it exceeds a cap or becomes idle, and then releases the connection. Updates `intake` while reading.
 */
export async function readBody(
  response: Pick<Received, 'body'>,
  limits: BodyLimits,
  controller: AbortController | undefined,
  intake: Intake,
): Promise<{ readonly text: string; readonly isUtf8: boolean }> {
  if (response.body === null) return { text: '', isUtf8: true };
  // A web stream is iterable in Node; the type of the DOM library does not know.
  const pieces = (response.body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const pile = createPile();
  let values = 0;
  const stopAt = (limit: string): never => {
    const stop = new TransferStop('too-large', `the body is larger than ${limit}`);
    // Releases the connection. A server that never ends may never acknowledge it, so it is not awaited.
    pieces.return?.().catch(() => {});
    throw stop;
  };
  const timer =
    limits.idleMs === undefined || controller === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(new TransferStop('timeout', `no byte of the body for ${limits.idleMs} ms`)),
          limits.idleMs,
        );
  try {
    for (;;) {
      const { done, value } = await pieces.next();
      if (done) break;
      intake.bytes += value.byteLength;
      if (pile.size() + value.byteLength > limits.maxBytes) stopAt(`${limits.maxBytes} bytes`);
      const more = valuesIn(value);
      intake.values += more;
      values += more;
      if (values > limits.maxValues) stopAt(`${limits.maxValues} JSON values`);
      pile.add(value);
      timer?.refresh();
    }
  } finally {
    clearTimeout(timer);
  }
  return pile.read();
}

/** Ten bytes of `{},{},{}` become hundreds once parsed, so bytes alone do not bound the cost of a response. */
function valuesIn(piece: Uint8Array): number {
  let values = 0;
  for (let at = 0; at < piece.byteLength; at++) {
    const byte = piece[at];
    if (byte === 0x2c || byte === 0x5b || byte === 0x7b) values++;
  }
  return values;
}

/**
 * Collects chunks in one doubling buffer. Stored separately, one-byte chunks (a body may have millions) would each cost a
 * hundred times their size.
 */
function createPile() {
  let buffer = new Uint8Array(0);
  let size = 0;
  return {
    size: () => size,
    add: (piece: Uint8Array) => {
      const needed = size + piece.byteLength;
      if (needed > buffer.byteLength) {
        const grown = new Uint8Array(size === 0 ? needed : Math.max(needed, 2 * buffer.byteLength));
        grown.set(buffer.subarray(0, size));
        buffer = grown;
      }
      buffer.set(piece, size);
      size = needed;
    },
    read: () => {
      const bytes = Buffer.from(buffer.buffer, 0, size);
      return { text: bytes.toString('utf8'), isUtf8: isUtf8(bytes) };
    },
  };
}
