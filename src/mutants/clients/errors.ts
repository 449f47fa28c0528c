import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSend } from './naive-send.ts';
import { wholeClient } from './whole-client.ts';

const { retryMs } = documentedSend;

/** Takes the end of a walk for the end of the list, where it broke off for such a reason. */
function claimingAfter(reason: RegExp): ClientModule {
  return async (options) => {
    const walked = await wholeClient()(options);
    return reason.test(walked.said ?? '') ? { ...walked, complete: true } : walked;
  };
}

/** Clients that take errors in the wrong way. */
export const errorsClientMutants: readonly ClientMutant[] = [
  {
    name: 'errors/sends-again-after-a-413',
    breaks: 'errors/client-lowers-limit-on-413',
    run: wholeClient({
      retryMs: (answer, retry, nowMs) =>
        answer.status === 413 && retry < 5 ? 1000 * 2 ** retry : retryMs(answer, retry, nowMs),
    }),
  },
  {
    name: 'errors/asks-for-more-after-a-413',
    breaks: 'errors/client-lowers-limit-on-413',
    run: async (options) => {
      const firstUrl = (limit: number) => (origin: string, collection: string) =>
        `${origin}/v2.0/${collection}?limit=${limit}`;
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
      retryMs: (answer, retry, nowMs) => {
        if (answer.status >= 500) JSON.parse(answer.text);
        return retryMs(answer, retry, nowMs);
      },
    }),
  },
  {
    name: 'errors/takes-what-cannot-be-read-for-the-end',
    breaks: 'errors/client-survives-unreadable-body',
    // A page that cannot be read is a page that failed.
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
];
