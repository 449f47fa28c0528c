import { ConformanceError } from '../../errors.ts';
import type { Settings } from '../settings.ts';
import { readText, TimeRanOut, within } from './body.ts';

/** A repeatable request. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  /** Without Authorization, which is added when sending. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** The result of one attempt. */
export type Attempt =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Truncated for an error that is too long or endless. */
      readonly text: string;
      readonly receivedAtMs: number;
    }
  | {
      readonly kind: 'lost';
      readonly reason: 'unreachable' | 'timeout' | 'too-large';
      readonly message: string;
      /** The server may have received the request. */
      readonly maybeSeen: boolean;
    };

/** Longer than any error message. */
const maxErrorBytes = 64 * 1024;

/**
 * Sends a request once, with the token. Lost responses are data; throws only on abort and suite faults (such as a safety
 * stop).
 */
export async function sendOnce(outgoing: Outgoing, settings: Settings): Promise<Attempt> {
  const { clock, caps } = settings;
  const deadlineMs = clock.now() + caps.answerMs;
  const hangUp = new AbortController();
  const { method, body, signal } = outgoing;
  let answered = false;
  try {
    const request = new Request(outgoing.url, {
      method,
      headers: { ...outgoing.headers, authorization: `Bearer ${settings.token}` },
      redirect: 'manual',
      signal: AbortSignal.any(signal ? [hangUp.signal, signal] : [hangUp.signal]),
      ...(body === undefined ? {} : { body }),
    });
    const response = await within(clock, caps.answerMs, settings.fetch(request), signal);
    answered = true;
    const head = { kind: 'answered' as const, status: response.status, headers: headersOf(response) };
    const maxBytes = response.ok ? caps.bodyBytes : maxErrorBytes;
    const limits = { clock, signal, maxBytes, idleMs: caps.idleMs, deadlineMs };
    const read = await readText(response, limits).catch((error: unknown) => {
      // The status of an error suffices, even if its body is incomplete.
      if (response.ok || signal?.aborted) throw error;
      return { text: '', complete: true };
    });
    if (response.ok && !read.complete)
      return lost('too-large', `the body is longer than ${caps.bodyBytes} bytes`, true);
    return { ...head, text: read.text, receivedAtMs: clock.now() };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ConformanceError) throw error;
    if (error instanceof TimeRanOut) return lost('timeout', error.message, true);
    return lost('unreachable', describe(error, outgoing.url), answered || !neverConnected(error));
  } finally {
    hangUp.abort();
  }
}

function lost(reason: (Attempt & { kind: 'lost' })['reason'], message: string, maybeSeen: boolean): Attempt {
  return { kind: 'lost', reason, message, maybeSeen };
}

/** Headers by lower-case name; repeated ones are joined by `fetch`. */
function headersOf(response: Response): Readonly<Record<string, string>> {
  return Object.fromEntries(response.headers);
}

/** Failures before any byte of the request is sent. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function neverConnected(error: unknown): boolean {
  return beforeSending.has(codeOf(error));
}

/** `fetch` hides the code in `cause`. */
function codeOf(error: unknown): string {
  const { code, cause } = error instanceof Error ? (error as { code?: unknown; cause?: unknown }) : {};
  if (typeof code === 'string') return code;
  return cause instanceof Error ? codeOf(cause) : '';
}

/** The error code, if any, and an unknown host: transport messages may quote the request. */
function describe(error: unknown, url: string): string {
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `the host ${new URL(url).hostname} was not found (${code})`;
  return code === '' ? 'the connection failed' : `the connection failed (${code})`;
}
