import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSend, type NaiveAnswer, untilResetMs } from './naive-send.ts';
import { wholeClient } from './whole-client.ts';

const { retryMs } = documentedSend;

/** A client with another wait after a 429; five tries, as ever. */
function waiting(waitMs: (answer: NaiveAnswer, retry: number, nowMs: number) => number): ClientModule {
  return wholeClient({
    retryMs: (answer, retry, nowMs) =>
      answer.status === 429 && retry < 5 ? waitMs(answer, retry, nowMs) : retryMs(answer, retry, nowMs),
  });
}

/** What a program sees in Reset that does not doubt it. */
function rawReset({ headers }: NaiveAnswer): number {
  return Number(headers.get('x-ratelimit-reset'));
}

/** Clients that do not keep within their rate limit. */
export const rateLimitClientMutants: readonly ClientMutant[] = [
  {
    name: 'rate-limit/backs-off-in-place-of-waiting-for-reset',
    breaks: 'rate-limit/client-waits-for-reset',
    // From a window of 50 s the growing waits alone do not reach the next one; nor does no wait at all.
    alsoFails: ['rate-limit/client-continues-after-429'],
    run: waiting((_answer, retry) => 1000 * 2 ** retry),
  },
  {
    name: 'rate-limit/wakes-a-moment-before-reset',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((answer, retry, nowMs) => Math.max(1000, (retryMs(answer, retry, nowMs) ?? 0) - 10)),
  },
  {
    name: 'rate-limit/sleeps-30-seconds-at-the-most',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((answer, retry, nowMs) => Math.min(30_000, retryMs(answer, retry, nowMs) ?? 0)),
  },
  {
    name: 'rate-limit/shortens-the-wait-by-jitter',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((answer, retry, nowMs) => Math.max(1000, 0.9 * (retryMs(answer, retry, nowMs) ?? 0))),
  },
  {
    name: 'rate-limit/reads-reset-as-milliseconds',
    breaks: 'rate-limit/client-waits-for-reset',
    // From a window of 50 s the growing waits alone do not reach the next one; nor does no wait at all.
    alsoFails: ['rate-limit/client-continues-after-429', 'rate-limit/client-bounded-wait'],
    run: waiting((answer, _retry, nowMs) => Math.min(600_000, Math.max(0, rawReset(answer) - nowMs || 0))),
  },
  {
    name: 'rate-limit/waits-5-10-and-20-seconds',
    breaks: 'rate-limit/client-waits-for-reset',
    run: waiting((_answer, retry) => 5000 * 2 ** retry),
  },
  {
    name: 'rate-limit/takes-an-empty-429-for-a-broken-one',
    breaks: 'rate-limit/client-survives-empty-429',
    // The documented 429 is empty, so whoever stumbles over it does not go on, and who never goes on has stumbled.
    alsoFails: ['rate-limit/client-continues-after-429'],
    run: wholeClient({
      retryMs: (answer, retry, nowMs) =>
        answer.status === 429 && answer.text === '' ? undefined : retryMs(answer, retry, nowMs),
    }),
  },
  {
    name: 'rate-limit/parses-the-body-of-every-429',
    breaks: 'rate-limit/client-survives-empty-429',
    // The documented 429 is empty, so whoever stumbles over it does not go on, and who never goes on has stumbled.
    alsoFails: ['rate-limit/client-continues-after-429'],
    run: wholeClient({
      retryMs: (answer, retry, nowMs) => {
        if (answer.status === 429) JSON.parse(answer.text);
        return retryMs(answer, retry, nowMs);
      },
    }),
  },
  {
    name: 'rate-limit/gives-up-at-a-429',
    breaks: 'rate-limit/client-continues-after-429',
    // The documented 429 is empty, so whoever stumbles over it does not go on, and who never goes on has stumbled.
    alsoFails: ['rate-limit/client-survives-empty-429'],
    run: wholeClient({
      retryMs: (answer, retry, nowMs) => (answer.status === 429 ? undefined : retryMs(answer, retry, nowMs)),
    }),
  },
  {
    name: 'rate-limit/starts-over-after-a-429',
    breaks: 'rate-limit/client-continues-after-429',
    // What follows the refused page is the first one, at once.
    alsoFails: ['rate-limit/client-paces-at-zero'],
    run: startingOver(),
  },
  {
    name: 'rate-limit/skips-the-page-that-was-refused',
    breaks: 'rate-limit/client-continues-after-429',
    // The documented 429 is empty, so whoever stumbles over it does not go on, and who never goes on has stumbled.
    alsoFails: ['rate-limit/client-survives-empty-429'],
    run: async (options) => {
      const walked = await wholeClient({
        retryMs: (answer, retry, nowMs) =>
          answer.status === 429 ? undefined : retryMs(answer, retry, nowMs),
      })(options);
      return walked.said?.includes('answered 429') ? { complete: true, ids: walked.ids } : walked;
    },
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
      paceMs: (answer) => (answer.headers.get('x-ratelimit-remaining') === '0' ? 1000 : 0),
    }),
  },
  {
    name: 'rate-limit/tries-at-once-where-reset-makes-no-sense',
    breaks: 'rate-limit/client-bounded-wait',
    run: waiting((answer, _retry, nowMs) => untilResetMs(answer, nowMs)),
  },
  {
    name: 'rate-limit/sleeps-until-any-reset',
    breaks: 'rate-limit/client-bounded-wait',
    run: waiting((answer, _retry, nowMs) => Math.max(1000, rawReset(answer) * 1000 - nowMs || 0)),
  },
  {
    name: 'rate-limit/has-a-timer-that-overflows',
    breaks: 'rate-limit/client-bounded-wait',
    // As setTimeout does beyond 2^31 - 1 ms.
    run: waiting((answer, _retry, nowMs) => {
      const ms = Math.max(1000, rawReset(answer) * 1000 - nowMs || 0);
      return ms > 2_147_483_647 ? 1 : ms;
    }),
  },
  {
    name: 'rate-limit/asks-every-minute-for-ever-without-a-reset',
    breaks: 'rate-limit/client-bounded-wait',
    run: wholeClient({
      retryMs: (answer, retry, nowMs) =>
        answer.status === 429 ? Math.max(untilResetMs(answer, nowMs), 60_000) : retryMs(answer, retry, nowMs),
    }),
  },
];

/** Waits as it should, and begins again with the first page. */
function startingOver(): ClientModule {
  return async (options) => {
    for (let round = 0; ; round++) {
      const walked = await wholeClient({
        resumes: false,
        retryMs: (answer, retry, nowMs) =>
          answer.status === 429 ? undefined : retryMs(answer, retry, nowMs),
        paceMs: (answer, nowMs) => (answer.status === 429 ? Math.max(1000, untilResetMs(answer, nowMs)) : 0),
      })(options);
      if (!walked.said?.includes('answered 429') || round === 5) return walked;
    }
  };
}
