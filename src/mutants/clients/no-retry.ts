import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSend, type NaiveResponse } from './naive-send.ts';
import { wholeClient } from './whole-client.ts';

const { retryMs } = documentedSend;

/** A client with its own rule of what is sent again and when, in reads and writes. */
export function sendingAgain(again: typeof retryMs): ClientModule {
  return wholeClient({
    retryMs: again,
    writeRetryMs: (method, response, retry, nowMs) =>
      method === 'PATCH' || isRefusal(response) ? again(response, retry, nowMs) : undefined,
  });
}

/** A client that treats another status as a transient outage, in reads and writes. */
function repeating(status: number): ClientModule {
  return sendingAgain((response, retry, nowMs) =>
    response.status === status && retry < 5 ? 1000 * 2 ** retry : retryMs(response, retry, nowMs),
  );
}

/** Statuses that mean that nothing was created. */
function isRefusal({ status }: NaiveResponse): boolean {
  return (status >= 400 && status < 500) || status === 501;
}

/** Clients that send again what was finally rejected. */
export const noRetryClientMutants: readonly ClientMutant[] = [
  ...([400, 401, 403, 404, 405, 501] as const).map(
    (status): ClientMutant => ({
      name: `backoff/tries-a-${status}-once-more-after-a-minute`,
      breaks: `backoff/client-no-retry-${status}`,
      run: sendingAgain((response, retry, nowMs) =>
        response.status === status && retry === 0 ? 60_000 : retryMs(response, retry, nowMs),
      ),
    }),
  ),
  {
    name: 'backoff/asks-for-another-token-again-and-again',
    breaks: 'backoff/client-no-retry-401',
    run: sendingAgain((response, retry, nowMs) =>
      response.status === 401 ? 0 : retryMs(response, retry, nowMs),
    ),
  },
  ...([400, 401, 403, 404, 405, 501] as const).map(
    (status): ClientMutant => ({
      name: `backoff/sends-again-after-a-${status}`,
      breaks: `backoff/client-no-retry-${status}`,
      run: repeating(status),
    }),
  ),
  {
    name: 'backoff/looks-for-another-token-at-a-401',
    breaks: 'backoff/client-no-retry-401',
    run: wholeClient({
      retryMs: (response, retry, nowMs) =>
        response.status === 401 && retry === 0 ? 0 : retryMs(response, retry, nowMs),
    }),
  },
  {
    name: 'backoff/sends-again-after-every-5xx',
    breaks: 'backoff/client-no-retry-501',
    run: sendingAgain((response: NaiveResponse, retry, nowMs) =>
      retryMs(response.status >= 500 ? { ...response, status: 500 } : response, retry, nowMs),
    ),
  },
];
