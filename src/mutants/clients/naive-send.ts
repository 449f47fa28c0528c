import type { Clock } from '../../clock.ts';
import type { ClientModule } from '../../drivers/driver.ts';

/** The final response to a request, after all retries. */
export interface NaiveResponse {
  /** 0 if there was no complete response. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How a request is sent, read and retried. */
export interface SendSteps {
  readonly redirect: RequestRedirect;
  /** Of a response body. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** Milliseconds until the request is retried; `undefined`: never. `retry` counts from 0. */
  readonly retryMs: (response: NaiveResponse, retry: number, nowMs: number) => number | undefined;
  /** Milliseconds until the next request, after a response that is not retried. */
  readonly paceMs: (response: NaiveResponse, nowMs: number) => number;
}

/** The documented schedule: five retries, after 1, 2, 4, 8 and 16 s. */
const delaysMs = [1000, 2000, 4000, 8000, 16_000];
/** No window is longer than a minute, so a later Reset is invalid. */
const maxWaitMs = 300_000;

/** Milliseconds until the Reset of a response; 0 if it has no valid one. */
export function untilResetMs({ headers }: NaiveResponse, nowMs: number): number {
  const text = headers.get('x-ratelimit-reset') ?? '';
  const leftMs = /^\d+$/.test(text) ? Number(text) * 1000 - nowMs : 0;
  return leftMs > 0 && leftMs <= maxWaitMs ? leftMs : 0;
}

/** The documented steps. */
export const documentedSend: SendSteps = {
  redirect: 'manual',
  // A page of 10,000 needs more; here no page has more than a hundred entries.
  maxBytes: 1024 * 1024,
  timeoutMs: 60_000,
  retryMs: (response, retry, nowMs) => {
    const isTransient = [0, 429, 500, 502, 503].includes(response.status);
    const delayMs = delaysMs[retry];
    if (!isTransient || delayMs === undefined) return undefined;
    return response.status === 429 ? Math.max(delayMs, untilResetMs(response, nowMs)) : delayMs;
  },
  paceMs: (response, nowMs) =>
    response.headers.get('x-ratelimit-remaining') === '0' ? untilResetMs(response, nowMs) : 0,
};

/** Abort reason; the default reason would create an error with a stack for each abort. */
const abortReason = 'it is over';

type Wire = Pick<Parameters<ClientModule>[0], 'fetch' | 'clock'>;

/** Sends a request and retries it as the steps decide. */
export async function sendNaively(
  url: string,
  init: RequestInit,
  { fetch, clock }: Wire,
  steps: SendSteps,
): Promise<NaiveResponse> {
  for (let retry = 0; ; retry++) {
    const response = await sendOnce(url, init, { fetch, clock }, steps);
    const waitMs = steps.retryMs(response, retry, clock.now());
    if (waitMs === undefined) {
      const paceMs = steps.paceMs(response, clock.now());
      if (paceMs > 0) await clock.sleep(paceMs);
      return response;
    }
    await clock.sleep(waitMs);
  }
}

async function sendOnce(
  url: string,
  init: RequestInit,
  { fetch, clock }: Wire,
  steps: SendSteps,
): Promise<NaiveResponse> {
  const hangUp = new AbortController();
  try {
    const { redirect } = steps;
    const work = fetch(url, { ...init, redirect, signal: hangUp.signal }).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      text: await readText(response, steps.maxBytes),
    }));
    return await within(clock, steps.timeoutMs, work);
  } catch {
    return { status: 0, headers: new Headers(), text: '' };
  } finally {
    hangUp.abort(abortReason);
  }
}

/** The body, truncated at `maxBytes`, which makes it invalid JSON. */
async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for (let bytes = 0; reader && bytes <= maxBytes; ) {
    const { done, value } = await reader.read();
    if (done) return parts.join('') + decoder.decode();
    parts.push(decoder.decode(value, { stream: true }));
    bytes += value.byteLength;
  }
  reader?.cancel().catch(() => {});
  return parts.join('');
}

async function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = clock.sleep(ms, settled.signal).then((): never => {
    throw new Error(`no response within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort(abortReason);
  }
}
