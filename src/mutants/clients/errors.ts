import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps, withParameter } from './naive-client.ts';
import { documentedSend } from './naive-send.ts';
import { wholeClient } from './whole-client.ts';

const { retryMs } = documentedSend;

/** Treats a walk that ended with such an error as complete. */
function claimingAfter(reason: RegExp): ClientModule {
  return async (options) => {
    const walked = await wholeClient()(options);
    return reason.test(walked.said ?? '') ? { ...walked, complete: true } : walked;
  };
}

/** The same, if it has read so many pages before. */
function claimingLate(pages: number, reason: RegExp): ClientModule {
  return async (options) => {
    let read = 0;
    const walked = await wholeClient({
      idsIn: (page) => {
        const ids = documentedSteps.idsIn(page);
        read++;
        return ids;
      },
    })(options);
    return read >= pages && reason.test(walked.said ?? '') ? { ...walked, complete: true } : walked;
  };
}

/** Treats a walk as complete that ended with a response that took too long. */
function claimingAfterMs(timeoutMs: number): ClientModule {
  return async (options) => {
    const { fetch, clock } = options;
    let sentMs = 0;
    const timed: typeof fetch = (...sent) => {
      sentMs = clock.now();
      return fetch(...sent);
    };
    const walked = await wholeClient({
      timeoutMs,
      retryMs: (response, retry, nowMs) =>
        response.status === 0 && nowMs - sentMs >= timeoutMs ? undefined : retryMs(response, retry, nowMs),
    })({ ...options, fetch: timed });
    const isSlow = clock.now() - sentMs >= timeoutMs && walked.said?.includes('answered 0');
    return isSlow ? { ...walked, complete: true } : walked;
  };
}

/** Takes what it has after so long for the whole list. */
function contentAfterMs(limitMs: number): ClientModule {
  return async (options) => {
    const startedMs = options.clock.now();
    return await wholeClient({
      nextIn: (page, place) =>
        options.clock.now() - startedMs < limitMs ? documentedSteps.nextIn(page, place) : undefined,
    })(options);
  };
}

/** Clients that mishandle errors. */
export const errorsClientMutants: readonly ClientMutant[] = [
  {
    name: 'errors/sends-again-after-a-413',
    breaks: 'errors/client-lowers-limit-on-413',
    run: wholeClient({
      retryMs: (response, retry, nowMs) =>
        response.status === 413 && retry < 5 ? 1000 * 2 ** retry : retryMs(response, retry, nowMs),
    }),
  },
  {
    name: 'errors/asks-for-more-after-a-413',
    breaks: 'errors/client-lowers-limit-on-413',
    run: async (options) => {
      const firstUrl = (limit: number) => (origin: string, list: string) =>
        withParameter(origin + list, `limit=${limit}`);
      const walked = await wholeClient({ firstUrl: firstUrl(1000), resumes: false })(options);
      return walked.said?.includes('answered 413')
        ? await wholeClient({ firstUrl: firstUrl(2000), resumes: false })(options)
        : walked;
    },
  },
  {
    name: 'errors/parses-the-body-before-the-status',
    breaks: 'errors/client-survives-unreadable-body',
    run: wholeClient({
      retryMs: (response, retry, nowMs) => {
        if (response.status >= 500) JSON.parse(response.text);
        return retryMs(response, retry, nowMs);
      },
    }),
  },
  {
    name: 'errors/takes-a-create-without-an-id-for-done',
    breaks: 'errors/client-survives-unreadable-body',
    run: async (options) => {
      const made = await wholeClient()(options);
      return options.job === 'create-assignment' && /^200 /.test(made.said ?? '')
        ? { ...made, complete: true }
        : made;
    },
  },
  {
    name: 'errors/takes-what-cannot-be-read-for-the-end',
    breaks: 'errors/client-survives-unreadable-body',
    // An unreadable page is a failed page.
    alsoFails: ['errors/client-treats-page-error-as-incomplete'],
    run: claimingAfter(/SyntaxError/),
  },
  {
    name: 'errors/takes-a-page-that-failed-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfter(/answered 4/),
  },
  {
    name: 'errors/takes-a-401-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfter(/answered 401/),
  },
  {
    name: 'errors/takes-a-404-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfter(/answered 404/),
  },
  {
    name: 'errors/takes-a-501-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfter(/answered 501/),
  },
  {
    name: 'errors/takes-a-page-without-data-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfter(/TypeError/),
  },
  {
    name: 'errors/takes-a-closed-connection-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfter(/answered 0/),
  },
  {
    name: 'errors/takes-a-failure-after-page-two-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingLate(2, /answered (4|0)|SyntaxError|TypeError/),
  },
  {
    name: 'errors/takes-ten-seconds-of-silence-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfterMs(10_000),
  },
  {
    name: 'errors/takes-a-minute-of-silence-for-the-end',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: claimingAfterMs(60_000),
  },
  {
    name: 'errors/is-content-with-what-it-has-after-a-minute',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: contentAfterMs(60_000),
  },
  {
    name: 'errors/is-content-with-what-it-has-after-ten-minutes',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: contentAfterMs(600_000),
  },
  {
    name: 'errors/takes-a-next-link-without-a-uri-for-none',
    breaks: 'errors/client-treats-page-error-as-incomplete',
    run: wholeClient({ nextIn: ({ links }) => links.find(({ rel }) => rel === 'next')?.uri || undefined }),
  },
];
