import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Received } from '../targets/received.ts';
import { createTextStore, readText, type StoredText } from '../text/packed-text.ts';
import { excessOf, isSurelyGiant, largeBytes, maxRecordBytes } from './excess.ts';
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
  /** Of different bodies: what a run has to keep. */
  newBytes: number;
}

/** Reads the bodies of one run. */
export interface BodyReader {
  /**
   * Reads a body to its end as UTF-8 (invalid bytes become U+FFFD; a byte order mark is kept for the claims). Rejects with a
   * `TransferStop` when it exceeds a cap or becomes idle, and then releases the connection. Updates `intake` while reading.
   * `allowed`: records that a conforming response has at most.
   */
  read(
    response: Pick<Received, 'body'>,
    controller: AbortController | undefined,
    allowed: number,
  ): Promise<ReadBody>;
}

export interface ReadBody {
  readonly text: StoredText;
  /** Whether all bytes were valid. */
  readonly isUtf8: boolean;
}

/**
 * Equal bodies of a run are one text, found by their bytes: many responses are equal, and a page may have megabytes. Buffers are
 * used again, because an allocator does not give back what many buffers of megabytes took.
 */
export function createBodyReader(limits: BodyLimits, intake: Intake): BodyReader {
  const bodies = new Map<string, ReadBody>();
  const { store } = createTextStore();
  const idle: Pile[] = [];
  let excessive = 0;
  return {
    read: async (response, controller, allowed) => {
      if (response.body === null) return { text: '', isUtf8: true };
      const pile = idle.pop() ?? createPile();
      pile.clear();
      try {
        // A web stream is iterable in Node; the type of the DOM library does not know.
        const now =
          excessive < maxExcessive ? limits : { ...limits, maxBytes: largeBytes, isLowered: true as const };
        const values = await fill(
          pile,
          response.body as AsyncIterable<Uint8Array>,
          now,
          controller,
          intake,
        ).catch((error: unknown) => {
          if (error instanceof TransferStop && error.failure.kind === 'too-large') excessive++;
          throw error;
        });
        const bytes = pile.bytes();
        if (isSurelyGiant(bytes, values)) throw giantRecord();
        const key = hash('sha1', bytes, 'base64');
        const known = bodies.get(key);
        // No smaller body has too much in it, whatever was asked for.
        if (known !== undefined && bytes.byteLength < largeBytes) return known;
        const text = known?.text ?? bytes.toString('utf8');
        const excess = excessOf(text, allowed);
        if (excess === 'too-many') excessive++;
        // One of them alone takes hundreds of megabytes when it is parsed, redacted and judged.
        if (excess === 'giant-record') throw giantRecord();
        if (known !== undefined) return known;
        intake.newBytes += bytes.byteLength;
        const read = { text: store(readText(text)), isUtf8: isUtf8(bytes) };
        bodies.set(key, read);
        return read;
      } finally {
        if (idle.length < maxIdle) idle.push(pile);
      }
    },
  };
}

function giantRecord(): TransferStop {
  return new TransferStop('too-large', `the body has more than ${maxRecordBytes} bytes for each record`);
}

/** Bodies with too much in them after which no large one is read. */
const maxExcessive = 2;
/** Buffers that are kept. More are in use at once only in probes of concurrency, whose bodies are small. */
const maxIdle = 2;

/** The number of its JSON values, about. */
async function fill(
  pile: Pile,
  body: AsyncIterable<Uint8Array>,
  limits: BodyLimits & { readonly isLowered?: true },
  controller: AbortController | undefined,
  intake: Intake,
): Promise<number> {
  const pieces = body[Symbol.asyncIterator]();
  let values = 0;
  const stopAt = (limit: string): never => {
    const reason = limits.isLowered
      ? `, after ${maxExcessive} that were too large, or not what was asked for`
      : '';
    const stop = new TransferStop('too-large', `the body is larger than ${limit}${reason}`);
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
    return values;
  } finally {
    clearTimeout(timer);
  }
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
interface Pile {
  clear(): void;
  size(): number;
  add(piece: Uint8Array): void;
  /** A view, which the next body overwrites. */
  bytes(): Buffer;
}

/** Most bodies fit; a probe that uses up a quota reads a thousand at once. */
const firstBytes = 4 * 1024;

function createPile(): Pile {
  let buffer = new Uint8Array(firstBytes);
  let size = 0;
  return {
    clear: () => {
      size = 0;
    },
    size: () => size,
    add: (piece) => {
      const needed = size + piece.byteLength;
      if (needed > buffer.byteLength) {
        const grown = new Uint8Array(Math.max(needed, 2 * buffer.byteLength));
        grown.set(buffer.subarray(0, size));
        // Frees it now: the garbage collector does not see how much waits for it.
        buffer.buffer.transfer(0);
        buffer = grown;
      }
      buffer.set(piece, size);
      size = needed;
    },
    bytes: () => Buffer.from(buffer.buffer, 0, size),
  };
}
