import type { Clock } from '../../clock.ts';

/** A timeout, as opposed to a lost connection. */
export class TimeRanOut extends Error {
  constructor(ms: number) {
    super(`nothing came for ${ms} ms`);
    this.name = 'TimeRanOut';
  }
}

/** The outcome of `work`, or `TimeRanOut` after `ms` on the clock, or the reason of an aborted signal. */
export async function within<T>(
  clock: Clock,
  ms: number,
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const settled = new AbortController();
  const signals = signal ? [settled.signal, signal] : [settled.signal];
  const late = clock.sleep(Math.max(0, ms), AbortSignal.any(signals)).then(() => {
    throw new TimeRanOut(ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort();
  }
}

export interface BodyLimits {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** Counted after decompression. */
  readonly maxBytes: number;
  readonly idleMs: number;
  /** By the clock. */
  readonly deadlineMs: number;
}

/**
 * Reads a body as UTF-8 text. `complete` is false if it was truncated at `maxBytes`. Rejects with `TimeRanOut`, or with the
 * stream's error. The rest of the body is always cancelled.
 */
export async function readText(
  response: Response,
  limits: BodyLimits,
): Promise<{ readonly text: string; readonly complete: boolean }> {
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  if (!reader) return { text: '', complete: true };
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const ms = Math.min(limits.idleMs, limits.deadlineMs - limits.clock.now());
      const { done, value } = await within(limits.clock, ms, reader.read(), limits.signal);
      if (done) return { text: parts.join('') + decoder.decode(), complete: true };
      const room = limits.maxBytes - bytes;
      parts.push(decoder.decode(value.subarray(0, room), { stream: true }));
      bytes += value.byteLength;
      if (bytes > limits.maxBytes) return { text: parts.join(''), complete: false };
    }
  } finally {
    // Not awaited: a hanging stream may also hang on cancel.
    reader.cancel().catch(() => {});
  }
}
