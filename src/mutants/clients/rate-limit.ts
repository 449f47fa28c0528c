import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSend, type NaiveResponse, untilResetMs } from './naive-send.ts';
import { wholeClient, wholeSteps } from './whole-client.ts';

const { retryMs } = documentedSend;

/** A client with another wait after a 429; five retries, as documented. */
function waiting(waitMs: (response: NaiveResponse, retry: number, nowMs: number) => number): ClientModule {
  return wholeClient({
    retryMs: (response, retry, nowMs) =>
      response.status === 429 && retry < 5 ? waitMs(response, retry, nowMs) : retryMs(response, retry, nowMs),
  });
}

/** Reset without validation. */
function rawReset({ headers }: NaiveResponse): number {
  return Number(headers.get('x-ratelimit-reset'));
}

/** Clients that exceed their rate limit. */
export const rateLimitClientMutants: readonly ClientMutant[] = [
  {
    name: 'rate-limit/backs-off-in-place-of-waiting-for-reset',
    breaks: 'rate-limit/client-waits-for-reset',
    // In a window of 50 s neither the growing waits nor no wait at all reach the next window.
    alsoFails: ['rate-limit/client-continues-after-429'],
    run: waiting((_answer, retry) => 1000 * 2 ** retry),
  },
  {
    name: 'rate-limit/wakes-a-moment-before-reset',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((response, retry, nowMs) => Math.max(1000, (retryMs(response, retry, nowMs) ?? 0) - 10)),
  },
  {
    name: 'rate-limit/sleeps-30-seconds-at-the-most',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((response, retry, nowMs) => Math.min(30_000, retryMs(response, retry, nowMs) ?? 0)),
  },
  {
    name: 'rate-limit/shortens-the-wait-by-jitter',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((response, retry, nowMs) => Math.max(1000, 0.9 * (retryMs(response, retry, nowMs) ?? 0))),
  },
  {
    name: 'rate-limit/reads-reset-as-milliseconds',
    breaks: 'rate-limit/client-waits-for-reset',
    // In a window of 50 s neither the growing waits nor no wait at all reach the next window.
    alsoFails: ['rate-limit/client-continues-after-429', 'rate-limit/client-bounded-wait'],
    run: waiting((response, _retry, nowMs) =>
      Math.min(600_000, Math.max(0, rawReset(response) - nowMs || 0)),
    ),
  },
  {
    name: 'rate-limit/waits-5-10-and-20-seconds',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((_answer, retry) => 5000 * 2 ** retry),
  },
  {
    name: 'rate-limit/takes-retry-after-for-milliseconds',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((response, retry, nowMs) =>
      Number(response.headers.get('retry-after') ?? retryMs(response, retry, nowMs) ?? 0),
    ),
  },
  {
    name: 'rate-limit/takes-an-empty-429-for-a-broken-one',
    breaks: 'rate-limit/client-survives-empty-429',
    // The documented 429 is empty, so from outside a client that fails on the empty body equals one that never retries.
    alsoFails: ['rate-limit/client-continues-after-429'],
    run: wholeClient({
      retryMs: (response, retry, nowMs) =>
        response.status === 429 && response.text === '' ? undefined : retryMs(response, retry, nowMs),
    }),
  },
  {
    name: 'rate-limit/parses-the-body-of-every-429',
    breaks: 'rate-limit/client-survives-empty-429',
    // The documented 429 is empty, so from outside a client that fails on the empty body equals one that never retries.
    alsoFails: ['rate-limit/client-continues-after-429'],
    run: wholeClient({
      retryMs: (response, retry, nowMs) => {
        if (response.status === 429) JSON.parse(response.text);
        return retryMs(response, retry, nowMs);
      },
    }),
  },
  {
    name: 'rate-limit/gives-up-at-a-429',
    breaks: 'rate-limit/client-continues-after-429',
    run: wholeClient({
      retryMs: (response, retry, nowMs) =>
        response.status === 429 ? undefined : retryMs(response, retry, nowMs),
    }),
  },
  {
    name: 'rate-limit/starts-over-after-a-429',
    breaks: 'rate-limit/client-continues-after-429',
    // After the refused page it requests the first one immediately.
    alsoFails: ['rate-limit/client-paces-at-zero'],
    run: startingOver(),
  },
  {
    name: 'rate-limit/skips-the-page-that-was-refused',
    breaks: 'rate-limit/client-continues-after-429',
    run: async (options) => {
      const walked = await wholeClient({
        retryMs: (response, retry, nowMs) =>
          response.status === 429 ? undefined : retryMs(response, retry, nowMs),
      })(options);
      return walked.said?.includes('answered 429') ? { complete: true, ids: walked.ids } : walked;
    },
  },
  {
    name: 'rate-limit/takes-reset-for-a-duration',
    breaks: 'rate-limit/client-continues-after-429',
    // Half a century, after an ordinary 429.
    alsoFails: ['rate-limit/client-bounded-wait'],
    run: waiting((response) => Math.max(1000, rawReset(response) * 1000 || 0)),
  },
  {
    name: 'rate-limit/crashes-at-a-reset-just-past',
    breaks: 'rate-limit/client-continues-after-429',
    run: waiting((response, retry, nowMs) => {
      const ms = rawReset(response) * 1000 - nowMs;
      if (ms < 0) throw new RangeError('a negative wait');
      return retryMs(response, retry, nowMs) ?? 0;
    }),
  },
  {
    name: 'rate-limit/drops-the-fraction-of-a-wait',
    breaks: 'rate-limit/client-waits-for-reset',
    // It starts a new round of retries in the window that it should wait for, and uses them up.
    run: waiting((response, _retry, nowMs) => {
      const leftS = untilResetMs(response, nowMs) / 1000;
      return leftS > 0 ? 1000 * Math.max(1, Math.floor(leftS)) : 1000;
    }),
  },
  {
    name: 'rate-limit/rounds-a-wait',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((response, _retry, nowMs) => {
      const leftS = untilResetMs(response, nowMs) / 1000;
      return leftS > 0 ? 1000 * Math.max(1, Math.round(leftS)) : 1000;
    }),
  },
  {
    name: 'rate-limit/counts-its-waits-over-the-whole-walk',
    breaks: 'rate-limit/client-continues-after-429',
    run: async (options) => {
      let left = 5;
      return await wholeClient({
        retryMs: (response, retry, nowMs) =>
          response.status === 429 && left-- <= 0 ? undefined : retryMs(response, retry, nowMs),
      })(options);
    },
  },
  {
    name: 'rate-limit/sends-a-grade-again-at-once',
    breaks: 'rate-limit/client-waits-for-reset',
    run: wholeClient({
      writeRetryMs: (method, response, retry, nowMs) =>
        method === 'PATCH' && response.status === 429 && retry < 5
          ? 1000
          : wholeSteps.writeRetryMs(method, response, retry, nowMs),
    }),
  },
  {
    name: 'rate-limit/does-not-look-at-remaining',
    breaks: 'rate-limit/client-paces-at-zero',
    run: wholeClient({ paceMs: () => 0 }),
  },
  {
    name: 'rate-limit/paces-for-a-second-only',
    breaks: 'rate-limit/client-paces-at-zero',
    run: wholeClient({
      paceMs: (response) => (response.headers.get('x-ratelimit-remaining') === '0' ? 1000 : 0),
    }),
  },
  {
    name: 'rate-limit/tries-at-once-where-reset-makes-no-sense',
    breaks: 'rate-limit/client-bounded-wait',
    run: waiting((response, _retry, nowMs) => untilResetMs(response, nowMs)),
  },
  {
    name: 'rate-limit/sleeps-until-any-reset',
    breaks: 'rate-limit/client-bounded-wait',
    run: waiting((response, _retry, nowMs) => Math.max(1000, rawReset(response) * 1000 - nowMs || 0)),
  },
  {
    name: 'rate-limit/sleeps-eleven-minutes-where-reset-is-far',
    breaks: 'rate-limit/client-bounded-wait',
    run: waiting((response, _retry, nowMs) =>
      rawReset(response) * 1000 - nowMs > 3_600_000 ? 660_000 : Math.max(1000, untilResetMs(response, nowMs)),
    ),
  },
  {
    name: 'rate-limit/has-a-timer-that-overflows',
    breaks: 'rate-limit/client-bounded-wait',
    // As setTimeout does beyond 2^31 - 1 ms.
    run: waiting((response, _retry, nowMs) => {
      const ms = Math.max(1000, rawReset(response) * 1000 - nowMs || 0);
      return ms > 2_147_483_647 ? 1 : ms;
    }),
  },
  {
    name: 'rate-limit/asks-every-minute-for-ever-without-a-reset',
    breaks: 'rate-limit/client-bounded-wait',
    run: wholeClient({
      retryMs: (response, retry, nowMs) =>
        response.status === 429
          ? Math.max(untilResetMs(response, nowMs), 60_000)
          : retryMs(response, retry, nowMs),
    }),
  },
];

/** Waits as documented, then starts over with the first page. */
function startingOver(): ClientModule {
  return async (options) => {
    for (let round = 0; ; round++) {
      const walked = await wholeClient({
        resumes: false,
        retryMs: (response, retry, nowMs) =>
          response.status === 429 ? undefined : retryMs(response, retry, nowMs),
        paceMs: (response, nowMs) =>
          response.status === 429 ? Math.max(1000, untilResetMs(response, nowMs)) : 0,
      })(options);
      if (!walked.said?.includes('answered 429') || round === 5) return walked;
    }
  };
}
