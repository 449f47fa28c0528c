import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSend, untilResetMs } from '../../mutants/clients/naive-send.ts';
import { type WholeSteps, wholeClient } from '../../mutants/clients/whole-client.ts';
import type { ClientVariant } from '../variant.ts';

const { retryMs, paceMs } = documentedSend;
type Retry = typeof retryMs;

/** Steps with other waits, in reads and writes alike. */
export function waiting(again: Retry): Partial<WholeSteps> {
  return {
    retryMs: again,
    writeRetryMs: (method, response, retry, nowMs) =>
      method === 'PATCH' || response.status === 429 ? again(response, retry, nowMs) : undefined,
  };
}

/** The documented wait, extended. */
export const longer =
  (change: (ms: number, retry: number) => number): Retry =>
  (response, retry, nowMs) => {
    const ms = retryMs(response, retry, nowMs);
    return ms === undefined ? undefined : change(ms, retry);
  };

const isOutage = (status: number) => status === 0 || status >= 500;

/** Limits the retries after an outage; waits after a 429 as documented. */
export const retryingAtMost =
  (max: number): Retry =>
  (response, retry, nowMs) =>
    isOutage(response.status) && retry >= max ? undefined : retryMs(response, retry, nowMs);

const giveUpWording =
  'open question give-up-wording: five retries are the maximum; no document requires as many';

const neverRetried = Object.fromEntries(
  [500, 502, 503].map((status) => [
    `backoff/client-retries-${status}`,
    {
      outcomes: ['failed'],
      why: 'it does not recover from a transient outage, which the requirements on retries demand',
    },
  ]),
) as NonNullable<ClientVariant['but']>;

const neverWaited: NonNullable<ClientVariant['but']> = Object.fromEntries(
  ['backoff/client-first-wait-1s', 'backoff/client-waits-double', 'backoff/client-backoff-starts-over'].map(
    (id) => [id, { outcomes: ['untested'], why: 'a client that never retries never waits' }],
  ),
);

const notFinished = (...ids: readonly string[]): NonNullable<ClientVariant['but']> =>
  Object.fromEntries(
    ids.map((id) => [
      id,
      { outcomes: ['untested'], why: 'it does not finish a scenario with several failures' },
    ]),
  );

const fewRetries: NonNullable<ClientVariant['but']> = {
  ...notFinished(
    'rate-limit/client-waits-for-reset',
    'backoff/client-first-wait-1s',
    'backoff/client-at-most-five-retries',
  ),
  'backoff/client-waits-double': { outcomes: ['untested'], why: 'there is no second wait' },
  'backoff/client-backoff-starts-over': {
    outcomes: ['untested'],
    why: 'it gives up before an outage of three failures ends',
  },
  ...neverRetried,
};

const variant = (
  name: ClientVariant['name'],
  why: string,
  steps: Partial<WholeSteps>,
  but?: ClientVariant['but'],
): ClientVariant => ({ name, why, run: wholeClient(steps), ...(but ? { but } : {}) });

/** Conforming clients that wait in other ways. */
export const waitVariants: readonly ClientVariant[] = [
  variant(
    'backoff/jitter-of-100-percent-upward',
    'OV: a minimum wait; jitter only adds to it',
    waiting(longer((ms) => 2 * ms)),
  ),
  variant(
    'backoff/jitter-now-much-now-little',
    'OV: a minimum wait; jitter only adds to it',
    waiting(longer((ms, retry) => ms * (retry % 2 === 0 ? 1.97 : 1.03))),
  ),
  variant(
    'backoff/jitter-of-fractions-of-milliseconds',
    'OV: a minimum wait; no precision is given',
    waiting(longer((ms) => ms * 1.000_000_3)),
  ),
  variant(
    'backoff/a-schedule-of-2-4-8-16-32-seconds',
    'OV: each wait is twice the one before, and none is shorter than documented',
    waiting(longer((ms, retry) => Math.max(ms, 2000 * 2 ** retry))),
  ),
  variant(
    'backoff/twenty-seconds-each-time',
    'OV gives minimum waits; each of these is longer',
    waiting(longer((ms) => Math.max(ms, 20_000))),
  ),
  variant(
    'backoff/three-seconds-more-after-each-answer',
    'OV gives minimum waits',
    waiting(longer((ms) => ms + 3000)),
  ),
  variant(
    'rate-limit/a-minute-where-reset-makes-no-sense',
    'open question wait-after-429: without a valid Reset the window ends after a minute at the latest',
    waiting((response, retry, nowMs) => {
      const ms = retryMs(response, retry, nowMs);
      return response.status === 429 && ms !== undefined && ms <= 16_000 ? Math.max(ms, 60_000) : ms;
    }),
  ),
  variant(
    'rate-limit/always-a-whole-minute-after-a-429',
    'OV: the counter restarts every minute, so a minute is always enough',
    waiting((response, retry, nowMs) => {
      const ms = retryMs(response, retry, nowMs);
      return response.status === 429 && ms !== undefined ? Math.max(ms, 60_000) : ms;
    }),
  ),
  variant(
    'rate-limit/two-seconds-beyond-reset',
    'OV: no request before Reset; clocks differ',
    waiting((response, retry, nowMs) => {
      const ms = retryMs(response, retry, nowMs);
      return response.status === 429 && ms !== undefined ? ms + 2000 : ms;
    }),
  ),
  variant(
    'rate-limit/retry-after-where-there-is-one',
    'RFC 9110, 10.2.3: a server may ask for a longer wait',
    waiting((response, retry, nowMs) => {
      const ms = retryMs(response, retry, nowMs);
      return ms === undefined
        ? undefined
        : Math.max(ms, 1000 * Number(response.headers.get('retry-after') ?? 0));
    }),
  ),
  variant(
    'rate-limit/retry-after-before-reset',
    'open question retry-after-and-reset: many libraries obey it before any other header',
    waiting((response, retry, nowMs) => {
      const ms = retryMs(response, retry, nowMs);
      const asked = Number(response.headers.get('retry-after') ?? 0);
      return ms === undefined || asked === 0 ? ms : 1000 * asked;
    }),
  ),
  variant('rate-limit/paces-as-soon-as-few-remain', 'OV: the headers are for slowing down in time', {
    paceMs: (response, nowMs) =>
      Number(response.headers.get('x-ratelimit-remaining') ?? 1200) < 20 ? untilResetMs(response, nowMs) : 0,
  }),
  variant('rate-limit/a-rest-after-every-answer', 'no document limits the speed', {
    paceMs: (response, nowMs) => Math.max(50, paceMs(response, nowMs)),
  }),
  variant('backoff/four-retries', giveUpWording, waiting(retryingAtMost(4)), neverRetried),
  variant('backoff/three-retries', giveUpWording, waiting(retryingAtMost(3)), neverRetried),
  variant('backoff/one-retry-then-an-honest-end', giveUpWording, waiting(retryingAtMost(1)), fewRetries),
  variant('backoff/an-honest-end-at-the-first-outage', giveUpWording, waiting(retryingAtMost(0)), {
    ...neverRetried,
    ...neverWaited,
    ...notFinished(
      'rate-limit/client-waits-for-reset',
      'backoff/client-at-most-five-retries',
      'backoff/client-no-retry-501',
      'backoff/client-no-retry-400',
      'backoff/client-no-retry-401',
      'backoff/client-no-retry-404',
      'errors/client-treats-page-error-as-incomplete',
    ),
  }),
  variant(
    'backoff/no-retry-after-a-closed-connection',
    'OV lists statuses; failures without a status are left open',
    waiting((response, retry, nowMs) =>
      response.status === 0 ? undefined : retryMs(response, retry, nowMs),
    ),
  ),
  variant(
    'errors/a-second-try-of-what-cannot-be-read',
    'OV: a failed request is retried with growing waits',
    waiting((response, retry, nowMs) =>
      response.status === 200 && !response.text.trimEnd().endsWith('}') && retry < 5
        ? 1000 * 2 ** retry
        : retryMs(response, retry, nowMs),
    ),
  ),
];

/** Sends one other request concurrently, which may be in flight when a response requires a stop. */
export const alongside =
  (path: string, client: ClientModule): ClientModule =>
  async (options) => {
    const { fetch, baseUrl, token } = options;
    const other = fetch(baseUrl + path, { headers: { Authorization: `Bearer ${token}` } }).catch(() => {});
    const [result] = await Promise.all([client(options), other]);
    return result;
  };
