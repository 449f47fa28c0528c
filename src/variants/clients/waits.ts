import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSend, untilResetMs } from '../../mutants/clients/naive-send.ts';
import { type WholeSteps, wholeClient } from '../../mutants/clients/whole-client.ts';
import type { ClientVariant } from '../variant.ts';

const { retryMs, paceMs } = documentedSend;
type Retry = typeof retryMs;

/** Steps whose documented waits are changed, in reads and writes alike. */
export function waiting(again: Retry): Partial<WholeSteps> {
  return {
    retryMs: again,
    writeRetryMs: (method, answer, retry, nowMs) =>
      method === 'PATCH' || answer.status === 429 ? again(answer, retry, nowMs) : undefined,
  };
}

/** The documented wait, made longer. */
export const longer =
  (change: (ms: number, retry: number) => number): Retry =>
  (answer, retry, nowMs) => {
    const ms = retryMs(answer, retry, nowMs);
    return ms === undefined ? undefined : change(ms, retry);
  };

const isOutage = (status: number) => status === 0 || status >= 500;

/** No more than so many retries of an outage; a refusal by the rate limit is waited for as documented. */
export const retryingAtMost =
  (most: number): Retry =>
  (answer, retry, nowMs) =>
    isOutage(answer.status) && retry >= most ? undefined : retryMs(answer, retry, nowMs);

const giveUpWording = 'doubt give-up-wording: five retries are the most; nothing asks for as many';

const neverRetried = Object.fromEntries(
  [500, 502, 503].map((status) => [
    `backoff/client-retries-${status}`,
    { outcomes: ['failed'], why: 'a passing outage is not overcome, which the rows on retries ask for' },
  ]),
) as NonNullable<ClientVariant['but']>;

const neverWaited: NonNullable<ClientVariant['but']> = Object.fromEntries(
  ['backoff/client-first-wait-1s', 'backoff/client-waits-double', 'backoff/client-backoff-starts-over'].map(
    (id) => [id, { outcomes: ['untested'], why: 'who never sends again never waits' }],
  ),
);

const notLivedThrough = (...ids: readonly string[]): NonNullable<ClientVariant['but']> =>
  Object.fromEntries(
    ids.map((id) => [
      id,
      { outcomes: ['untested'], why: 'a scenario of several failures is not lived through' },
    ]),
  );

const shortOfPatience: NonNullable<ClientVariant['but']> = {
  ...notLivedThrough(
    'rate-limit/client-waits-for-reset',
    'backoff/client-first-wait-1s',
    'backoff/client-at-most-five-retries',
  ),
  'backoff/client-waits-double': { outcomes: ['untested'], why: 'there is no second wait' },
  'backoff/client-backoff-starts-over': { outcomes: ['untested'], why: 'an outage of three is not outlived' },
  ...neverRetried,
};

const variant = (
  name: ClientVariant['name'],
  why: string,
  steps: Partial<WholeSteps>,
  but?: ClientVariant['but'],
): ClientVariant => ({ name, why, run: wholeClient(steps), ...(but ? { but } : {}) });

/** Clients that wait in other ways, all of them within the documents. */
export const waitVariants: readonly ClientVariant[] = [
  variant(
    'backoff/jitter-of-100-percent-upward',
    'OV: at least so long; jitter goes upward',
    waiting(longer((ms) => 2 * ms)),
  ),
  variant(
    'backoff/jitter-now-much-now-little',
    'OV: at least so long; jitter goes upward',
    waiting(longer((ms, retry) => ms * (retry % 2 === 0 ? 1.97 : 1.03))),
  ),
  variant(
    'backoff/jitter-of-fractions-of-milliseconds',
    'OV: at least so long; no grain is given',
    waiting(longer((ms) => ms * 1.000_000_3)),
  ),
  variant(
    'backoff/a-schedule-of-2-4-8-16-32-seconds',
    'OV: each wait is twice the one before, and none is shorter than documented',
    waiting(longer((ms, retry) => Math.max(ms, 2000 * 2 ** retry))),
  ),
  variant(
    'backoff/twenty-seconds-each-time',
    'OV gives least waits; each of these is longer',
    waiting(longer((ms) => Math.max(ms, 20_000))),
  ),
  variant(
    'backoff/three-seconds-more-after-each-answer',
    'OV gives least waits',
    waiting(longer((ms) => ms + 3000)),
  ),
  variant(
    'rate-limit/a-minute-where-reset-makes-no-sense',
    'doubt wait-after-429: without a sensible Reset the window is over after a minute at the latest',
    waiting((answer, retry, nowMs) => {
      const ms = retryMs(answer, retry, nowMs);
      return answer.status === 429 && ms !== undefined && ms <= 16_000 ? Math.max(ms, 60_000) : ms;
    }),
  ),
  variant(
    'rate-limit/always-a-whole-minute-after-a-429',
    'OV: the counter starts again every minute, so a minute is always enough',
    waiting((answer, retry, nowMs) => {
      const ms = retryMs(answer, retry, nowMs);
      return answer.status === 429 && ms !== undefined ? Math.max(ms, 60_000) : ms;
    }),
  ),
  variant(
    'rate-limit/two-seconds-beyond-reset',
    'OV: nothing before Reset; clocks differ',
    waiting((answer, retry, nowMs) => {
      const ms = retryMs(answer, retry, nowMs);
      return answer.status === 429 && ms !== undefined ? ms + 2000 : ms;
    }),
  ),
  variant(
    'rate-limit/retry-after-where-there-is-one',
    'RFC 9110, 10.2.3: a server may ask for a longer wait',
    waiting((answer, retry, nowMs) => {
      const ms = retryMs(answer, retry, nowMs);
      return ms === undefined
        ? undefined
        : Math.max(ms, 1000 * Number(answer.headers.get('retry-after') ?? 0));
    }),
  ),
  variant('rate-limit/paces-as-soon-as-few-remain', 'OV: headers are there to slow down in time', {
    paceMs: (answer, nowMs) =>
      Number(answer.headers.get('x-ratelimit-remaining') ?? 1200) < 20 ? untilResetMs(answer, nowMs) : 0,
  }),
  variant('rate-limit/a-rest-after-every-answer', 'nothing is said about speed', {
    paceMs: (answer, nowMs) => Math.max(50, paceMs(answer, nowMs)),
  }),
  variant('backoff/four-retries', giveUpWording, waiting(retryingAtMost(4)), neverRetried),
  variant('backoff/three-retries', giveUpWording, waiting(retryingAtMost(3)), neverRetried),
  variant('backoff/one-retry-then-an-honest-end', giveUpWording, waiting(retryingAtMost(1)), shortOfPatience),
  variant('backoff/an-honest-end-at-the-first-outage', giveUpWording, waiting(retryingAtMost(0)), {
    ...neverRetried,
    ...neverWaited,
    ...notLivedThrough(
      'rate-limit/client-waits-for-reset',
      'backoff/client-at-most-five-retries',
      'backoff/client-no-retry-501',
    ),
  }),
  variant(
    'backoff/no-retry-after-a-closed-connection',
    'OV lists statuses; what came without one is left open',
    waiting((answer, retry, nowMs) => (answer.status === 0 ? undefined : retryMs(answer, retry, nowMs))),
  ),
  variant(
    'errors/a-second-try-of-what-cannot-be-read',
    'OV: a request that failed is tried again with growing waits',
    waiting((answer, retry, nowMs) =>
      answer.status === 200 && !answer.text.trimEnd().endsWith('}') && retry < 5
        ? 1000 * 2 ** retry
        : retryMs(answer, retry, nowMs),
    ),
  ),
];

/** Does something else at the same time, once: its request may be on its way when an answer says to stop. */
export const beside =
  (path: string, client: ClientModule): ClientModule =>
  async (options) => {
    const { fetch, baseUrl, token } = options;
    const other = fetch(baseUrl + path, { headers: { Authorization: `Bearer ${token}` } }).catch(() => {});
    const [result] = await Promise.all([client(options), other]);
    return result;
  };
