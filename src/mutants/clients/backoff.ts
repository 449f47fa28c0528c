import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps } from './naive-client.ts';
import { documentedSend } from './naive-send.ts';
import { noRetryClientMutants, sendingAgain } from './no-retry.ts';
import { resumptionClientMutants } from './resumption.ts';
import { wholeClient } from './whole-client.ts';

const { retryMs } = documentedSend;
const outages = [500, 502, 503] as const;

/** A client that does not retry after this status. */
function givingUpAt(status: number): ClientModule {
  return wholeClient({
    retryMs: (response, retry, nowMs) =>
      response.status === status ? undefined : retryMs(response, retry, nowMs),
  });
}

/** A client with its own backoff schedule after outages. */
function scheduled(delayMs: (retry: number) => number | undefined): ClientModule {
  return sendingAgain((response, retry, nowMs) =>
    isOutage(response.status) ? delayMs(retry) : retryMs(response, retry, nowMs),
  );
}

function isOutage(status: number): boolean {
  return outages.some((one) => one === status);
}

/** The message of a walk that an outage ended. */
function isOutageIn(said: string | undefined): boolean {
  return /answered 50[023]/.test(said ?? '');
}

/** Clients whose backoff differs from the documents. */
export const backoffClientMutants: readonly ClientMutant[] = [
  { name: 'backoff/gives-up-at-a-500', breaks: 'backoff/client-retries-500', run: givingUpAt(500) },
  { name: 'backoff/gives-up-at-a-502', breaks: 'backoff/client-retries-502', run: givingUpAt(502) },
  { name: 'backoff/gives-up-at-a-503', breaks: 'backoff/client-retries-503', run: givingUpAt(503) },
  ...outages.map(
    (status): ClientMutant => ({
      name: `backoff/takes-a-${status}-for-the-end`,
      breaks: `backoff/client-retries-${status}`,
      // It does not recover from the outage, but reports success.
      alsoFails: ['backoff/client-reports-incomplete'],
      run: async (options) => {
        const walked = await givingUpAt(status)(options);
        return walked.said?.includes(`answered ${status}`) ? { ...walked, complete: true } : walked;
      },
    }),
  ),
  {
    name: 'backoff/does-not-wait-before-the-first-retry',
    breaks: 'backoff/client-first-wait-1s',
    run: scheduled((retry) => [0, 2000, 4000, 8000, 16_000][retry]),
  },
  {
    name: 'backoff/draws-the-first-wait-from-0-to-1-second',
    breaks: 'backoff/client-first-wait-1s',
    run: scheduled((retry) => [990, 2000, 4000, 8000, 16_000][retry]),
  },
  {
    name: 'backoff/waits-a-second-each-time',
    breaks: 'backoff/client-waits-double',
    run: scheduled((retry) => (retry < 5 ? 1000 : undefined)),
  },
  {
    name: 'backoff/adds-a-second-each-time',
    breaks: 'backoff/client-waits-double',
    run: scheduled((retry) => (retry < 5 ? 1000 * (retry + 1) : undefined)),
  },
  {
    name: 'backoff/shortens-later-waits-by-jitter',
    breaks: 'backoff/client-waits-double',
    run: scheduled((retry) => [1000, 2000, 4000, 8000, 15_990][retry]),
  },
  {
    name: 'backoff/tries-a-sixth-time',
    breaks: 'backoff/client-at-most-five-retries',
    run: scheduled((retry) => (retry < 6 ? 1000 * 2 ** retry : undefined)),
  },
  {
    name: 'backoff/walks-anew-after-five-retries',
    breaks: 'backoff/client-at-most-five-retries',
    // The second round starts over with the first wait, in the middle of the outage, and reads its pages again.
    alsoFails: ['backoff/client-waits-double', 'backoff/client-resumes-later'],
    run: async (options) => {
      const once = wholeClient({ resumes: false });
      const walked = await once(options);
      return isOutageIn(walked.said) ? await once(options) : walked;
    },
  },
  {
    name: 'backoff/sends-a-refused-request-eight-times',
    breaks: 'backoff/client-at-most-five-retries',
    alsoFails: ['backoff/client-no-retry-404'],
    run: sendingAgain((response, retry, nowMs) =>
      response.status === 404 && retry < 7 ? 1000 : documentedSend.retryMs(response, retry, nowMs),
    ),
  },
  {
    name: 'backoff/never-gives-up',
    breaks: 'backoff/client-at-most-five-retries',
    run: scheduled((retry) => Math.min(60_000, 1000 * 2 ** retry)),
  },
  {
    name: 'backoff/claims-a-part-after-giving-up',
    breaks: 'backoff/client-reports-incomplete',
    run: async (options) => {
      const walked = await wholeClient()(options);
      return isOutageIn(walked.said) ? { ...walked, complete: true } : walked;
    },
  },
  {
    name: 'backoff/is-content-when-a-503-does-not-pass',
    breaks: 'backoff/client-reports-incomplete',
    run: async (options) => {
      const walked = await wholeClient()(options);
      return walked.said?.includes('answered 503') ? { ...walked, complete: true } : walked;
    },
  },
  ...resumptionClientMutants,
  {
    name: 'backoff/takes-a-lost-answer-to-a-create-for-done',
    breaks: 'backoff/client-reports-incomplete',
    run: async (options) => {
      const made = await wholeClient()(options);
      return options.job === 'create-assignment' && /^0 /.test(made.said ?? '')
        ? { ...made, complete: true }
        : made;
    },
  },
  {
    name: 'backoff/keeps-the-wait-of-the-last-outage',
    breaks: 'backoff/client-backoff-starts-over',
    run: async (options) => {
      let failures = 0;
      return await scheduled((retry) => (retry < 5 ? 1000 * 2 ** Math.min(4, failures++) : undefined))(
        options,
      );
    },
  },
  {
    name: 'backoff/begins-with-the-last-wait',
    breaks: 'backoff/client-backoff-starts-over',
    run: async (options) => {
      let lastMs = 1000;
      return await scheduled((retry) => {
        if (retry === 5) return undefined;
        if (retry > 0) lastMs *= 2;
        return lastMs;
      })(options);
    },
  },
  {
    name: 'backoff/gives-up-after-page-two-and-is-content',
    breaks: 'backoff/client-reports-incomplete',
    run: async (options) => {
      let read = 0;
      const walked = await wholeClient({
        nextIn: (page, place) => {
          read++;
          return documentedSteps.nextIn(page, place);
        },
      })(options);
      return isOutageIn(walked.said) && read >= 2 ? { ...walked, complete: true } : walked;
    },
  },
  {
    name: 'backoff/is-content-with-an-outage-at-its-second-start',
    breaks: 'backoff/client-reports-incomplete',
    run: async (options) => {
      const isSecond = existsSync(join(options.stateDir, 'walk.json'));
      const walked = await wholeClient()(options);
      return isOutageIn(walked.said) && isSecond ? { ...walked, complete: true } : walked;
    },
  },
  {
    name: 'backoff/retries-a-grade-without-a-wait',
    breaks: 'backoff/client-first-wait-1s',
    // Neither the first wait nor any later one.
    alsoFails: ['backoff/client-waits-double'],
    run: wholeClient({
      writeRetryMs: (method, response, retry) =>
        method === 'PATCH' && isOutage(response.status) && retry < 5 ? 0 : undefined,
    }),
  },
  {
    name: 'backoff/sends-a-rejected-request-for-an-hour',
    breaks: 'backoff/client-at-most-five-retries',
    // Of 403 and 404 the first retry is too much already.
    alsoFails: ['backoff/client-no-retry-403', 'backoff/client-no-retry-404'],
    run: sendingAgain((response, retry, nowMs) =>
      [403, 404].includes(response.status) && retry < 60 ? 60_000 : retryMs(response, retry, nowMs),
    ),
  },
  ...noRetryClientMutants,
];
