import type { Clock } from '../../clock.ts';
import type { ClientModule } from '../../drivers/driver.ts';

/** What came of sending a request, after all retries. */
export interface NaiveAnswer {
  /** 0 where no whole answer came. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How a request is sent, read and sent again. */
export interface SendSteps {
  readonly redirect: RequestRedirect;
  /** Of a body that is read. */
  readonly maxBytes: number;
  readonly answerMs: number;
  /** Milliseconds until the same request goes out again; `undefined`: never. `retry` counts from 0. */
  readonly retryMs: (answer: NaiveAnswer, retry: number, nowMs: number) => number | undefined;
  /** Milliseconds until the next request, after an answer that is not sent again. */
  readonly paceMs: (answer: NaiveAnswer, nowMs: number) => number;
}

/** The documents' own schedule: five retries, after 1, 2, 4, 8 and 16 s. */
const delaysMs = [1000, 2000, 4000, 8000, 16_000];
/** No window is longer than a minute; a Reset beyond this is no instant to wait for. */
const longestWaitMs = 300_000;

/** Milliseconds until the Reset of an answer; 0 where it has none that makes sense. */
export function untilResetMs({ headers }: NaiveAnswer, nowMs: number): number {
  const text = headers.get('x-ratelimit-reset') ?? '';
  const leftMs = /^\d+$/.test(text) ? Number(text) * 1000 - nowMs : 0;
  return leftMs > 0 && leftMs <= longestWaitMs ? leftMs : 0;
}

/** The steps as the documents have them. */
export const documentedSend: SendSteps = {
  redirect: 'manual',
  // A page of 10,000 takes more; here no page has more than a hundred entries.
  maxBytes: 1024 * 1024,
  answerMs: 60_000,
  retryMs: (answer, retry, nowMs) => {
    const passes = [0, 429, 500, 502, 503].includes(answer.status);
    const delayMs = delaysMs[retry];
    if (!passes || delayMs === undefined) return undefined;
    return answer.status === 429 ? Math.max(delayMs, untilResetMs(answer, nowMs)) : delayMs;
  },
  paceMs: (answer, nowMs) =>
    answer.headers.get('x-ratelimit-remaining') === '0' ? untilResetMs(answer, nowMs) : 0,
};

/** Why nobody waits any more. Without a reason of its own each abort makes an error with a stack. */
const isOver = 'it is over';

type Wire = Pick<Parameters<ClientModule>[0], 'fetch' | 'clock'>;

/** Sends a request until the steps are content with its answer. */
export async function sendNaively(
  url: string,
  init: RequestInit,
  { fetch, clock }: Wire,
  steps: SendSteps,
): Promise<NaiveAnswer> {
  for (let retry = 0; ; retry++) {
    const answer = await sendOnce(url, init, { fetch, clock }, steps);
    const waitMs = steps.retryMs(answer, retry, clock.now());
    if (waitMs === undefined) {
      const paceMs = steps.paceMs(answer, clock.now());
      if (paceMs > 0) await clock.sleep(paceMs);
      return answer;
    }
    await clock.sleep(waitMs);
  }
}

async function sendOnce(
  url: string,
  init: RequestInit,
  { fetch, clock }: Wire,
  steps: SendSteps,
): Promise<NaiveAnswer> {
  const hangUp = new AbortController();
  try {
    const { redirect } = steps;
    const work = fetch(url, { ...init, redirect, signal: hangUp.signal }).then(async (response) => ({
      status: response.status,
      headers: response.headers,
      text: await readText(response, steps.maxBytes),
    }));
    return await within(clock, steps.answerMs, work);
  } catch {
    return { status: 0, headers: new Headers(), text: '' };
  } finally {
    hangUp.abort(isOver);
  }
}

/** The body, cut off at `maxBytes`: what is cut is no JSON any more. */
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
    throw new Error(`no answer within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort(isOver);
  }
}
